import { visibleScope, type Actor } from '~/domain/actor';
import { isUuid } from '~/domain/account';
import { typedWeights } from '~/domain/plan-form';
import { roleMay } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findPlan, findPlanSolution, findWhatIf } from '~db/queries/allocation-plans.server';
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
    plan: { id: plan.id, divisionCode: plan.divisionCode },
    solved: solution && { figures: solution.answer.figures, level: solution.answer.level },
    weights: typedWeights(asked?.task.choices ?? plan.choices),
    asked: asked && {
      id: asked.id,
      status: asked.status,
      progress: asked.progress,
      result: asked.result && { figures: asked.result.figures, level: asked.result.level },
      total: changed.length,
    },
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
