import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { visibleScope } from '~/domain/actor';
import { listCampaigns, listRunningCampaigns } from '~db/queries/campaigns.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { openCampaign } from './open-campaign.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const env = () => ({
  db: test.db,
  now: () => new Date('2025-11-01T02:00:00Z'),
  newId: () => uuidv7(),
});
const input = {
  name: '暖冬行动',
  divisionCode: '451121000000',
  startsOn: '2025-11-01',
  endsOn: '2026-02-28',
};

it('is opened once by a bureau, and donors can choose it while it runs', async () => {
  const key = uuidv7();
  const first = await openCampaign(env(), { actor: world.bureau, key }, input);
  expect(await openCampaign(env(), { actor: world.bureau, key }, input)).toEqual(first);
  const scope = visibleScope(world.foundation);
  expect(await listCampaigns(test.db, scope)).toMatchObject([{ name: '暖冬行动' }]);
  expect(await listRunningCampaigns(test.db, scope, '2026-02-28')).toHaveLength(1);
  expect(await listRunningCampaigns(test.db, scope, '2026-03-01')).toHaveLength(0);
});

it.each([
  ['a foundation', () => world.foundation, input, 'access.role'],
  ['a bureau of another county', () => world.foreignBureau, input, 'access.division'],
  [
    'a division that is not there',
    () => world.bureau,
    { ...input, divisionCode: '451121999999' },
    'form.unknown_choice',
  ],
] as const)('is refused to %s', async (_, actor, campaign, code) => {
  const result = await openCampaign(env(), { actor: actor(), key: uuidv7() }, campaign);
  expect(result).toMatchObject({ ok: false, error: { code } });
});
