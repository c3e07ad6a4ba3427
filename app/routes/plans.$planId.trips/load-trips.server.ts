import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { tripsOf, vehicleOf } from '~/domain/plan-trips';
import { roleMay } from '~/domain/policy';
import type { GoodsToCarry } from '~/domain/trips';
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

type Named = GoodsToCarry & { itemId: string; size: string };

/** The trips of a plan: for its bureau as planned or as held, for a depot what it has to send. */
export async function loadTrips(env: ServerEnv, actor: Actor, planId: string) {
  const { db } = env;
  const { goods, isDepot } = await goodsOf(env, actor, planId);
  const [places, parameters, items, townships] = await Promise.all([
    listTripPlaces(
      db,
      goods.flatMap((one) => [one.fromPlaceId, one.toPlaceId]),
    ),
    listParameters(db),
    listItemsById(
      db,
      goods.map((one) => one.itemId),
    ),
    findTownshipNames(
      db,
      goods.map((one) => one.toDivisionCode.slice(0, 9)),
    ),
  ]);
  const rules = {
    parameters,
    day: dayInShanghai(env.now()),
    divisionCode: actor.divisionCode,
    pointOf: (id: string) => places.get(id)?.point,
  };
  const byKey = new Map(goods.map((one) => [one.key, one]));
  const nameOf = (id: string) => places.get(id)?.name ?? '';
  return {
    planId,
    isDepot,
    vehicle: vehicleOf(rules),
    trips: tripsOf(goods, rules).map((trip, at) => ({
      number: at + 1,
      fromName: nameOf(trip.fromPlaceId),
      townshipName: townships[trip.townshipCode] ?? trip.townshipCode,
      kg: trip.weightMg / 1e6,
      m3: trip.volumeUl / 1e9,
      km: trip.km,
      lines: trip.lines.map(({ key, toPlaceId, quantity }) => {
        const one = byKey.get(key);
        return {
          key,
          toName: nameOf(toPlaceId),
          quantity,
          size: one?.size ?? '',
          item: items.find((item) => item.id === one?.itemId),
        };
      }),
    })),
    membershipId: actor.membershipId,
    formKey: env.newId(),
  };
}

async function goodsOf(
  env: ServerEnv,
  actor: Actor,
  planId: string,
): Promise<{ goods: Named[]; isDepot: boolean }> {
  const { db } = env;
  const scope = visibleScope(actor);
  if (roleMay('shipment.draft', actor.role)) {
    found((await isPlanOfDepot(db, scope, planId)) || undefined);
    const goods = await listPlanGoodsToSend(db, planId, actor.organisationId);
    return { goods, isDepot: true };
  }
  if (!roleMay('plan.read', actor.role)) refuseRequest({ code: 'access.role' });
  const plan = found(await findPlan(db, scope, planId));
  if (plan.status === 'applied') {
    return { goods: await listPlanGoodsToSend(db, planId), isDepot: false };
  }
  return {
    goods: plan.solutionId ? await planned(env, planId, plan.solutionId) : [],
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
        itemId,
        size,
        toPlaceId: need.placeId,
        toDivisionCode: need.use.divisionCode,
        quantity: line.quantity,
      },
    ];
  });
}
