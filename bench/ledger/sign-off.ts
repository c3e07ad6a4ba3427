import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { v7 } from 'uuid';
import { recordSignOff } from '~/commands/record-sign-off.server';
import type { Actor } from '~/domain/actor';
import { countyCode } from '~/domain/division';
import type { Account, Movement } from '~/domain/ledger';
import { createDatabase, type Database } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { handout, handoutLine } from '~db/schema/handout';
import { organisation, place, programme } from '~db/schema/organisation';
import { household } from '~db/schema/register';
import { request, requestLine } from '~db/schema/request';
import { encodeBatch } from '~db/store/ledger.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { makeGround, makeLots, type Ground } from '~db/testing/ledger/fixture.server';
import type { Contender } from './turns';

const VILLAGE = '451102100201';
const county = countyCode(VILLAGE);
const PLENTY = 9_000_000_000;
const LINES_A_LIST = 10;

/** The signature of a quick hand: what most sign-offs carry. */
const SIGNATURE = Array.from(
  { length: 60 },
  (_, at) => `${at * 12},${200 + ((at * 37) % 90)}`,
).join(' ');

/**
 * The real command, from claiming its key to its event: one piece signed for by name, with a drawn signature, spread
 * over as many request lines, households and holds as there are balances.
 */
export async function prepareSignOffs(
  owner: postgres.Sql,
  appUrl: string,
  options: { balances: number; clients: number },
): Promise<{ contender: Contender; lotIds: string[]; close: () => Promise<void> }> {
  const db = createDatabase({ url: appUrl, max: options.clients });
  const { actor, lotId, lineIds } = await makeLists(owner, db, options.balances);
  const env = {
    db,
    now: () => new Date(),
    newId: () => v7(),
    cipher: createIdentityCipher('the benchmark’s own secret, of no use elsewhere'),
  };
  const signOff = async () => {
    const handoutLineId = lineIds[Math.floor(Math.random() * lineIds.length)] ?? '';
    // Only ever a part of what is due, so that a line can be signed for again and again.
    const result = await recordSignOff(
      env,
      { actor, key: v7() },
      {
        signOffId: v7(),
        handoutLineId,
        outcome: 'partial',
        quantity: 1,
        leftSeen: PLENTY,
        collectedBy: 'self',
        signature: SIGNATURE,
      },
    );
    if (!result.ok) throw new Error(`a sign-off was refused: ${result.error.code}`);
    if (result.value.status !== 'posted')
      throw new Error(`a sign-off was not posted: ${result.value.code}`);
  };
  const contender: Contender = { name: 'sign_off', transaction: signOff };
  return { contender, lotIds: [lotId], close: () => db.$client.end({ timeout: 5 }) };
}

interface Line {
  line: string;
  list: string;
  need: string;
  hold: string;
  recipient: string;
}

/** Lists of ten lines, each line with a household, a request line and a hold of its own. */
async function makeLists(owner: postgres.Sql, pool: Database, balances: number) {
  const ground = await makeGround(owner);
  const [lotId = ''] = await makeLots(owner, ground, [{}]);
  const actor: Actor = {
    userId: v7(),
    membershipId: v7(),
    organisationId: v7(),
    role: 'centre_coordinator',
    divisionCode: VILLAGE,
  };
  const placeId = v7();
  let list = '';
  const lines = Array.from({ length: balances }, (_, at): Line => {
    if (at % LINES_A_LIST === 0) list = v7();
    return { line: v7(), list, need: v7(), hold: v7(), recipient: v7() };
  });
  await insertDocuments(drizzle(owner), { ground, actor, placeId, lotId, lines });
  await stockUp(pool, { placeId, lotId, lines });
  return { actor, lotId, lineIds: lines.map(({ line }) => line) };
}

interface Documents {
  ground: Ground;
  actor: Actor;
  placeId: string;
  lotId: string;
  lines: Line[];
}

