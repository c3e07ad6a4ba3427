import { countyCode } from '../division';
import { LOOSE } from '../ledger';
import { mixedParcels } from './mixed-parcels';
import type { PlanNeed, PlanProblem, PlanSolution, PlanSupply } from './problem';
import { roadKm, spotOf } from './road';
import { solvePlan } from './solve-plan';
import { fillValue, wholeNeed } from './worth';

/** A gift of one item as people speak of one: a hundred pieces, a hundred kilograms. */
export interface GiftShape {
  /** Smallest units. */
  quantity: number;
  unitWeightMg: number;
  unitVolumeUl: number;
}

/** What more is met, of one county or group. Below 0 where the plan with the gift gives it less than the one without. */
export interface MetFigure {
  /** A county code or a group. */
  key: string;
  /** Smallest units. */
  quantity: number;
  /** Head count of the needs that get another quantity: whether the figure is about few people is read from it. */
  people: number;
}

/** What another gift of one item in one size would do. */
export interface GiftEffect {
  itemId: string;
  size: string;
  /** Smallest units. */
  gift: number;
  /** The depot it would be brought to: the nearest to what is open. null where no depot's point is known. */
  depotId: string | null;
  /** Of this item, in whatever size, what is met with the gift and not without. */
  met: number;
  /** Of this item and size what is not met without it. */
  open: number;
  /** Persons that what is met would serve in full. */
  persons: number;
  /** What the plan's value gains, the road paid: gifts are ranked by it. */
  value: number;
  byCounty: MetFigure[];
  byGroup: MetFigure[];
}

/** More items and sizes than a reader looks at; each is a plan of its item. */
const MOST_SOLVED = 100;

interface Wanted {
  itemId: string;
  size: string;
  open: PlanNeed[];
  /** Value of meeting all of it. */
  worth: number;
}

/**
 * What to give: for every item and size that a plan of the goods that are there leaves open, the item is solved a second time
 * with a gift at the depot nearest to what is open, and the two plans are compared. So what the gift frees for others counts,
 * and what the road costs; nothing is read from prices, which hold for a first unit only. The hundred whose open part is worth
 * most are solved. Needs are counted by county and by group; nobody's name stands in it. The rules must be sound.
 */
export function giftEffects(
  problem: PlanProblem,
  shapeOf: (itemId: string) => GiftShape,
  progress?: (share: number) => void,
): GiftEffect[] {
  const classOf = classesOf(problem);
  const itemIds = [...new Set(problem.needs.map((need) => need.itemId))].sort();
  const before = new Map(itemIds.map((itemId) => [itemId, solvePlan(classOf(itemId))]));
  const wanted = itemIds
    .flatMap((itemId) => wantedOf(problem, itemId, before.get(itemId)))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_SOLVED);
  const effects = wanted.map((one, at) => {
    const shape = shapeOf(one.itemId);
    const gift = giftTo(problem, one, shape);
    const without = classOf(one.itemId);
    const former = before.get(one.itemId);
    const changed = { ...without, supplies: [...without.supplies, gift] };
    const after = solvePlan(changed, undefined, undefined, former);
    progress?.((at + 1) / wanted.length);
    return effectOf(one, gift, without, former, after);
  });
  return effects.sort((a, b) => b.value - a.value || compareGoods(a, b));
}

/** One item's goods and needs; all of them where centres' room or parcels bind items to each other. */
function classesOf(problem: PlanProblem): (itemId: string) => PlanProblem {
  const roomSet = problem.needs.some((need) => need.capacityLeftMl !== undefined);
  if (roomSet || mixedParcels(problem).length > 0) return () => problem;
  return (itemId) => ({
    ...problem,
    needs: problem.needs.filter((need) => need.itemId === itemId),
    supplies: problem.supplies.filter((supply) => supply.itemId === itemId),
  });
}

