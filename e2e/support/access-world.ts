import { eq } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { addKit } from '~/commands/add-kit.server';
import type { CommandEnv, Envelope } from '~/commands/command.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import { openCampaign } from '~/commands/open-campaign.server';
import { openHandout } from '~/commands/open-handout.server';
import { registerHousehold } from '~/commands/register-household.server';
import { roles, visibleScope, type Actor, type Role } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { LOOSE } from '~/domain/ledger';
import { planChoicesOf } from '~/domain/plan-parameters';
import { formatCode } from '~/domain/public-code';
import { householdSchema } from '~/domain/register';
import type { Result } from '~/domain/result';
import { closeDatabase, createDatabase, withScope, type Database } from '~db/client.server';
import { householdMember } from '~db/schema/register';
import { listParameters } from '~db/queries/parameters.server';
import { applyMigrations } from '~db/migrate.server';
import { membership } from '~db/schema/membership';
import { seedParameters } from '~db/seed/seed-parameters.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { startTestCluster } from '~db/testing/cluster.server';
import { makeHeld } from '~db/testing/held-goods.server';
import { insertTestMembership, insertTestUser } from '~db/testing/people.server';
import { HEZHOU, makePledge, makeStock, makeWorld, VILLAGE, BABU } from '~db/testing/world.server';

const SECRETS = {
  AUTH_SECRET: 'a-secret-of-the-tests-0123456789-abcdefgh',
  IDENTITY_KEY: 'an-identity-key-of-the-tests-0123456789-abcdefgh',
};
/** Guilin: nothing of the world lies there. */
const ELSEWHERE = '450300000000';

export interface AccessWorld {
  db: Database;
  /** Settings for the built server. */
  environment: Record<string, string>;
  insiders: Record<Role, Person>;
  /** The same roles at organisations of another prefecture. */
  outsiders: Record<Role, Person>;
  /** A value for each `$name` of the routes. */
  params: Record<string, string>;
  /** Ids that no outsider may be shown. */
  secrets: string[];
  close: () => Promise<void>;
}

export interface Person {
  login: string;
  actor: Actor;
}

/** A database of its own with one record of every kind, made through the commands. */
export async function makeAccessWorld(): Promise<AccessWorld> {
  const cluster = await startTestCluster({ maxConnections: 60 });
  await cluster.createDatabase('access');
  const ownerUrl = cluster.ownerUrl('access');
  await applyMigrations(ownerUrl);
  const db = createDatabase({ url: cluster.appUrl('access'), max: 4 });
  const world = await makeWorld({ db });
  const homes: Record<Role, [organisationId: string | undefined, division: string]> = {
    foundation_staff: [world.foundation, '440106000000'],
    depot_staff: [world.depotOwner, BABU],
    centre_coordinator: [world.centreOwner, VILLAGE],
    township_officer: [undefined, '451121101000'],
    bureau_officer: [world.bureau, HEZHOU],
    administrator: [undefined, '450000000000'],
  };
  const insiders = await people(db, 'in', (role) => homes[role]);
  const outsiders = await people(db, 'out', () => [undefined, ELSEWHERE]);
  const made = await makeRecords(db, world, insiders);
  const close = async () => {
    await closeDatabase(db);
    await cluster.stop();
  };
  const environment = {
    DATABASE_URL: cluster.appUrl('access'),
    MIGRATION_DATABASE_URL: ownerUrl,
    ...SECRETS,
  };
  return { db, environment, insiders, outsiders, ...made, close };
}

type World = Awaited<ReturnType<typeof makeWorld>>;

async function people(
  db: Database,
  prefix: string,
  homeOf: (role: Role) => [organisationId: string | undefined, division: string],
): Promise<Record<Role, Person>> {
  const made: [Role, Person][] = [];
  for (const [index, role] of roles.entries()) {
    const [organisationId, divisionCode] = homeOf(role);
    const login = `${prefix}.${role}`;
    const phone = `138${prefix === 'in' ? '1' : '2'}000000${index}`;
    const userId = await insertTestUser(db, { name: login, userName: login, phone });
    const actor = await insertTestMembership(db, { userId, role, divisionCode });
    if (organisationId) {
      await db
        .update(membership)
        .set({ organisationId })
        .where(eq(membership.id, actor.membershipId));
    }
    const worn = { ...actor, organisationId: organisationId ?? actor.organisationId };
    made.push([role, { login, actor: worn }]);
  }
  return Object.fromEntries(made) as Record<Role, Person>;
}

