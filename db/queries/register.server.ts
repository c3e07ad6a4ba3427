import { and, asc, count, desc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai, type CalendarDay } from '~/domain/calendar';
import { countyCode } from '~/domain/division';
import { maskIdNumber, type Identity, type IdentityCipher } from '~/domain/identity';
import { parseIdNumber } from '~/domain/id-number';
import { maskMobile, parseMobile } from '~/domain/phone';
import type { PersonCategory } from '~/domain/register';
import { ok, refuse, type Result } from '~/domain/result';
import type { Database, Tx } from '~db/client.server';
import { withScope } from '~db/client.server';
import { organisation } from '~db/schema/organisation';
import { household, householdMember, person, personCategory } from '~db/schema/register';
import {
  findByNumber,
  listCountiesSeen,
  openIdentities,
  type Look,
} from '~db/store/person-identity.server';

/** What reading the register takes beyond the database: whatever is opened is noted. */
export interface RegisterReads {
  db: Database;
  cipher: IdentityCipher;
  now: () => Date;
  newId: () => string;
}

export const REGISTER_PAGE_SIZE = 20;

export interface HouseholdFilter {
  /** With a living member who is of it today. Nothing personal is asked for by address. */
  category?: PersonCategory | undefined;
  oldestFirst?: boolean | undefined;
  /** From 1. */
  page: number;
}

/** Organisations that may keep a register: all of them, because row-level security tells nobody who does. */
export async function listKeepers(db: Database): Promise<string[]> {
  const rows = await db.select({ id: organisation.id }).from(organisation).orderBy(organisation.id);
  return rows.map(({ id }) => id);
}

/** Households that the reader may see, the newest first unless asked otherwise, by their heads. */
export async function listHouseholds(env: RegisterReads, actor: Actor, filter: HouseholdFilter) {
  const { category, page } = filter;
  const way = filter.oldestFirst ? asc : desc;
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const living = and(isNull(household.endedOn), category && hasMemberOf(category, today(env)));
    const [total] = await tx.select({ n: count() }).from(household).where(living);
    const ids = tx
      .select({ id: household.id })
      .from(household)
      .where(living)
      .orderBy(way(household.registeredOn), way(household.id))
      .limit(REGISTER_PAGE_SIZE)
      .offset((page - 1) * REGISTER_PAGE_SIZE);
    const rows = await membersOf(tx, inArray(householdMember.householdId, ids), today(env), way);
    return {
      total: total?.n ?? 0,
      households: await named(tx, env, lookAt(env, actor, 'list'), rows),
    };
  });
}

/**
 * Persons by the whole ID number or phone number (found by blind index), or, for the centre that keeps them, by a part
 * of the name: then the names of its few hundred people are opened.
 */
export async function searchRegister(
  env: RegisterReads,
  actor: Actor,
  text: string,
): Promise<Result<RegisterHousehold[]>> {
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const idNumber = parseIdNumber(text, today(env));
    const mobile = parseMobile(text);
    const look = lookAt(env, actor, 'search');
    const counties = await listCountiesSeen(tx);
    let personIds: string[];
    if (idNumber.ok)
      personIds = await findByNumber(tx, env.cipher, counties, 'id_number', idNumber.value.number);
    else if (mobile.ok)
      personIds = await findByNumber(tx, env.cipher, counties, 'phone', mobile.value);
    else if (actor.role !== 'centre_coordinator') return refuse('register.exact_only');
    else personIds = await findByName(tx, env, look, text.trim());
    if (personIds.length === 0) return ok([]);
    const theirs = tx
      .select({ id: householdMember.householdId })
      .from(householdMember)
      .where(inArray(householdMember.personId, personIds));
    const rows = await membersOf(tx, inArray(householdMember.householdId, theirs), today(env));
    return ok(await named(tx, env, { ...look, id: env.newId() }, rows));
  });
}

async function findByName(tx: Tx, env: RegisterReads, look: Look, name: string): Promise<string[]> {
  if (name === '') return [];
  const living = await tx.select({ id: person.id }).from(person).where(isNull(person.endedOn));
  const opened = await openIdentities(
    tx,
    env.cipher,
    look,
    living.map((row) => row.id),
  );
  return [...opened].flatMap(([id, identity]) => (identity.name?.includes(name) ? [id] : []));
}

/** One household with its living members; undefined outside the reader's scope. */
export async function findHousehold(
  env: RegisterReads,
  actor: Actor,
  householdId: string,
): Promise<RegisterHousehold | undefined> {
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const rows = await membersOf(tx, eq(householdMember.householdId, householdId), today(env));
    const look = { ...lookAt(env, actor, 'household'), subjectId: householdId };
    const [found] = await named(tx, env, look, rows);
    return found;
  });
}

