import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { findItem } from '~db/queries/items.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import type { NewItem } from '~/domain/item-form';
import { addItem } from './add-item.server';
import { amendItem } from './amend-item.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const env = () => ({ db: test.db, now: () => new Date(), newId: () => uuidv7() });
const by = (actor: GoodsWorld['administrator'], key = uuidv7()) => ({ actor, key });

const blanket = (code: string): NewItem => ({
  code,
  nameZh: '毛毯',
  nameEn: 'Blanket',
  category: 'bedding',
  weightMg: 1_500_000,
  volumeUl: 9_000_000,
  perishable: false,
  smallestUnit: 'piece',
  sizeScheme: 'none',
  smallestZh: '条',
  smallestEn: 'blanket',
  unit: { nameZh: '包（10条）', nameEn: 'bale of 10', factor: 10 },
});

async function added(code: string): Promise<string> {
  const result = await addItem(env(), by(world.administrator), blanket(code));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.itemId;
}
const amendment = (itemId: string, version = 1) => ({
  itemId,
  version,
  nameZh: '珊瑚绒毛毯',
  nameEn: 'Fleece blanket',
  category: 'bedding' as const,
  weightMg: 1_400_000,
  volumeUl: 9_000_000,
  perishable: false,
  retired: true,
  unit: { nameZh: '箱（20条）', nameEn: 'box of 20', factor: 20 },
});

it('adds an item with its units, and mends it with one unit more', async () => {
  const id = await added('blanket');
  expect(await findItem(test.db, id)).toMatchObject({
    version: 1,
    units: [{ code: 'piece', factor: 1 }, { factor: 10 }],
  });
  expect((await amendItem(env(), by(world.administrator), amendment(id))).ok).toBe(true);
  expect(await findItem(test.db, id)).toMatchObject({
    version: 2,
    nameZh: '珊瑚绒毛毯',
    retired: true,
    units: [{ factor: 1 }, { factor: 10 }, { factor: 20 }],
  });
});

it('refuses a code that is taken, a stale form, what is not there, and everybody else', async () => {
  expect(await addItem(env(), by(world.administrator), blanket('rice'))).toMatchObject({
    error: { code: 'item.code_taken', field: 'code' },
  });
  const id = await added('blanket_b');
  const admin = by(world.administrator);
  expect(await amendItem(env(), admin, amendment(id, 9))).toMatchObject({
    error: { code: 'record.stale' },
  });
  expect(await amendItem(env(), admin, amendment(uuidv7()))).toMatchObject({
    error: { code: 'access.not_found' },
  });
  expect(await amendItem(env(), by(world.bureau), amendment(id))).toMatchObject({
    error: { code: 'access.role' },
  });
  expect(await addItem(env(), by(world.depot), blanket('x1'))).toMatchObject({
    error: { code: 'access.role' },
  });
});

it('has effect once with one key', async () => {
  const key = uuidv7();
  const first = await addItem(env(), by(world.administrator, key), blanket('blanket_c'));
  expect(await addItem(env(), by(world.administrator, key), blanket('blanket_c'))).toEqual(first);
});
