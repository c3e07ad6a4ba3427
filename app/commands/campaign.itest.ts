import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { visibleScope, type Actor } from '~/domain/actor';
import { listCampaignGoods, listCampaignNeeds } from '~db/queries/campaign-goods.server';
import { findCampaign, listCampaigns, listRunningCampaigns } from '~db/queries/campaigns.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { amendCampaign } from './amend-campaign.server';
import { closeCampaign } from './close-campaign.server';
import { draftRequest } from './draft-request.server';
import { openCampaign } from './open-campaign.server';
import { pledgeDonation } from './pledge-donation.server';
import { submitRequest } from './submit-request.server';

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

const as = (actor: Actor, key = uuidv7()) => ({ actor, key });
const amendment = { name: '暖冬行动二期', startsOn: '2025-11-02', endsOn: undefined };

async function opened(): Promise<string> {
  const result = await openCampaign(env(), as(world.bureau), input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.campaignId;
}

/** 100 pairs of gloves from a foundation, and 30 asked for by the centre. */
async function joined(campaignId: string) {
  const gloves = { itemId: world.item('gloves'), size: '', quantity: 100 };
  const pledged = await pledgeDonation(env(), as(world.foundation), {
    placeId: world.depotPlaceId,
    campaignId,
    donorNameShown: true,
    governmentDoneeConfirmed: false,
    deliverOn: undefined,
    lines: [
      {
        ...gloves,
        itemCode: 'gloves',
        unitCode: 'piece',
        value: { basis: 'invoice', lowFen: 1_000_00, highFen: 1_000_00 },
        producedOn: undefined,
        bestBefore: undefined,
        restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
      },
    ],
  });
  const drafted = await draftRequest(env(), as(world.centre), {
    programmeId: world.programmeId,
    headCount: 30,
    needBy: '2026-01-10',
    urgency: 'normal',
    urgencyReason: undefined,
    campaignId,
    lines: [
      { ...gloves, itemCode: 'gloves', unitCode: 'piece', quantity: 30, largerSizeServes: false },
    ],
  });
  return { pledged, drafted };
}

describe('an open campaign', () => {
  it('is amended, and closed once; its events tell so', async () => {
    const campaignId = await opened();
    const change = { campaignId, version: 1, ...amendment };
    const envelope = as(world.bureau);
    const first = await amendCampaign(env(), envelope, change);
    expect(first).toEqual({ ok: true, value: { campaignId, version: 2 } });
    expect(await amendCampaign(env(), envelope, change)).toEqual(first);
    const both = await Promise.all(
      [1, 2].map(() => closeCampaign(env(), as(world.bureau), { campaignId, version: 2 })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const scope = visibleScope(world.foundation);
    expect(await findCampaign(test.db, scope, campaignId)).toMatchObject({
      name: '暖冬行动二期',
      startsOn: '2025-11-02',
      endsOn: null,
      closedOn: '2025-11-01',
      version: 3,
    });
    const events = await test.superuser<{ type: string }[]>`
      select type from event where aggregate_id = ${campaignId} order by version`;
    expect(events.map(({ type }) => type)).toEqual(['opened', 'amended', 'closed']);
    for (const late of [
      await amendCampaign(env(), as(world.bureau), { ...change, version: 3 }),
      await closeCampaign(env(), as(world.bureau), { campaignId, version: 3 }),
    ])
      expect(late).toMatchObject({ error: { code: 'record.status', facts: { status: 'closed' } } });
  });

  it('changes for nobody else, and from no stale form', async () => {
    const campaignId = await opened();
    const cases: [Actor, number, string, string][] = [
      [world.foundation, 1, campaignId, 'access.role'],
      [world.centre, 1, campaignId, 'access.role'],
      [world.foreignBureau, 1, campaignId, 'access.division'],
      [world.bureau, 2, campaignId, 'record.stale'],
      [world.bureau, 1, uuidv7(), 'access.not_found'],
    ];
    for (const [actor, version, id, code] of cases) {
      const step = { campaignId: id, version };
      expect(await amendCampaign(env(), as(actor), { ...step, ...amendment })).toMatchObject({
        error: { code },
      });
      expect(await closeCampaign(env(), as(actor), step)).toMatchObject({ error: { code } });
    }
  });

  it('shows each reader the figures of what it may see', async () => {
    const campaignId = await opened();
    const { drafted } = await joined(campaignId);
    if (!drafted.ok) throw new Error(drafted.error.code);
    const { requestId } = drafted.value;
    const needsOf = (reader: Actor) => listCampaignNeeds(test.db, visibleScope(reader), campaignId);
    expect(await needsOf(world.centre)).toEqual([]);
    const sent = await submitRequest(env(), as(world.centre), { requestId, version: 1 });
    expect(sent.ok).toBe(true);
    const gloves = { itemId: world.item('gloves'), asked: 30, approved: 0, allocated: 0 };
    expect(await needsOf(world.bureau)).toEqual([gloves]);
    expect(await needsOf(world.centre)).toEqual([gloves]);
    for (const reader of [world.foreignBureau, world.foundation])
      expect(await needsOf(reader)).toEqual([]);
    const goodsOf = (reader: Actor) => listCampaignGoods(test.db, visibleScope(reader), campaignId);
    for (const reader of [world.foundation, world.depot, world.bureau])
      expect(await goodsOf(reader)).toMatchObject([
        { itemId: gloves.itemId, figures: { pledged: 100, toCome: 100, received: 0 } },
      ]);
    for (const reader of [world.otherFoundation, world.otherDepot, world.foreignBureau])
      expect(await goodsOf(reader)).toEqual([]);
  });
});

it('a closed campaign is offered to nobody, and takes neither donation nor request', async () => {
  const campaignId = await opened();
  await closeCampaign(env(), as(world.bureau), { campaignId, version: 1 });
  const running = await listRunningCampaigns(test.db, visibleScope(world.centre), '2025-11-01');
  expect(running.map(({ id }) => id)).not.toContain(campaignId);
  const { pledged, drafted } = await joined(campaignId);
  const refused = { ok: false, error: { code: 'campaign.closed', field: 'campaignId' } };
  expect(pledged).toEqual(refused);
  expect(drafted).toEqual(refused);
});
