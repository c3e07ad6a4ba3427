import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { allocationPlan, allocationPlanReason } from '~db/schema/allocation-plan';

/**
 * What the newest plan that stands says of each of these request lines, which the reader has found through its scope. Of the
 * plan itself nothing but its id and status is told.
 */
export async function listToldReasons(db: Database | Tx, requestLineIds: readonly string[]) {
  if (requestLineIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([allocationPlanReason.requestLineId], {
      requestLineId: allocationPlanReason.requestLineId,
      planId: allocationPlanReason.planId,
      planStatus: allocationPlan.status,
      reasons: allocationPlanReason.reasons,
      approvedAt: allocationPlanReason.approvedAt,
    })
    .from(allocationPlanReason)
    .innerJoin(allocationPlan, eq(allocationPlan.id, allocationPlanReason.planId))
    .where(
      and(
        inArray(allocationPlanReason.requestLineId, [...requestLineIds]),
        inArray(allocationPlan.status, ['approved', 'applied']),
      ),
    )
    .orderBy(
      allocationPlanReason.requestLineId,
      desc(allocationPlanReason.approvedAt),
      desc(allocationPlanReason.planId),
    );
  return rows.map((row) => ({ ...row, approvedAt: row.approvedAt.toISOString() }));
}
export type ToldReasons = Awaited<ReturnType<typeof listToldReasons>>[number];
