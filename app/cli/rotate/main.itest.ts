import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerHousehold } from '~/commands/register-household.server';
import { householdSchema } from '~/domain/register';
import { findPerson } from '~db/queries/register.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { setCentreStage, type CentreStage } from '~db/testing/centre-stage.server';
import { TEST_SECRET } from '~db/testing/people.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';

const now = new Date('2026-01-10T01:00:00Z');
const NEXT = 'the next key of the tests, long enough to be one';

let database: TestDatabase;
let stage: CentreStage;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, now);
});
afterAll(() => database.drop());

/** `npm run rotate:identities`, as an operator types it. */
async function rotate(keys: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/rotate/main.ts'], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      AUTH_SECRET: 'an auth secret of the tests, long enough to be one',
      ...keys,
    },
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number>((resolve) =>
    child.once('close', (status) => resolve(status ?? -1)),
  );
  return { code, said: said.trim() };
}

it(
  'is run from the command line: refused in a sentence without its keys, then seals anew',
  { timeout: 120_000 },
  async () => {
    const form = householdSchema('2026-01-10').parse({ divisionCode: VILLAGE, name: '韦阿婆' });
    const { personId } = await orThrow(registerHousehold(stage.env, stage.as(), form));

    const keyless = await rotate({ IDENTITY_KEY_OLD: TEST_SECRET });
    expect(keyless).toMatchObject({ code: 1 });
    expect(keyless.said).toMatch(/^The setting IDENTITY_KEY is missing[^\n]*\.$/);
    const same = await rotate({ IDENTITY_KEY_OLD: TEST_SECRET, IDENTITY_KEY: TEST_SECRET });
    expect(same).toMatchObject({ code: 1 });
    expect(same.said).toMatch(/nothing to rotate\.$/);
    const wrong = await rotate({ IDENTITY_KEY_OLD: `${NEXT} and never used`, IDENTITY_KEY: NEXT });
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.said).toContain('no key');
    expect(await findPerson(stage.env, stage.centre, personId)).toMatchObject({
      identity: { name: '韦阿婆' },
    });

    const done = await rotate({ IDENTITY_KEY_OLD: TEST_SECRET, IDENTITY_KEY: NEXT });
    const [from, to] = [TEST_SECRET, NEXT].map((key) => createIdentityCipher(key));
    expect(done).toMatchObject({ code: 0 });
    expect(done.said).toContain(`From key ${from?.keyId} to key ${to?.keyId}: 1 sealed anew`);
    expect(done.said).not.toContain('韦阿婆');
    await expect(findPerson(stage.env, stage.centre, personId)).rejects.toThrow('no key');
    const cipher = createIdentityCipher(NEXT);
    expect(await findPerson({ ...stage.env, cipher }, stage.centre, personId)).toMatchObject({
      identity: { name: '韦阿婆' },
    });
  },
);
