import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRoomLeft } from '~db/queries/place-room.server';
import type { TestNeed } from '~db/testing/needs-world.server';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { makePledge, makeStock } from '~db/testing/world.server';
import { postMovements } from '~db/store/ledger.server';
import { LOOSE } from '~/domain/ledger';
import type { PlanAnswer } from '~/domain/allocation-plan';
import { applyAllocationPlan } from './apply-allocation-plan.server';
import { changePlanLine } from './change-plan-line.server';
import { makeAllocation } from './make-allocation.server';
import { renewAllocationPlan } from './renew-allocation-plan.server';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

const LITRE_OF_PIECES = 1000; // A piece of the tests' items is a millilitre.

async function limit(placeId: string, litres: number) {
  await stage.database.superuser`update place set capacity_l = ${litres} where id = ${placeId}`;
}
const roomOf = async (placeId: string) =>
  (await findRoomLeft(stage.database.db, [placeId])).get(placeId);

async function reasonsOf(planId: string, requestLineId: string) {
  const [row] = await stage.database.superuser<{ answer: PlanAnswer }[]>`
    select s.answer from allocation_plan p join allocation_plan_solution s on s.id = p.solution_id
    where p.id = ${planId}`;
  const one = row!.answer.reasons.find(({ needId }) => needId === requestLineId);
  return one?.reasons.map(({ code }) => code);
}

/** A centre with room for two litres that needs three, and goods for all. */
async function narrowCentre() {
  const wanted = 3 * LITRE_OF_PIECES;
  const { itemId, needs, lotId } = await stage.villages(2 * wanted, [wanted, wanted]);
  const [narrow, wide] = [needs[0]!, needs[1]!];
  await limit(narrow.placeId, 2);
  return { itemId, lotId, narrow, wide, wanted };
}

/** By hand, at the desk. */
async function give(need: TestNeed, lotId: string, quantity: number) {
  const { requestId, requestLineId } = need;
  const lines = [{ requestLineId, lotId, placeId: stage.world.depot.id, quantity }];
  const input = { requestId, version: 1, lines };
  return makeAllocation(stage.env, stage.as(stage.drafter), input);
}

async function heldOf(lotId: string): Promise<number> {
  const [row] = await stage.database.superuser<{ held: number }[]>`
    select coalesce(sum(b.quantity), 0)::int as held from balance b
    join account a on a.id = b.account_id where b.lot_id = ${lotId} and a.kind = 'hold'`;
  return row?.held ?? 0;
}

