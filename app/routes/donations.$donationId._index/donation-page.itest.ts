import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { actorOf, BABU, makePledge, makeStock } from '~db/testing/world.server';
import type { Role } from '~/domain/actor';
import { donationPage } from './donation-page.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('figures and pieces add up, though goods move while the page is read', async () => {
  const { env, world } = stage;
  const { db, superuser, readAmid } = stage.database;
  const of = { itemId: world.coatId, quantity: 100 };
  const { lotId, donationLineId } = await db.transaction(async (tx) => {
    const donationLineId = await makePledge(tx, world, of);
    // The centre's account, which the goods go to.
    const there = { itemId: world.coatId, quantity: 1, at: world.centre };
    await makeStock(tx, world, { donationLineId, ...there });
    return { donationLineId, lotId: await makeStock(tx, world, { donationLineId, ...of }) };
  });
  const [{ donationId }] = await superuser<[{ donationId: string }]>`
    select donation_id as "donationId" from donation_line where id = ${donationLineId}`;
  const keeper = actorOf('depot_staff', BABU, world.depotOwner);
  const read = async () => {
    const { donation, pieces } = await donationPage(env, keeper, donationId);
    const at = (where: string) =>
      pieces.reduce((sum, one) => sum + (one.at === where ? one.quantity : 0), 0);
    const { stock, atCentres } = donation.lines[0]!.figures;
    return { figures: [stock, atCentres], pieces: [at('stock'), at('at_centre')] };
  };
  const amid = await readAmid(
    'movement_line',
    async (sql) => {
      await sql`update balance set quantity = 60 where lot_id = ${lotId} and quantity = 100`;
      await sql`
        insert into balance (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
        select b.account_id, ${lotId}, b.parcel_id, 40, false, b.county_code
        from balance b join account a on a.id = b.account_id
        where a.place_id = ${world.centre.id} and a.kind = 'stock' and b.quantity = 1`;
    },
    read,
  );
  expect(amid.pieces).toEqual(amid.figures);
  expect(await read()).toEqual({ figures: [60, 41], pieces: [60, 41] });
});

it('a closed donation shows its reopening to those who may, refused where its place has ended', async () => {
  const { env, world } = stage;
  const { db, superuser } = stage.database;
  const donationLineId = await db.transaction((tx) =>
    makePledge(tx, world, { itemId: world.coatId, quantity: 100 }),
  );
  const [{ donationId, placeId }] = await superuser<[{ donationId: string; placeId: string }]>`
    select id as "donationId", place_id as "placeId" from donation where id = (
      select donation_id from donation_line where id = ${donationLineId})`;
  const steps = async (role: Role, organisationId: string) =>
    (await donationPage(env, actorOf(role, BABU, organisationId), donationId)).steps;
  const keeper = () => steps('depot_staff', world.depotOwner);
  expect((await keeper()).reopen).toMatchObject({ refusal: { code: 'record.status' } });
  await superuser`update donation set status = 'closed' where id = ${donationId}`;
  expect((await keeper()).reopen).toEqual({ refusal: undefined });
  expect((await keeper()).close).toMatchObject({ refusal: { code: 'record.status' } });
  expect((await steps('foundation_staff', world.foundation)).reopen).toBeUndefined();
  await superuser`update place set ended_on = '2026-01-04' where id = ${placeId}`;
  const { code } = (await keeper()).reopen!.refusal!;
  expect(code).toBe('donation.place_ended_since');
});
