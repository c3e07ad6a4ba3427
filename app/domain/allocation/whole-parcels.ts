import type { ArcJudge } from './arcs';
import type { MixedParcel } from './mixed-parcels';
import { optionsOf, promisingFirst, type ParcelOption } from './parcel-options';
import { isMore, ParcelTrial } from './parcel-trial';
import type { PlanProblem, PlanSolution } from './problem';
import { solveOnce, type Solving } from './solve-once';

/** Times that every parcel is looked at again. */
const SWEEPS = 4;
/** Places that are tried for a parcel in one sweep. */
const TRIES = 8;
/** Pairs of needs and goods that trying may solve again: some seconds. */
const PAIRS_TO_TRY = 4_000_000;

/** By parcel: where it goes; undefined: nowhere. */
export type Choice = readonly (ParcelOption | undefined)[];

/**
 * Parcels of several lots bind items to each other, which no network can say: so the plan is solved with their goods loose, each
 * parcel is sent where most of it went (rounded: whole or not at all), the rest is solved around them, and then parcel after
 * parcel is tried elsewhere, its items solved again each time, until nothing is gained. Of each lot all goes to one need of
 * the place. A parcel that no place is given whole is opened and its goods planned as loose ones, if it is not sealed;
 * `openedParcels` names it. The bound and the floors are those of the loose problem. The loss is measured against an exact
 * solver (docs/decisions, allocation).
 */
export function solveWithParcels(
  problem: PlanProblem,
  judge: ArcJudge,
  parcels: readonly MixedParcel[],
  { progress, cancelled, previous }: Solving,
): PlanSolution {
  const half = (share: number) => progress?.(share / 2);
  const solving = { cancelled, previous };
  const loose = solveOnce(asLoose(problem, parcels), judge, { ...solving, progress: half });
  const choice = bestChoice({ problem, judge, parcels, loose, cancelled });
  const open = parcels.map((parcel, at) => choice[at] === undefined && !parcel.sealed);
  const solution = solveOnce(withParcels(problem, parcels, choice, open), judge, solving);
  progress?.(1);
  return told(problem, solution, loose);
}

interface Search {
  problem: PlanProblem;
  judge: ArcJudge;
  parcels: readonly MixedParcel[];
  loose: PlanSolution;
  cancelled: () => boolean;
}

function bestChoice({ problem, judge, parcels, loose, cancelled }: Search): Choice {
  const options = optionsOf(problem, judge, parcels);
  const trial = new ParcelTrial(problem, judge, {
    floors: new Map(loose.needs.map(({ needId, floor }) => [needId, floor])),
    itemsBound: problem.needs.some((need) => need.capacityLeftMl !== undefined),
    cancelled,
    pairs: PAIRS_TO_TRY,
  });
  const triesOf = (at: number, prices: ReadonlyMap<string, number>) => [
    ...promisingFirst(options[at] ?? [], prices).slice(0, TRIES),
    undefined,
  ];
  /** The parcel elsewhere, or nowhere; where another stands in its way, that one elsewhere too. */
  const waysFor = (at: number, from: Choice, prices: ReadonlyMap<string, number>): Choice[] =>
    triesOf(at, prices).flatMap((option) => {
      if (option === from[at]) return [];
      const next = from.with(at, option);
      if (fits(problem, next)) return [next];
      return [...parcels.keys()].flatMap((other) => {
        if (other === at || !next[other] || !fits(problem, next.with(other, undefined))) return [];
        return triesOf(other, prices)
          .filter((one) => one !== next[other])
          .map((one) => next.with(other, one))
          .filter((one) => fits(problem, one));
      });
    });
  let choice: Choice = rounded(problem, parcels, options, loose);
  let best = trial.begin(withParcels(problem, parcels, choice));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const before = choice;
    for (const at of parcels.keys()) {
      for (const next of waysFor(at, choice, best.prices)) {
        const changed = parcels.filter((_, place) => next[place] !== choice[place]);
        const items = new Set(
          changed.flatMap(({ supplies }) =>
            supplies.map((one) => problem.supplies[one]?.itemId ?? ''),
          ),
        );
        const found = trial.again(withParcels(problem, parcels, next), items, best);
        if (!found) return choice;
        if (!isMore(found, best)) continue;
        choice = next;
        best = found;
      }
    }
    if (choice === before) break;
  }
  return choice;
}

