import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { postMovements } from '~db/store/ledger.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { LOOSE, type Account, type Movement } from '~/domain/ledger';
import { formatCode, type PublicCode } from '~/domain/public-code';
import type { ServerEnv } from '~/server/env.server';
import { traceView } from './trace-view.server';

let test: TestDatabase;
let world: World;
let donationCode: PublicCode;
let boxCode: PublicCode;
let donationId: string;
let stock: Account;
let hold: Account;
let lotId: string;
const box = newId();
const now = new Date();

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeWorld(test);
  stock = { kind: 'stock', placeId: world.depot.id, countyCode: world.depot.countyCode };
  hold = { kind: 'stock', placeId: world.centre.id, countyCode: world.centre.countyCode };
  donationCode = code('donation', 1);
  boxCode = code('parcel', 2);
  await give();
  await carry();
});
afterAll(() => test.drop());

function code(kind: PublicCode['kind'], fill: number): PublicCode {
  return { kind, code: formatCode(new Uint8Array(16).fill(fill), kind) };
}

/** 40 coats of one size come in at the depot; 12 of them are packed into the box. */
async function give(): Promise<void> {
  await test.db.transaction(async (tx) => {
    const coat = { itemId: world.coatId, quantity: 40, size: '120' };
    const donationLineId = await makePledge(tx, world, coat);
    lotId = await makeStock(tx, world, { ...coat, donationLineId });
  });
  const [line] = await test.superuser<{ donationId: string }[]>`
    select donation_id as "donationId" from donation_line where item_id = ${world.coatId}`;
  donationId = line!.donationId;
  await test.superuser`update donation set code = ${donationCode.code} where id = ${donationId}`;
  await test.superuser`insert into parcel values (${box}, ${boxCode.code}, 'box', ${world.depot.id},
    ${world.depot.countyCode}, ${newId()}, now())`;
}

async function move(
  kind: Exclude<Movement['kind'], 'reverse'>,
  [from, fromParcelId]: [Account, string],
  [to, toParcelId]: [Account, string],
  quantity: number,
  lot = lotId,
): Promise<void> {
  const line = { lotId: lot, from, fromParcelId, to, toParcelId, quantity };
  const head = { id: newId(), cause: { kind: 'test', id: newId() }, occurredAt: new Date() };
  const posted = await test.db.transaction((tx) =>
    postMovements(tx, [{ ...head, kind, lines: [line] }]),
  );
  if (!posted.ok) throw new Error(posted.error.code);
}

async function carry(): Promise<void> {
  const shipmentId = newId();
  await test.superuser`insert into shipment (id, code, from_place_id, to_place_id, from_county_code, to_county_code,
    status, created_by_user_id, created_at) values (${shipmentId}, ${shipmentId}, ${world.depot.id}, ${world.centre.id},
    ${world.depot.countyCode}, ${world.centre.countyCode}, 'dispatched', ${newId()}, now())`;
  const road: Account = { kind: 'transit', shipmentId, countyCode: world.centre.countyCode };
  await move('pack', [stock, LOOSE], [stock, box], 12);
  await move('dispatch', [stock, box], [road, box], 12);
  await move('receive', [road, box], [hold, box], 12);
}

async function handOut(accountId: string, quantity = 1): Promise<void> {
  const to: Account = { kind: 'recipient', accountId, countyCode: world.centre.countyCode };
  await move('hand_out', [hold, LOOSE], [to, LOOSE], quantity);
}

/** A person of the register, in a household where one is given. */
async function person(householdId?: string): Promise<string> {
  const [id, account] = [newId(), newId()];
  const county = world.centre.countyCode;
  const su = test.superuser;
  await su`insert into person values (${id}, ${county}, ${VILLAGE}, ${VILLAGE}, ${world.centreOwner}, null, ${account},
    '2025-01-01')`;
  if (householdId) {
    await su`insert into household_member values (${newId()}, ${householdId}, ${id}, ${county}, ${world.centreOwner},
      'child', false, '2025-01-01')`;
  }
  return account;
}

const look = (what: PublicCode, actor?: Parameters<typeof traceView>[2]) =>
  traceView({ db: test.db, now: () => now } as unknown as ServerEnv, what, actor);

describe('the way of a box', () => {
  it('is not there for a code that nobody printed', async () => {
    expect(await look(code('parcel', 9))).toBeUndefined();
    expect(await look({ ...boxCode, kind: 'donation' })).toBeUndefined();
  });

  it('leads from the donor to the village, what is ahead included', async () => {
    const view = await look(boxCode);
    expect(view?.stages.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'pledged done',
      'counted_in done',
      'dispatched done',
      'arrived done',
      'handed_out ahead',
    ]);
    expect(view?.contents).toEqual([
      { itemId: world.coatId, quantity: 12, sizes: [{ size: '120', quantity: 12 }], otherSizes: 0 },
    ]);
    expect(view?.reached).toEqual([]);
  });

  it('names the depot, and of a centre no more than its village: it may be a school', async () => {
    await test.superuser`update place set name = '太平小学' where id = ${world.centre.id}`;
    await test.superuser`update place set name = '八步区储备中心' where id = ${world.depot.id}`;
    const told = JSON.stringify(await look(boxCode));
    expect(told).toContain('八步区储备中心');
    expect(told).not.toContain('太平小学');
    expect(told).toContain('昭平县');
  });
});

