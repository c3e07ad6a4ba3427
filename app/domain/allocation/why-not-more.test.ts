import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../bench/allocation/random';
import {
  parcelInstance,
  smallInstance,
  someNeed,
  someProblem,
  someSupply,
} from '../../../bench/allocation/small';
import { soundPins } from '../plan-pin';
import { explainPlan } from './explain';
import { packOf } from './part';
import type { PlanReason, PlanReasonCode } from './plan-reason';
import type { PlanNeed, PlanProblem, PlanRules, PlanSolution, PlanSupply } from './problem';
import { roomLeft } from './room-left';
import { sceneOf, type Scene, type Sight } from './scene';
import { solvePlan } from './solve-plan';
import { fillValue, fullUnitWorth, unitCost } from './worth';

const fuchuan = { divisionCode: '451123000000' };
const seeds = fc.integer({ min: 1000, max: 1_000_000 });

/** Instances of every kind that rules and packs can make of a problem, by seed. */
const kinds: Record<string, (seed: number) => PlanProblem> = {
  plain: (seed) => smallInstance(seed),
  packs: (seed) => smallInstance(seed, [3, 10]),
  mixed: (seed) => smallInstance(seed, [1, 4, 10], true),
  boxed: (seed) => parcelInstance(seed),
  full: (seed) => {
    const made = smallInstance(seed);
    return { ...made, needs: made.needs.map((need) => ({ ...need, capacityLeftMl: 90_000 })) };
  },
  weightless: (seed) => {
    const made = smallInstance(seed);
    const groupWeights = { children: 0, elderly: 1, women: 1 };
    return { ...made, rules: { ...made.rules, groupWeights } };
  },
  pinned: (seed) => {
    const made = smallInstance(seed);
    const random = seeded(seed + 7);
    const pinned = solvePlan(made)
      .lines.filter(() => random.next() < 0.5)
      .map(({ needId, supplyId, quantity }) => {
        return { needId, supplyId, quantity: Math.max(1, Math.floor(quantity / 2)) };
      });
    const problem = { ...made, rules: { ...made.rules, pinned } };
    return { ...problem, rules: soundPins(problem).rules };
  },
};

interface Case {
  scene: Scene;
  need: PlanNeed;
  needAt: number;
  given: number;
}
const usableLeft = ({ scene, needAt }: Case) =>
  scene.leftGoods(needAt).filter(({ refusal }) => !refusal);
const isPinnedHere = ({ scene, need }: Case, { supply }: Sight) =>
  scene.linesOfNeed(need.id).some((line) => line.pinned && line.supplyId === supply.id);
/** What a pack of these goods would add to the plan's value, the road paid, with all else as it is. */
function gainOf({ scene, need, given }: Case, { supply, km }: Sight): number {
  const { rules } = scene.problem;
  const [pack, has] = [packOf(supply), need.receivedBefore + given];
  const larger = supply.size !== need.size;
  const cost = unitCost(supply, rules, { km, larger, unitWorth: fullUnitWorth(need, rules) });
  return fillValue(need, rules, has + pack) - fillValue(need, rules, has) - cost * pack;
}

/** What must be so where a reason is told. */
const claims: Partial<Record<PlanReasonCode, (one: Case, facts: PlanReason['facts']) => boolean>> =
  {
    no_goods: ({ scene, needAt }) => scene.sights(needAt).length === 0,
    goods_refused: ({ scene, needAt }, { refusal }) => {
      const sights = scene.sights(needAt);
      return sights.every((one) => one.refusal) && sights.some((one) => one.refusal === refusal);
    },
    has_all: ({ scene, need, needAt }) =>
      scene
        .sights(needAt)
        .filter(({ refusal }) => !refusal)
        .every((one) => {
          const mine = scene.linesOfNeed(need.id).filter((line) => line.supplyId === one.supply.id);
          const has = mine.reduce((sum, line) => sum + line.quantity, 0);
          return has === one.supply.quantity || packOf(one.supply) > one.left;
        }),
    too_far: (one) =>
      usableLeft(one).some((sight) => !isPinnedHere(one, sight) && gainOf(one, sight) <= 1e-9),
    pack_too_large: (one, { left, packSize }) =>
      usableLeft(one).some(({ supply, left: of }) => of === left && packOf(supply) === packSize) &&
      Number(packSize) > one.need.quantity - one.given,
    pack_over_open: ({ scene, needAt, need, given }) =>
      scene
        .sights(needAt)
        .every(({ refusal, supply }) => refusal || packOf(supply) > need.quantity - given),
    no_worth: ({ scene, need, given }) =>
      fillValue(need, scene.problem.rules, need.receivedBefore + given) ===
      fillValue(need, scene.problem.rules, need.receivedBefore + need.quantity),
    fixed_by_hand: (one, { left }) =>
      usableLeft(one)
        .filter((sight) => isPinnedHere(one, sight))
        .reduce((sum, sight) => sum + sight.left, 0) === left,
    parcel_sealed: (one, { left }) =>
      Number(left) > 0 && usableLeft(one).some(({ supply }) => supply.keepWhole === true),
  };
