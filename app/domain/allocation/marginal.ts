import { countyCode } from '../division';
import type { PlanNeed, PlanRules } from './problem';
import { wholeNeed, worthSteps } from './worth';

/** Where more would go. */
export interface MetFigure {
  /** A county code or a group. */
  key: string;
  /** Smallest units. */
  quantity: number;
  persons: number;
}

/** What another gift of one item in one size would do. */
export interface GiftEffect {
  itemId: string;
  size: string;
  /** Of the gift, what needs would take. */
  met: number;
  /** What is not met now, all of it. */
  open: number;
  /** Persons that what is met would serve in full. */
  persons: number;
  /** The same, weighed by urgency, group and how little they have: gifts are ranked by it. */
  value: number;
  byCounty: MetFigure[];
  byGroup: MetFigure[];
}

interface Taken {
  need: PlanNeed;
  count: number;
  worth: number;
}

/**
 * What to give: every item and size that is short, by how much need another gift of it would meet once the plan has given what
 * is there. `given` is what the plan gives each need; `giftOf` the gift that is looked at, in smallest units (100 pieces, 100 kg).
 * Nobody's name stands in it: needs are counted by county and by group.
 */
export function giftEffects(
  { needs, rules }: { needs: readonly PlanNeed[]; rules: PlanRules },
  given: ReadonlyMap<string, number>,
  giftOf: (itemId: string) => number = () => 100,
): GiftEffect[] {
  const goods = new Map<string, PlanNeed[]>();
  for (const need of needs) {
    if (need.quantity - (given.get(need.id) ?? 0) <= 0) continue;
    const key = `${need.itemId} ${need.size}`;
    goods.set(key, [...(goods.get(key) ?? []), need]);
  }
  return [...goods.values()]
    .map((open) => effectOf(open, rules, given, giftOf))
    .sort((a, b) => b.value - a.value || compareGoods(a, b));
}

function effectOf(
  needs: readonly PlanNeed[],
  rules: PlanRules,
  given: ReadonlyMap<string, number>,
  giftOf: (itemId: string) => number,
): GiftEffect {
  const { itemId = '', size = '' } = needs[0] ?? {};
  const steps = needs.flatMap((need): Taken[] => {
    const has = given.get(need.id) ?? 0;
    const left = need.quantity - has;
    return worthSteps(need, rules, need.receivedBefore + has, left, 1).map((step) => ({
      need,
      ...step,
    }));
  });
  // What is worth most is served first; where it is worth the same, the needs in their order.
  steps.sort((a, b) => b.worth - a.worth);
  let left = giftOf(itemId);
  const taken = steps.map((step) => {
    const count = Math.min(left, step.count);
    left -= count;
    return { ...step, count };
  });
  const sum = (of: (one: Taken) => number) => taken.reduce((total, one) => total + of(one), 0);
  return {
    itemId,
    size,
    met: giftOf(itemId) - left,
    open: needs.reduce((total, need) => total + need.quantity - (given.get(need.id) ?? 0), 0),
    persons: sum(personsOf),
    value: sum(({ count, worth }) => count * worth),
    byCounty: figuresBy(taken, ({ use }) => countyCode(use.divisionCode)),
    byGroup: figuresBy(taken, ({ use }) => use.group),
  };
}

function personsOf({ need, count }: Taken): number {
  return (need.headCount * count) / wholeNeed(need);
}

function figuresBy(taken: readonly Taken[], keyOf: (need: PlanNeed) => string): MetFigure[] {
  const rows = new Map<string, MetFigure>();
  for (const one of taken) {
    if (one.count === 0) continue;
    const key = keyOf(one.need);
    const row = rows.get(key) ?? { key, quantity: 0, persons: 0 };
    row.quantity += one.count;
    row.persons += personsOf(one);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => b.persons - a.persons || (a.key < b.key ? -1 : 1));
}

function compareGoods(a: GiftEffect, b: GiftEffect): number {
  return a.itemId < b.itemId || (a.itemId === b.itemId && a.size < b.size) ? -1 : 1;
}