/** The goods of parcels as if they lay loose beside the others. */
function asLoose(problem: PlanProblem, parcels: readonly MixedParcel[]): PlanProblem {
  const inside = new Set(parcels.flatMap((parcel) => parcel.supplies));
  const supplies = problem.supplies.map((supply, at) =>
    inside.has(at) ? { ...supply, keepWhole: false } : supply,
  );
  return { ...problem, supplies };
}

/** Parcels that go somewhere are pinned there; of the others nothing is to be had, but where they are opened. */
function withParcels(
  problem: PlanProblem,
  parcels: readonly MixedParcel[],
  choice: Choice,
  open: readonly boolean[] = [],
): PlanProblem {
  const loose = asLoose(problem, parcels);
  const closed = new Set(
    parcels.flatMap((parcel, at) => (choice[at] || open[at] ? [] : parcel.supplies)),
  );
  const pins = choice.flatMap((option) => option?.pins ?? []);
  return {
    ...loose,
    supplies: loose.supplies.map((supply, at) =>
      closed.has(at) ? { ...supply, quantity: 0 } : supply,
    ),
    rules: { ...loose.rules, pinned: [...loose.rules.pinned, ...pins] },
  };
}

/** No need is given more than it asks, and no centre more than it has room for. */
function fits({ needs, rules }: PlanProblem, choice: Choice): boolean {
  const asked = new Map<string, number>();
  const brought = new Map<string, number>();
  for (const { needId, quantity } of rules.pinned) {
    asked.set(needId, (asked.get(needId) ?? 0) + quantity);
  }
  for (const option of choice) {
    for (const { needId, quantity } of option?.pins ?? []) {
      asked.set(needId, (asked.get(needId) ?? 0) + quantity);
    }
    if (option) brought.set(option.placeId, (brought.get(option.placeId) ?? 0) + option.volumeMl);
  }
  return needs.every(
    ({ id, quantity, placeId, capacityLeftMl }) =>
      (asked.get(id) ?? 0) <= quantity &&
      (capacityLeftMl === undefined || (brought.get(placeId) ?? 0) <= capacityLeftMl),
  );
}

/** Each parcel to the place that most of it went to, where it still fits; the most decided first. */
function rounded(
  problem: PlanProblem,
  parcels: readonly MixedParcel[],
  options: readonly (readonly ParcelOption[])[],
  loose: PlanSolution,
): Choice {
  const placeOf = new Map(problem.needs.map(({ id, placeId }) => [id, placeId]));
  const went = new Map<string, number>();
  for (const { needId, supplyId, quantity } of loose.lines) {
    const key = `${supplyId} ${placeOf.get(needId) ?? ''}`;
    went.set(key, (went.get(key) ?? 0) + quantity);
  }
  const shareOf = ({ placeId, pins }: ParcelOption) =>
    pins.reduce(
      (sum, { supplyId, quantity }) => sum + (went.get(`${supplyId} ${placeId}`) ?? 0) / quantity,
      0,
    ) / pins.length;
  const ranked = parcels.map((_, at) => {
    const mine = (options[at] ?? []).map((option) => ({ option, share: shareOf(option) }));
    return { at, mine: mine.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share) };
  });
  const decided = (one: (typeof ranked)[number]) => one.mine[0]?.share ?? 0;
  let choice: Choice = parcels.map(() => undefined);
  for (const { at, mine } of ranked.sort((a, b) => decided(b) - decided(a) || a.at - b.at)) {
    for (const { option } of mine) {
      const next = choice.map((one, place) => (place === at ? option : one));
      if (!fits(problem, next)) continue;
      choice = next;
      break;
    }
  }
  return choice;
}

/** In the words of the problem as it was asked: its own pins, levels and floors, and what all goods together bound. */
function told(problem: PlanProblem, solution: PlanSolution, loose: PlanSolution): PlanSolution {
  const pinned = new Set(
    problem.rules.pinned.map(({ needId, supplyId }) => `${needId} ${supplyId}`),
  );
  return {
    ...solution,
    lines: solution.lines.map((line) => ({
      ...line,
      pinned: pinned.has(`${line.needId} ${line.supplyId}`),
    })),
    needs: solution.needs.map((one, at) => ({
      ...one,
      level: loose.needs[at]?.level ?? one.level,
      floor: loose.needs[at]?.floor ?? one.floor,
    })),
    level: loose.level,
    bound: loose.bound,
  };
}
