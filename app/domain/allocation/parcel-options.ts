import type { ArcJudge } from './arcs';
import type { MixedParcel } from './mixed-parcels';
import type { PlanPin, PlanProblem } from './problem';
import { fullUnitWorth, unitCost } from './worth';

/** One place that could take a parcel whole: of each lot all to one of its needs. */
export interface ParcelOption {
  placeId: string;
  pins: PlanPin[];
  /** Of each pin the value that its goods lose on the way. */
  costs: number[];
  volumeMl: number;
}

/** More combinations of one place's needs than this are not told apart. */
const MOST_COMBINATIONS = 16;

/** By parcel: the places that could take it whole, with each way to share it among their needs. */
export function optionsOf(
  problem: PlanProblem,
  judge: ArcJudge,
  parcels: readonly MixedParcel[],
): ParcelOption[][] {
  const { needs } = problem;
  const places = new Map<string, number[]>();
  for (const [at, { placeId }] of needs.entries()) {
    const there = places.get(placeId);
    if (there) there.push(at);
    else places.set(placeId, [at]);
  }
  return parcels.map((parcel) =>
    [...places].flatMap(([placeId, mine]) => {
      const takers = parcel.supplies.map((supplyAt) => takersOf(problem, judge, supplyAt, mine));
      return combinations(takers).map((chosen): ParcelOption => ({
        placeId,
        pins: chosen.map(({ pin }) => pin),
        costs: chosen.map(({ cost }) => cost),
        volumeMl: chosen.reduce((sum, { volumeMl }) => sum + volumeMl, 0),
      }));
    }),
  );
}

interface Taker {
  pin: PlanPin;
  cost: number;
  volumeMl: number;
}

/** The needs of a place that could take all of a lot. */
function takersOf(
  { needs, supplies, rules }: PlanProblem,
  judge: ArcJudge,
  supplyAt: number,
  places: readonly number[],
): Taker[] {
  const supply = supplies[supplyAt];
  if (!supply) return [];
  const { id: supplyId, quantity } = supply;
  return places.flatMap((needAt): Taker[] => {
    const need = needs[needAt];
    if (need?.itemId !== supply.itemId || need.quantity < quantity) return [];
    if (judge.refusal(needAt, supplyAt)) return [];
    const way = {
      km: judge.km(needAt, supplyAt) ?? rules.unknownKm,
      larger: judge.isLarger(needAt, supplyAt),
      unitWorth: fullUnitWorth(need, rules),
    };
    return [
      {
        pin: { needId: need.id, supplyId, quantity },
        cost: quantity * unitCost(supply, rules, way),
        volumeMl: (quantity * supply.unitVolumeUl) / 1000,
      },
    ];
  });
}

function combinations(takers: readonly (readonly Taker[])[]): Taker[][] {
  return takers.reduce<Taker[][]>(
    (all, mine) =>
      all.flatMap((chosen) => mine.map((one) => [...chosen, one])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
}

/** By the prices of a plan, by need: what the parcel's goods would be worth there, less their way. */
export function promisingFirst(
  options: readonly ParcelOption[],
  prices: ReadonlyMap<string, number>,
): ParcelOption[] {
  const worth = ({ pins, costs }: ParcelOption) =>
    pins.reduce(
      (sum, { needId, quantity }, at) =>
        sum + quantity * (prices.get(needId) ?? 0) - (costs[at] ?? 0),
      0,
    );
  const ranked = options.map((option) => ({ option, worth: worth(option) }));
  return ranked.sort((a, b) => b.worth - a.worth).map(({ option }) => option);
}