const went = /^went_/;
const whyNot = (code: PlanReasonCode) =>
  code in claims || went.test(code) || code === 'no_room' || code === 'served_before';

describe('why a need has no more', () => {
  it('is told of every need that is not met in full, and what is told is so', () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(kinds)), (seed, kind) => {
        const problem = kinds[kind]?.(seed);
        if (!problem) return;
        const solution = solvePlan(problem);
        const scene = sceneOf(problem, solution);
        for (const [needAt, { reasons }] of explainPlan(problem, solution, 0).entries()) {
          const need = problem.needs[needAt]!;
          const given = solution.needs[needAt]!.given;
          const why = reasons.filter(({ code }) => whyNot(code));
          expect(why.length > 0, `${kind} ${seed} ${need.id}`).toBe(given < need.quantity);
          for (const { code, facts } of why) {
            told.set(code, (told.get(code) ?? 0) + 1);
            const so = claims[code]?.({ scene, need, needAt, given }, facts) ?? true;
            expect(so, `${kind} ${seed} ${need.id}: ${code}`).toBe(true);
            if (went.test(code)) expect(Number(facts['quantity'])).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 400, seed: 20 },
    );
    const never = Object.keys(claims).filter((code) => !told.has(code));
    expect(never).toEqual([]);
  });

  it('names no more room exactly where the centre cannot take another pack', () => {
    let full = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = kinds['full']?.(seed);
        if (!problem) return;
        const solution = solvePlan(problem);
        const rooms = roomLeft(sceneOf(problem, solution));
        for (const [needAt, { reasons }] of explainPlan(problem, solution, 0).entries()) {
          if (!reasons.some(({ code }) => code === 'no_room')) continue;
          // A coat takes six litres.
          expect(rooms.get(problem.needs[needAt]!.placeId)).toBeLessThan(6000);
          full += 1;
        }
      }),
      { numRuns: 60, seed: 20 },
    );
    expect(full).toBeGreaterThan(5);
  });
});

const need = (more: Partial<PlanNeed> = {}) => someNeed('n', more);
const held = { quarantined: true };
const fuchuanNeed = (id: string, more: Partial<PlanNeed> = {}) =>
  someNeed(id, { use: { divisionCode: '451123104204', group: 'children' }, ...more });
const far = { latitude: 22.6, longitude: 114 };
const toB = { needId: 'b', supplyId: 's', quantity: 10 };
const pack = (packSize: number, quantity: number) =>
  someSupply(`of ${packSize}`, { packSize, quantity });

interface Table {
  needs: PlanNeed[];
  supplies: PlanSupply[];
  rules?: Partial<PlanRules>;
  /** All reasons of the first need but its outcome and what would make more possible. */
  why: [PlanReasonCode, PlanReason['facts']][];
}

