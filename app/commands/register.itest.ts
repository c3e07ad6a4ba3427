import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedParameters } from '~db/seed/seed-parameters.server';
import { testCipher } from '~db/testing/people.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, VILLAGE } from '~db/testing/world.server';
import {
  findHousehold,
  findPerson,
  listHouseholds,
  searchRegister,
  type RegisterReads,
} from '~db/queries/register.server';
import { householdSchema, personSchema } from '~/domain/register';
import { amendHousehold } from './amend-household.server';
import { amendPerson } from './amend-person.server';
import { endHousehold } from './end-household.server';
import { endPerson } from './end-person.server';
import { registerHousehold } from './register-household.server';
import { registerPerson } from './register-person.server';

const now = new Date('2026-01-05T01:00:00Z');
const today = '2026-01-05';
const childId = '459900201506010014';
const grannyId = '459900194802150027';

let database: TestDatabase;
let env: RegisterReads;
const centre = actorOf('centre_coordinator', VILLAGE);
const neighbour = actorOf('centre_coordinator', '451121100203');
const county = actorOf('bureau_officer', '451121000000');
const otherCounty = actorOf('bureau_officer', '451122000000');

beforeAll(async () => {
  database = await createTestDatabase();
  env = { db: database.db, cipher: testCipher(), now: () => now, newId };
  await database.db.transaction(seedParameters);
});
afterAll(() => database.drop());

const as = (actor = centre) => ({ actor, key: newId() });

function household(over: Record<string, string> = {}) {
  const typed = { divisionCode: VILLAGE, name: '韦阿婆', ...over };
  return householdSchema(today).parse(typed);
}
function person(over: Record<string, string> = {}) {
  return personSchema(today).parse({ relationship: 'grandchild', name: '韦小妹', ...over });
}

