import { visibleScope, type Actor } from '~/domain/actor';
import type { CatalogueItem } from '~/domain/catalogue';
import { disambiguated } from '~/domain/division';
import { isOpenJob } from '~/domain/job';
import { refusal, roleMay } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { refuseRequest, found } from '~/server/respond.server';
import { inSnapshot, type ReadEnv } from '~/server/snapshot.server';
import {
  findPlanToRead,
  findPlanSolution,
  findSolving,
  listAlternatives,
  listGivenByPlan,
  listPlanChanges,
  listPlanLines,
  shareOf,
  type PlanChangeShown,
  type PlanSolutionShown,
  type ShownPlan,
} from '~db/queries/allocation-plans.server';
import {
  findCountyNames,
  findGoodsNames,
  findNeedNames,
  findPlaceNames,
} from '~db/queries/plan-names.server';
import { findPaths } from '~db/queries/divisions.server';
import { findHistory } from '~db/queries/history.server';
import { listItemsById } from '~db/queries/items.server';
import { findMoved } from '~db/queries/plan-moved.server';
import { listLineItems } from '~db/queries/plan-units.server';
import { leastShown } from './least-shown.server';
import { shareOfSolution } from './share-of-solution';
import { needRows, readNeedFilter } from './need-rows.server';

const steps = ['change', 'submit', 'approve', 'reject', 'apply', 'renew'] as const;
type Steps = Partial<Record<(typeof steps)[number], ReturnType<typeof refusal> | null>>;

/** All that the committee sees of a plan, of one moment: the bar of a solving, its result and what led to it agree. */
export async function loadPlan(
  env: ServerEnv,
  actor: Actor,
  planId: string,
  search: URLSearchParams,
) {
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  return inSnapshot(env, (at) => readPlan(at, actor, planId, search));
}