const table: Record<string, Table> = {
  'goods of another size are not spoken of where a rule stands against goods of the right one': {
    needs: [need()],
    supplies: [someSupply('s', { size: '150', quantity: 50 }), someSupply('q', held)],
    why: [['goods_refused', { refusal: 'quarantined', quantity: 10 }]],
  },
  'another size is the reason where there is nothing else': {
    needs: [need()],
    supplies: [someSupply('s', { size: '150', quantity: 50 })],
    why: [['goods_refused', { refusal: 'wrong_size', quantity: 50 }]],
  },
  'the rule against most of the goods is told, and how many there are of them, given or not': {
    needs: [need(), fuchuanNeed('b', { quantity: 8 })],
    supplies: [
      someSupply('q', { ...held, quantity: 14 }),
      someSupply('s', { restriction: fuchuan }),
      someSupply('t', { restriction: fuchuan }),
    ],
    why: [['goods_refused', { refusal: 'restricted_division', quantity: 20, ...fuchuan }]],
  },
  'goods that are used up are none': {
    needs: [need()],
    supplies: [someSupply('s', { quantity: 0 }), someSupply('q', { itemId: 'quilt' })],
    why: [['no_goods', {}]],
  },
  'it has all there is': {
    needs: [need({ quantity: 30, headCount: 30 })],
    supplies: [someSupply('s'), someSupply('t'), someSupply('none', { quantity: 0 })],
    rules: { floorShare: 0 },
    why: [['has_all', {}]],
  },
  'a person fixed its share, and the rest stays': {
    needs: [need()],
    supplies: [someSupply('s')],
    rules: { pinned: [{ needId: 'n', supplyId: 's', quantity: 4 }] },
    why: [['fixed_by_hand', { left: 6 }]],
  },
  'a person fixed that others have them': {
    needs: [need(), someNeed('b')],
    supplies: [someSupply('s')],
    rules: { pinned: [toB] },
    why: [['went_by_hand', { quantity: 10, size: '120', needs: 1 }]],
  },
  'the smallest pack and what is left of it': {
    needs: [need(), someNeed('b', { quantity: 20, headCount: 90 })],
    supplies: [pack(30, 30), pack(20, 60)],
    rules: { floorShare: 0 },
    why: [['pack_too_large', { left: 40, packSize: 20 }]],
  },
  'a pack of just what is missing is not too large': {
    needs: [need()],
    supplies: [pack(10, 20)],
    rules: { lambda: 1e4, floorShare: 0 },
    why: [['too_far', { km: 375 }]],
  },
  'packs that are too large are the reason even where they went elsewhere': {
    needs: [need({ quantity: 3 }), someNeed('b', { quantity: 20 })],
    supplies: [pack(20, 20)],
    rules: { floorShare: 0 },
    why: [['pack_over_open', { packSize: 20 }]],
  },
  'the road is told of the goods that are nearest': {
    needs: [need()],
    supplies: [
      someSupply('far', { point: far }),
      someSupply('s'),
      someSupply('farther', { point: { latitude: 22, longitude: 114 } }),
    ],
    rules: { lambda: 1e4, floorShare: 0 },
    why: [['too_far', { km: 375 }]],
  },
  'what was received before makes more worth less: then it is the road, not the room': {
    needs: [need({ receivedBefore: 10, capacityLeftMl: 1e9 })],
    supplies: [someSupply('s')],
    // A coat costs 0.44 on its way: less than one of the first half is worth, more than one of the next.
    rules: { lambda: 1.3, floorShare: 0 },
    why: [['too_far', { km: 375 }]],
  },
  'the road is paid for the whole pack': {
    needs: [need({ capacityLeftMl: 1e9 })],
    supplies: [pack(5, 10)],
    rules: { lambda: 4, floorShare: 0 },
    why: [['too_far', { km: 375 }]],
  },
  'a weight of nothing is not the road’s fault': {
    needs: [need()],
    supplies: [someSupply('s')],
    rules: { groupWeights: { children: 0, elderly: 1, women: 1 }, floorShare: 0 },
    why: [['no_worth', {}]],
  },
  'a box that must stay whole is not the road’s fault either': {
    needs: [need({ quantity: 3 })],
    supplies: [
      someSupply('s', { parcelId: 'box', keepWhole: true, quantity: 3 }),
      someSupply('q', { parcelId: 'box', keepWhole: true, itemId: 'quilt' }),
    ],
    rules: { floorShare: 0 },
    why: [['parcel_sealed', { left: 3 }]],
  },
  'a box that may be opened is goods like others': {
    needs: [need({ quantity: 3 })],
    supplies: [
      someSupply('s', { parcelId: 'box', quantity: 3 }),
      someSupply('q', { parcelId: 'box', itemId: 'quilt' }),
    ],
    rules: { lambda: 1e4, floorShare: 0 },
    why: [['too_far', { km: 375 }]],
  },
  'a full centre is the reason even where the goods went elsewhere': {
    needs: [need({ capacityLeftMl: 5999 }), someNeed('b')],
    supplies: [someSupply('s', { quantity: 4 })],
    why: [['no_room', {}]],
  },
  'who has nothing yet is not told that it was served before': {
    needs: [need(), someNeed('b', { quantity: 40, headCount: 400 })],
    supplies: [someSupply('s')],
    rules: { pinned: [toB] },
    why: [['went_by_hand', { quantity: 10, size: '120', needs: 1 }]],
  },
  'nor is who has less than everybody could': {
    needs: [need({ quantity: 9, receivedBefore: 1 }), someNeed('b', { urgency: 'critical' })],
    supplies: [someSupply('s')],
    rules: { floorShare: 0 },
    why: [['went_to_weightier', { quantity: 8, size: '120', needs: 1 }]],
  },
  'a need that has of two lots is one need': {
    needs: [need(), someNeed('b', { urgency: 'critical', quantity: 10 })],
    supplies: [someSupply('s', { quantity: 4 }), someSupply('t', { quantity: 4 })],
    rules: { floorShare: 0 },
    why: [['went_to_weightier', { quantity: 8, size: '120', needs: 1 }]],
  },
};

