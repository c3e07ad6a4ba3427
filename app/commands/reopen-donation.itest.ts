import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocumentFolds } from '~db/queries/document-folds.server';
import { findDonation } from '~db/queries/donations.server';
import { findHistory } from '~db/queries/history.server';
import { findPromisable } from '~db/queries/pledge-remainders.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { makePromise } from '~db/testing/make-promise.server';
import { as } from '~db/testing/sides/side-env.server';
import { counted, pledgeLine, pledgeTo } from '~db/testing/sides/side-goods.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { orThrow } from '~db/testing/or-throw.server';
import { visibleScope, type Actor } from '~/domain/actor';
import type { Pledge } from '~/domain/pledge';
import { acceptDonation } from './accept-donation.server';
import { closeCampaign } from './close-campaign.server';
import { closeDonation } from './close-donation.server';
import { countIntake } from './count-intake.server';
import { declineDonation } from './decline-donation.server';
import { endOrganisation } from './end-organisation.server';
import { endPlace } from './end-place.server';
import { openCampaign } from './open-campaign.server';
import { pledgeDonation } from './pledge-donation.server';
import { reopenDonation } from './reopen-donation.server';
import { reopenDonationLine } from './reopen-donation-line.server';
import { restoreOrganisation } from './restore-organisation.server';
import { restorePlace } from './restore-place.server';
import { reverseCount } from './reverse-count.server';
import { withdrawDonation } from './withdraw-donation.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const now = new Date('2025-12-01T02:00:00Z');
const env = () => ({ db: test.db, now: () => now, newId: () => uuidv7() });

interface Given {
  donationId: string;
  /** 1,000 pairs of gloves and 50 quilts. */
  gloves: string;
  quilts: string;
}

async function pledged(changes: Partial<Pledge> = {}, donor = world.foundation): Promise<Given> {
  const lines = [pledgeLine(world.item('gloves'), 1_000), pledgeLine(world.item('quilt'), 50)];
  const pledge = { ...pledgeTo(world.depotPlaceId, lines), ...changes };
  const { donationId } = await orThrow(pledgeDonation(env(), as(donor), pledge));
  const [gloves, quilts] = await test.superuser<{ id: string }[]>`
    select id from donation_line where donation_id = ${donationId} order by position`;
  return { donationId, gloves: gloves!.id, quilts: quilts!.id };
}

async function accepted(changes: Partial<Pledge> = {}, donor = world.foundation): Promise<Given> {
  const given = await pledged(changes, donor);
  const { donationId } = given;
  await orThrow(acceptDonation(env(), as(world.bureau), { donationId, version: 1, declined: [] }));
  return given;
}

/** Nothing came of it before it was closed: in version 3. */
async function closed(changes: Partial<Pledge> = {}, donor = world.foundation): Promise<Given> {
  const given = await accepted(changes, donor);
  await orThrow(close(given, 2));
  return given;
}

const close = ({ donationId }: Given, version: number, actor = world.bureau) =>
  closeDonation(env(), as(actor), { donationId, version, reason: 'donor_delivers_less' });

const reopen = (
  { donationId }: Given,
  version: number,
  actor: Actor = world.depot,
  key: string = uuidv7(),
) =>
  reopenDonation(env(), as(actor, key), {
    donationId,
    version,
    reason: 'donor_delivers_after_all',
    note: '其余的十二月送到',
  });

const count = (
  { donationId }: Given,
  version: number,
  lines: { lineId: string; sound: number; closing?: boolean }[],
) => {
  const reason = 'short_delivered' as const;
  return countIntake(env(), as(world.depot), {
    donationId,
    version,
    placeId: world.depotPlaceId,
    occurredAt: '2025-12-01T01:30:00.000Z',
    lines: lines.map((one) => ({ ...counted(one.lineId, one.sound), reason })),
    closing: lines.flatMap((one) => (one.closing ? [{ donationLineId: one.lineId, reason }] : [])),
  });
};

/** As the donor reads it; what the figures add up to is asked every time. */
async function read({ donationId }: Given) {
  const found = (await findDonation(test.db, visibleScope(world.foundation), donationId))!;
  for (const { figures: f } of found.lines) {
    expect(f.pledged + f.beyond).toBe(f.declined + f.toCome + f.closedShort + f.received);
  }
  return found;
}

