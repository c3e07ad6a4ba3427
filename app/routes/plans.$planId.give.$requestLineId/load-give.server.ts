import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { disambiguated } from '~/domain/division';
import { goodsForNeed } from '~/domain/plan-pin';
import { refusal } from '~/domain/policy';
import type { ServerEnv } from '~/server/env.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findPlan, findPlanSolution, listPlanLines } from '~db/queries/allocation-plans.server';
import { findPaths } from '~db/queries/divisions.server';
import { listItemsById } from '~db/queries/items.server';
import { findGoodsNames, findNeedNames, findPlaceNames } from '~db/queries/plan-names.server';

/** One need of a draft, with all goods of its item, and the rule that stands against some of them. */
export async function loadGive(env: ServerEnv, actor: Actor, planId: string, needId: string) {
  const { db } = env;
  const plan = found(await findPlan(db, visibleScope(actor), planId));
  const error = refusal('plan.change', actor, { ...plan, doneBy: [] });
  if (error) refuseRequest(error);
  if (plan.solutionId === null) refuseRequest({ code: 'plan.not_solved' });
  const solution = found(await findPlanSolution(db, planId, plan.solutionId));
  const { supplies, needs, takenAt } = solution;
  const need = found(needs.find((one) => one.id === needId));
  const today = dayInShanghai(new Date(takenAt));
  const rules = { ...plan.choices, today, pinned: [], forbidden: [] };
  const goods = goodsForNeed({ supplies, needs, rules }, need);
  const [lines, names, items, donors, places, divisions] = await Promise.all([
    listPlanLines(db, solution.id),
    findNeedNames(db, [needId]),
    listItemsById(db, [need.itemId]),
    findGoodsNames(
      db,
      goods.map(({ supply }) => supply.donationLineId),
    ),
    findPlaceNames(
      db,
      goods.map(({ supply }) => supply.placeId),
    ),
    findPaths(
      db,
      goods.flatMap(({ supply }) => supply.restriction.divisionCode ?? []),
    ),
  ]);
  const sum = (of: (line: (typeof lines)[number]) => boolean) =>
    lines.filter(of).reduce((total, line) => total + line.quantity, 0);
  return {
    plan: { id: plan.id, version: plan.version },
    need: { id: need.id, size: need.size, quantity: need.quantity, names: names[needId] },
    given: sum((line) => line.requestLineId === needId),
    item: items[0],
    goods: goods.map(({ supply, refusal: rule, km }) => ({
      id: supply.id,
      size: supply.size,
      quantity: supply.quantity,
      left: supply.quantity - sum((line) => line.supplyId === supply.id),
      isPledge: supply.lotId === null,
      bestBefore: supply.bestBefore,
      km,
      rule,
      division: pathOf(divisions, supply.restriction.divisionCode),
      group: supply.restriction.group,
      donor: donors[supply.donationLineId],
      placeName: places[supply.placeId] ?? '',
    })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

function pathOf(
  divisions: Awaited<ReturnType<typeof findPaths>>,
  code: string | undefined,
): string | undefined {
  return code && disambiguated(divisions.get(code) ?? []).join(' · ');
}
export type LoadedGive = Awaited<ReturnType<typeof loadGive>>;
