import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Role, Scope } from '~/domain/actor';
import { withScope } from './client.server';
import { createTestDatabase, type TestDatabase } from './testing/test-database.server';

const tables = [
  'household',
  'person',
  'household_member',
  'person_category',
  'person_identity',
  'personal_text',
] as const;

const ownCentre = uuidv7();
const otherCentre = uuidv7();
const village = '451122100201';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await keepOne(ownCentre, village);
  await keepOne(otherCentre, '451121100201');
});
afterAll(() => test.drop());

/** One row in each table, kept by the centre and living in the division. */
async function keepOne(organisationId: string, divisionCode: string): Promise<void> {
  const county = divisionCode.slice(0, 6);
  const [household, person, today] = [uuidv7(), uuidv7(), '2026-01-05'];
  const bytes = Buffer.from([1]);
  const su = test.superuser;
  await su`insert into household values (${household}, ${county}, ${divisionCode}, ${divisionCode}, ${organisationId}, null, ${today})`;
  await su`insert into person values (${person}, ${county}, ${divisionCode}, ${divisionCode}, ${organisationId}, null, null, ${today})`;
  await su`insert into household_member values (${uuidv7()}, ${household}, ${person}, ${county}, ${organisationId}, 'head', true, ${today})`;
  await su`insert into person_category values (${uuidv7()}, ${person}, ${county}, ${organisationId}, 'left_behind_child', 'children', ${today})`;
  await su`insert into person_identity values (${uuidv7()}, ${person}, ${county}, ${organisationId}, 'name', 'a', 'k', ${bytes})`;
  await su`insert into personal_text values (${uuidv7()}, ${county}, ${organisationId}, 'note', 'a', 'k', ${bytes}, now())`;
}

function scopeOf(role: Role, organisationId: string, divisionPrefix: string): Scope {
  return { userId: uuidv7(), organisationId, role, divisionPrefix };
}

async function seen(scope: Scope): Promise<number[]> {
  return withScope(test.db, scope, async (tx) => {
    const counts = [];
    for (const table of tables) {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)}`,
      );
      counts.push(row?.n ?? -1);
    }
    return counts;
  });
}

describe('the wall around personal data', () => {
  it.each<[string, Scope, number[]]>([
    ['its own centre', scopeOf('centre_coordinator', ownCentre, village), [1, 1, 1, 1, 1, 1]],
    [
      'a centre that keeps nobody',
      scopeOf('centre_coordinator', uuidv7(), village),
      [0, 0, 0, 0, 0, 0],
    ],
    ['the county bureau', scopeOf('bureau_officer', uuidv7(), '451122'), [1, 1, 1, 1, 1, 1]],
    ['the city bureau', scopeOf('bureau_officer', uuidv7(), '4511'), [2, 2, 2, 2, 2, 2]],
    ['another county', scopeOf('bureau_officer', uuidv7(), '451123'), [0, 0, 0, 0, 0, 0]],
    ['the township office', scopeOf('township_officer', uuidv7(), '451122100'), [1, 1, 1, 1, 1, 0]],
    [
      'a township next door',
      scopeOf('township_officer', uuidv7(), '451122101'),
      [0, 0, 0, 0, 0, 0],
    ],
    ['the administrator', scopeOf('administrator', uuidv7(), ''), [0, 0, 0, 0, 0, 0]],
    [
      'a foundation in the county',
      scopeOf('foundation_staff', ownCentre, '451122'),
      [0, 0, 0, 0, 0, 0],
    ],
    ['a depot in the county', scopeOf('depot_staff', ownCentre, '451122'), [0, 0, 0, 0, 0, 0]],
    ['an officer with no division', scopeOf('bureau_officer', uuidv7(), ''), [0, 0, 0, 0, 0, 0]],
  ])('%s', async (_who, scope, counts) => {
    expect(await seen(scope)).toEqual(counts);
  });

  it('is empty where no scope is set', async () => {
    for (const table of tables) {
      expect(await test.db.execute(sql`select from ${sql.identifier(table)}`)).toHaveLength(0);
    }
  });

  it('lets nobody write for another centre, and no officer write at all', async () => {
    const write = (scope: Scope) =>
      withScope(test.db, scope, (tx) =>
        tx.execute(
          sql`insert into person values (${uuidv7()}, '451122', ${village}, ${village}, ${otherCentre}, null, null, '2026-01-05')`,
        ),
      );
    const refused = { cause: { code: '42501' } };
    await expect(write(scopeOf('centre_coordinator', ownCentre, village))).rejects.toMatchObject(
      refused,
    );
    await expect(write(scopeOf('bureau_officer', otherCentre, '4511'))).rejects.toMatchObject(
      refused,
    );
  });
});

describe('history', () => {
  it.each(['update event set type = type', 'delete from event', 'delete from command_log'])(
    'cannot be changed: %s',
    async (statement) => {
      await expect(test.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    },
  );
});