describe('the reason, by what stands in the way', () => {
  it.each(Object.entries(table))('%s', (_, { needs, supplies, rules, why }) => {
    const problem = someProblem(needs, supplies, rules);
    const [first] = explainPlan(problem, solvePlan(problem), 0);
    const [, ...rest] = first?.reasons.filter(({ code }) => !code.startsWith('more_if')) ?? [];
    expect(rest.map(({ code, facts }) => [code, facts])).toEqual(why);
  });
});

/** What a need of ten was given of the same lot, how far, with which floor and head count. */
interface Other {
  given: number;
  km?: number;
  floor?: number;
  headCount?: number;
  received?: number;
}

/** The grounds told to a need with 6 of 10, whose goods lie 375 km away, in a plan made just so. */
function grounds(others: Other[]) {
  const given = [6, ...others.map((one) => one.given)];
  const needs = [
    need(),
    ...others.map(({ headCount = 10, received = 0 }, at) =>
      someNeed(`o${at}`, { headCount, receivedBefore: received }),
    ),
  ];
  const quantity = given.reduce((sum, one) => sum + one, 0);
  const problem = someProblem(needs, [someSupply('s', { quantity })]);
  const solved = solvePlan(problem);
  const made: PlanSolution = {
    ...solved,
    lines: needs.map(({ id: needId }, at) => ({
      needId,
      supplyId: 's',
      quantity: given[at]!,
      km: others[at - 1]?.km ?? null,
      larger: false,
      pinned: false,
      purposeToRead: false,
    })),
    needs: solved.needs.map((one, at) => {
      return { ...one, given: given[at]!, floor: others[at - 1]?.floor ?? 0 };
    }),
    supplies: [{ supplyId: 's', given: quantity, price: 0 }],
  };
  const [first] = explainPlan(problem, made, 0);
  return first?.reasons
    .filter(({ code }) => code.startsWith('went_'))
    .map(({ code, facts }) => [code, facts['quantity'], facts['needs'], facts['belowPercent']]);
}

describe('where the goods went', () => {
  it.each<[string, Other[], unknown[]]>([
    ['to less', [{ given: 3 }, { given: 5 }], ['went_to_less_served', 8, 2, 55]],
    ['to as much', [{ given: 6 }], ['went_to_less_served', 6, 1, 65]],
    ['to a little heavier', [{ given: 7, headCount: 11 }], ['went_to_weightier', 7, 1]],
    ['to a little nearer', [{ given: 7, km: 374 }], ['went_nearer', 7, 1]],
    ['to hold a floor', [{ given: 7, floor: 7 }], ['went_for_floor', 7, 1]],
    [
      'for the whole, what it had before included',
      [{ given: 5, received: 5 }],
      ['went_for_whole', 5, 1],
    ],
    ['for the whole', [{ given: 7, floor: 6 }], ['went_for_whole', 7, 1]],
    ['to lighter and no nearer', [{ given: 7, km: 376, headCount: 9 }], ['went_for_whole', 7, 1]],
  ])('%s', (_, others, [code, quantity, needs, below]) => {
    expect(grounds(others)).toEqual([[code, quantity, needs, below]]);
  });

  it('tells the two grounds that most of them went for, the greater first', () => {
    const others = [{ given: 3 }, { given: 7, headCount: 11 }, { given: 8, km: 300 }];
    expect(grounds(others)).toEqual([
      ['went_nearer', 8, 1, undefined],
      ['went_to_weightier', 7, 1, undefined],
    ]);
  });

  it.each([
    ['when it has all of those', 1, 8],
    ['when those come in packs that are too large', 20, 0],
  ])('looks beyond the first goods %s', (_, packSize, own) => {
    // Eight lots that are cheaper, and a ninth that another need has.
    const few = Array.from({ length: 8 }, (__, at) =>
      someSupply(`s${at}`, { packSize, quantity: packSize }),
    );
    const supplies = [...few, someSupply('ninth', { quantity: 2, packSize: 2 })];
    const problem = someProblem([need(), someNeed('b', { quantity: 2, headCount: 2 })], supplies);
    const solved = solvePlan(problem);
    const line = { km: null, larger: false, pinned: false, purposeToRead: false };
    const made: PlanSolution = {
      ...solved,
      lines: [
        ...few.slice(0, own).map(({ id }) => ({ needId: 'n', supplyId: id, quantity: 1, ...line })),
        { needId: 'b', supplyId: 'ninth', quantity: 2, ...line },
      ],
      needs: solved.needs.map((one, at) => ({ ...one, given: at === 0 ? 8 : 2, floor: 0 })),
      supplies: supplies.map(({ id, quantity }) => {
        return { supplyId: id, given: quantity, price: id === 'ninth' ? 1 : 0 };
      }),
    };
    const [first] = explainPlan(problem, made, 0);
    const told = first?.reasons.filter(({ code }) => whyNot(code)).map(({ code }) => code);
    expect(told).toEqual(['went_for_whole']);
  });
});