async function makeRecords(db: Database, world: World, insiders: Record<Role, Person>) {
  const env = {
    db,
    now: () => new Date(),
    newId,
    cipher: createIdentityCipher(SECRETS.IDENTITY_KEY),
  };
  const as = (role: Role) => ({ actor: insiders[role].actor, key: newId() });
  const coats = { itemId: world.coatId, quantity: 40 };
  const goods = await db.transaction(async (tx) => {
    const donationLineId = await makePledge(tx, world, coats);
    const lotId = await makeStock(tx, world, { donationLineId, ...coats });
    const allocationLineId = await makeHeld(tx, world, { donationLineId, lotId, ...coats });
    return { lotId, allocationLineId, parcelId: LOOSE, quantity: 20 };
  });
  const between = { fromPlaceId: world.depot.id, toPlaceId: world.centre.id };
  const sent = valueOf(await draftShipment(env, as('depot_staff'), { ...between, lines: [goods] }));
  const road = { carrier: '顺达物流', vehiclePlate: '桂J12345', driverName: '韦师傅' };
  valueOf(
    await dispatchShipment(env, as('depot_staff'), {
      ...road,
      shipmentId: sent.shipmentId,
      version: 1,
      driverPhone: '13800001111',
      waybillNumber: 'SD-1',
    }),
  );
  const today = new Date().toISOString().slice(0, 10);
  const form = householdSchema(today).parse({ divisionCode: VILLAGE, name: '韦阿婆' });
  const household = valueOf(await registerHousehold(env, as('centre_coordinator'), form));
  const ids = await idsOf(db);
  const handout = valueOf(
    await openHandout(env, as('centre_coordinator'), {
      programmeId: world.programmeId,
      handoutOn: today,
      lines: [
        {
          requestLineId: ids.requestLineId,
          entitledQuantity: 1,
          recipient: { householdId: household.householdId },
        },
      ],
    }),
  );
  // Something of the need is still open, so that the desk has it.
  await db.$client`update request_line set quantity = 60, approved_quantity = 60`;
  const [head] = await withScope(db, visibleScope(insiders.centre_coordinator.actor), (tx) =>
    tx.select({ personId: householdMember.personId }).from(householdMember),
  );
  const params = {
    campaignId: valueOf(await openCampaign(env, as('bureau_officer'), warmWinter)).campaignId,
    membershipId: insiders.depot_staff.actor.membershipId,
    parcelId: await makeParcel(db, world),
    personId: head?.personId ?? '',
    ...ids,
    planId: await makePlan(env, world, as('bureau_officer')),
    shipmentId: sent.shipmentId,
    handoutId: handout.handoutId,
    householdId: household.householdId,
    placeId: world.centre.id,
    organisationId: world.centreOwner,
    itemId: valueOf(await addKit(env, as('administrator'), kitOf(world.coatId))).itemId,
    code: await giveCode(db, ids.donationId),
    token: 'a-token-that-was-never-made',
  };
  const { donationId, requestId, allocationId, planId, shipmentId, handoutId } = params;
  const secrets = [donationId, requestId, allocationId, planId, shipmentId, handoutId];
  return { params, secrets: [...secrets, household.householdId] };
}

/** An item that is a kit as well, so that every page of an item opens. */
const kitOf = (itemId: string) => ({
  code: 'winter_kit',
  nameZh: '过冬包',
  nameEn: 'Winter kit',
  category: 'clothing' as const,
  smallestZh: '份',
  smallestEn: 'kit',
  parts: [{ row: 0, itemId, quantity: 1 }],
});

const warmWinter = {
  name: '暖冬行动',
  divisionCode: HEZHOU,
  startsOn: '2025-11-01',
  endsOn: undefined,
};

async function giveCode(db: Database, donationId: string): Promise<string> {
  const code = formatCode(new Uint8Array(16).fill(7), 'donation');
  await db.$client`update donation set code = ${code} where id = ${donationId}`;
  return code;
}

/** A draft that waits to be solved, over an open need and goods that are free. */
async function makePlan(env: CommandEnv, world: World, sent: Envelope): Promise<string> {
  const { db } = env;
  const coats = { itemId: world.coatId, quantity: 40 };
  await db.transaction(async (tx) => {
    await seedParameters(tx);
    const donationLineId = await makePledge(tx, world, coats);
    await makeStock(tx, world, { donationLineId, ...coats });
  });
  const { planId } = valueOf(
    await draftAllocationPlan(env, sent, {
      needDivisionCode: HEZHOU,
      campaignId: undefined,
      itemIds: [],
      choices: planChoicesOf(await listParameters(db), dayInShanghai(env.now()), HEZHOU),
    }),
  );
  return planId;
}

async function makeParcel(db: Database, world: World): Promise<string> {
  const id = newId();
  const code = formatCode(new Uint8Array(16).fill(8), 'parcel');
  await db.$client`insert into parcel values (${id}, ${code}, 'box',
    ${world.depot.id}, ${world.depot.countyCode}, ${newId()}, now())`;
  return id;
}

async function idsOf(db: Database) {
  const [row] = await db.$client<
    { donationId: string; requestId: string; requestLineId: string; allocationId: string }[]
  >`select d.id as "donationId", r.id as "requestId", rl.id as "requestLineId", a.id as "allocationId"
    from donation d, request r, request_line rl, allocation a`;
  if (!row) throw new Error('The world has no request.');
  return row;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