async function readPlan(env: ReadEnv, actor: Actor, planId: string, search: URLSearchParams) {
  const scope = visibleScope(actor);
  const plan = found(await findPlanToRead(env.db, scope, planId));
  const share = shareOf(scope, plan);
  const isWhole = share === undefined;
  const solution = await solutionToRead(env, plan, share);
  const [solving, alternatives, allChanges, history, places] = await Promise.all([
    isWhole ? findSolving(env.db, planId) : undefined,
    isWhole ? listAlternatives(env.db, planId) : [],
    listPlanChanges(env.db, planId),
    findHistory(env.db, 'allocation_plan', planId),
    findPaths(env.db, [plan.needDivisionCode]),
  ]);
  const open = solving !== undefined && isOpenJob(solving.status);
  const moved =
    isWhole && plan.status === 'approved' ? await findMoved(env.db, plan, env.now()) : [];
  const own = new Set(solution?.needs.map((need) => need.id));
  const changes = allChanges.filter(
    (one) => isWhole || one.requestLineId === null || own.has(one.requestLineId),
  );
  // What was taken back since is not worth a word any more.
  const leftOut = (solution?.answer.leftOut ?? []).filter((pin) =>
    changes.some((one) => one.requestLineId === pin.needId && one.supplyId === pin.supplyId),
  );
  return {
    plan: {
      ...plan,
      divisionName: disambiguated(places.get(plan.needDivisionCode) ?? []).join(' · '),
    },
    solving,
    open,
    alternatives,
    changes,
    history,
    solved: solution && (await solvedView(env, plan, solution, search)),
    moved,
    leftOut,
    needs: await namedNeeds(env, [
      ...changes.flatMap((one) => one.requestLineId ?? []),
      ...moved.map((one) => one.requestLineId),
      ...leftOut.map((one) => one.needId),
    ]),
    changedFrom: await namedGoods(env, solution, changes),
    /** Not the whole plan is shown, but the needs of the reader's own division. */
    isShare: !isWhole,
    steps: isWhole ? stepsOf(actor, plan) : {},
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

/** The chosen solution, or the reader's share of it; a plan without any need of the reader's division is none to it. */
async function solutionToRead(
  env: ReadEnv,
  plan: ShownPlan,
  share: string | undefined,
): Promise<PlanSolutionShown | undefined> {
  if (plan.solutionId === null) return undefined;
  const whole = await findPlanSolution(env.db, plan.id, plan.solutionId);
  if (!whole || share === undefined) return whole;
  const lines = await listPlanLines(env.db, whole.id);
  return found(shareOfSolution(whole, lines, plan, share));
}

/** What is needed to speak of a need outside its own row. */
export interface ChangedNeed {
  placeName: string;
  size: string;
  item: CatalogueItem | undefined;
}

async function namedNeeds(
  env: ReadEnv,
  ids: readonly string[],
): Promise<Record<string, ChangedNeed>> {
  const needs = await listLineItems(env.db, ids);
  const [names, items] = await Promise.all([
    findNeedNames(env.db, ids),
    listItemsById(
      env.db,
      needs.map((need) => need.itemId),
    ),
  ]);
  return Object.fromEntries(
    needs.map(({ id, size, itemId }) => [
      id,
      {
        placeName: names[id]?.placeName ?? '',
        size,
        item: items.find((item) => item.id === itemId),
      },
    ]),
  );
}

/** The places of the goods that people spoke of, as far as the snapshot still has them. By supply. */
async function namedGoods(
  { db }: ReadEnv,
  solution: PlanSolutionShown | undefined,
  changes: readonly PlanChangeShown[],
): Promise<Record<string, string>> {
  const ids = new Set(changes.map((one) => one.supplyId));
  const supplies = solution?.supplies.filter((supply) => ids.has(supply.id)) ?? [];
  const names = await findPlaceNames(
    db,
    supplies.map((supply) => supply.placeId),
  );
  return Object.fromEntries(supplies.map(({ id, placeId }) => [id, names[placeId] ?? '']));
}

/** Steps that the reader's role takes at all, each with why not now. */
function stepsOf(actor: Actor, plan: ShownPlan): Steps {
  const { status, organisationId, divisionCode, submittedByUserId } = plan;
  const doneBy = submittedByUserId ? [submittedByUserId] : [];
  const record = { status, organisationId, divisionCode, doneBy };
  return Object.fromEntries(
    steps.flatMap((step) =>
      roleMay(`plan.${step}`, actor.role)
        ? [[step, refusal(`plan.${step}`, actor, record) ?? null]]
        : [],
    ),
  );
}

async function solvedView(
  env: ReadEnv,
  plan: ShownPlan,
  solution: PlanSolutionShown,
  search: URLSearchParams,
) {
  const { db } = env;
  const { answer, needs, supplies, takenAt } = solution;
  const filter = readNeedFilter(search);
  const [lines, before] = await Promise.all([
    listPlanLines(db, solution.id),
    plan.renewsPlanId ? listGivenByPlan(db, plan.renewsPlanId) : undefined,
  ]);
  const [least] = await leastShown(db, needs, [answer.leastNeed]);
  const { rows, total } = needRows({ answer, needs, supplies, lines, before }, filter);
  const counties = [...new Set(needs.map((need) => need.use.divisionCode.slice(0, 6)))];
  const restricted = supplies.flatMap(({ restriction }) => restriction.divisionCode ?? []);
  const [names, items, donors, placeNames, countyNames, divisions] = await Promise.all([
    findNeedNames(
      db,
      rows.map((row) => row.id),
    ),
    listItemsById(
      db,
      needs.map((need) => need.itemId),
    ),
    findGoodsNames(
      db,
      rows.flatMap((row) => row.lines.map((line) => line.donationLineId)),
    ),
    findPlaceNames(db, [
      ...rows.flatMap((row) => row.lines.map((line) => line.placeId)),
      ...answer.figures.byCentre.map((one) => one.key),
    ]),
    findCountyNames(db, counties),
    findPaths(db, [...new Set(restricted)]),
  ]);
  return {
    takenAt,
    figures: answer.figures,
    level: answer.level,
    least,
    needCount: needs.length,
    rows,
    page: { number: filter.page, size: filter.size, total },
    names,
    items,
    donors,
    placeNames,
    countyNames,
    divisionNames: Object.fromEntries(
      [...divisions].map(([code, path]) => [code, disambiguated(path).join(' · ')]),
    ),
    renewed: before !== undefined,
  };
}
export type LoadedPlan = Awaited<ReturnType<typeof loadPlan>>;
export type SolvedView = NonNullable<LoadedPlan['solved']>;
