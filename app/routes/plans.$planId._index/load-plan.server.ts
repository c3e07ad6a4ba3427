import { visibleScope, type Actor } from '~/domain/actor';
import type { CatalogueItem } from '~/domain/catalogue';
import { disambiguated } from '~/domain/division';
import { isOpenJob } from '~/domain/job';
import { refusal, roleMay } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { refuseRequest, found } from '~/server/respond.server';
import {
  findPlan,
  findPlanSolution,
  findSolving,
  listAlternatives,
  listGivenByPlan,
  listPlanChanges,
  listPlanLines,
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
import { needRows, readNeedFilter } from './need-rows.server';

const steps = ['change', 'submit', 'approve', 'reject', 'apply', 'renew'] as const;
type Steps = Partial<Record<(typeof steps)[number], ReturnType<typeof refusal> | null>>;

/** All that the committee sees of a plan. */
export async function loadPlan(
  env: ServerEnv,
  actor: Actor,
  planId: string,
  search: URLSearchParams,
) {
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  const plan = found(await findPlan(env.db, visibleScope(actor), planId));
  const [solving, alternatives, changes, history, places] = await Promise.all([
    findSolving(env.db, planId),
    listAlternatives(env.db, planId),
    listPlanChanges(env.db, planId),
    findHistory(env.db, 'allocation_plan', planId),
    findPaths(env.db, [plan.needDivisionCode]),
  ]);
  const open = solving !== undefined && isOpenJob(solving.status);
  const moved = plan.status === 'approved' ? await findMoved(env.db, plan, env.now()) : [];
  const solution =
    plan.solutionId === null ? undefined : await findPlanSolution(env.db, planId, plan.solutionId);
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
    needs: await namedNeeds(env, solution, [
      ...changes.map((one) => one.requestLineId),
      ...moved.map((one) => one.requestLineId),
    ]),
    steps: stepsOf(actor, plan),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

/** What is needed to speak of a need outside its own row. */
export interface ChangedNeed {
  placeName: string;
  size: string;
  item: CatalogueItem | undefined;
}

async function namedNeeds(
  env: ServerEnv,
  solution: PlanSolutionShown | undefined,
  ids: readonly string[],
): Promise<Record<string, ChangedNeed>> {
  const wanted = new Set(ids);
  const needs = solution?.needs.filter((need) => wanted.has(need.id)) ?? [];
  const [names, items] = await Promise.all([
    findNeedNames(
      env.db,
      needs.map((need) => need.id),
    ),
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
  env: ServerEnv,
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
