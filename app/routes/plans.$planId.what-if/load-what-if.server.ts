import { visibleScope, type Actor } from '~/domain/actor';
import { isUuid } from '~/domain/account';
import { typedWeights } from '~/domain/plan-form';
import { refusal, roleMay } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import type { LeastShown } from '~/ui/plan-figures';
import { found, refuseRequest } from '~/server/respond.server';
import { findPlan, findPlanSolution, findWhatIf } from '~db/queries/allocation-plans.server';
import { leastShown } from '../plans.$planId._index/least-shown.server';
import { findNeedNames, findPlaceNames } from '~db/queries/plan-names.server';
import { listItemsById } from '~db/queries/items.server';

const SHOWN = 200;

/** The plan's weights to play with, and the answer to what was asked last. */
export async function loadWhatIf(
  env: ServerEnv,
  actor: Actor,
  planId: string,
  jobId: string | null,
) {
  if (!roleMay('plan.draft', actor.role)) refuseRequest({ code: 'access.role' });
  const { db } = env;
  const plan = found(await findPlan(db, visibleScope(actor), planId));
  const solution =
    plan.solutionId === null ? undefined : await findPlanSolution(db, planId, plan.solutionId);
  const asked = jobId && isUuid(jobId) ? await findWhatIf(db, planId, jobId) : undefined;
  const given = new Map(solution?.answer.needs.map((need) => [need.needId, need.given]));
  const changed = asked?.result?.changed ?? [];
  const needs = new Map(solution?.needs.map((need) => [need.id, need]));
  const shown = changed.slice(0, SHOWN).flatMap(({ needId, given: now }) => {
    const need = needs.get(needId);
    return need ? [{ need, given: [given.get(needId) ?? 0, now] }] : [];
  });
  const [leastPlanned, leastAsked] = await leastShown(db, solution?.needs ?? [], [
    solution?.answer.leastNeed,
    asked?.result?.leastNeed,
  ]);
  const [names, items, placeNames] = await Promise.all([
    findNeedNames(
      db,
      shown.map((one) => one.need.id),
    ),
    listItemsById(
      db,
      (solution?.needs ?? []).map((need) => need.itemId),
    ),
    findPlaceNames(db, [
      ...(solution?.supplies ?? []).map((supply) => supply.placeId),
      ...(solution?.needs ?? []).map((need) => need.placeId),
    ]),
  ]);
  const placesOf = (ids: readonly string[]) =>
    [...new Set(ids)].map((id) => ({ id, name: placeNames[id] ?? id }));
  return {
    plan: { id: plan.id, divisionCode: plan.divisionCode, version: plan.version },
    /** Why the answer may not be taken over now; undefined where the reader never may. */
    takeOver: roleMay('plan.change', actor.role)
      ? (refusal('plan.change', actor, { ...plan, doneBy: [] }) ?? null)
      : undefined,
    solved: solution && {
      figures: solution.answer.figures,
      level: solution.answer.level,
      least: leastPlanned,
    },
    weights: typedWeights(asked?.task.choices ?? plan.choices),
    asked: asked && askedView(asked, plan.solutionId, leastAsked),
    rows: shown.map(({ need: { id, requestId, itemId, size, quantity }, given: both }) => ({
      id,
      requestId,
      size,
      quantity,
      given: both,
      item: items.find((item) => item.id === itemId),
      names: names[id],
    })),
    items,
    depots: placesOf((solution?.supplies ?? []).map((supply) => supply.placeId)),
    centres: placesOf((solution?.needs ?? []).map((need) => need.placeId)),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

function askedView(
  asked: NonNullable<Awaited<ReturnType<typeof findWhatIf>>>,
  solutionId: string | null,
  least: LeastShown | undefined,
) {
  const { id, status, progress, failure, result, task } = asked;
  return {
    id,
    status,
    progress,
    failure,
    result: result && { figures: result.figures, level: result.level, least },
    /** The plan was solved again, or another alternative chosen, since: what is told is the difference to its former result. */
    outdated: result?.solutionId !== undefined && result.solutionId !== solutionId,
    total: result?.changed.length ?? 0,
    withExtra: task.extra !== undefined,
  };
}
