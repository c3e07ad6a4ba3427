import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import type { Pledge, PledgeLine } from '~/domain/pledge';
import { acceptDonation } from './accept-donation.server';
import { closeDonation } from './close-donation.server';
import { declineDonation } from './decline-donation.server';
import { pledgeDonation } from './pledge-donation.server';
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
const by = (actor: GoodsWorld['foundation'], key = uuidv7()) => ({ actor, key });

function line(code: string, changes: Partial<PledgeLine> = {}): PledgeLine {
  return {
    itemId: world.item(code),
    itemCode: code,
    size: '',
    quantity: 100,
    unitCode: 'piece',
    value: { basis: 'invoice', lowFen: 1_000_00, highFen: 1_000_00 },
    producedOn: undefined,
    bestBefore: undefined,
    restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
    ...changes,
  };
}
const pledgeOf = (lines: PledgeLine[], changes: Partial<Pledge> = {}): Pledge => ({
  placeId: world.depotPlaceId,
  campaignId: undefined,
  deliverOn: undefined,
  donorNameShown: true,
  governmentDoneeConfirmed: false,
  lines,
  ...changes,
});

async function pledged(lines = [line('gloves')]): Promise<string> {
  const result = await pledgeDonation(env(), by(world.foundation), pledgeOf(lines));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.donationId;
}
const linesOf = (donationId: string) =>
  test.superuser`select * from donation_line where donation_id = ${donationId} order by position`;
const rowOf = async (donationId: string) =>
  (await test.superuser`select * from donation where id = ${donationId}`)[0]!;

async function foldOf(donationId: string) {
  const events = await test.superuser`
    select type, payload from event where aggregate = 'donation' and aggregate_id = ${donationId}
    order by version`;
  return foldDonation(events as unknown as DonationEvent[]);
}
async function expectFoldIsColumn(donationId: string) {
  const [state, row, lines] = [
    await foldOf(donationId),
    await rowOf(donationId),
    await linesOf(donationId),
  ];
  expect({ status: row.status, version: row.version }).toEqual({
    status: state.status,
    version: state.version,
  });
  for (const one of lines) {
    expect(state.lines[one.id as string]).toEqual({
      pledged: Number(one.quantity),
      declined: Number(one.declined_quantity),
      closed: null,
    });
  }
}

describe('pledge-donation', () => {
  it('writes the donation, its lines and its first event under a public code', async () => {
    const id = await pledged([
      line('padded_set_child', { size: '120', quantity: 300 }),
      line('rice', { unitCode: 'bag_10kg', quantity: 30_000_000, bestBefore: '2026-11-30' }),
    ]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'pledged', county_code: '451121', version: 1 });
    expect(row.code).toMatch(/^D[0-9A-Y]{3}(-[0-9A-Y]{4}){3}$/);
    expect(await linesOf(id)).toMatchObject([
      { size: '120', quantity: '300' },
      { size: '', quantity: '30000000', unit_code: 'bag_10kg', best_before: expect.anything() },
    ]);
    await expectFoldIsColumn(id);
  });

  it('takes kits apart, remembers the kit, and keeps their value to the fen', async () => {
    const value = { basis: 'agreement' as const, lowFen: 15_800_01, highFen: 15_800_01 };
    const id = await pledged([line('uniform_kit', { size: '130', quantity: 158, value })]);
    const lines = await linesOf(id);
    expect(lines).toMatchObject([
      { item_id: world.item('school_uniform'), size: '130', quantity: '158' },
      { item_id: world.item('stationery_set'), size: '', quantity: '158' },
    ]);
    expect(lines.every((one) => one.kit_item_id === world.item('uniform_kit'))).toBe(true);
    expect(lines.reduce((sum, one) => sum + Number(one.value_low_fen), 0)).toBe(15_800_01);
  });

  it.each([
    ['a size off the scheme', () => [line('padded_set_child', { size: '121' })], 'size.off_scheme'],
    [
      'an item that is not there',
      () => [line('gloves', { itemId: uuidv7() })],
      'form.unknown_choice',
    ],
    ['a unit of another item', () => [line('gloves', { unitCode: 'kg' })], 'form.unknown_choice'],
    ['too many', () => [line('gloves', { quantity: 1e12 })], 'quantity.too_large'],
    ['none', () => [line('gloves', { quantity: 0 })], 'quantity.too_large'],
    ['no lines', () => [], 'form.nothing_entered'],
  ] as const)('refuses %s and keeps nothing', async (_, lines, code) => {
    const before = await test.superuser`select count(*) from donation`;
    const result = await pledgeDonation(env(), by(world.foundation), pledgeOf([...lines()]));
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await test.superuser`select count(*) from donation`).toEqual(before);
  });

  it('warns when a state body is entered as donee, and takes it once that is confirmed', async () => {
    const place = { placeId: world.bureauPlaceId };
    const first = await pledgeDonation(
      env(),
      by(world.foundation),
      pledgeOf([line('gloves')], place),
    );
    expect(first).toMatchObject({
      error: { code: 'donation.government_donee', field: 'governmentDoneeConfirmed' },
    });
    const second = await pledgeDonation(
      env(),
      by(world.foundation),
      pledgeOf([line('gloves')], { ...place, governmentDoneeConfirmed: true }),
    );
    expect(second.ok).toBe(true);
  });

  it('has effect once with one key, and refuses the key for something else', async () => {
    const key = uuidv7();
    const first = await pledgeDonation(
      env(),
      by(world.foundation, key),
      pledgeOf([line('gloves')]),
    );
    const again = await pledgeDonation(
      env(),
      by(world.foundation, key),
      pledgeOf([line('gloves')]),
    );
    expect(again).toEqual(first);
    const other = await pledgeDonation(env(), by(world.foundation, key), pledgeOf([line('quilt')]));
    expect(other).toMatchObject({ error: { code: 'command.key_reused' } });
  });

  it('is for foundations alone', async () => {
    const result = await pledgeDonation(env(), by(world.depot), pledgeOf([line('gloves')]));
    expect(result).toMatchObject({ error: { code: 'access.role' } });
  });
});