function wantedOf(
  { needs, rules }: PlanProblem,
  itemId: string,
  solution: PlanSolution | undefined,
): Wanted[] {
  const given = givenOf(solution);
  const sizes = new Map<string, Wanted>();
  for (const need of needs) {
    const has = given.get(need.id) ?? 0;
    if (need.itemId !== itemId || has >= need.quantity) continue;
    const { size } = need;
    const one = sizes.get(size) ?? { itemId, size, open: [], worth: 0 };
    const filled = need.receivedBefore + has;
    one.open.push({ ...need, quantity: need.quantity - has, receivedBefore: filled });
    one.worth += fillValue(need, rules, wholeNeed(need)) - fillValue(need, rules, filled);
    sizes.set(size, one);
  }
  return [...sizes.values()];
}

/** Loose goods that nobody bound, at the depot that has the fewest kilometres to the persons who wait. */
function giftTo({ supplies, rules }: PlanProblem, wanted: Wanted, shape: GiftShape): PlanSupply {
  const depots = new Map(
    supplies.flatMap(({ placeId, point }) => (point ? [[placeId, point] as const] : [])),
  );
  const waiting = wanted.open.map((need) => ({
    spot: need.point && spotOf(need.point),
    persons: (need.headCount * need.quantity) / wholeNeed(need),
  }));
  const kmTo = (point: NonNullable<PlanSupply['point']>) => {
    const spot = spotOf(point);
    return waiting.reduce(
      (sum, one) => sum + one.persons * (roadKm(spot, one.spot, rules) ?? rules.unknownKm),
      0,
    );
  };
  const [nearest] = [...depots]
    .map(([placeId, point]) => ({ placeId, point, km: kmTo(point) }))
    .sort((a, b) => a.km - b.km || (a.placeId < b.placeId ? -1 : 1));
  return {
    id: 'gift',
    lotId: null,
    donationLineId: '',
    parcelId: LOOSE,
    placeId: nearest?.placeId ?? '',
    itemId: wanted.itemId,
    size: wanted.size,
    packSize: 1,
    quarantined: false,
    restriction: {},
    ...shape,
    ...(nearest && { point: nearest.point }),
  };
}

interface Change {
  need: PlanNeed;
  /** Smallest units. */
  more: number;
}

function effectOf(
  { itemId, size, open }: Wanted,
  gift: PlanSupply,
  { needs }: PlanProblem,
  before: PlanSolution | undefined,
  after: PlanSolution,
): GiftEffect {
  const [had, has] = [givenOf(before), givenOf(after)];
  const changes = needs.flatMap((need): Change[] => {
    const more = (has.get(need.id) ?? 0) - (had.get(need.id) ?? 0);
    return need.itemId === itemId && more !== 0 ? [{ need, more }] : [];
  });
  const sum = (of: (one: Change) => number) => changes.reduce((total, one) => total + of(one), 0);
  return {
    itemId,
    size,
    gift: gift.quantity,
    depotId: gift.placeId === '' ? null : gift.placeId,
    met: sum(({ more }) => more),
    open: open.reduce((total, { quantity }) => total + quantity, 0),
    persons: sum(({ need, more }) => (need.headCount * more) / wholeNeed(need)),
    value: after.figures.value - (before?.figures.value ?? 0),
    byCounty: figuresBy(changes, ({ use }) => countyCode(use.divisionCode)),
    byGroup: figuresBy(changes, ({ use }) => use.group),
  };
}

function givenOf(solution: PlanSolution | undefined): Map<string, number> {
  return new Map(solution?.needs.map(({ needId, given }) => [needId, given]));
}

function figuresBy(changes: readonly Change[], keyOf: (need: PlanNeed) => string): MetFigure[] {
  const rows = new Map<string, MetFigure>();
  for (const { need, more } of changes) {
    const key = keyOf(need);
    const row = rows.get(key) ?? { key, quantity: 0, people: 0 };
    row.quantity += more;
    row.people += need.headCount;
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => b.quantity - a.quantity || (a.key < b.key ? -1 : 1));
}

function compareGoods(a: GiftEffect, b: GiftEffect): number {
  return a.itemId < b.itemId || (a.itemId === b.itemId && a.size < b.size) ? -1 : 1;
}
