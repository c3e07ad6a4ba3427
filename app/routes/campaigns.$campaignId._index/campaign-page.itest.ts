import type { ISql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { HEZHOU, makePledge } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { openCampaign } from '~/commands/open-campaign.server';
import { campaignPage } from './campaign-page.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('goods pledged while the page is read are shown with their donation, or not at all', async () => {
  const { env, officer, as, world, database } = stage;
  const { campaignId } = await orThrow(
    openCampaign(env, as(officer), {
      name: '暖冬行动',
      divisionCode: HEZHOU,
      startsOn: '2026-01-01',
      endsOn: undefined,
    }),
  );
  const pledge = async (quantity: number) => {
    const line = { itemId: world.coatId, quantity };
    const lineId = await database.db.transaction((tx) => makePledge(tx, world, line));
    return (sql: ISql) => sql`
      update donation set campaign_id = ${campaignId}
      where id = (select donation_id from donation_line where id = ${lineId})`;
  };
  await (
    await pledge(100)
  )(database.superuser);
  const second = await pledge(40);
  const read = async () => {
    const { donations, goods } = await campaignPage(env, officer, campaignId);
    return [donations.total, ...goods.map(({ figures }) => figures.pledged)];
  };
  const amid = await database.readAmid('donation_line', second, read);
  expect([
    [1, 100],
    [2, 140],
  ]).toContainEqual(amid);
  expect(await read()).toEqual([2, 140]);
});
