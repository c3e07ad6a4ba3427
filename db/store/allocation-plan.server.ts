import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import {
  allocationPlan,
  allocationPlanChange,
  allocationPlanLine,
  allocationPlanSnapshot,
  allocationPlanSolution,
} from '~db/schema/allocation-plan';
import type { AllocationPlanState } from '~/domain/allocation-plan';

export type AllocationPlanRow = typeof allocationPlan.$inferSelect;
export type PlanLineRow = typeof allocationPlanLine.$inferSelect;
export type PlanChangeRow = typeof allocationPlanChange.$inferSelect;

export async function insertPlan(tx: Tx, row: typeof allocationPlan.$inferInsert): Promise<void> {
  await tx.insert(allocationPlan).values(row);
}

export async function lockPlan(tx: Tx, id: string): Promise<AllocationPlanRow | undefined> {
  const [row] = await tx
    .select()
    .from(allocationPlan)
    .where(eq(allocationPlan.id, id))
    .for('update');
  return row;
}

export async function findPlan(tx: Tx, id: string): Promise<AllocationPlanRow | undefined> {
  const [row] = await tx.select().from(allocationPlan).where(eq(allocationPlan.id, id));
  return row;
}

/** Writes what an event made of the plan; status, version and chosen solution change nowhere else. */
export async function savePlan(
  tx: Tx,
  id: string,
  next: AllocationPlanState,
  changes: Partial<typeof allocationPlan.$inferInsert> = {},
): Promise<void> {
  const { status, version, solutionId } = next;
  await tx
    .update(allocationPlan)
    .set({ ...changes, status, version, solutionId })
    .where(eq(allocationPlan.id, id));
}

export async function insertSnapshot(
  tx: Tx,
  row: typeof allocationPlanSnapshot.$inferInsert,
): Promise<void> {
  await tx.insert(allocationPlanSnapshot).values(row);
}

export async function findSnapshot(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(allocationPlanSnapshot)
    .where(eq(allocationPlanSnapshot.id, id));
  return row;
}

/** Rows of one insert at a time: PostgreSQL takes 65,535 values in a statement. */
const ROWS_AT_ONCE = 2000;

export async function insertSolution(
  tx: Tx,
  row: typeof allocationPlanSolution.$inferInsert,
  lines: readonly (typeof allocationPlanLine.$inferInsert)[],
): Promise<void> {
  await tx.insert(allocationPlanSolution).values(row);
  for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
    await tx.insert(allocationPlanLine).values(lines.slice(at, at + ROWS_AT_ONCE));
  }
}

export async function findSolution(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(allocationPlanSolution)
    .where(eq(allocationPlanSolution.id, id));
  return row;
}

export async function findLatestRound(tx: Tx, planId: string): Promise<number> {
  const [row] = await tx
    .select({ round: allocationPlanSolution.round })
    .from(allocationPlanSolution)
    .where(eq(allocationPlanSolution.planId, planId))
    .orderBy(desc(allocationPlanSolution.round))
    .limit(1);
  return row?.round ?? 0;
}

/** The parts of the last round, by floor, with the ids that their places stand for. */
export async function findLatestParts(tx: Tx, planId: string) {
  const ids = (
    list: typeof allocationPlanSnapshot.needs | typeof allocationPlanSnapshot.supplies,
  ) => sql<string[]>`jsonb_path_query_array(${list}, '$[*].id')`;
  const solutions = await tx
    .select({
      floorShare: allocationPlanSolution.floorShare,
      snapshotId: allocationPlanSolution.snapshotId,
      parts: allocationPlanSolution.parts,
    })
    .from(allocationPlanSolution)
    .where(and(eq(allocationPlanSolution.planId, planId), isNotNull(allocationPlanSolution.parts)));
  const [first] = solutions;
  if (!first) return undefined;
  const [snapshot] = await tx
    .select({
      needIds: ids(allocationPlanSnapshot.needs),
      supplyIds: ids(allocationPlanSnapshot.supplies),
    })
    .from(allocationPlanSnapshot)
    .where(eq(allocationPlanSnapshot.id, first.snapshotId));
  return snapshot && { ...snapshot, solutions };
}

/** Parts are of use to the next solving alone; it has begun from them, and its own take their place. */
export async function forgetParts(tx: Tx, planId: string): Promise<void> {
  await tx
    .update(allocationPlanSolution)
    .set({ parts: null })
    .where(and(eq(allocationPlanSolution.planId, planId), isNotNull(allocationPlanSolution.parts)));
}

export async function listSolutionLines(tx: Tx, solutionId: string): Promise<PlanLineRow[]> {
  return tx
    .select()
    .from(allocationPlanLine)
    .where(eq(allocationPlanLine.solutionId, solutionId))
    .orderBy(asc(allocationPlanLine.requestLineId), asc(allocationPlanLine.supplyId));
}

export async function insertChange(
  tx: Tx,
  row: typeof allocationPlanChange.$inferInsert,
): Promise<void> {
  await tx.insert(allocationPlanChange).values(row);
}

/** Changes that still hold, in the order they were made in. */
export async function listChanges(tx: Tx, planId: string): Promise<PlanChangeRow[]> {
  return tx
    .select()
    .from(allocationPlanChange)
    .where(and(eq(allocationPlanChange.planId, planId), isNull(allocationPlanChange.undoneAt)))
    .orderBy(asc(allocationPlanChange.id));
}

export async function findChange(tx: Tx, id: string): Promise<PlanChangeRow | undefined> {
  const [row] = await tx.select().from(allocationPlanChange).where(eq(allocationPlanChange.id, id));
  return row;
}

export async function undoChange(tx: Tx, id: string, undoneAt: Date): Promise<void> {
  await tx.update(allocationPlanChange).set({ undoneAt }).where(eq(allocationPlanChange.id, id));
}

export async function saveChangeCost(tx: Tx, id: string, cost: number): Promise<void> {
  await tx.update(allocationPlanChange).set({ cost }).where(eq(allocationPlanChange.id, id));
}

/** Writes what the plan's chosen solution says of every need, for the centres whose needs they are. */
export async function insertPlanReasons(
  tx: Tx,
  plan: { planId: string; solutionId: string; approvedAt: Date },
): Promise<void> {
  const { planId, solutionId, approvedAt } = plan;
  await tx.execute(sql`
    insert into allocation_plan_reason (plan_id, request_line_id, reasons, approved_at)
    select ${planId}::uuid, (one ->> 'needId')::uuid, one -> 'reasons', ${approvedAt.toISOString()}::timestamptz
    from allocation_plan_solution s, jsonb_array_elements(s.answer -> 'reasons') one
    where s.id = ${solutionId}`);
}
