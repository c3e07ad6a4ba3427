import { v7 as newId } from 'uuid';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { openHandout } from '~/commands/open-handout.server';
import type { PersonalEnv } from '~/commands/personal-command.server';
import type { SignOffInput } from '~/commands/record-sign-off.server';
import { registerHousehold } from '~/commands/register-household.server';
import { submitRequest } from '~/commands/submit-request.server';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import type { NewHandoutLine, Recipient } from '~/domain/handout-form';
import { householdSchema } from '~/domain/register';
import { seedParameters } from '../seed/seed-parameters.server';
import { testCipher } from './people.server';
import type { TestDatabase } from './test-database.server';
import { actorOf, HEZHOU, makePledge, makeStock, makeWorld, VILLAGE } from './world.server';
import { orThrow } from './or-throw.server';

interface Goods {
  /** The line's own if left out. */
  size?: string;
  quantity: number;
  lot?: Partial<Parameters<typeof makeStock>[2]>;
  pledge?: Partial<Parameters<typeof makePledge>[2]>;
}

export type CentreStage = Awaited<ReturnType<typeof setCentreStage>>;

/** A village centre with its coordinator, and what it takes to hand something out there, made through the commands. */
export async function setCentreStage(database: TestDatabase, now: Date) {
  const ground = await layGround(database, now);
  return {
    ...ground,
    hold: (...goods: Rest<typeof hold>) => hold(ground, ...goods),
    need: (...need: Rest<typeof askFor>) => askFor(ground, ...need),
    household: () => enterHousehold(ground),
    listOf: (...list: Rest<typeof listOf>) => listOf(ground, ...list),
    balancesOf: (lotId: string) => balancesOf(ground, lotId),
  };
}

type Rest<F> = F extends (ground: Ground, ...rest: infer R) => unknown ? R : never;
type Ground = Awaited<ReturnType<typeof layGround>>;

async function layGround(database: TestDatabase, now: Date) {
  const world = await makeWorld(database);
  await database.db.transaction(seedParameters);
  const env: PersonalEnv = { db: database.db, cipher: testCipher(), now: () => now, newId };
  const centre = actorOf('centre_coordinator', VILLAGE, world.centreOwner);
  const officer = actorOf('bureau_officer', HEZHOU, world.bureau);
  const as = (actor: Actor = centre, key: string = newId()) => ({ actor, key });
  return { database, world, env, centre, officer, as, today: dayInShanghai(now) };
}

/** Goods of a lot, counted in at the centre and held there for the line. */
async function hold(
  { database, world, env, officer, as }: Ground,
  { requestId, requestLineId }: { requestId: string; requestLineId: string },
  about: { itemId: string; size: string },
  { quantity, lot, pledge, size = about.size }: Goods,
): Promise<string> {
  const { itemId } = about;
  const lotId = await database.db.transaction(async (tx) => {
    const donated = { itemId, size, quantity: 1000 };
    const donationLineId = await makePledge(tx, world, { ...donated, ...pledge });
    const stock = { donationLineId, itemId, size, quantity, at: world.centre, ...lot };
    return makeStock(tx, world, stock);
  });
  await orThrow(
    makeAllocation(env, as(officer), {
      requestId,
      version: 3,
      lines: [{ requestLineId, lotId, placeId: world.centre.id, quantity }],
    }),
  );
  return lotId;
}

/** An approved request line for coats, its goods counted in and held at the centre. */
async function askFor(
  ground: Ground,
  approved: number,
  goods: Goods[],
  itemId: string = ground.world.coatId,
) {
  const { database, world, env, officer, as } = ground;
  const line = { itemId, itemCode: 'x', unitCode: 'piece', size: '120', largerSizeServes: true };
  if (itemId === world.riceId) Object.assign(line, { size: '', unitCode: 'g' });
  const { requestId } = await orThrow(
    draftRequest(env, as(), {
      programmeId: world.programmeId,
      headCount: 43,
      needBy: '2026-02-01',
      urgency: 'normal',
      urgencyReason: undefined,
      lines: [{ ...line, quantity: approved }],
    }),
  );
  await orThrow(submitRequest(env, as(), { requestId, version: 1 }));
  const [row] = await database.superuser<{ id: string }[]>`
    select id from request_line where request_id = ${requestId}`;
  const requestLineId = row?.id ?? '';
  await orThrow(
    approveRequest(env, as(officer), {
      requestId,
      version: 2,
      note: null,
      lines: [{ lineId: requestLineId, approved, cutReason: null }],
    }),
  );
  const lotIds: string[] = [];
  for (const one of goods) lotIds.push(await hold(ground, { requestId, requestLineId }, line, one));
  return { requestLineId, requestId, lotIds };
}

async function enterHousehold({ env, as, today }: Ground) {
  const form = householdSchema(today).parse({ divisionCode: VILLAGE, name: '韦阿婆' });
  return orThrow(registerHousehold(env, as(), form));
}

/** A list with one line a recipient, each due `entitled`. */
async function listOf(
  { database, world, env, as, today }: Ground,
  requestLineId: string,
  entitled: number,
  recipients: Recipient[],
) {
  const lines = recipients.map((recipient): NewHandoutLine => ({
    requestLineId,
    entitledQuantity: entitled,
    recipient,
  }));
  const { handoutId } = await orThrow(
    openHandout(env, as(), { programmeId: world.programmeId, handoutOn: today, lines }),
  );
  const rows = await database.superuser<{ id: string }[]>`
    select id from handout_line where handout_id = ${handoutId} order by position`;
  return { handoutId, lineIds: rows.map(({ id }) => id) };
}

async function balancesOf({ database }: Ground, lotId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ kind: string; quantity: string }[]>`
    select a.kind, sum(b.quantity) as quantity from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and b.quantity > 0 group by a.kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, Number(row.quantity)]));
}

export function signed(handoutLineId: string, over: Partial<SignOffInput> = {}): SignOffInput {
  return {
    signOffId: newId(),
    handoutLineId,
    outcome: 'full',
    quantity: 1,
    leftSeen: 1,
    collectedBy: 'self',
    signature: '10,10 20,20',
    ...over,
  };
}

export const byHousehold = ({ householdId }: { householdId: string }): Recipient => ({
  householdId,
});
