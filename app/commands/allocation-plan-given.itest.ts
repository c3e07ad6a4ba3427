import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import type { LeftOutPin } from '~/domain/plan-pin';
import { changePlanLine } from './change-plan-line.server';
import { makeAllocation } from './make-allocation.server';
import { renewAllocationPlan } from './renew-allocation-plan.server';
import { submitAllocationPlan } from './submit-allocation-plan.server';

const FUCHUAN = '451123000000';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

const give = async (
  planId: string,
  over: { requestLineId: string; supplyId: string; quantity: number },
) =>
  changePlanLine(stage.env, stage.as(stage.drafter), {
    ...(await stage.at(planId)),
    kind: 'give',
    reason: '这个村雪大，先给',
    ...over,
  });

async function changesOf(planId: string) {
  const rows = await stage.database.superuser<
    { kind: string; quantity: number; reason: string; cost: number | null }[]
  >`select kind, quantity::int, reason, cost from allocation_plan_change where plan_id = ${planId}`;
  return [...rows];
}

async function leftOutOf(planId: string): Promise<LeftOutPin[]> {
  const [row] = await stage.database.superuser<{ leftOut: LeftOutPin[] }[]>`
    select s.answer -> 'leftOut' as "leftOut" from allocation_plan p
    join allocation_plan_solution s on s.id = p.solution_id where p.id = ${planId}`;
  return row?.leftOut ?? [];
}

describe('goods given by hand to a need that got none', () => {
  it('are kept with reason and cost, and the rest is solved around them', async () => {
    // Critical and few goods: with no floor the need that weighs less gets nothing.
    const { itemId, needs } = await stage.villages(10, [10, 40]);
    await stage.database
      .superuser`update request set urgency = 'critical', head_count = 200 where id = ${needs[0]!.requestId}`;
    const planId = await stage.drafted(itemId, { floorShare: 0 });
    const [strong, weak] = [needs[0]!.requestLineId, needs[1]!.requestLineId];
    expect(await stage.linesOf(planId)).toEqual({ [strong]: 10 });
    const [supply] = await stage.suppliesOf(planId);
    const one = { requestLineId: weak, supplyId: supply!.id, quantity: 4 };
    await stage.orThrow(give(planId, one));
    await stage.workAll();
    expect(await stage.linesOf(planId)).toEqual({ [strong]: 6, [weak]: 4 });
    const [change] = await changesOf(planId);
    expect(change).toMatchObject({ kind: 'give', quantity: 4, reason: '这个村雪大，先给' });
    expect(change!.cost).toBeGreaterThan(0);
  });

  it.each([
    ['another size', { size: '130' }, 'plan.pin_wrong_size'],
    ['another county', { restrictedDivisionCode: FUCHUAN }, 'plan.pin_restricted_division'],
    ['another group', { restrictedGroup: 'elderly' }, 'plan.pin_restricted_group'],
    ['goods that go off on the way', { bestBefore: '2026-11-09' }, 'plan.pin_expired'],
    ['goods that keep too short', { bestBefore: '2026-11-20' }, 'plan.pin_too_little_life'],
  ])('are refused for %s, with the rule that forbids it', async (_what, line, code) => {
    const { itemId, needs } = await stage.villages(5, [10]);
    await stage.stock(itemId, 7, line);
    const planId = await stage.drafted(itemId);
    const supply = (await stage.suppliesOf(planId)).find((one) => one.quantity === 7);
    const one = { requestLineId: needs[0]!.requestLineId, supplyId: supply!.id, quantity: 1 };
    expect(await give(planId, one)).toMatchObject({ ok: false, error: { code } });
    expect(await changesOf(planId)).toEqual([]);
  });

  it('are refused where the road is closed, or they are of another item', async () => {
    const { itemId, needs } = await stage.villages(5, [10]);
    const other = await stage.villages(5, [10]);
    const closedRoads = [{ fromPlaceId: stage.world.depot.id, toPlaceId: needs[0]!.placeId }];
    const planId = await stage.drafted([itemId, other.itemId], { closedRoads });
    const supplies = await stage.suppliesOf(planId);
    const of = (id: string) => ({
      requestLineId: needs[0]!.requestLineId,
      supplyId: supplies.find((one) => one.itemId === id)!.id,
      quantity: 1,
    });
    expect(await give(planId, of(itemId))).toMatchObject({
      error: { code: 'plan.pin_closed_road' },
    });
    expect(await give(planId, of(other.itemId))).toMatchObject({
      error: { code: 'allocation.other_item' },
    });
  });
});

describe('what was fixed by hand and no longer fits when the plan is made anew', () => {
  async function pinned(stock: number, wanted: number, quantity: number) {
    const { itemId, needs, lotId } = await stage.villages(stock, [wanted, wanted]);
    const planId = await stage.drafted(itemId);
    const [supply] = await stage.suppliesOf(planId);
    const requestLineId = needs[0]!.requestLineId;
    await stage.orThrow(give(planId, { requestLineId, supplyId: supply!.id, quantity }));
    await stage.workAll();
    await stage.orThrow(
      submitAllocationPlan(stage.env, stage.as(stage.drafter), await stage.at(planId)),
    );
    const take = (need: number, taken: number) =>
      stage.orThrow(
        makeAllocation(stage.env, stage.as(stage.drafter), {
          requestId: needs[need]!.requestId,
          version: 1,
          lines: [
            {
              requestLineId: needs[need]!.requestLineId,
              lotId,
              placeId: stage.world.depot.id,
              quantity: taken,
            },
          ],
        }),
      );
    const renew = async () => {
      const renewed = await stage.orThrow(
        renewAllocationPlan(stage.env, stage.as(stage.approver), await stage.at(planId)),
      );
      await stage.workAll();
      return renewed.planId;
    };
    return { itemId, requestLineId, supplyId: supply!.id, take, renew };
  }

  it('is named with what stands against it, and the plan is solved without it', async () => {
    const { requestLineId, supplyId, take, renew } = await pinned(20, 15, 12);
    expect(await leftOutOf(await (await pinned(20, 15, 12)).renew())).toEqual([]);
    await take(1, 10);
    const planId = await renew();
    expect(await leftOutOf(planId)).toEqual([
      { needId: requestLineId, supplyId, quantity: 12, reason: 'more_than_goods' },
    ]);
    const given = Object.values(await stage.linesOf(planId)).reduce((sum, one) => sum + one, 0);
    expect(given).toBe(10);
  });

  it.each([
    ['more than is still needed', 5, 'more_than_need'],
    ['for a need that is met', 15, 'need_gone'],
  ])('says so where it is %s', async (_what, taken, reason) => {
    const { take, renew } = await pinned(40, 15, 12);
    await take(0, taken);
    expect(await leftOutOf(await renew())).toMatchObject([{ reason, quantity: 12 }]);
  });

  it('says so where the goods are gone', async () => {
    const { itemId, take, renew } = await pinned(15, 30, 12);
    await take(1, 15);
    await stage.stock(itemId, 5);
    expect(await leftOutOf(await renew())).toMatchObject([{ reason: 'goods_gone', quantity: 12 }]);
  });
});
