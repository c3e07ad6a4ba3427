import { arcJudge, type ArcJudge } from './arcs';
import type {
  ArcRefusal,
  NeedOutcome,
  PlanLine,
  PlanProblem,
  PlanSolution,
  PlanSupply,
  SupplyOutcome,
} from './problem';
import { fullUnitWorth, unitCost, wholeNeed } from './worth';

/** Goods as one need sees them. */
export interface Sight {
  supply: PlanSupply;
  supplyAt: number;
  /** Smallest units that the plan leaves. */
  left: number;
  km: number;
  /** Undefined where they may serve. */
  refusal: ArcRefusal | undefined;
  /** Value that a smallest unit would cost here: what it is worth elsewhere, and the way. */
  price: number;
}

type Standing = Pick<Served, 'needAt' | 'fill' | 'unitWorth' | 'atFloor'>;

/** A need that has of some goods, with what it is weighed by beside others. */
export interface Served {
  needAt: number;
  quantity: number;
  km: number | null;
  /** Share of the whole need that it has with the plan. */
  fill: number;
  unitWorth: number;
  /** It has no more than the floor sees to. */
  atFloor: boolean;
  /** A person fixed it. */
  pinned: boolean;
}

/** A plan as it is looked at to explain it. */
export interface Scene {
  problem: PlanProblem;
  judge: ArcJudge;
  outcomeOf(needId: string): NeedOutcome | undefined;
  /** Who has of these goods. */
  servedBy(supplyId: string): readonly Served[];
  linesOfNeed(needId: string): readonly PlanLine[];
  standingOf(needId: string): Standing | undefined;
  /** All goods of its item, the cheapest for it first. */
  sights(needAt: number): Sight[];
  /** The same, but of those that may serve the `count` first: thousands of needs ask. */
  nextGoods(needAt: number, count: number): Sight[];
  /** Of its item the goods of which the plan leaves some, whether they may serve or not; the cheapest for it first. */
  leftGoods(needAt: number): Sight[];
}

/** Goods with what the plan says of them. */
interface Stock {
  supply: PlanSupply;
  supplyAt: number;
  left: number;
  /** Of a smallest unit where it lies. */
  price: number;
}

export function sceneOf(problem: PlanProblem, solution: PlanSolution): Scene {
  const judge = arcJudge({ ...problem, rules: { ...problem.rules, pinned: [] } });
  const outcomes = new Map(solution.needs.map((one) => [one.needId, one]));
  const bySupply = grouped(solution.lines, (line) => line.supplyId);
  const byNeed = grouped(solution.lines, (line) => line.needId);
  const standing = standings(problem, outcomes);
  const served = new Map<string, Served[]>();
  const stocks = stocksOf(problem, solution.supplies);
  const byItem = grouped(stocks, ({ supply }) => supply.itemId);
  const leftByItem = grouped(
    stocks.filter(({ left }) => left > 0),
    ({ supply }) => supply.itemId,
  );
  const sightsOf = (needAt: number, goods: ReadonlyMap<string, Stock[]>) => {
    const need = problem.needs[needAt];
    const mine = need ? (goods.get(need.itemId) ?? []) : [];
    return mine.flatMap((stock) => sightOf(problem, judge, needAt, stock) ?? []).sort(cheaperFirst);
  };
  return {
    problem,
    judge,
    outcomeOf: (needId) => outcomes.get(needId),
    servedBy: (supplyId) => {
      const lines = bySupply.get(supplyId) ?? [];
      const known = served.get(supplyId) ?? lines.flatMap((line) => servedOf(line, standing) ?? []);
      served.set(supplyId, known);
      return known;
    },
    linesOfNeed: (needId) => byNeed.get(needId) ?? [],
    standingOf: (needId) => standing.get(needId),
    sights: (needAt) => sightsOf(needAt, byItem),
    leftGoods: (needAt) => sightsOf(needAt, leftByItem),
    nextGoods: (needAt, count) => {
      const best: Sight[] = [];
      for (const stock of byItem.get(problem.needs[needAt]?.itemId ?? '') ?? []) {
        const worst = best[count - 1];
        // They come in the order of their price where they lie, and no road makes goods cheaper.
        if (worst && stock.price > worst.price) break;
        const sight = sightOf(problem, judge, needAt, stock);
        if (!sight || sight.refusal || (worst && cheaperFirst(sight, worst) >= 0)) continue;
        if (worst) best.pop();
        best.push(sight);
        best.sort(cheaperFirst);
      }
      return best;
    },
  };
}

function standings(
  { needs, rules }: PlanProblem,
  outcomes: ReadonlyMap<string, NeedOutcome>,
): Map<string, Standing> {
  return new Map(
    needs.map((need, needAt) => {
      const { given, floor } = outcomes.get(need.id) ?? { given: 0, floor: 0 };
      const fill = (need.receivedBefore + given) / wholeNeed(need);
      const unitWorth = fullUnitWorth(need, rules);
      return [need.id, { needAt, fill, unitWorth, atFloor: given <= floor }];
    }),
  );
}

function servedOf(
  { needId, quantity, km, pinned }: PlanLine,
  standing: ReadonlyMap<string, Standing>,
): Served | undefined {
  const who = standing.get(needId);
  return who && { ...who, quantity, km, pinned };
}

function cheaperFirst(a: Sight, b: Sight): number {
  return a.price - b.price || a.km - b.km || a.supplyAt - b.supplyAt;
}

/** The cheapest where it lies first; what is used up already is no goods. */
function stocksOf({ supplies }: PlanProblem, outcomes: readonly SupplyOutcome[]): Stock[] {
  const known = new Map(outcomes.map((one) => [one.supplyId, one]));
  return supplies
    .map((supply, supplyAt) => {
      const outcome = known.get(supply.id);
      const left = supply.quantity - (outcome?.given ?? 0);
      return { supply, supplyAt, left, price: outcome?.price ?? 0 };
    })
    .filter(({ supply }) => supply.quantity > 0)
    .sort((a, b) => a.price - b.price || a.supplyAt - b.supplyAt);
}

function sightOf(
  { needs, rules }: PlanProblem,
  judge: ArcJudge,
  needAt: number,
  { supply, supplyAt, left, price }: Stock,
): Sight | undefined {
  const need = needs[needAt];
  if (!need) return undefined;
  const km = judge.km(needAt, supplyAt) ?? rules.unknownKm;
  const larger = judge.isLarger(needAt, supplyAt);
  const refusal = judge.refusal(needAt, supplyAt);
  const way = { km, larger, unitWorth: fullUnitWorth(need, rules) };
  return { supply, supplyAt, left, km, refusal, price: price + unitCost(supply, rules, way) };
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
