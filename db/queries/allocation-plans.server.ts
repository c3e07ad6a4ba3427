import { and, asc, desc, eq, inArray, isNull, like, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import {
  allocationPlan,
  allocationPlanChange,
  allocationPlanLine,
  allocationPlanSnapshot,
  allocationPlanSolution,
} from '~db/schema/allocation-plan';
import { authUser } from '~db/schema/auth';
import { campaign } from '~db/schema/donation';
import { job } from '~db/schema/job';
import { organisation } from '~db/schema/organisation';
import type { Scope } from '~/domain/actor';
import type { AllocationPlanStatus } from '~/domain/allocation-plan';
import { ancestry, completeCode, contains } from '~/domain/division';

type Reader = Database | Tx;

/** Officers see the plans of their own division's bureaus and of those below; nobody else is in the committee. */
export function planInScope(scope: Scope): SQL | undefined {
  switch (scope.role) {
    case 'administrator':
      return undefined;
    case 'bureau_officer':
      return like(allocationPlan.divisionCode, `${scope.divisionPrefix}%`);
    case 'foundation_staff':
    case 'depot_staff':
    case 'centre_coordinator':
    case 'township_officer':
      return sql`false`;
  }
}

/**
 * The plans of the reader's committee, and those of bureaus above that may serve needs of the reader's division: those are
 * told of once they are submitted, and of them the reader is shown its own division's needs alone (`shareOf`).
 */
function planToRead(scope: Scope): SQL | undefined {
  const own = planInScope(scope);
  const code = completeCode(scope.divisionPrefix);
  if (scope.role !== 'bureau_officer' || !code) return own;
  const above = ancestry(code).filter((one) => one !== code);
  if (above.length === 0) return own;
  const served = or(
    inArray(allocationPlan.needDivisionCode, above),
    like(allocationPlan.needDivisionCode, `${scope.divisionPrefix}%`),
  );
  const told = and(
    inArray(allocationPlan.divisionCode, above),
    served,
    ne(allocationPlan.status, 'draft'),
  );
  return or(own, told);
}

/** Digits of the division whose share of a plan the reader may see; undefined where it is the whole plan. */
export function shareOf(scope: Scope, plan: { divisionCode: string }): string | undefined {
  return contains(scope.divisionPrefix, plan.divisionCode) ? undefined : scope.divisionPrefix;
}

export interface PlanFilter {
  status?: AllocationPlanStatus | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Newest first. */
export async function listPlans(db: Reader, scope: Scope, filter: PlanFilter) {
  const rows = await db
    .select({
      id: allocationPlan.id,
      status: allocationPlan.status,
      organisationName: organisation.name,
      needDivisionCode: allocationPlan.needDivisionCode,
      campaignName: campaign.name,
      floorShare: sql<number>`(${allocationPlan.choices} ->> 'floorShare')::float8`,
      createdAt: allocationPlan.createdAt,
      itemIds: allocationPlan.itemIds,
      divisionCode: allocationPlan.divisionCode,
      needs: needsCounted(scope),
      lines: linesCounted(scope),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(allocationPlan)
    .innerJoin(organisation, eq(organisation.id, allocationPlan.organisationId))
    .leftJoin(campaign, eq(campaign.id, allocationPlan.campaignId))
    .leftJoin(allocationPlanSolution, eq(allocationPlanSolution.id, allocationPlan.solutionId))
    .where(
      and(planToRead(scope), filter.status ? eq(allocationPlan.status, filter.status) : undefined),
    )
    .orderBy(desc(allocationPlan.createdAt), desc(allocationPlan.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      /** What is counted are the needs of the reader's own division. */
      isShare: shareOf(scope, row) !== undefined,
    })),
    total,
  };
}

/** SQL: is all of the plan the reader's to see? `shareOf`, said to the database. */
function isWhole(scope: Scope): SQL {
  return like(allocationPlan.divisionCode, `${scope.divisionPrefix}%`);
}

/** SQL: needs that the plan decides on, of what the reader may see of it; null while it is not solved. */
function needsCounted(scope: Scope) {
  const needs = sql`${allocationPlanSolution.answer} -> 'needs'`;
  return sql<number | null>`case when ${isWhole(scope)} or ${allocationPlan.solutionId} is null
    then jsonb_array_length(${needs})
    else (select count(*)::int from jsonb_array_elements(${needs}) one
      join request_line rl on rl.id = (one ->> 'needId')::uuid
      join request r on r.id = rl.request_id
      where r.division_code like ${`${scope.divisionPrefix}%`}) end`;
}

/** SQL: lines of the plan, of what the reader may see of it. */
function linesCounted(scope: Scope) {
  return sql<number>`(select count(*)::int from allocation_plan_line l
    where l.solution_id = ${allocationPlan.solutionId} and (${isWhole(scope)} or exists (
      select 1 from request_line rl join request r on r.id = rl.request_id
      where rl.id = l.request_line_id and r.division_code like ${`${scope.divisionPrefix}%`})))`;
}

/** A plan of the reader's committee. */
export function findPlan(db: Reader, scope: Scope, id: string) {
  return findPlanWhere(db, id, planInScope(scope));
}

/** A plan that the reader may look at: see `shareOf` for how much of it. */
export function findPlanToRead(db: Reader, scope: Scope, id: string) {
  return findPlanWhere(db, id, planToRead(scope));
}

async function findPlanWhere(db: Reader, id: string, inScope: SQL | undefined) {
  const [row] = await db
    .select({
      id: allocationPlan.id,
      organisationId: allocationPlan.organisationId,
      organisationName: organisation.name,
      divisionCode: allocationPlan.divisionCode,
      needDivisionCode: allocationPlan.needDivisionCode,
      campaignId: allocationPlan.campaignId,
      campaignName: campaign.name,
      itemIds: allocationPlan.itemIds,
      status: allocationPlan.status,
      choices: allocationPlan.choices,
      solutionId: allocationPlan.solutionId,
      renewsPlanId: allocationPlan.renewsPlanId,
      renewedBy: sql<string | null>`(select newer.id from allocation_plan newer
        where newer.renews_plan_id = ${allocationPlan.id} limit 1)`,
      draftedByUserId: allocationPlan.draftedByUserId,
      draftedByName: authUser.name,
      submittedByUserId: allocationPlan.submittedByUserId,
      decisionReason: allocationPlan.decisionReason,
      createdAt: allocationPlan.createdAt,
      version: allocationPlan.version,
    })
    .from(allocationPlan)
    .innerJoin(organisation, eq(organisation.id, allocationPlan.organisationId))
    .leftJoin(campaign, eq(campaign.id, allocationPlan.campaignId))
    .leftJoin(authUser, eq(authUser.id, allocationPlan.draftedByUserId))
    .where(and(eq(allocationPlan.id, id), inScope));
  return row && { ...row, createdAt: row.createdAt.toISOString() };
}
export type ShownPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** The last solving that was asked for. */
export async function findSolving(db: Reader, planId: string) {
  const [row] = await db
    .select(jobColumns)
    .from(job)
    .where(and(eq(job.kind, 'solve_plan'), eq(job.subjectId, planId)))
    .orderBy(desc(job.createdAt), desc(job.id))
    .limit(1);
  return row;
}

/** A what-if of this plan, with its answer once it has one. */
export async function findWhatIf(db: Reader, planId: string, jobId: string) {
  const [row] = await db
    .select({ ...jobColumns, task: job.task, result: job.result })
    .from(job)
    .where(and(eq(job.kind, 'what_if'), eq(job.subjectId, planId), eq(job.id, jobId)));
  return row;
}

const jobColumns = { id: job.id, status: job.status, progress: job.progress, failure: job.failure };
export type Solving = NonNullable<Awaited<ReturnType<typeof findSolving>>>;

/** What was solved in the last round, the alternatives side by side, by floor. */
export async function listAlternatives(db: Reader, planId: string) {
  const latest = sql`(select max(s.round) from allocation_plan_solution s where s.plan_id = ${planId})`;
  return db
    .select({
      id: allocationPlanSolution.id,
      round: allocationPlanSolution.round,
      floorShare: allocationPlanSolution.floorShare,
      snapshotId: allocationPlanSolution.snapshotId,
      figures: sql<
        (typeof allocationPlanSolution.$inferSelect)['answer']['figures']
      >`${allocationPlanSolution.answer} -> 'figures'`,
      level: sql<number>`(${allocationPlanSolution.answer} ->> 'level')::float8`,
      least: sql<number | null>`(${allocationPlanSolution.answer} ->> 'least')::float8`,
    })
    .from(allocationPlanSolution)
    .where(and(eq(allocationPlanSolution.planId, planId), eq(allocationPlanSolution.round, latest)))
    .orderBy(asc(allocationPlanSolution.floorShare));
}
export type Alternative = Awaited<ReturnType<typeof listAlternatives>>[number];

/** A solution of the plan with all that explains it. */
export async function findPlanSolution(db: Reader, planId: string, solutionId: string) {
  const [row] = await db
    .select({
      id: allocationPlanSolution.id,
      floorShare: allocationPlanSolution.floorShare,
      answer: allocationPlanSolution.answer,
      takenAt: allocationPlanSnapshot.takenAt,
      supplies: allocationPlanSnapshot.supplies,
      needs: allocationPlanSnapshot.needs,
    })
    .from(allocationPlanSolution)
    .innerJoin(
      allocationPlanSnapshot,
      eq(allocationPlanSnapshot.id, allocationPlanSolution.snapshotId),
    )
    .where(
      and(eq(allocationPlanSolution.id, solutionId), eq(allocationPlanSolution.planId, planId)),
    );
  return row && { ...row, takenAt: row.takenAt.toISOString() };
}
export type PlanSolutionShown = NonNullable<Awaited<ReturnType<typeof findPlanSolution>>>;

export async function listPlanLines(db: Reader, solutionId: string) {
  return db
    .select({
      id: allocationPlanLine.id,
      requestLineId: allocationPlanLine.requestLineId,
      supplyId: allocationPlanLine.supplyId,
      donationLineId: allocationPlanLine.donationLineId,
      lotId: allocationPlanLine.lotId,
      placeId: allocationPlanLine.placeId,
      quantity: allocationPlanLine.quantity,
      larger: allocationPlanLine.larger,
      km: allocationPlanLine.km,
    })
    .from(allocationPlanLine)
    .where(eq(allocationPlanLine.solutionId, solutionId))
    .orderBy(asc(allocationPlanLine.requestLineId), asc(allocationPlanLine.supplyId));
}
export type PlanLineShown = Awaited<ReturnType<typeof listPlanLines>>[number];

/** What people changed, and what it cost; what was taken back is not among it. */
export async function listPlanChanges(db: Reader, planId: string) {
  const rows = await db
    .select({
      id: allocationPlanChange.id,
      kind: allocationPlanChange.kind,
      requestLineId: allocationPlanChange.requestLineId,
      supplyId: allocationPlanChange.supplyId,
      quantity: allocationPlanChange.quantity,
      reason: allocationPlanChange.reason,
      cost: allocationPlanChange.cost,
      changedByName: authUser.name,
      changedAt: allocationPlanChange.changedAt,
    })
    .from(allocationPlanChange)
    .leftJoin(authUser, eq(authUser.id, allocationPlanChange.changedByUserId))
    .where(and(eq(allocationPlanChange.planId, planId), isNull(allocationPlanChange.undoneAt)))
    .orderBy(asc(allocationPlanChange.id));
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}
export type PlanChangeShown = Awaited<ReturnType<typeof listPlanChanges>>[number];

/** What each need was given by the solution that the plan had chosen. Smallest units. */
export async function listGivenByPlan(db: Reader, planId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({
      requestLineId: allocationPlanLine.requestLineId,
      given: sql<number>`sum(${allocationPlanLine.quantity})::float8`,
    })
    .from(allocationPlanLine)
    .innerJoin(allocationPlan, eq(allocationPlan.solutionId, allocationPlanLine.solutionId))
    .where(eq(allocationPlan.id, planId))
    .groupBy(allocationPlanLine.requestLineId);
  return new Map(rows.map((row) => [row.requestLineId, row.given]));
}