async function registered(over: Record<string, string> = {}, actor = centre) {
  const done = await registerHousehold(env, as(actor), household(over));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

describe('register-household', () => {
  it('keeps who lives where, and the name where it can be read by its centre alone', async () => {
    const { householdId } = await registered({ name: '莫阿婆', phone: '138 0000 1234' });
    const found = await findHousehold(env, centre, householdId);
    expect(found?.members).toMatchObject([
      { isHead: true, identity: { name: '莫阿婆', phone: '138****1234' } },
    ]);
    expect(await findHousehold(env, neighbour, householdId)).toBeUndefined();
    expect(await findHousehold(env, otherCounty, householdId)).toBeUndefined();
    expect((await findHousehold(env, county, householdId))?.members).toHaveLength(1);
    const plain = await database.superuser`
      select 1 from person_identity where position(convert_to('莫阿婆', 'UTF8') in bytes) > 0`;
    expect(plain).toHaveLength(0);
  });

  it('writes down each opening of a name, in the reader’s own words', async () => {
    const { householdId } = await registered({ name: '黄大爷' });
    await findHousehold(env, county, householdId);
    const looks = await database.superuser`
      select user_id, subject, person_count from identity_access where subject_id = ${householdId}`;
    expect(looks).toEqual([{ user_id: county.userId, subject: 'household', person_count: 1 }]);
  });

  it('tells an ID number known in the county, also where another centre keeps it', async () => {
    await registered({ name: '罗阿婆', idNumber: grannyId });
    const again = { name: '罗阿婆', idNumber: grannyId };
    for (const actor of [centre, neighbour]) {
      const over = { ...again, divisionCode: actor.divisionCode };
      expect(await registerHousehold(env, as(actor), household(over))).toEqual({
        ok: false,
        error: { code: 'register.already_registered', field: 'idNumber' },
      });
    }
    const rows =
      await database.superuser`select 1 from household where organisation_id = ${neighbour.organisationId}`;
    expect(rows).toHaveLength(0);
  });

  it('lets one of two at once enter the same number', async () => {
    const form = household({ name: '潘阿公', idNumber: '45990020120815006X' });
    const results = await Promise.all([1, 2].map(() => registerHousehold(env, as(), form)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it.each([
    ['lives', { divisionCode: '451121999999' }, 'divisionCode'],
    ['is registered', { hukouDivisionCode: '459999999999' }, 'hukouDivisionCode'],
  ])('%s in no division that is not there', async (_what, typed, field) => {
    expect(await registerHousehold(env, as(), household(typed))).toEqual({
      ok: false,
      error: { code: 'form.unknown_choice', facts: undefined, field },
    });
  });

  it('refuses another county and other roles', async () => {
    expect(
      await registerHousehold(env, as(), household({ divisionCode: '451122100201' })),
    ).toMatchObject({ error: { code: 'register.other_county' } });
    expect(await registerHousehold(env, as(county), household())).toMatchObject({
      error: { code: 'access.role' },
    });
  });

  it('has effect once for one key, and its log holds no name and no plain fingerprint', async () => {
    const envelope = as();
    const first = await registerHousehold(env, envelope, household({ name: '覃阿婆' }));
    expect(await registerHousehold(env, envelope, household({ name: '覃阿婆' }))).toEqual(first);
    const told = await database.superuser<{ text: string }[]>`
      select row_to_json(c)::text as text from command_log c
      union all select row_to_json(e)::text from event e`;
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter(({ text }) => /覃阿婆|4599002015|13800001234/.test(text))).toEqual([]);
  });
});

describe('register-person', () => {
  it('ends a left-behind child’s category on the sixteenth birthday', async () => {
    const { householdId } = await registered({ name: '蒙阿婆' });
    const done = await registerPerson(env, as(), {
      ...person({ idNumber: childId, category: 'left_behind_child' }),
      householdId,
    });
    if (!done.ok) throw new Error(done.error.code);
    const found = await findPerson(env, centre, done.value.personId);
    expect(found).toMatchObject({
      bornOn: '2015-06-01',
      categories: [
        { category: 'left_behind_child', validFrom: '2026-01-05', validTo: '2031-06-01' },
      ],
    });
  });

  it.each([
    [{ category: 'left_behind_child' }, 'register.birth_day_missing'],
    [{ category: 'left_behind_child', bornOn: '2010-01-05' }, 'register.too_old'],
    [{ category: 'left_behind_elderly', bornOn: '1966-01-06' }, 'register.too_young'],
  ])('refuses %o', async (over, code) => {
    const { householdId } = await registered();
    const result = await registerPerson(env, as(), { ...person(over), householdId });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it('takes the day before the birthday and the birthday itself', async () => {
    const { householdId } = await registered();
    for (const over of [
      { category: 'left_behind_child', bornOn: '2010-01-06' },
      { category: 'left_behind_elderly', bornOn: '1966-01-05' },
    ]) {
      expect((await registerPerson(env, as(), { ...person(over), householdId })).ok).toBe(true);
    }
  });

  it('sees another centre’s household as none', async () => {
    const { householdId } = await registered();
    expect(await registerPerson(env, as(neighbour), { ...person(), householdId })).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });
});

describe('amend-person and end-person', () => {
  it('keep the number that is not typed again, and erase what was emptied', async () => {
    const idNumber = '459900202002290045';
    const { personId } = await registered({ name: '石小弟', idNumber, phone: '13800005678' });
    const typed = household({ name: '石大弟' });
    const amended = await amendPerson(env, as(), { ...typed, personId, version: 1 });
    expect(amended).toEqual({ ok: true, value: { version: 2 } });
    const found = await findPerson(env, centre, personId);
    expect(found?.identity).toEqual({ name: '石大弟', id_number: idNumber });
    expect(await amendPerson(env, as(), { ...typed, personId, version: 1 })).toMatchObject({
      error: { code: 'record.stale' },
    });
    expect(await amendPerson(env, as(neighbour), { ...typed, personId, version: 2 })).toMatchObject(
      { error: { code: 'access.not_found' } },
    );
    expect(await amendPerson(env, as(county), { ...typed, personId, version: 2 })).toMatchObject({
      error: { code: 'access.not_found' },
    });

    expect((await endPerson(env, as(), { personId, version: 2, reason: 'moved_away' })).ok).toBe(
      true,
    );
    expect(await endPerson(env, as(), { personId, version: 3, reason: 'died' })).toMatchObject({
      error: { code: 'register.ended' },
    });
    await registered({ name: '石小弟', idNumber });
  });
});

describe('search', () => {
  it('finds by the whole number, by phone, and by a part of the name at the own centre', async () => {
    const idNumber = '459900198001010014';
    const { householdId } = await registered({ name: '岑家嫂', phone: '13912345678', idNumber });
    const find = async (text: string, actor = centre) => {
      const found = await searchRegister(env, actor, text);
      return found.ok ? found.value.map((row) => row.householdId) : found.error.code;
    };
    expect(await find(idNumber)).toEqual([householdId]);
    expect(await find('139 1234 5678')).toEqual([householdId]);
    expect(await find('岑家')).toEqual([householdId]);
    expect(await find('没有这个人')).toEqual([]);
    expect(await find(idNumber, county)).toEqual([householdId]);
    expect(await find(idNumber, neighbour)).toEqual([]);
    expect(await find(idNumber, otherCounty)).toEqual([]);
    expect(await find('岑家', county)).toBe('register.exact_only');
  });

  it('lists the own centre’s households, with numbers by their last digits', async () => {
    const { total, households } = await listHouseholds(env, centre, { page: 1 });
    expect(total).toBeGreaterThan(5);
    expect(JSON.stringify(households)).not.toMatch(/\d{15}/);
    expect((await listHouseholds(env, neighbour, { page: 1 })).total).toBe(0);
  });

  it('lists those of a category, and the oldest first where asked', async () => {
    const { householdId } = await registered({ name: '覃阿公', category: 'dibao' });
    await registered({ name: '覃阿婆' });
    const asked = { category: 'dibao', page: 1 } as const;
    const found = await listHouseholds(env, centre, asked);
    expect(found.households.map((row) => row.householdId)).toContain(householdId);
    expect(found.total).toBeLessThan((await listHouseholds(env, centre, { page: 1 })).total);
    const oldest = await listHouseholds(env, centre, { page: 1, oldestFirst: true });
    const days = oldest.households.map((row) => row.registeredOn);
    expect(days).toEqual([...days].sort());
  });
});

describe('amend-household and end-household', () => {
  const moved = { residenceDivisionCode: '451121100203', hukouDivisionCode: VILLAGE };
  const amend = (householdId: string, over: object = {}, actor = centre) =>
    amendHousehold(env, as(actor), { householdId, version: 1, ...moved, ...over });
  const end = (householdId: string, version = 1, actor = centre) =>
    endHousehold(env, as(actor), { householdId, version, reason: 'moved_away' });

  it('moves within the county, and who lived there along; the centre still keeps it', async () => {
    const { householdId } = await registered({ name: '盘阿公' });
    const child = await registerPerson(env, as(), { ...person(), householdId });
    if (!child.ok) throw new Error(child.error.code);
    expect(await amend(householdId)).toEqual({ ok: true, value: { version: 2 } });
    const found = await findHousehold(env, centre, householdId);
    expect(found).toMatchObject(moved);
    const rows = await database.superuser`
      select distinct residence_division_code from person p join household_member m on m.person_id = p.id
      where m.household_id = ${householdId}`;
    expect(rows).toEqual([{ residence_division_code: moved.residenceDivisionCode }]);
    expect(await findHousehold(env, neighbour, householdId)).toBeUndefined();
  });

  it('ends with everybody in it, and their numbers may be registered anew', async () => {
    const idNumber = '459900195001010010';
    const { householdId, personId } = await registered({ name: '赵阿婆', idNumber });
    const both = await Promise.all([end(householdId), end(householdId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findHousehold(env, centre, householdId)).toBeUndefined();
    expect(await findPerson(env, centre, personId)).toMatchObject({ endedOn: today });
    const events = await database.superuser<{ key: string }[]>`
      select aggregate || '.' || type as key from event
      where aggregate_id in (${householdId}, ${personId}) and type = 'ended' order by recorded_at, id`;
    expect(events.map(({ key }) => key)).toEqual(['person.ended', 'household.ended']);
    expect(await amend(householdId, { version: 2 })).toMatchObject({
      error: { code: 'register.ended' },
    });
    expect(await end(householdId, 2)).toMatchObject({ error: { code: 'register.ended' } });
    expect((await registered({ name: '赵阿婆', idNumber })).householdId).not.toBe(householdId);
  });

  it('let a household stand where it stood before the division ended, and put none there anew', async () => {
    const [home, hukou] = ['451121100204', '451121100205'];
    const { householdId } = await registered({ divisionCode: home, hukouDivisionCode: hukou });
    await database.owner`update division set valid_to = '2026-01-05' where code in (${home}, ${hukou})`;
    const code = 'division.not_in_force';
    for (const over of [{ divisionCode: home }, { hukouDivisionCode: hukou }])
      expect(await registerHousehold(env, as(), household(over))).toMatchObject({
        error: { code },
      });
    const stays = { residenceDivisionCode: home, hukouDivisionCode: hukou };
    expect(await amend(householdId, { ...stays, hukouDivisionCode: home })).toMatchObject({
      error: { code, field: 'hukouDivisionCode' },
    });
    expect(await amend(householdId, { ...stays, residenceDivisionCode: hukou })).toMatchObject({
      error: { code, field: 'divisionCode' },
    });
    expect(await amend(householdId, stays)).toEqual({ ok: true, value: { version: 2 } });
  });

  it('are refused with their reason, and are as none to another centre', async () => {
    const { householdId } = await registered({ name: '黎阿婆' });
    const cases: [object, typeof centre, string][] = [
      [{}, neighbour, 'access.not_found'],
      [{}, county, 'access.not_found'],
      [{ version: 2 }, centre, 'record.stale'],
      [{ residenceDivisionCode: '451122100200' }, centre, 'register.other_county'],
      [{ residenceDivisionCode: '451121999999' }, centre, 'form.unknown_choice'],
      [{ hukouDivisionCode: '459900000000' }, centre, 'form.unknown_choice'],
    ];
    for (const [over, actor, code] of cases)
      expect(await amend(householdId, over, actor)).toMatchObject({ error: { code } });
    for (const [version, actor, code] of [
      [1, neighbour, 'access.not_found'],
      [1, county, 'access.not_found'],
      [2, centre, 'record.stale'],
    ] as const)
      expect(await end(householdId, version, actor)).toMatchObject({ error: { code } });
    expect(await findHousehold(env, centre, householdId)).toMatchObject({ version: 1 });
  });
});