const balances = async (lineId: string) => {
  const rows = await test.superuser<{ kind: string; quantity: number }[]>`
    select a.kind, sum(b.quantity)::int as quantity from balance b
    join lot l on l.id = b.lot_id join account a on a.id = b.account_id
    where l.donation_line_id = ${lineId} and b.quantity <> 0 group by a.kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.quantity]));
};

describe('reopen-donation', () => {
  it('expects again what the closing ended and no more, restores no promise, and counts on', async () => {
    const given = await accepted();
    const { gloves, quilts, donationId } = given;
    const first = [
      { lineId: gloves, sound: 600 },
      { lineId: quilts, sound: 40, closing: true },
    ];
    await orThrow(count(given, 2, first));
    const waiting = { donationLineId: gloves, quantity: 300, itemCode: 'gloves' };
    const { allocationId } = await makePromise(test.db, world, waiting, now);
    await orThrow(close(given, 4));
    expect(await read(given)).toMatchObject({
      status: 'closed',
      lines: [{ figures: { toCome: 0, closedShort: 400 } }, { figures: { closedShort: 10 } }],
    });

    const key = uuidv7();
    const reopened = await reopen(given, 5, world.depot, key);
    expect(reopened).toEqual({ ok: true, value: { donationId } });
    // The same form once more has effect once.
    expect(await reopen(given, 5, world.depot, key)).toEqual(reopened);
    expect(await read(given)).toMatchObject({
      status: 'accepted',
      version: 6,
      decisionReason: 'donor_delivers_after_all',
      decisionNote: '其余的十二月送到',
      lines: [
        { closedReason: null, figures: { toCome: 400, closedShort: 0, received: 600 } },
        { closedReason: 'short_delivered', figures: { toCome: 0, closedShort: 10, received: 40 } },
      ],
    });
    const promise = await test.superuser`
      select a.status, l.lot_id, l.quantity::int, l.released_quantity::int from allocation a
      join allocation_line l on l.allocation_id = a.id where a.id = ${allocationId}`;
    expect(promise).toMatchObject([{ lot_id: null, quantity: 300, released_quantity: 300 }]);
    const promisable = await findPromisable(test.db, [gloves, quilts]);
    expect([promisable.get(gloves), promisable.get(quilts)]).toEqual([400, 0]);
    expect((await findHistory(test.db, 'donation', donationId)).slice(0, 2)).toMatchObject([
      { key: 'donation.reopened', reason: 'donor_delivers_after_all' },
      { key: 'donation.closed', reason: 'donor_delivers_less' },
    ]);

    await orThrow(count(given, 6, [{ lineId: gloves, sound: 390 }]));
    // Free for everybody: nothing is held for the promise that lapsed.
    expect(await balances(gloves)).toEqual({ donor: -990, stock: 990 });
    const line = { donationId, lineId: quilts, reason: 'closed_wrongly' as const };
    await orThrow(reopenDonationLine(env(), as(world.depot), { ...line, version: 7 }));
    expect(await read(given)).toMatchObject({
      lines: [{ figures: { toCome: 10, received: 990 } }, { figures: { toCome: 10 } }],
    });
    await orThrow(close(given, 8));
    expect(await read(given)).toMatchObject({
      lines: [{ figures: { closedShort: 10 } }, { figures: { closedShort: 10 } }],
    });
    expect((await checkDocumentFolds(test.db, 'donation')).faults).toEqual([]);
  });

  it('is for those who may close it, and for nobody else', async () => {
    const given = await closed();
    for (const [actor, code] of [
      [world.foundation, 'access.role'],
      [world.centre, 'access.role'],
      [world.administrator, 'access.role'],
      [world.otherDepot, 'access.organisation'],
      [world.foreignBureau, 'access.division'],
    ] as const) {
      expect(await reopen(given, 3, actor)).toMatchObject({ error: { code } });
    }
    expect(await read(given)).toMatchObject({ status: 'closed', version: 3 });
    expect(await reopen(given, 3, world.bureau)).toMatchObject({ ok: true });
  });

  it('opens nothing that is not closed', async () => {
    const declined = await pledged();
    const withdrawn = await pledged();
    const end = { version: 1, note: undefined };
    await orThrow(
      declineDonation(env(), as(world.depot), { ...declined, ...end, reason: 'not_needed' }),
    );
    await orThrow(
      withdrawDonation(env(), as(world.foundation), { ...withdrawn, ...end, reason: 'other' }),
    );
    for (const [given, version] of [
      [await pledged(), 1],
      [await accepted(), 2],
      [declined, 2],
      [withdrawn, 2],
    ] as const) {
      const { status } = await read(given);
      const error = { code: 'record.status', facts: { status } };
      expect(await reopen(given, version)).toMatchObject({ error });
      expect(await read(given)).toMatchObject({ status, version });
    }
    const unknown = { donationId: uuidv7(), gloves: '', quilts: '' };
    expect(await reopen(unknown, 1)).toMatchObject({ error: { code: 'access.not_found' } });
  });

  it('goes by the version that was seen, whoever closes and opens meanwhile', async () => {
    const given = await closed();
    const both = await Promise.all([reopen(given, 3), reopen(given, 3, world.bureau)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    // The tab in which it was closed the first time.
    expect(await close(given, 2)).toMatchObject({ error: { code: 'record.stale' } });
    await orThrow(close(given, 4));
    expect(await reopen(given, 3)).toMatchObject({ error: { code: 'record.stale' } });
    expect(await read(given)).toMatchObject({ status: 'closed', version: 5 });
  });

  it('is refused once all has come, until a count is reversed', async () => {
    const given = await accepted();
    const whole = [
      { lineId: given.gloves, sound: 1_000 },
      { lineId: given.quilts, sound: 50 },
    ];
    const { intakeId } = await orThrow(count(given, 2, whole));
    await orThrow(close(given, 3));
    const refused = { ok: false, error: { code: 'donation.nothing_missing' } };
    expect(await reopen(given, 4)).toEqual(refused);
    const { donationId } = given;
    await orThrow(reverseCount(env(), as(world.depot), { donationId, version: 4, intakeId }));
    await orThrow(reopen(given, 5));
    await orThrow(count(given, 6, whole));
    expect(await read(given)).toMatchObject({
      lines: [{ figures: { toCome: 0, received: 1_000 } }, { figures: { received: 50 } }],
    });
  });
});

describe('what has ended since', () => {
  it('a place takes nothing, and cannot end again while something is to come', async () => {
    const placeId = world.bureauPlaceId;
    const given = await closed({ placeId, governmentDoneeConfirmed: true });
    const by = () => as(world.administrator);
    await orThrow(endPlace(env(), by(), { placeId, version: 1 }));
    const refused = { ok: false, error: { code: 'donation.place_ended_since' } };
    expect(await reopen(given, 3, world.bureau)).toEqual(refused);
    const restore = { placeId, version: 2, reason: 'needed_again' as const };
    await orThrow(restorePlace(env(), by(), restore));
    await orThrow(reopen(given, 3, world.bureau));
    expect(await endPlace(env(), by(), { placeId, version: 3 })).toMatchObject({
      error: { code: 'place.open_donations' },
    });
  });

  it('a donor delivers nothing', async () => {
    const given = await closed({}, world.otherFoundation);
    const { organisationId } = world.otherFoundation;
    const by = () => as(world.administrator);
    await orThrow(endOrganisation(env(), by(), { organisationId, version: 1 }));
    const refused = { ok: false, error: { code: 'donation.donor_ended_since' } };
    expect(await reopen(given, 3)).toEqual(refused);
    const restore = { organisationId, version: 2, reason: 'needed_again' as const };
    await orThrow(restoreOrganisation(env(), by(), restore));
    expect(await reopen(given, 3)).toMatchObject({ ok: true });
  });

  it.each([
    ['place', () => world.depotPlaceId, 'donation.place_ended_since'],
    ['organisation', () => world.foundation.organisationId, 'donation.donor_ended_since'],
  ] as const)('is waited for where it is ending at that moment: %s', async (table, id, code) => {
    const given = await closed();
    const { superuser, anyoneWaits } = test;
    const { reopening } = await superuser.begin(async (sql) => {
      await sql`select from ${sql(table)} where id = ${id()} for update`;
      await sql`update ${sql(table)} set ended_on = '2025-12-01' where id = ${id()}`;
      const reopening = reopen(given, 3);
      await expect.poll(anyoneWaits, { timeout: 10_000 }).toBe(true);
      return { reopening };
    });
    expect(await reopening).toEqual({ ok: false, error: { code } });
    await superuser`update ${superuser(table)} set ended_on = null where id = ${id()}`;
  });

  it('a campaign is not in the way: what is in it is counted to the end', async () => {
    const campaign = { divisionCode: '451121000000', startsOn: '2025-11-01', endsOn: undefined };
    const { campaignId } = await orThrow(
      openCampaign(env(), as(world.bureau), { ...campaign, name: '暖冬行动' }),
    );
    const given = await closed({ campaignId });
    await orThrow(closeCampaign(env(), as(world.bureau), { campaignId, version: 1 }));
    await orThrow(reopen(given, 3));
    await orThrow(count(given, 4, [{ lineId: given.gloves, sound: 7 }]));
    expect(await balances(given.gloves)).toEqual({ donor: -7, stock: 7 });
  });
});
