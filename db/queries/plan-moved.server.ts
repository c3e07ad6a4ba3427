import type { Database, Tx } from '~db/client.server';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix } from '~/domain/division';
import { getNumber } from '~/domain/parameter';
import { movedSince, type Moved } from '~/domain/plan-moved';
import { listPlanLines, type ShownPlan } from './allocation-plans.server';
import { listParameters } from './parameters.server';
import { readPlanGoods } from './plan-snapshot.server';

/** What of a plan could not be held as things stand now; the plan's own page has found it through its scope. */
export async function findMoved(db: Database | Tx, plan: ShownPlan, now: Date): Promise<Moved[]> {
  const { solutionId, divisionCode, organisationId, draftedByUserId: userId } = plan;
  if (solutionId === null) return [];
  const parameters = await listParameters(db);
  const scope = {
    userId,
    organisationId,
    role: 'bureau_officer' as const,
    divisionPrefix: divisionPrefix(divisionCode),
  };
  const day = dayInShanghai(now);
  const [lines, goods] = await Promise.all([
    listPlanLines(db, solutionId),
    readPlanGoods(db, scope, {
      needDivisionCode: plan.needDivisionCode,
      campaignId: plan.campaignId,
      itemIds: plan.itemIds,
      receivedWindowDays: getNumber(parameters, 'plan.received_window', day, divisionCode),
    }),
  ]);
  return movedSince(lines, goods);
}
