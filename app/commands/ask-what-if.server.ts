import { findSolution, lockPlan } from '~db/store/allocation-plan.server';
import { findGoodsPlace } from '~db/store/goods-place.server';
import { insertJob } from '~db/store/job.server';
import type { PlanChoices } from '~/domain/allocation-plan';
import type { ExtraGoods } from '~/domain/job';
import { weightsRefusal } from '~/domain/plan-weights';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

interface Input {
  planId: string;
  choices: PlanChoices;
  extra: ExtraGoods | undefined;
}

/** Solves the plan's snapshot under other rules. Nothing of it is saved but the answer, with the job. */
export const askWhatIf = defineCommand<Input, { jobId: string }>(
  'ask-what-if',
  async (context, { planId, choices, extra }) => {
    const { tx, actor, now, newId } = context;
    const plan = await lockPlan(tx, planId);
    if (!plan) return refuse('access.not_found');
    const may = allowed('plan.draft', actor, { divisionCode: plan.divisionCode });
    if (!may.ok) return may.error.code === 'access.division' ? refuse('access.not_found') : may;
    const unsound = weightsRefusal(choices);
    if (unsound) return { ok: false, error: unsound };
    const at = extra && (await findGoodsPlace(tx, extra.placeId));
    if (extra && !(at && allowed('plan.draft', actor, at).ok))
      return refuse('form.unknown_choice', undefined, 'extraPlaceId');
    const solution = plan.solutionId ? await findSolution(tx, plan.solutionId) : undefined;
    if (!solution) return refuse('plan.not_solved');
    const jobId = newId();
    await insertJob(tx, {
      id: jobId,
      kind: 'what_if',
      subjectId: planId,
      task: { snapshotId: solution.snapshotId, choices, ...(extra && { extra }) },
      createdByUserId: actor.userId,
      createdAt: now,
    });
    return ok({ jobId });
  },
);
