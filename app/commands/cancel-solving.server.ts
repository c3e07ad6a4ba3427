import { lockPlan } from '~db/store/allocation-plan.server';
import { cancelJob, findJob } from '~db/store/job.server';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** Stops the solving of a plan or of a what-if; what was solved before stays as it was. */
export const cancelSolving = defineCommand<{ jobId: string }, { planId: string }>(
  'cancel-solving',
  async ({ tx, actor }, { jobId }) => {
    const job = await findJob(tx, jobId);
    const plan = job && (await lockPlan(tx, job.subjectId));
    if (!plan) return refuse('access.not_found');
    const { divisionCode } = plan;
    const may = allowed('plan.draft', actor, { divisionCode });
    if (!may.ok) return may.error.code === 'access.division' ? refuse('access.not_found') : may;
    await cancelJob(tx, jobId);
    return ok({ planId: plan.id });
  },
);
