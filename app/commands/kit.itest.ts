import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { findItem } from '~db/queries/items.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { NewKit } from '~/domain/kit-form';
import { addKit } from './add-kit.server';
import { changeKitParts } from './change-kit-parts.server';
import { pledgeDonation } from './pledge-donation.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const env = () => ({ db: test.db, now: () => new Date(), newId: () => uuidv7() });
const by = (actor: GoodsWorld['administrator'], key = uuidv7()) => ({ actor, key });
const parts = (...list: [code: string, quantity: number][]) =>
  list.map(([code, quantity], row) => ({ row, itemId: world.item(code), quantity }));

const winterKit = (code: string, held = parts(['gloves', 1], ['rice', 5_000])): NewKit => ({
  code,
  nameZh: '过冬包',
  nameEn: 'Winter kit',
  category: 'clothing',
  smallestZh: '份',
  smallestEn: 'kit',
  parts: held,
});

async function added(code: string): Promise<string> {
  const result = await addKit(env(), by(world.administrator), winterKit(code));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.itemId;
}

const change = (itemId: string, held: NewKit['parts'], version = 1, actor = world.administrator) =>
  changeKitParts(env(), by(actor), { itemId, version, parts: held });

async function pledged(kitId: string, code: string): Promise<string> {
  const result = await pledgeDonation(env(), by(world.foundation), {
    placeId: world.depotPlaceId,
    campaignId: undefined,
    deliverOn: undefined,
    donorNameShown: true,
    governmentDoneeConfirmed: false,
    lines: [
      {
        itemId: kitId,
        itemCode: code,
        size: '',
        quantity: 10,
        unitCode: 'piece',
        value: { basis: 'invoice', lowFen: 1_000, highFen: 1_000 },
        producedOn: undefined,
        bestBefore: undefined,
        restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
      },
    ],
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.donationId;
}

async function linesOf(donationId: string) {
  const rows = await test.superuser`
    select i.code, l.quantity::int from donation_line l join item i on i.id = l.item_id
    where l.donation_id = ${donationId} order by i.code`;
  return rows.map((row) => [row.code, row.quantity]);
}

it('makes a kit that is weighed by its parts and pledged as its items', async () => {
  const id = await added('winter_kit');
  const gloves = await findItem(test.db, world.item('gloves'));
  const rice = await findItem(test.db, world.item('rice'));
  expect(await findItem(test.db, id)).toMatchObject({
    isKit: true,
    perishable: true,
    sizeScheme: 'none',
    smallestUnit: 'piece',
    weightMg: gloves!.weightMg + 5_000 * rice!.weightMg,
    units: [{ code: 'piece', nameZh: '份', factor: 1 }],
  });
  expect(await linesOf(await pledged(id, 'winter_kit'))).toEqual([
    ['gloves', 10],
    ['rice', 50_000],
  ]);
});

it('changes what a kit holds from now on, and nothing that was pledged before', async () => {
  const id = await added('winter_kit_b');
  const before = await pledged(id, 'winter_kit_b');
  expect((await change(id, parts(['gloves', 2], ['basketball', 1]))).ok).toBe(true);
  expect(await linesOf(before)).toEqual([
    ['gloves', 10],
    ['rice', 50_000],
  ]);
  expect(await linesOf(await pledged(id, 'winter_kit_b'))).toEqual([
    ['basketball', 10],
    ['gloves', 20],
  ]);
  expect(await findItem(test.db, id)).toMatchObject({ version: 2, perishable: false });
  const events = await test.superuser`
    select type, payload from event where aggregate = 'item' and aggregate_id = ${id} order by version`;
  expect(events).toMatchObject([
    { type: 'registered', payload: { parts: [{ quantity: 1 }, { quantity: 5_000 }] } },
    { type: 'parts_changed', payload: { parts: [{ quantity: 2 }, { quantity: 1 }] } },
  ]);
});

it('refuses parts that make no kit, and changes nothing', async () => {
  const id = await added('winter_kit_c');
  const was = await findItem(test.db, id);
  const itself = { row: 0, itemId: id, quantity: 1 };
  const kits = parts(['gloves', 1], ['uniform_kit', 1]);
  for (const [held, code] of [
    [[], 'kit.no_part'],
    [[itself], 'kit.part_is_itself'],
    [kits, 'kit.part_is_kit'],
    [parts(['gloves', 1], ['gloves', 2]), 'kit.part_twice'],
    [parts(['padded_set_child', 1]), 'kit.sizes_changed'],
  ] as const) {
    expect(await change(id, [...held])).toMatchObject({ ok: false, error: { code } });
  }
  expect(await findItem(test.db, id)).toEqual(was);
  const admin = by(world.administrator);
  expect(await addKit(env(), admin, winterKit('fresh_kit', kits))).toMatchObject({
    error: { code: 'kit.part_is_kit', field: 'parts[1].choice' },
  });
});

it('refuses a taken code, a stale form, what is no kit, and everybody but administrators', async () => {
  const id = await added('winter_kit_d');
  const held = parts(['gloves', 3]);
  const admin = by(world.administrator);
  expect(await addKit(env(), admin, winterKit('rice'))).toMatchObject({
    error: { code: 'item.code_taken', field: 'code' },
  });
  expect(await change(id, held, 7)).toMatchObject({ error: { code: 'record.stale' } });
  expect(await change(world.item('rice'), held)).toMatchObject({
    error: { code: 'kit.not_a_kit' },
  });
  expect(await change(uuidv7(), held)).toMatchObject({ error: { code: 'access.not_found' } });
  for (const actor of [world.bureau, world.depot, world.foundation]) {
    expect(await change(id, held, 1, actor)).toMatchObject({ error: { code: 'access.role' } });
    expect(await addKit(env(), by(actor), winterKit('x_kit'))).toMatchObject({
      error: { code: 'access.role' },
    });
  }
});

it('has effect once with one key', async () => {
  const id = await added('winter_kit_e');
  const key = by(world.administrator);
  const input = { itemId: id, version: 1, parts: parts(['gloves', 3]) };
  const first = await changeKitParts(env(), key, input);
  expect(await changeKitParts(env(), key, input)).toEqual(first);
  expect((await findItem(test.db, id))?.version).toBe(2);
});
