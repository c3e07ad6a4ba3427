import type { PlanNeed, PlanSupply } from './allocation/problem';
import { crowdedPlaces } from './centre-room';

interface Planned {
  requestLineId: string;
  supplyId: string;
  quantity: number;
}

/** Goods, a need or a centre's room of which less is left than the plan takes. Smallest units; of room, millilitres. */
export interface Moved {
  kind: 'goods' | 'need' | 'room';
  /** Of a supply, a need or a place. */
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
    ...crowded(lines, now),
  ];
}

/** Centres that have less room left than the plan brings; goods and needs that are gone are told of as such. */
function crowded(
  lines: readonly Planned[],
  now: { supplies: readonly PlanSupply[]; needs: readonly PlanNeed[] },
): Moved[] {
  const supplies = new Map(now.supplies.map((one) => [one.id, one]));
  const needs = new Map(now.needs.map((one) => [one.id, one]));
  const bringing = lines.flatMap(({ requestLineId, supplyId, quantity }) => {
    const [supply, need] = [supplies.get(supplyId), needs.get(requestLineId)];
    if (!supply || need?.capacityLeftMl === undefined) return [];
    const { placeId: toPlaceId, capacityLeftMl: roomMl } = need;
    const { placeId: fromPlaceId, unitVolumeUl } = supply;
    return [{ requestLineId, roomMl, fromPlaceId, toPlaceId, unitVolumeUl, quantity }];
  });
  const room = new Map(bringing.map(({ toPlaceId, roomMl }) => [toPlaceId, roomMl]));
  return crowdedPlaces(bringing, room).map(({ placeId, neededMl, leftMl }) => ({
    kind: 'room',
    id: placeId,
    requestLineId: bringing.find((one) => one.toPlaceId === placeId)?.requestLineId ?? '',
    planned: neededMl,
    left: leftMl,
  }));
}

function short(
  kind: 'goods' | 'need',
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
