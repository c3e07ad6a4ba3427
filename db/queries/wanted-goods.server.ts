import { visibleEverywhere } from '~/domain/actor';
import { giftEffects, type GiftEffect } from '~/domain/allocation/marginal';
import { suggestAllocation, type Need } from '~/domain/allocation/suggestion';
import { dayInShanghai } from '~/domain/calendar';
import type { SmallestUnit } from '~/domain/quantity';
import { getNumber } from '~/domain/parameter';
import { planChoicesOf } from '~/domain/plan-parameters';
import type { Database } from '~db/client.server';
import { listItemsById } from './items.server';
import { listParameters } from './parameters.server';
import { readPlanGoods } from './plan-snapshot.server';

/** A gift as people speak of one: a hundred pieces, a hundred kilograms or litres. Smallest units. */
const GIFT: Record<SmallestUnit, number> = { piece: 100, g: 100_000, ml: 100_000 };

/**
 * What should be given: every item and size that approved needs are short of, by how much another gift would help. Totals
 * by county and group alone, the same for every reader, so it takes no Scope. What is in stock is taken off as the desk
 * suggests it; no plan is solved for a page.
 */
export async function listWantedGoods(
  db: Database,
  now: Date,
): Promise<(GiftEffect & { gift: number })[]> {
  const today = dayInShanghai(now);
  const parameters = await listParameters(db);
  const number = (code: 'plan.received_window' | 'stock.expiring_soon') =>
    getNumber(parameters, code, today, '');
  const { needs, supplies } = await readPlanGoods(db, visibleEverywhere, {
    needDivisionCode: '',
    campaignId: null,
    itemIds: [],
    receivedWindowDays: number('plan.received_window'),
  });
  const stock = supplies.map((supply) => ({
    ...supply,
    lotId: supply.lotId ?? supply.id,
    free: supply.quantity,
  }));
  const asked = needs.map((need): Need => ({
    ...need,
    requestLineId: need.id,
    remainder: need.quantity,
  }));
  const suggested = suggestAllocation(asked, stock, {
    today,
    soonDays: number('stock.expiring_soon'),
  });
  const given = new Map<string, number>();
  for (const { requestLineId, quantity } of suggested.proposals) {
    given.set(requestLineId, (given.get(requestLineId) ?? 0) + quantity);
  }
  const items = new Map(
    (
      await listItemsById(
        db,
        needs.map((need) => need.itemId),
      )
    ).map((item) => [item.id, item]),
  );
  const giftOf = (itemId: string) => GIFT[items.get(itemId)?.smallestUnit ?? 'piece'];
  const rules = { ...planChoicesOf(parameters, today, ''), today, pinned: [], forbidden: [] };
  return giftEffects({ needs, rules }, given, giftOf).map((effect) => ({
    ...effect,
    gift: giftOf(effect.itemId),
  }));
}
