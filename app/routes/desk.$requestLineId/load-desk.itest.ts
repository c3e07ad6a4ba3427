import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { loadDesk } from './load-desk.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is allocated while a need is read is off the need and off the goods, or off neither', async () => {
  const { env, officer } = stage;
  const { requestLineId } = await stage.need(20, []);
  const lotId = await stage.stock(20);
  const read = async () => {
    const { need, rows } = await loadDesk(env, officer, requestLineId);
    return [need.remainder, ...rows.map(({ free }) => free)];
  };
  const amid = await stage.database.readAmid(
    'donation',
    async (sql) => {
      await sql`update request_line set approved_quantity = 5 where id = ${requestLineId}`;
      await sql`update balance set quantity = 5 where lot_id = ${lotId} and quantity = 20`;
    },
    read,
  );
  expect([
    [20, 20],
    [5, 5],
  ]).toContainEqual(amid);
  expect(await read()).toEqual([5, 5]);
});
