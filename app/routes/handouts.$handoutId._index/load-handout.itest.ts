import { afterAll, beforeAll, expect, it } from 'vitest';
import { byHousehold, signed } from '~db/testing/centre-stage.server';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { orThrow } from '~db/testing/or-throw.server';
import { recordSignOff } from '~/commands/record-sign-off.server';
import { loadHandout } from './load-handout.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is handed out while the page is read is off the line and off the goods, or off neither', async () => {
  const { env, as, centre, database } = stage;
  const { requestLineId, lotIds } = await stage.need(20, [{ quantity: 20 }]);
  const to = byHousehold(await stage.household());
  const { handoutId, lineIds } = await stage.listOf(requestLineId, 5, [to]);
  const some = signed(lineIds[0]!, { outcome: 'partial', quantity: 2, leftSeen: 5 });
  await orThrow(recordSignOff(env, as(), some));
  const read = async () => {
    const { lines } = await loadHandout(env, centre, handoutId);
    return lines.map(({ name, left, sizesReady }) => [name, left, sizesReady[0]?.quantity]);
  };
  const amid = await database.readAmid(
    'balance',
    async (sql) => {
      await sql`update sign_off set quantity = 5 where handout_id = ${handoutId}`;
      await sql`update balance set quantity = 15 where lot_id = ${lotIds[0]!} and quantity = 18`;
    },
    read,
  );
  expect([[['韦阿婆', 3, 18]], [['韦阿婆', 0, 15]]]).toContainEqual(amid);
  expect(await read()).toEqual([['韦阿婆', 0, 15]]);
});