async function insertDocuments(db: Owner, documents: Documents) {
  const { actor, placeId } = documents;
  const { organisationId } = actor;
  const programmeId = v7();
  const createdAt = new Date();
  const at = { divisionCode: VILLAGE, countyCode: county, createdAt };
  await db
    .insert(organisation)
    .values({ id: organisationId, kind: 'centre', name: 'centre', ...at });
  await db
    .insert(place)
    .values({ id: placeId, organisationId, kind: 'centre', name: 'centre', ...at });
  await db.insert(programme).values({
    id: programmeId,
    placeId,
    group: 'elderly',
    name: 'elderly',
    countyCode: county,
    createdAt,
  });
  await insertNeeds(db, documents, programmeId);
  await insertLists(db, documents, programmeId);
}

type Owner = ReturnType<typeof drizzle>;

async function insertNeeds(db: Owner, documents: Documents, programmeId: string) {
  const { ground, actor, placeId, lotId, lines } = documents;
  const { organisationId, userId } = actor;
  const [requestId, allocationId] = [v7(), v7()];
  const { itemId, donationLineId } = ground;
  const createdAt = new Date();
  const at = { divisionCode: VILLAGE, countyCode: county, createdAt };
  await db.insert(request).values({
    id: requestId,
    programmeId,
    placeId,
    organisationId,
    ...at,
    status: 'approved',
    headCount: lines.length,
    needBy: '2099-01-01',
    urgency: 'normal',
  });
  await db.insert(requestLine).values(
    lines.map(({ need }, position) => ({
      id: need,
      requestId,
      position,
      itemId,
      quantity: PLENTY,
      unitCode: 'g',
      approvedQuantity: PLENTY,
    })),
  );
  await db.insert(allocation).values({
    id: allocationId,
    requestId,
    organisationId,
    countyCode: county,
    status: 'active',
    allocatedByUserId: userId,
    createdAt,
  });
  await db.insert(allocationLine).values(
    lines.map(({ need, hold }) => ({
      id: hold,
      allocationId,
      requestLineId: need,
      donationLineId,
      lotId,
      placeId,
      quantity: PLENTY,
    })),
  );
}

async function insertLists(db: Owner, documents: Documents, programmeId: string) {
  const { ground, actor, placeId, lines } = documents;
  const { organisationId, userId } = actor;
  const { itemId } = ground;
  const createdAt = new Date();
  await db.insert(household).values(
    lines.map(({ recipient }) => ({
      id: recipient,
      countyCode: county,
      residenceDivisionCode: VILLAGE,
      hukouDivisionCode: VILLAGE,
      organisationId,
      recipientAccountId: v7(),
      registeredOn: '2026-01-05',
    })),
  );
  await db.insert(handout).values(
    [...new Set(lines.map(({ list }) => list))].map((id) => ({
      id,
      programmeId,
      placeId,
      organisationId,
      countyCode: county,
      handoutOn: '2026-01-10',
      status: 'open' as const,
      createdByUserId: userId,
      createdAt,
    })),
  );
  await db.insert(handoutLine).values(
    lines.map(({ line, list, recipient, need }, position) => ({
      id: line,
      handoutId: list,
      position,
      householdId: recipient,
      requestLineId: need,
      itemId,
      entitledQuantity: PLENTY,
    })),
  );
}

async function stockUp(
  pool: Database,
  { placeId, lotId, lines }: Pick<Documents, 'placeId' | 'lotId' | 'lines'>,
): Promise<void> {
  const donor: Account = { kind: 'donor', organisationId: v7(), countyCode: '440106' };
  const stock: Account = { kind: 'stock', placeId, countyCode: county };
  const movements = lines.flatMap(({ hold }): Movement[] => {
    const to: Account = { kind: 'hold', placeId, allocationLineId: hold, countyCode: county };
    const head = () => ({ id: v7(), cause: { kind: 'bench', id: v7() }, occurredAt: new Date() });
    return [
      { ...head(), kind: 'intake', lines: [{ lotId, from: donor, to: stock, quantity: PLENTY }] },
      { ...head(), kind: 'hold', lines: [{ lotId, from: stock, to, quantity: PLENTY }] },
    ];
  });
  await pool.$client`select * from ledger_post(${encodeBatch(movements)}::text::jsonb)`;
}
