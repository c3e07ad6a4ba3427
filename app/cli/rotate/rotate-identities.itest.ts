import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endPerson } from '~/commands/end-person.server';
import { recordSignOff } from '~/commands/record-sign-off.server';
import { registerHousehold } from '~/commands/register-household.server';
import { householdSchema } from '~/domain/register';
import { findHandout, nameHandout } from '~db/queries/handouts.server';
import { findPerson, searchRegister, type RegisterReads } from '~db/queries/register.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import {
  byHousehold,
  setCentreStage,
  signed,
  type CentreStage,
} from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { rotateIdentities } from './rotate-identities';

const now = new Date('2026-01-10T01:00:00Z');
const to = createIdentityCipher('the new key of the tests, long enough to be one');
const stranger = createIdentityCipher('a key that has sealed nothing here, long enough');
const idNumber = '459900194802150027';

let database: TestDatabase;
let stage: CentreStage;
let reads: RegisterReads;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, now);
  reads = { ...stage.env, cipher: to };
});
afterAll(() => database.drop());

async function register(over: object) {
  const form = householdSchema('2026-01-10').parse({ divisionCode: VILLAGE, ...over });
  return orThrow(registerHousehold(stage.env, stage.as(), form));
}

const keyIds = async () => {
  const rows = await database.superuser<{ key_id: string }[]>`
    select key_id from person_identity union all select key_id from personal_text`;
  return rows.map(({ key_id }) => key_id);
};

it('seals everything anew, goes on where it was stopped, and leaves nothing to the old key', async () => {
  const from = stage.env.cipher;
  const granny = await register({ name: '韦阿婆', idNumber, phone: '13800001234' });
  const gone = await register({ name: '盘阿公', idNumber: '459900195001010010' });
  const end = { personId: gone.personId, version: 1, reason: 'moved_away' } as const;
  await orThrow(endPerson(stage.env, stage.as(), end));
  const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
  const { handoutId, lineIds } = await stage.listOf(requestLineId, 1, [byHousehold(granny)]);
  await orThrow(recordSignOff(stage.env, stage.as(), signed(lineIds[0] ?? newId())));
  const all = (await keyIds()).length;
  expect(all).toBeGreaterThan(5);

  await expect(rotateIdentities(database.db, { from: stranger, to })).rejects.toThrow('no key');
  expect(new Set(await keyIds())).toEqual(new Set([from.keyId]));

  const stop = (sealed: number) => {
    if (sealed === 2) throw new Error('stopped on purpose');
  };
  const first = rotateIdentities(database.db, { from, to, batch: 1, progress: stop });
  await expect(first).rejects.toThrow('stopped on purpose');
  expect((await keyIds()).filter((id) => id === to.keyId)).toHaveLength(2);
  expect(await rotateIdentities(database.db, { from, to, batch: 2 })).toBe(all - 2);
  expect(new Set(await keyIds())).toEqual(new Set([to.keyId]));
  expect(await rotateIdentities(database.db, { from, to })).toBe(0);

  const { identity } = (await findPerson(reads, stage.centre, granny.personId)) ?? {};
  expect(identity).toMatchObject({ name: '韦阿婆', id_number: idNumber, phone: '13800001234' });
  for (const text of [idNumber, '13800001234'])
    expect(await searchRegister(reads, stage.centre, text)).toMatchObject({
      value: [{ householdId: granny.householdId }],
    });
  const found = await findHandout(reads.db, stage.centre, handoutId);
  const list = found && (await nameHandout(reads, stage.centre, found));
  expect(list?.lines[0]?.signOffs[0]?.signature).toEqual({ strokes: '10,10 20,20' });
  // An entry that has ended stays unfindable, and its number free.
  const [index] = await database.superuser`select count(*)::int as n from person_identity
    where person_id = ${gone.personId} and blind_index is not null`;
  expect(index).toEqual({ n: 0 });
  await expect(findPerson(stage.env, stage.centre, granny.personId)).rejects.toThrow('no key');
  const again = householdSchema('2026-01-10').parse({
    divisionCode: VILLAGE,
    name: '韦某',
    idNumber,
  });
  expect(await registerHousehold(reads, stage.as(), again)).toMatchObject({
    error: { code: 'register.already_registered' },
  });
});
