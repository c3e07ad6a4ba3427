import { arcJudge } from './allocation/arcs';
import { lineOf } from './allocation/line';
import type { PlanPart, PlanProblem } from './allocation/problem';

/**
 * One part of a solving as it is kept, small: needs and goods are named by their place in the snapshot, and what a line says
 * beside its quantity is worked out again.
 */
export interface KeptPart {
  key: string;
  bound: number;
  lines: [needAt: number, supplyAt: number, quantity: number][];
  needs: [needAt: number, given: number, level: number, floor: number, price: number][];
  supplies: [supplyAt: number, given: number, price: number][];
}

type Goods = Pick<PlanProblem, 'needs' | 'supplies'>;

export function keepParts(parts: readonly PlanPart[], { needs, supplies }: Goods): KeptPart[] {
  const [needAt, supplyAt] = [placeIn(needs), placeIn(supplies)];
  return parts.map((part) => ({
    key: part.key,
    bound: part.bound,
    lines: part.lines.map((one) => [needAt(one.needId), supplyAt(one.supplyId), one.quantity]),
    needs: part.needs.map((one) => [
      needAt(one.needId),
      one.given,
      one.level,
      one.floor,
      one.price,
    ]),
    supplies: part.supplies.map((one) => [supplyAt(one.supplyId), one.given, one.price]),
  }));
}

function placeIn(list: readonly { id: string }[]): (id: string) => number {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  return (id) => {
    const at = places.get(id);
    if (at === undefined) throw new Error('a part of a need or goods that are not in the problem');
    return at;
  };
}

/** The same parts in the places of another snapshot; one of which something is gone has changed, and is left out. */
export function movedParts(
  kept: readonly KeptPart[],
  from: { needIds: readonly string[]; supplyIds: readonly string[] },
  to: Goods,
): KeptPart[] {
  const needAt = places(from.needIds, to.needs);
  const supplyAt = places(from.supplyIds, to.supplies);
  return kept
    .map((part) => ({
      ...part,
      lines: part.lines.map(([need, supply, quantity]): KeptPart['lines'][number] => [
        needAt(need),
        supplyAt(supply),
        quantity,
      ]),
      needs: part.needs.map(([need, ...rest]): KeptPart['needs'][number] => [
        needAt(need),
        ...rest,
      ]),
      supplies: part.supplies.map(([supply, ...rest]): KeptPart['supplies'][number] => [
        supplyAt(supply),
        ...rest,
      ]),
    }))
    .filter(
      ({ needs, supplies }) => needs.every(([at]) => at >= 0) && supplies.every(([at]) => at >= 0),
    );
}

function places(ids: readonly string[], list: readonly { id: string }[]): (at: number) => number {
  const there = new Map(list.map(({ id }, at) => [id, at]));
  return (at) => there.get(ids[at] ?? '') ?? -1;
}

/** The parts as the solver knows them; only a part whose key is the same today will be used. */
export function restoreParts(kept: readonly KeptPart[], problem: PlanProblem): PlanPart[] {
  const judge = arcJudge(problem);
  const needId = (at: number) => problem.needs[at]?.id ?? '';
  const supplyId = (at: number) => problem.supplies[at]?.id ?? '';
  return kept.map(({ key, bound, lines, needs, supplies }) => ({
    key,
    bound,
    lines: lines.map(([needAt, supplyAt, quantity]) =>
      lineOf(problem, judge, { needAt, supplyAt, quantity }),
    ),
    needs: needs.map(([at, given, level, floor, price]) => ({
      needId: needId(at),
      given,
      level,
      floor,
      price,
    })),
    supplies: supplies.map(([at, given, price]) => ({ supplyId: supplyId(at), given, price })),
  }));
}

/**
 * The same facts with their names in one order: the database gives a stored snapshot back in an order of its own, and a
 * part's key hangs on it.
 */
export function inNameOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => inNameOrder(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, inNameOrder(one)])) as T;
}
