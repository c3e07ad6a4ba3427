import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { loadNeeds } from './load-needs.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is allocated while the list is read is off the need and off the goods, or off neither', async () => {
  const { env, officer } = stage;
  const { requestLineId } = await stage.need(20, []);
  const lotId = await stage.stock(20);
  const read = async () => {
    const { needs } = await loadNeeds(env, officer, new URLSearchParams());
    return needs.map((need) => [need.remainder, need.usable]);
  };
  const amid = await stage.database.readAmid(
    'donation',
    async (sql) => {
      await sql`update request_line set approved_quantity = 5 where id = ${requestLineId}`;
      await sql`update balance set quantity = 5 where lot_id = ${lotId} and quantity = 20`;
    },
    read,
  );
  expect([[[20, 20]], [[5, 5]]]).toContainEqual(amid);
  expect(await read()).toEqual([[5, 5]]);
});
