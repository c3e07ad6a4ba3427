import { defaultPlanRules } from '~/domain/allocation/plan-rules';
import type { PlanNeed, PlanProblem, PlanRules, PlanSupply } from '~/domain/allocation/problem';
import { LOOSE } from '~/domain/ledger';
import { programmeGroups } from '~/domain/organisation';
import type { Restriction } from '~/domain/restriction';
import { seeded, type Random } from './random';

export interface InstanceShape {
  seed: number;
  needs: number;
  supplies: number;
  items: number;
  /** Smallest units that stay together; a supply has one of them. */
  packs: readonly number[];
  rules?: Partial<PlanRules>;
  /** Sealed boxes that hold a lot of every item, beside the supplies. */
  boxes?: number;
}

const TODAY = '2026-01-10';
const counties =
  '451102 451103 451121 451122 451123 450302 450321 450323 450324 450330 450332 450405'.split(' ');
/** What goods there are for all that is asked. */
const SUPPLY_SHARE = 0.6;
const EARMARKED = 0.3;

/**
 * Needs of villages in the north-east of Guangxi, lots in depots of Guangdong: goods for 60 of 100, 30 % of the lots bound to a
 * county or a group, a quarter of the needs served in part before.
 */
export function makeInstance(shape: InstanceShape): PlanProblem {
  const random = seeded(shape.seed);
  const weights = Array.from({ length: shape.items }, () => random.whole(200, 9000) * 1000);
  const needs = Array.from({ length: shape.needs }, (_, at) => makeNeed(random, shape, at));
  const asked = new Map<string, number>();
  for (const { itemId, quantity } of needs) {
    asked.set(itemId, (asked.get(itemId) ?? 0) + quantity);
  }
  const supplies = Array.from({ length: shape.supplies }, (_, at) => {
    const item = at % shape.items;
    const share = (shape.items / shape.supplies) * (0.4 + 1.2 * random.next());
    const quantity = SUPPLY_SHARE * share * (asked.get(`item${item}`) ?? 0);
    return makeSupply(random, shape, { at, item, quantity, weightMg: weights[item] ?? 1 });
  });
  const sealed = { keepWhole: true, restriction: {} };
  const boxed = Array.from({ length: shape.boxes ?? 0 }, (_, box) =>
    weights.map((weightMg, item) => {
      const quantity = random.whole(5, 60);
      const lot = makeSupply(random, shape, { at: supplies.length, item, quantity, weightMg });
      const id = `box${String(box).padStart(3, '0')}${item}`;
      return { ...lot, ...depotOf(box % 20), id, parcelId: `box ${box}`, ...sealed };
    }),
  );
  const rules = { ...defaultPlanRules(TODAY), lambda: 0.02, ...shape.rules };
  return { supplies: [...supplies, ...boxed.flat()], needs, rules };
}

function makeNeed(random: Random, shape: InstanceShape, at: number): PlanNeed {
  const headCount = random.whole(10, 120);
  const each = random.whole(1, 5);
  const smallest = Math.min(...shape.packs);
  // Bags of two sizes: what is asked is a multiple of neither.
  const quantity = headCount * each * (shape.packs.length > 1 ? smallest / 2 : smallest);
  const before = random.next() < 0.25 ? Math.floor(random.next() * 0.5 * quantity) : 0;
  return {
    id: `need${String(at).padStart(5, '0')}`,
    requestId: `request${at}`,
    placeId: `centre${at % Math.max(1, Math.floor(shape.needs / 3))}`,
    programmeId: `programme${at}`,
    itemId: `item${at % shape.items}`,
    size: '',
    sizeScheme: 'none',
    largerSizeServes: false,
    quantity: quantity - before,
    receivedBefore: before,
    urgency: random.pick(['normal', 'normal', 'normal', 'urgent', 'urgent', 'critical']),
    needBy: '2026-02-10',
    headCount,
    use: { divisionCode: `${random.pick(counties)}100201`, group: random.pick(programmeGroups) },
    point: { latitude: 23.7 + 1.6 * random.next(), longitude: 110.4 + 1.6 * random.next() },
  };
}

function makeSupply(
  random: Random,
  shape: InstanceShape,
  {
    at,
    item,
    quantity,
    weightMg,
  }: { at: number; item: number; quantity: number; weightMg: number },
): PlanSupply {
  const pack = random.pick(shape.packs);
  const depot = random.whole(0, 19);
  return {
    id: `supply${String(at).padStart(4, '0')}`,
    lotId: `lot${String(at).padStart(4, '0')}`,
    donationLineId: `line${at}`,
    parcelId: LOOSE,
    ...depotOf(depot),
    itemId: `item${item}`,
    size: '',
    quantity: Math.max(1, Math.round(quantity / pack)) * pack,
    packSize: pack,
    quarantined: false,
    restriction: random.next() < EARMARKED ? earmark(random) : {},
    unitWeightMg: Math.round(weightMg / Math.min(...shape.packs)),
    unitVolumeUl: 1000,
    ...(random.next() < 0.3 && { bestBefore: `2026-${random.pick(['02', '03', '09'])}-15` }),
  };
}

function depotOf(depot: number): Pick<PlanSupply, 'placeId' | 'point'> {
  const place = seeded(depot);
  const point = { latitude: 22.4 + 2 * place.next(), longitude: 112.4 + 2.4 * place.next() };
  return { placeId: `depot${depot}`, point };
}

function earmark(random: Random): Restriction {
  return random.next() < 0.5
    ? { divisionCode: `${random.pick(counties)}000000` }
    : { group: random.pick(programmeGroups) };
}
