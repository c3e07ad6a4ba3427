import type { PlanNeed, PlanSupply } from './allocation/problem';

interface Planned {
  requestLineId: string;
  supplyId: string;
  quantity: number;
}

/** Goods or a need of which less is left than the plan gives. Smallest units. */
export interface Moved {
  kind: 'goods' | 'need';
  id: string;
  /** A need that it is about, for its item. */
  requestLineId: string;
  planned: number;
  left: number;
}

/** What stands in the way of applying a plan: compared with what is free and needed now. */
export function movedSince(
  lines: readonly Planned[],
  now: { supplies: readonly PlanSupply[]; needs: readonly PlanNeed[] },
): Moved[] {
  const goods = new Map(
    now.supplies.filter((one) => !one.quarantined).map((one) => [one.id, one.quantity]),
  );
  const needs = new Map(now.needs.map((one) => [one.id, one.quantity]));
  return [
    ...short('goods', lines, (line) => line.supplyId, goods),
    ...short('need', lines, (line) => line.requestLineId, needs),
  ];
}

function short(
  kind: Moved['kind'],
  lines: readonly Planned[],
  idOf: (line: Planned) => string,
  left: ReadonlyMap<string, number>,
): Moved[] {
  const planned = new Map<string, Moved>();
  for (const line of lines) {
    const id = idOf(line);
    const { requestLineId, quantity } = line;
    const sum = planned.get(id);
    if (sum) sum.planned += quantity;
    else planned.set(id, { kind, id, requestLineId, planned: quantity, left: left.get(id) ?? 0 });
  }
  return [...planned.values()].filter((one) => one.planned > one.left);
}
