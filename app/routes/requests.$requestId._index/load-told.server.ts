import { visibleScope, type Actor } from '~/domain/actor';
import { disambiguated } from '~/domain/division';
import type { ReadEnv } from '~/server/snapshot.server';
import { findPlanToRead } from '~db/queries/allocation-plans.server';
import { findPaths } from '~db/queries/divisions.server';
import { listToldReasons } from '~db/queries/plan-told.server';

/** What the plans say of a request that the reader has found. */
export async function loadTold(
  { db }: ReadEnv,
  actor: Actor,
  request: { lines: readonly { id: string }[] },
) {
  const told = await listToldReasons(
    db,
    request.lines.map((line) => line.id),
  );
  const codes = told.flatMap(({ reasons }) =>
    reasons.flatMap(({ facts }) =>
      typeof facts['divisionCode'] === 'string' ? [facts['divisionCode']] : [],
    ),
  );
  const divisions = await findPaths(db, [...new Set(codes)]);
  const scope = visibleScope(actor);
  const plans = await Promise.all(
    [...new Set(told.map((one) => one.planId))].map((id) => findPlanToRead(db, scope, id)),
  );
  return {
    told,
    divisionNames: Object.fromEntries(
      [...divisions].map(([code, path]) => [code, disambiguated(path).join(' · ')]),
    ),
    /** Plans that the reader may open. */
    openPlans: plans.flatMap((plan) => plan?.id ?? []),
  };
}
