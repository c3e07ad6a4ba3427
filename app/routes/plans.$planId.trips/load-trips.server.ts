import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { partsOnTrip, type ParcelLeftOut } from '~/domain/plan-sending';
import { roadFactorOf, tripsOf, vehicleOf } from '~/domain/plan-trips';
import { roleMay } from '~/domain/policy';
import type { GoodsToCarry, Trip } from '~/domain/trips';
import type { ServerEnv } from '~/server/env.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findPlan, findPlanSolution, listPlanLines } from '~db/queries/allocation-plans.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import {
  findTownshipNames,
  isPlanOfDepot,
  listPlanGoodsToSend,
  listTripPlaces,
} from '~db/queries/plan-trips.server';

/** One item and size among what goes together. */
interface Part {
  itemId: string;
  size: string;
  quantity: number;
}
interface Named extends GoodsToCarry {
  parts: readonly Part[];
}

/** The trips of a plan: for its bureau as planned or as held, for a depot what it has to send. */
export async function loadTrips(env: ServerEnv, actor: Actor, planId: string) {
  const { goods, leftOut, isDepot } = await goodsOf(env, actor, planId);
  const parameters = await listParameters(env.db);
  const { places, items, townships } = await namesOf(env, goods, leftOut);
  const rules = {
    parameters,
    day: dayInShanghai(env.now()),
    divisionCode: actor.divisionCode,
    pointOf: (id: string) => places.get(id)?.point,
  };
  const byKey = new Map(goods.map((one) => [one.key, one]));
  const nameOf = (id: string) => places.get(id)?.name ?? '';
  const named = ({ itemId, size, quantity }: Part) => ({
    size,
    quantity,
    item: items.find((item) => item.id === itemId),
  });
  return {
    planId,
    isDepot,
    vehicle: vehicleOf(rules),
    roadFactor: roadFactorOf(rules),
    trips: tripsOf(goods, rules).map((trip, at) => ({
      number: at + 1,
      fromName: nameOf(trip.fromPlaceId),
      townshipName: townships[trip.townshipCode] ?? trip.townshipCode,
      kg: trip.weightMg / 1e6,
      m3: trip.volumeUl / 1e9,
      km: trip.km,
      rough: [trip.fromPlaceId, ...stopsOf(trip)].some(
        (id) => places.get(id)?.point?.precision !== 'pinned',
      ),
      overloaded: trip.overloaded,
      lines: trip.lines.flatMap(({ key, toPlaceId, quantity: taken }) => {
        const one = byKey.get(key);
        const toName = nameOf(toPlaceId);
        const stop = stopsOf(trip).indexOf(toPlaceId) + 1;
        return (one ? partsOnTrip(one, taken) : []).map((part, at) => ({
          key: `${key} ${at}`,
          toName,
          stop,
          ...named(part),
        }));
      }),
    })),
    leftOut: leftOut.map(({ parcelId, code, fromPlaceId, toPlaceIds, next, parts }) => ({
      parcelId,
      code,
      next,
      fromPlaceId,
      toPlaceId: toPlaceIds[0] ?? '',
      fromName: nameOf(fromPlaceId),
      toNames: toPlaceIds.map(nameOf),
      parts: byItem(parts).map(named),
    })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

/** One entry for each item and size, whatever lots and needs it is of. */
function byItem(parts: readonly Part[]): Part[] {
  const sums = new Map<string, Part>();
  for (const { itemId, size, quantity } of parts) {
    const key = `${itemId} ${size}`;
    sums.set(key, { itemId, size, quantity: quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return [...sums.values()];
}

async function namesOf(
  { db }: ServerEnv,
  goods: readonly Named[],
  leftOut: readonly ParcelLeftOut[],
) {
  const [places, items, townships] = await Promise.all([
    listTripPlaces(db, [
      ...goods.flatMap((one) => [one.fromPlaceId, one.toPlaceId]),
      ...leftOut.flatMap((one) => [one.fromPlaceId, ...one.toPlaceIds]),
    ]),
    listItemsById(
      db,
      [...goods, ...leftOut].flatMap(({ parts }) => parts.map((part) => part.itemId)),
    ),
    findTownshipNames(
      db,
      goods.map((one) => one.toDivisionCode.slice(0, 9)),
    ),
  ]);
  return { places, items, townships };
}

export type LoadedTrips = Awaited<ReturnType<typeof loadTrips>>;

function stopsOf(trip: Trip): string[] {
  return [...new Set(trip.lines.map((line) => line.toPlaceId))];
}

async function goodsOf(
  env: ServerEnv,
  actor: Actor,
  planId: string,
): Promise<{ goods: Named[]; leftOut: ParcelLeftOut[]; isDepot: boolean }> {
  const { db } = env;
  const scope = visibleScope(actor);
  if (roleMay('shipment.draft', actor.role)) {
    found((await isPlanOfDepot(db, scope, planId)) || undefined);
    return { ...(await listPlanGoodsToSend(db, planId, actor.organisationId)), isDepot: true };
  }
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  const plan = found(await findPlan(db, scope, planId));
  if (plan.status === 'applied') {
    return { ...(await listPlanGoodsToSend(db, planId)), isDepot: false };
  }
  return {
    goods: plan.solutionId ? await planned(env, planId, plan.solutionId) : [],
    leftOut: [],
    isDepot: false,
  };
}

/** What the plan would send of goods that are in; pledges still to come are not driven yet. */
async function planned(env: ServerEnv, planId: string, solutionId: string): Promise<Named[]> {
  const [solution, lines] = await Promise.all([
    findPlanSolution(env.db, planId, solutionId),
    listPlanLines(env.db, solutionId),
  ]);
  const supplies = new Map(solution?.supplies.map((supply) => [supply.id, supply]));
  const needs = new Map(solution?.needs.map((need) => [need.id, need]));
  return lines.flatMap((line) => {
    const [supply, need] = [supplies.get(line.supplyId), needs.get(line.requestLineId)];
    if (!supply || !need || supply.lotId === null || supply.placeId === need.placeId) return [];
    const { placeId: fromPlaceId, packSize, unitWeightMg, unitVolumeUl, itemId, size } = supply;
    return [
      {
        key: line.id,
        fromPlaceId,
        packSize,
        unitWeightMg,
        unitVolumeUl,
        toPlaceId: need.placeId,
        toDivisionCode: need.use.divisionCode,
        quantity: line.quantity,
        parts: [{ itemId, size, quantity: line.quantity }],
      },
    ];
  });
}