describe('accept-donation', () => {
  it('accepts by the depot or the bureau, some of a line perhaps declined with its reason', async () => {
    const id = await pledged();
    const [first] = await linesOf(id);
    const declined = [{ lineId: first!.id as string, quantity: 30, reason: 'no_room' as const }];
    const result = await acceptDonation(env(), by(world.depot), {
      donationId: id,
      version: 1,
      declined,
    });
    expect(result.ok).toBe(true);
    expect(await rowOf(id)).toMatchObject({ status: 'accepted', version: 2 });
    expect(await linesOf(id)).toMatchObject([
      { declined_quantity: '30', declined_reason: 'no_room' },
    ]);
    await expectFoldIsColumn(id);
    const other = await pledged();
    expect(
      await acceptDonation(env(), by(world.bureau), {
        donationId: other,
        version: 1,
        declined: [],
      }),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ['another depot', () => world.otherDepot, 1, 'access.organisation'],
    ['a bureau of another county', () => world.foreignBureau, 1, 'access.division'],
    ['the foundation itself', () => world.foundation, 1, 'access.role'],
    [
      'the user who pledged, under another hat',
      () => ({ ...world.depot, userId: world.foundation.userId }),
      1,
      'access.same_user',
    ],
    ['a stale form', () => world.depot, 7, 'record.stale'],
  ] as const)('refuses %s', async (_, actor, version, code) => {
    const input = { donationId: await pledged(), version, declined: [] };
    expect(await acceptDonation(env(), by(actor()), input)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('refuses to decline more than was pledged, or everything', async () => {
    const id = await pledged();
    const [first] = await linesOf(id);
    const decline = (quantity: number) =>
      acceptDonation(env(), by(world.depot), {
        donationId: id,
        version: 1,
        declined: [{ lineId: first!.id as string, quantity, reason: 'other' }],
      });
    expect(await decline(101)).toMatchObject({ error: { code: 'donation.more_than_pledged' } });
    expect(await decline(100)).toMatchObject({ error: { code: 'donation.nothing_accepted' } });
    expect(
      await acceptDonation(env(), by(world.depot), {
        donationId: uuidv7(),
        version: 1,
        declined: [],
      }),
    ).toMatchObject({ error: { code: 'access.not_found' } });
  });
});

describe('the other ends of a donation', () => {
  it('declines with a reason', async () => {
    const id = await pledged();
    const input = { donationId: id, version: 1, reason: 'not_needed' as const, note: '库房已有' };
    expect((await declineDonation(env(), by(world.bureau), input)).ok).toBe(true);
    expect(await rowOf(id)).toMatchObject({
      status: 'declined',
      decision_reason: 'not_needed',
      decision_note: '库房已有',
    });
    await expectFoldIsColumn(id);
    const again = await declineDonation(env(), by(world.bureau), { ...input, version: 2 });
    expect(again).toMatchObject({ error: { code: 'record.status' } });
  });

  it('lets the foundation withdraw its own pledge, and nobody else', async () => {
    const id = await pledged();
    const input = { donationId: id, version: 1, reason: 'changed_plans' as const };
    expect(await withdrawDonation(env(), by(world.otherFoundation), input)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect((await withdrawDonation(env(), by(world.foundation), input)).ok).toBe(true);
    await expectFoldIsColumn(id);
  });

  it('closes what is accepted and not what is only pledged', async () => {
    const id = await pledged();
    const close = (version: number) =>
      closeDonation(env(), by(world.depot), {
        donationId: id,
        version,
        reason: 'donor_delivers_less',
      });
    expect(await close(1)).toMatchObject({ error: { code: 'record.status' } });
    await acceptDonation(env(), by(world.depot), {
      donationId: id,
      version: 1,
      declined: [],
    });
    expect((await close(2)).ok).toBe(true);
    await expectFoldIsColumn(id);
  });
});
