import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOSE } from '~/domain/ledger';
import type { Actor } from '~/domain/actor';
import { listPlanGoodsToSend } from '~db/queries/plan-trips.server';
import { makeNeed } from '~db/testing/needs-world.server';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import {
  actorOf,
  BABU,
  makeOrganisation,
  makePlace,
  makePledge,
  makeStock,
} from '~db/testing/world.server';
import { applyAllocationPlan } from './apply-allocation-plan.server';
import { cancelShipment } from './cancel-shipment.server';
import { dispatchShipment } from './dispatch-shipment.server';
import { draftPlanShipments } from './draft-plan-shipments.server';

/** Drafts for the depot out of an applied plan's trips, one for each centre of each trip. */
let stage: PlanStage;
let depot: Actor;

beforeAll(async () => {
  stage = await planStage();
  depot = actorOf('depot_staff', BABU, stage.world.depotOwner);
});
afterAll(() => stage.drop());

const SAME_TOWNSHIP = '451121101203';
const OTHER_TOWNSHIP = '451121102204';

async function applied(itemId: string): Promise<string> {
  const { approved, orThrow, env, as, approver, at } = stage;
  const planId = await approved(itemId);
  await orThrow(applyAllocationPlan(env, as(approver), await at(planId)));
  return planId;
}

const draft = (planId: string, actor = depot, key?: string) =>
  draftPlanShipments(stage.env, stage.as(actor, key), { planId });

interface Line {
  shipmentId: string;
  status: string;
  to: string;
  quantity: number;
  parcelId: string;
}

/** What was drafted of a lot: shipment by shipment, in the order of their places and quantities. */
async function drafted(lotId: string): Promise<Line[]> {
  const rows = await stage.database.superuser<Line[]>`
    select s.id as "shipmentId", s.status, s.to_place_id as to, sl.quantity::int as quantity,
      sl.parcel_id as "parcelId"
    from shipment s join shipment_line sl on sl.shipment_id = s.id
    where sl.lot_id = ${lotId} order by sl.quantity, s.id`;
  return [...rows];
}

/** What the plan holds of these lots, put into one box where it lies. */
async function boxed(...lotIds: string[]): Promise<string> {
  const id = newId();
  const { superuser, owner } = stage.database;
  await owner`insert into parcel (id, code, kind, place_id, county_code, packed_by_user_id, created_at)
    values (${id}, ${id}, 'box', ${stage.world.depot.id}, ${stage.world.depot.countyCode}, ${newId()}, now())`;
  await superuser`update balance set parcel_id = ${id} where lot_id = any(${lotIds})
    and quantity > 0 and account_id in (select id from account where kind = 'hold')`;
  return id;
}

const weigh = (itemId: string, weightMg: number) =>
  stage.database.superuser`update item set weight_mg = ${weightMg} where id = ${itemId}`;

