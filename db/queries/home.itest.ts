import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { makeGoodsWorld, type GoodsWorld } from '../testing/goods-world.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';
import { roles, visibleScope, type Actor } from '~/domain/actor';
import { homeKeys } from '~/domain/home';
import { countHome } from './home.server';

const today = '2026-01-05';
let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
  const su = test.superuser;
  const donation = (status: string, placeId: string, donor: string) =>
    su`insert into donation (id, code, donor_organisation_id, place_id, county_code, status, pledged_by_user_id, created_at)
      values (${newId()}, ${newId()}, ${donor}, ${placeId}, '451121', ${status}, ${newId()}, now())`;
  await donation('pledged', world.depotPlaceId, world.foundation.organisationId);
  await donation('accepted', world.depotPlaceId, world.foundation.organisationId);
  await donation('accepted', world.otherDepotPlaceId, world.otherFoundation.organisationId);
  for (const [status, count] of Object.entries({ submitted: 2, approved: 1, draft: 1 })) {
    for (let made = 0; made < count; made += 1) await request(status);
  }
  await su`insert into shipment (id, code, from_place_id, to_place_id, from_county_code, to_county_code, status,
    created_by_user_id, created_at) values (${newId()}, 'S1', ${world.depotPlaceId}, ${world.centrePlaceId}, '451121',
    '451121', 'dispatched', ${newId()}, now())`;
});
afterAll(() => test.drop());

async function request(status: string): Promise<void> {
  const [id, su] = [newId(), test.superuser];
  await su`insert into request (id, programme_id, place_id, organisation_id, division_code, county_code, status,
    head_count, need_by, urgency, created_at) values (${id}, ${world.programmeId}, ${world.centrePlaceId},
    ${world.centre.organisationId}, ${world.centre.divisionCode}, '451121', ${status}, 10, ${today}, 'normal', now())`;
  await su`insert into request_line (id, request_id, position, item_id, quantity, unit_code, approved_quantity)
    values (${newId()}, ${id}, 1, ${world.item('gloves')}, 5, 'pair', ${status === 'approved' ? 5 : null})`;
}

const countFor = (actor: Actor) => countHome(test.db, visibleScope(actor), today);

describe('the first page counts', () => {
  it('for a donor its own pledges alone', async () => {
    expect(await countFor(world.foundation)).toMatchObject({
      pledges_unanswered: 1,
      donations_accepted: 1,
      shipments_on_road: 0,
    });
    expect(await countFor(world.otherFoundation)).toMatchObject({
      pledges_unanswered: 0,
      donations_accepted: 1,
    });
  });

  it('for a depot what is meant for its own places', async () => {
    expect(await countFor(world.depot)).toMatchObject({
      pledges_to_answer: 1,
      donations_to_count: 1,
      shipments_gone: 1,
      shipments_coming: 0,
    });
    expect(await countFor(world.otherDepot)).toMatchObject({
      pledges_to_answer: 0,
      donations_to_count: 1,
      shipments_gone: 0,
    });
  });

  it('for a centre its own requests, drafts included, and what is on its way', async () => {
    expect(await countFor(world.centre)).toMatchObject({
      requests_submitted: 2,
      requests_draft: 1,
      shipments_coming: 1,
    });
  });

  it('for a bureau what waits in its division, and nothing of another', async () => {
    expect(await countFor(world.bureau)).toMatchObject({
      requests_to_decide: 2,
      needs_open: 1,
      shipments_on_road: 1,
    });
    expect(await countFor(world.foreignBureau)).toMatchObject({
      requests_to_decide: 0,
      needs_open: 0,
      shipments_on_road: 0,
    });
  });

  it('every key of every role', async () => {
    for (const role of roles) {
      const { waiting, going } = homeKeys(role);
      const counts = await countFor({ ...world.bureau, role });
      expect(Object.keys(counts)).toEqual([...waiting, ...going]);
      for (const count of Object.values(counts)) expect(count).toEqual(expect.any(Number));
    }
  });
});
