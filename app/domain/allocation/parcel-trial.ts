import type { ArcJudge } from './arcs';
import type { PlanProblem } from './problem';
import { solveOnce } from './solve-once';

/** What a plan reaches of one item. */
interface Reached {
  /** Smallest units of the floors that are held. */
  floors: number;
  value: number;
  prices: Map<string, number>;
}

/** What a way to send the parcels reaches: floors first, then value. */
export interface Trial {
  floors: number;
  value: number;
  /** By need: of one more smallest unit brought there. */
  prices: ReadonlyMap<string, number>;
  byItem: ReadonlyMap<string, Reached>;
}

export function isMore(a: Trial, b: Trial): boolean {
  if (a.floors !== b.floors) return a.floors > b.floors;
  return a.value > b.value + 1e-9 * Math.abs(b.value) + 1e-12;
}

interface Terms {
  /** By need, smallest units. */
  floors: ReadonlyMap<string, number>;
  /** Room at centres binds all items to each other. */
  itemsBound: boolean;
  cancelled: () => boolean;
  /** That may be solved in all. */
  pairs: number;
}

const ALL = '';

/** Tries ways to send parcels, of which each changes a few items: only those are solved again. */
export class ParcelTrial {
  private readonly places: Map<string, { needs: number[]; supplies: number[] }>;
  private pairs: number;

  constructor(
    problem: PlanProblem,
    private readonly judge: ArcJudge,
    private readonly terms: Terms,
  ) {
    this.pairs = terms.pairs;
    this.places = new Map();
    const add = (what: 'needs' | 'supplies') => {
      for (const [at, { itemId }] of problem[what].entries()) {
        const key = terms.itemsBound ? ALL : itemId;
        const there = this.places.get(key) ?? { needs: [], supplies: [] };
        there[what].push(at);
        this.places.set(key, there);
      }
    };
    add('needs');
    add('supplies');
  }

  begin(problem: PlanProblem): Trial {
    const keys = [...this.places.keys()];
    return together(new Map(keys.map((key) => [key, this.reach(problem, key)])));
  }

  /** Undefined once the pairs are used up. */
  again(problem: PlanProblem, items: ReadonlySet<string>, former: Trial): Trial | undefined {
    const byItem = new Map(former.byItem);
    for (const key of this.terms.itemsBound ? [ALL] : items) {
      const { needs = [], supplies = [] } = this.places.get(key) ?? {};
      this.pairs -= needs.length * supplies.length;
      if (this.pairs < 0) return undefined;
      byItem.set(key, this.reach(problem, key));
    }
    return together(byItem);
  }

  private reach(problem: PlanProblem, key: string): Reached {
    const { needs = [], supplies = [] } = this.places.get(key) ?? {};
    const at = (list: readonly number[], place: number) => list[place] ?? -1;
    const { judge } = this;
    const mine: PlanProblem = {
      needs: needs.flatMap((one) => problem.needs[one] ?? []),
      supplies: supplies.flatMap((one) => problem.supplies[one] ?? []),
      rules: problem.rules,
    };
    const ids = new Set(mine.needs.map(({ id }) => id));
    const pinned = problem.rules.pinned.filter(({ needId }) => ids.has(needId));
    const solution = solveOnce(
      { ...mine, rules: { ...problem.rules, pinned } },
      {
        refusal: (n, s) => judge.refusal(at(needs, n), at(supplies, s)),
        km: (n, s) => judge.km(at(needs, n), at(supplies, s)),
        isLarger: (n, s) => judge.isLarger(at(needs, n), at(supplies, s)),
      },
      { cancelled: this.terms.cancelled },
    );
    return {
      floors: solution.needs.reduce(
        (sum, { needId, given }) => sum + Math.min(this.terms.floors.get(needId) ?? 0, given),
        0,
      ),
      value: solution.figures.value,
      prices: new Map(solution.needs.map(({ needId, price }) => [needId, price])),
    };
  }
}

function together(byItem: ReadonlyMap<string, Reached>): Trial {
  const all = [...byItem.values()];
  return {
    floors: all.reduce((sum, { floors }) => sum + floors, 0),
    value: all.reduce((sum, { value }) => sum + value, 0),
    prices: new Map(all.flatMap(({ prices }) => [...prices])),
    byItem,
  };
}
