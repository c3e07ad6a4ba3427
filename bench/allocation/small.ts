import { defaultPlanRules } from '~/domain/allocation/plan-rules';
import type { PlanNeed, PlanProblem, PlanRules, PlanSupply } from '~/domain/allocation/problem';
import { LOOSE } from '~/domain/ledger';
import { programmeGroups } from '~/domain/organisation';
import { urgencies } from '~/domain/request';
import { seeded, type Random } from './random';

const villages = ['451102100201', '451121101202', '451122100203', '450323100204'];

/** A need and a supply that fit each other, to be varied; quantities in pieces. */
export function someNeed(id: string, more: Partial<PlanNeed> = {}): PlanNeed {
  return {
    id,
    requestId: `request of ${id}`,
    placeId: `centre of ${id}`,
    programmeId: `programme of ${id}`,
    itemId: 'coat',
    size: '120',
    sizeScheme: 'child_height',
    largerSizeServes: false,
    quantity: 10,
    receivedBefore: 0,
    urgency: 'normal',
    needBy: '2026-02-10',
    headCount: 10,
    use: { divisionCode: '451121101202', group: 'children' },
    point: { latitude: 24.8, longitude: 111.3 },
    ...more,
  };
}

export function someSupply(id: string, more: Partial<PlanSupply> = {}): PlanSupply {
  return {
    id,
    lotId: `lot of ${id}`,
    donationLineId: `line of ${id}`,
    parcelId: LOOSE,
    placeId: 'depot',
    itemId: 'coat',
    size: '120',
    quantity: 10,
    packSize: 1,
    quarantined: false,
    restriction: {},
    point: { latitude: 23.1, longitude: 113.3 },
    unitWeightMg: 900_000,
    unitVolumeUl: 6_000_000,
    ...more,
  };
}

export function someProblem(
  needs: PlanNeed[],
  supplies: PlanSupply[],
  rules: Partial<PlanRules> = {},
): PlanProblem {
  return { needs, supplies, rules: { ...defaultPlanRules('2026-01-10'), ...rules } };
}

/** A handful of needs and goods with everything that rules can say about them, by seed; one pack size an item unless `mixed`. */
export function smallInstance(
  seed: number,
  packs: readonly number[] = [1],
  mixed = false,
): PlanProblem {
  const random = seeded(seed);
  const items = ['coat', 'quilt'].slice(0, random.whole(1, 2));
  const pack = new Map(items.map((itemId) => [itemId, random.pick(packs)]));
  const needs = Array.from({ length: random.whole(1, 12) }, (_, at) =>
    smallNeed(random, `n${at}`, random.pick(items)),
  );
  const supplies = Array.from({ length: random.whole(1, 8) }, (_, at) => {
    const itemId = random.pick(items);
    const size = mixed ? random.pick(packs) : (pack.get(itemId) ?? 1);
    return smallSupply(random, `s${at}`, itemId, size);
  });
  const rules = {
    lambda: random.pick([0, 0.05, 1, 20]),
    floorShare: random.pick([0, 0.5, 0.8, 1]),
    closedRoads: [{ fromPlaceId: 'depot1', toPlaceId: 'centre1' }],
    forbidden: [{ needId: 'n0', supplyId: 's0' }],
    urgencyWeights: { normal: 1, urgent: 1.5, critical: random.pick([1, 3]) },
  };
  return someProblem(needs, supplies, rules);
}

/** The same with goods in sealed boxes of two or three lots beside the loose ones. */
export function parcelInstance(seed: number): PlanProblem {
  const problem = smallInstance(seed);
  const random = seeded(seed + 1);
  const items = [...new Set(problem.needs.map((need) => need.itemId))];
  const boxed = Array.from({ length: random.whole(1, 4) }, (_, box) =>
    Array.from({ length: random.whole(2, 3) }, (__, at) => ({
      ...smallSupply(random, `b${box}${at}`, random.pick(items), 1),
      parcelId: `box ${box}`,
      placeId: `depot${box % 3}`,
      point: { latitude: 22.8 + (box % 3) / 3, longitude: 112.9 + (box % 3) / 4 },
      keepWhole: true,
      quarantined: false,
    })),
  );
  return { ...problem, supplies: [...problem.supplies, ...boxed.flat()] };
}

function smallNeed(random: Random, id: string, itemId: string): PlanNeed {
  const sized = itemId === 'coat';
  return someNeed(id, {
    placeId: `centre${random.whole(0, 4)}`,
    itemId,
    size: sized ? random.pick(['120', '130']) : '',
    sizeScheme: sized ? 'child_height' : 'none',
    largerSizeServes: random.next() < 0.5,
    quantity: random.whole(1, 60),
    receivedBefore: random.next() < 0.4 ? random.whole(1, 30) : 0,
    urgency: random.pick(urgencies),
    headCount: random.whole(1, 50),
    use: { divisionCode: random.pick(villages), group: random.pick(programmeGroups) },
    point: { latitude: 24 + random.next(), longitude: 110.5 + random.next() },
  });
}

function smallSupply(random: Random, id: string, itemId: string, pack: number): PlanSupply {
  const bound = random.next();
  const depot = random.whole(0, 2);
  return someSupply(id, {
    placeId: `depot${depot}`,
    itemId,
    size: itemId === 'coat' ? random.pick(['120', '130', '140']) : '',
    quantity: random.whole(1, 12) * pack,
    packSize: pack,
    quarantined: random.next() < 0.05,
    restriction:
      bound < 0.2
        ? { divisionCode: `${random.pick(villages).slice(0, 6)}000000` }
        : bound < 0.35
          ? { group: random.pick(programmeGroups) }
          : {},
    point: { latitude: 22.8 + depot / 3, longitude: 112.9 + depot / 4 },
    ...(random.next() < 0.3 && {
      bestBefore: random.pick(['2026-01-20', '2026-01-27', '2027-01-01']),
    }),
  });
}