describe('a centre’s room', () => {
  it('is what a plan gives it at the most, and the reason for the rest', async () => {
    const { itemId, narrow, wide, wanted } = await narrowCentre();
    const planId = await stage.drafted(itemId);
    expect(await stage.linesOf(planId)).toEqual({
      [narrow.requestLineId]: 2 * LITRE_OF_PIECES,
      [wide.requestLineId]: wanted,
    });
    expect(await reasonsOf(planId, narrow.requestLineId)).toContain('no_room');
  });

  it('is less by what a plan holds for it, and then full', async () => {
    const { itemId, narrow } = await narrowCentre();
    const planId = await stage.approved(itemId);
    const { env, as, approver, at, orThrow } = stage;
    await orThrow(applyAllocationPlan(env, as(approver), await at(planId)));
    expect(await roomOf(narrow.placeId)).toBe(0);
    const next = await stage.drafted(itemId);
    expect(await stage.linesOf(next)).toEqual({});
    expect(await reasonsOf(next, narrow.requestLineId)).toContain('goods_refused');
  });

  it('is less by what lies there and by what is on the road there', async () => {
    const { database, world } = stage;
    const { itemId, narrow } = await narrowCentre();
    const here = { id: narrow.placeId, countyCode: '451121' };
    await database.db.transaction(async (tx) => {
      const donationLineId = await makePledge(tx, world, { itemId, quantity: 500 });
      await makeStock(tx, world, { donationLineId, itemId, quantity: 500, at: here });
    });
    expect(await roomOf(here.id)).toBe(1500);
    const shipmentId = newId();
    await database.superuser`insert into shipment
      (id, code, from_place_id, to_place_id, from_county_code, to_county_code, status, created_at, created_by_user_id)
      values (${shipmentId}, ${shipmentId}, ${world.depot.id}, ${here.id}, ${world.depot.countyCode},
        ${here.countyCode}, 'dispatched', now(), ${newId()})`;
    await database.db.transaction(async (tx) => {
      const donationLineId = await makePledge(tx, world, { itemId, quantity: 300 });
      const lotId = await makeStock(tx, world, { donationLineId, itemId, quantity: 300 });
      const posted = await postMovements(tx, [
        {
          id: newId(),
          kind: 'dispatch',
          cause: { kind: 'shipment', id: shipmentId },
          occurredAt: new Date(),
          lines: [
            {
              lotId,
              from: { kind: 'stock', placeId: world.depot.id, countyCode: world.depot.countyCode },
              fromParcelId: LOOSE,
              to: { kind: 'transit', shipmentId, countyCode: here.countyCode },
              toParcelId: LOOSE,
              quantity: 300,
            },
          ],
        },
      ]);
      expect(posted.ok).toBe(true);
    });
    expect(await roomOf(here.id)).toBe(1200);
  });

  it('is not overrun by hand either', async () => {
    const { itemId, narrow } = await narrowCentre();
    const planId = await stage.drafted(itemId);
    const [supply] = await stage.suppliesOf(planId);
    const change = {
      kind: 'give' as const,
      requestLineId: narrow.requestLineId,
      supplyId: supply!.id,
      reason: '先放院子里',
    };
    const give = async (quantity: number) =>
      changePlanLine(stage.env, stage.as(stage.drafter), {
        ...(await stage.at(planId)),
        ...change,
        quantity,
      });
    expect(await give(2 * LITRE_OF_PIECES + 1)).toMatchObject({
      error: { code: 'plan.pin_no_room' },
    });
    expect(await give(2 * LITRE_OF_PIECES)).toMatchObject({ ok: true });
    await stage.workAll();
  });

  it('is asked again when the plan is applied, and nothing is held where it has gone', async () => {
    const { itemId, lotId, narrow, wide, wanted } = await narrowCentre();
    const { env, as, approver, at, orThrow, world, database } = stage;
    const planId = await stage.approved(itemId);
    const here = { id: narrow.placeId, countyCode: '451121' };
    await database.db.transaction(async (tx) => {
      const donationLineId = await makePledge(tx, world, { itemId, quantity: 1 });
      await makeStock(tx, world, { donationLineId, itemId, quantity: 1, at: here });
    });
    expect(await applyAllocationPlan(env, as(approver), await at(planId))).toMatchObject({
      error: { code: 'plan.moved' },
    });
    expect(await heldOf(lotId)).toBe(0);
    const renewed = await orThrow(renewAllocationPlan(env, as(approver), await at(planId)));
    await stage.workAll();
    expect(await stage.linesOf(renewed.planId)).toEqual({
      [narrow.requestLineId]: 2 * LITRE_OF_PIECES - 1,
      [wide.requestLineId]: wanted,
    });
  });

  it('is asked at the desk, told with what is left, and filled to the last', async () => {
    const { lotId, narrow } = await narrowCentre();
    expect(await give(narrow, lotId, 2 * LITRE_OF_PIECES + 1)).toMatchObject({
      error: { code: 'allocation.no_room', facts: { needed: 0.003, room: 0.002 } },
    });
    expect(await heldOf(lotId)).toBe(0);
    expect(await give(narrow, lotId, 2 * LITRE_OF_PIECES)).toMatchObject({ ok: true });
    expect(await give(narrow, lotId, 1)).toMatchObject({ error: { code: 'allocation.no_room' } });
  });

  it('is not promised twice: who reaches for it while another does waits for the other', async () => {
    const { lotId, narrow } = await narrowCentre();
    const { superuser } = stage.database;
    let second: ReturnType<typeof give> | undefined;
    await superuser.begin(async (tx) => {
      await tx`update place set capacity_l = 1 where id = ${narrow.placeId}`;
      second = give(narrow, lotId, 2 * LITRE_OF_PIECES);
      const went = second.then(() => 'went' as const);
      await expect.poll(() => Promise.race([went, stage.database.anyoneWaits()])).not.toBe(false);
    });
    expect(await second).toMatchObject({
      error: { code: 'allocation.no_room', facts: { needed: 0.002, room: 0.001 } },
    });
  });

  it('is not looked at where none is set', async () => {
    const { needs } = await stage.villages(0, [5]);
    expect(await roomOf(needs[0]!.placeId)).toBeUndefined();
  });
});