describe('shipments drafted from a plan', () => {
  it('are one for each centre, and hold exactly what the plan holds at the depot', async () => {
    const { itemId, needs, lotId } = await stage.villages(20, [10]);
    for (const divisionCode of [SAME_TOWNSHIP, OTHER_TOWNSHIP]) {
      needs.push(await makeNeed(stage.database.db, { itemId, quantity: 10, divisionCode }));
    }
    const planId = await applied(itemId);
    const given = await stage.linesOf(planId);
    const { shipmentIds } = await stage.orThrow(draft(planId));
    const lines = await drafted(lotId);
    expect(new Set(lines.map((line) => line.shipmentId))).toEqual(new Set(shipmentIds));
    expect(lines.map((line) => [line.status, line.parcelId])).toEqual(
      needs.map(() => ['draft', LOOSE]),
    );
    const byPlace = Object.fromEntries(lines.map((line) => [line.to, line.quantity]));
    expect(byPlace).toEqual(
      Object.fromEntries(needs.map((need) => [need.placeId, given[need.requestLineId]])),
    );
    const [event] = await stage.database.superuser`
      select type, aggregate from event where aggregate_id = ${shipmentIds[0]!}`;
    expect(event).toEqual({ type: 'drafted', aggregate: 'shipment' });
  });

  it('are several to one centre where a vehicle does not carry it all', async () => {
    const { itemId, lotId } = await stage.villages(5, [5]);
    // Two tons each: a vehicle of five takes two of them.
    await weigh(itemId, 2_000_000_000);
    const planId = await applied(itemId);
    const { shipmentIds } = await stage.orThrow(draft(planId));
    expect(shipmentIds).toHaveLength(3);
    expect((await drafted(lotId)).map((line) => line.quantity)).toEqual([1, 2, 2]);
  });

  it('are made once: by one key, and of goods that no draft lists yet', async () => {
    const { itemId, lotId } = await stage.villages(10, [10]);
    const planId = await applied(itemId);
    const key = newId();
    const first = await draft(planId, depot, key);
    expect(first.ok).toBe(true);
    expect(await draft(planId, depot, key)).toEqual(first);
    expect(await draft(planId)).toMatchObject({ error: { code: 'plan.nothing_to_send' } });
    expect(await drafted(lotId)).toHaveLength(1);
  });

  it('are made again of what a cancelled draft listed, and not of what was sent', async () => {
    const { itemId, lotId } = await stage.villages(10, [6]);
    const planId = await applied(itemId);
    const [first] = (await stage.orThrow(draft(planId))).shipmentIds;
    const { env, as, orThrow } = stage;
    await orThrow(cancelShipment(env, as(depot), { shipmentId: first!, version: 1 }));
    const [second] = (await orThrow(draft(planId))).shipmentIds;
    const way = {
      carrier: '顺达物流',
      vehiclePlate: undefined,
      driverName: undefined,
      driverPhone: undefined,
      waybillNumber: undefined,
    };
    const sent = { shipmentId: second!, version: 1, ...way };
    await orThrow(dispatchShipment(env, as(depot), sent));
    expect(await draft(planId)).toMatchObject({ error: { code: 'plan.nothing_to_send' } });
    expect((await drafted(lotId)).map((line) => line.status).sort()).toEqual([
      'cancelled',
      'dispatched',
    ]);
  });

  it('leave out what is promised and not yet in', async () => {
    const { itemId, lotId } = await stage.villages(4, [10]);
    await stage.database.db.transaction(async (tx) => {
      await makePledge(tx, stage.world, { itemId, quantity: 3 });
    });
    const planId = await applied(itemId);
    expect(Object.values(await stage.linesOf(planId))).toEqual([7]);
    await stage.orThrow(draft(planId));
    expect((await drafted(lotId)).map((line) => line.quantity)).toEqual([4]);
  });

  it('are each depot’s own, and of nothing that lies where it is needed', async () => {
    const { itemId, needs, lotId } = await stage.villages(4, [12]);
    const { db } = stage.database;
    const owner = await db.transaction(async (tx) => {
      const other = await makeOrganisation(tx, 'depot', BABU);
      const place = await makePlace(tx, other, 'depot', BABU);
      for (const at of [place, { id: needs[0]!.placeId, countyCode: '451121' }]) {
        const donationLineId = await makePledge(tx, stage.world, { itemId, quantity: 3 });
        await makeStock(tx, stage.world, { itemId, donationLineId, quantity: 3, at });
      }
      return other;
    });
    const planId = await applied(itemId);
    expect(Object.values(await stage.linesOf(planId))).toEqual([10]);
    expect((await stage.orThrow(draft(planId))).shipmentIds).toHaveLength(1);
    expect((await drafted(lotId)).map((line) => line.quantity)).toEqual([4]);
    const theirs = actorOf('depot_staff', BABU, owner);
    expect((await stage.orThrow(draft(planId, theirs))).shipmentIds).toHaveLength(1);
    const [village] = await stage.database.superuser<{ owner: string }[]>`
      select organisation_id as owner from place where id = ${needs[0]!.placeId}`;
    const coordinator = actorOf('centre_coordinator', SAME_TOWNSHIP, village!.owner);
    expect(await draft(planId, coordinator)).toMatchObject({
      error: { code: 'plan.nothing_to_send' },
    });
  });

  it('take a box of several lots whole where one centre has it all, and name one that two share', async () => {
    const first = await stage.villages(4, [4]);
    const second = await stage.villages(3, [3]);
    const stranger = await stage.villages(5, [5]);
    const planIds: string[] = [];
    for (const { itemId } of [first, second, stranger]) planIds.push(await applied(itemId));
    // As one plan would have held them: for needs of one centre, and one of another.
    await stage.database.superuser`update allocation set plan_id = ${planIds[0]!}`;
    await stage.database.superuser`update request set place_id = ${first.needs[0]!.placeId}
      where id = ${second.needs[0]!.requestId}`;
    const whole = await boxed(first.lotId, second.lotId);
    await stage.orThrow(draft(planIds[0]!));
    const lines = [...(await drafted(first.lotId)), ...(await drafted(second.lotId))];
    expect(lines.map((line) => [line.parcelId, line.quantity])).toEqual([
      [whole, 4],
      [whole, 3],
    ]);
    expect(new Set(lines.map((line) => line.shipmentId)).size).toBe(1);
    await stage.database.superuser`update shipment set status = 'cancelled'`;
    const shared = await boxed(first.lotId, stranger.lotId);
    const { leftOut } = await listPlanGoodsToSend(stage.database.db, planIds[0]!);
    expect(leftOut).toMatchObject([{ parcelId: shared, next: 'open' }]);
    expect(leftOut[0]!.toPlaceIds).toHaveLength(2);
  });

  it('are refused to others, and before the plan is applied', async () => {
    const { itemId, lotId } = await stage.villages(4, [4]);
    const planId = await stage.approved(itemId);
    expect(await draft(planId)).toMatchObject({ error: { code: 'access.not_found' } });
    const { orThrow, env, as, approver, at } = stage;
    await orThrow(applyAllocationPlan(env, as(approver), await at(planId)));
    const stranger = actorOf('depot_staff', BABU);
    expect(await draft(planId, stranger)).toMatchObject({ error: { code: 'access.not_found' } });
    expect(await draft(planId, approver)).toMatchObject({ error: { code: 'access.role' } });
    expect(await draft(newId())).toMatchObject({ error: { code: 'access.not_found' } });
    expect(await drafted(lotId)).toEqual([]);
  });

  it('are none at all where one of them cannot be', async () => {
    const { itemId, needs, lotId } = await stage.villages(10, [5]);
    needs.push(
      await makeNeed(stage.database.db, { itemId, quantity: 5, divisionCode: OTHER_TOWNSHIP }),
    );
    const planId = await applied(itemId);
    const ended = needs[1]!.placeId;
    await stage.database.superuser`update place set ended_on = '2026-01-01' where id = ${ended}`;
    expect(await draft(planId)).toMatchObject({ error: { code: 'shipment.place_ended' } });
    expect(await drafted(lotId)).toEqual([]);
  });
});