/** One person with what is known of it; undefined outside the reader's scope. */
export async function findPerson(
  env: RegisterReads,
  actor: Actor,
  personId: string,
  subject: 'person' | 'id_number' = 'person',
) {
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const [found] = await tx.select().from(person).where(eq(person.id, personId));
    if (!found) return undefined;
    const [member] = await tx
      .select({ householdId: householdMember.householdId })
      .from(householdMember)
      .where(eq(householdMember.personId, personId))
      .orderBy(desc(householdMember.validFrom));
    const categories = await tx
      .select()
      .from(personCategory)
      .where(eq(personCategory.personId, personId))
      .orderBy(asc(personCategory.validFrom), asc(personCategory.id));
    const look = { ...lookAt(env, actor, subject), subjectId: personId };
    const opened = await openIdentities(tx, env.cipher, look, [personId]);
    const { recipientAccountId: _account, ...shown } = found;
    return {
      ...shown,
      householdId: member?.householdId ?? null,
      categories: categories.map(({ category, validFrom, validTo }) => ({
        category,
        validFrom,
        validTo,
      })),
      identity: opened.get(personId) ?? {},
    };
  });
}

function hasMemberOf(category: PersonCategory, day: CalendarDay): SQL {
  return sql`exists (
    select 1 from household_member m
    join person p on p.id = m.person_id and p.ended_on is null
    join person_category c on c.person_id = p.id
    where m.household_id = ${household.id} and c.category = ${category}
      and m.valid_to is null and (c.valid_to is null or c.valid_to > ${day}))`;
}

export type RegisterHousehold = Awaited<ReturnType<typeof named>>[number];

async function membersOf(tx: Tx, which: ReturnType<typeof inArray>, day: CalendarDay, way = desc) {
  const holds = and(
    eq(personCategory.personId, person.id),
    or(isNull(personCategory.validTo), gt(personCategory.validTo, day)),
  );
  return tx
    .select({
      householdId: household.id,
      organisationId: household.organisationId,
      residenceDivisionCode: household.residenceDivisionCode,
      hukouDivisionCode: household.hukouDivisionCode,
      registeredOn: household.registeredOn,
      version: household.version,
      personId: person.id,
      bornOn: person.bornOn,
      relationship: householdMember.relationship,
      isHead: householdMember.isHead,
      categories: sql<string[]>`array(${tx
        .select({ category: personCategory.category })
        .from(personCategory)
        .where(holds)
        .orderBy(asc(personCategory.validFrom))})`,
    })
    .from(household)
    .innerJoin(householdMember, eq(householdMember.householdId, household.id))
    .innerJoin(person, eq(person.id, householdMember.personId))
    .where(and(which, isNull(householdMember.validTo), isNull(person.endedOn)))
    .orderBy(
      way(household.registeredOn),
      way(household.id),
      desc(householdMember.isHead),
      asc(person.id),
    );
}

/** Members gathered by household, with their names. */
async function named(
  tx: Tx,
  env: RegisterReads,
  look: Look,
  rows: Awaited<ReturnType<typeof membersOf>>,
) {
  const ids = rows.map((row) => row.personId);
  const opened = await openIdentities(tx, env.cipher, look, ids);
  const households = new Map<string, typeof rows>();
  for (const row of rows) {
    households.set(row.householdId, [...(households.get(row.householdId) ?? []), row]);
  }
  return [...households.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { householdId, organisationId, residenceDivisionCode, hukouDivisionCode } = first;
    return [
      {
        householdId,
        organisationId,
        residenceDivisionCode,
        hukouDivisionCode,
        registeredOn: first.registeredOn,
        version: first.version,
        members: members.map(({ personId, bornOn, relationship, isHead, categories }) => ({
          personId,
          bornOn,
          relationship,
          isHead,
          categories,
          identity: masked(opened.get(personId) ?? {}),
        })),
      },
    ];
  });
}

/** What lists show: numbers by their last digits alone. */
function masked({ name, id_number: idNumber, phone }: Identity) {
  return {
    name: name ?? '',
    idNumber: idNumber === undefined ? undefined : maskIdNumber(idNumber),
    phone: phone === undefined ? undefined : maskMobile(phone),
  };
}

function lookAt(env: RegisterReads, actor: Actor, subject: Look['subject']): Look {
  const { userId, membershipId } = actor;
  return {
    id: env.newId(),
    userId,
    membershipId,
    countyCode: countyCode(actor.divisionCode),
    subject,
    at: env.now(),
  };
}

function today(env: RegisterReads): CalendarDay {
  return dayInShanghai(env.now());
}

/** Whom the centre may put on a hand-out list: its living households and their members, by name. */
export async function listRecipients(env: RegisterReads, actor: Actor) {
  return withScope(env.db, visibleScope(actor), async (tx) => {
    const rows = await membersOf(
      tx,
      eq(household.organisationId, actor.organisationId),
      today(env),
    );
    const households = await named(tx, env, lookAt(env, actor, 'handout'), rows);
    return households.map(({ householdId, members }) => ({
      householdId,
      headName: members.find(({ isHead }) => isHead)?.identity.name ?? '',
      members: members.map(({ personId, identity, categories }) => ({
        personId,
        name: identity.name,
        categories,
      })),
    }));
  });
}