describe('the households reached', () => {
  it('are fewer than five until there are five, and members of one household are one', async () => {
    await move('open', [hold, box], [hold, LOOSE], 12);
    const household = newId();
    await test.superuser`insert into household values (${household}, ${world.centre.countyCode}, ${VILLAGE}, ${VILLAGE},
      ${world.centreOwner}, null, '2025-01-01')`;
    for (const account of [await person(household), await person(household)])
      await handOut(account);
    for (let count = 0; count < 3; count += 1) await handOut(await person());
    const four = await look(boxCode);
    expect(four?.reached.map(({ households }) => households)).toEqual([{ fewerThan: 5 }]);
    expect(four?.households).toEqual({ fewerThan: 5 });
    expect(four?.reached[0]?.lastDay).toBeUndefined();
    // So few that a size would say whose it is.
    expect(four?.contents[0]).toMatchObject({ quantity: 12, sizes: [], otherSizes: 12 });

    await handOut(newId());
    const five = await look(boxCode);
    expect(five?.households).toBe(5);
    expect(five?.reached[0]?.lastDay).toBeDefined();
    expect(await look(donationCode)).toMatchObject({ households: 5 });
  });

  it('are told without an id of any of them, and without a movement', async () => {
    const told = JSON.stringify(await look(donationCode));
    const rows = await test.superuser<{ id: string }[]>`
      select id from person union select id from household union
      select recipient_account_id from person union select id from movement`;
    for (const { id } of rows) expect(told).not.toContain(id);
    expect((await look(donationCode))?.more).toBeUndefined();
  });
});

describe('a donor', () => {
  it('is named only where it allows that', async () => {
    await test.superuser`update organisation set name = '肇庆市慈善会' where id = ${world.foundation}`;
    expect(await look(boxCode)).toMatchObject({
      donors: ['肇庆市慈善会'],
      someDonorsHidden: false,
    });
    await test.superuser`update donation set donor_name_shown = false where id = ${donationId}`;
    const hidden = await look(boxCode);
    expect(hidden).toMatchObject({ donors: [], someDonorsHidden: true });
    expect(JSON.stringify(hidden)).not.toContain('肇庆市慈善会');
  });

  it('sees of its own donation what each village handed out', async () => {
    const own = actorOf('foundation_staff', '440106000000', world.foundation);
    const view = await look(donationCode, own);
    expect(view?.more?.handedOut).toMatchObject([{ itemId: world.coatId, quantity: 6 }]);
    expect(view?.more?.hops).toEqual([]);
    const other = actorOf('foundation_staff', '440106000000');
    expect((await look(donationCode, other))?.more).toBeUndefined();
  });
});

describe('staff', () => {
  const kinds = async (actor: Parameters<typeof look>[1]) =>
    (await look(donationCode, actor))?.more?.hops.map(({ kind }) => kind);

  it('see the movements of their division, hand-outs of a day as one', async () => {
    expect(await kinds(actorOf('bureau_officer', HEZHOU))).toEqual([
      'intake',
      'pack',
      'dispatch',
      'receive',
      'open',
      'hand_out',
    ]);
  });

  it('of another division see none', async () => {
    expect(await kinds(actorOf('bureau_officer', '450300000000'))).toBeUndefined();
  });

  it('of a depot see what begins or ends at their own places', async () => {
    const own = actorOf('depot_staff', '451102000000', world.depotOwner);
    expect(await kinds(own)).toEqual(['intake', 'pack', 'dispatch']);
    expect(await kinds(actorOf('depot_staff', '451102000000'))).toBeUndefined();
  });
});

it('goods that come into a box while it is read are shown with their donor, or not at all', async () => {
  const other = newId();
  await test.superuser`insert into parcel values (${other}, ${code('parcel', 3).code}, 'box', ${world.depot.id},
    ${world.depot.countyCode}, ${newId()}, now())`;
  const rice = { itemId: world.riceId, quantity: 40 };
  const riceId = await test.db.transaction(async (tx) =>
    makeStock(tx, world, { ...rice, donationLineId: await makePledge(tx, world, rice) }),
  );
  await move('pack', [stock, LOOSE], [stock, other], 40, riceId);
  await test.superuser`update donation set donor_name_shown = id <> ${donationId}`;
  const read = async () => {
    const view = await look(boxCode);
    return [view?.donors.length, view?.contents.length];
  };
  const amid = await test.readAmid(
    'donation',
    (sql) => sql`update movement_line set to_parcel_id = ${box} where to_parcel_id = ${other}`,
    read,
  );
  expect(amid[0]).toBe(amid[1]! - 1);
  expect(await read()).toEqual([1, 2]);
});
