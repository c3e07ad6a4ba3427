import type { AppLoadContext } from '@remix-run/node';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Auth } from '~db/auth.server';
import { insertTestUser, testAuth, testCipher, TEST_PASSWORD } from '~db/testing/people.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { attemptSignIn } from '~/commands/attempt-sign-in.server';
import { createLog } from '~/server/log.server';
import { openBaseMap } from '~/server/base-map.server';
import { readSettings } from '~/server/settings.server';
import { signInWithForm } from './sign-in.server';

let database: TestDatabase;
let auth: Auth;
let now: Date;

function signIn(fields: Record<string, string>, address = '203.0.113.7') {
  const request = new Request('http://localhost:3000/sign-in', {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const env = {
    settings: readSettings('demo', {}),
    baseMap: openBaseMap(readSettings('demo', {}).map),
    log: createLog('silent'),
    db: database.db,
    auth,
    cipher: testCipher(),
    wanted: () => Promise.resolve({ known: undefined, working: false, failed: false }),
    now: () => now,
    newId: uuidv7,
  };
  const context: AppLoadContext = { env, requestUrl: '/sign-in', address };
  return signInWithForm(request, context);
}

const right = { _login: 'wei.xiaohua', _password: TEST_PASSWORD };
const wrong = { ...right, _password: 'another password' };

beforeAll(async () => {
  database = await createTestDatabase({ max: 16 });
  auth = testAuth(database.db);
  const user = { name: '韦小花', userName: 'wei.xiaohua', phone: '13800000001' };
  await insertTestUser(database.db, user);
});

beforeEach(async () => {
  now = new Date('2026-01-05T01:00:00Z');
  await database.superuser`truncate sign_in_failure`;
});

afterAll(() => database.drop());

describe('signing in', () => {
  it.each(['wei.xiaohua', 'Wei.Xiaohua', '13800000001', '+86 138 0000 0001'])(
    'takes %s',
    async (_login) => {
      const answer = await signIn({ ...right, _login, _returnTo: '/stock' });
      expect(answer).toBeInstanceOf(Response);
      expect(answer).toMatchObject({ status: 303 });
      const { headers } = answer as Response;
      expect(headers.get('Location')).toBe('/stock');
      expect(headers.getSetCookie().join()).toMatch(/nuanqiao\.session_token=.*HttpOnly/);
    },
  );

  it('has the browser send the kept form again', async () => {
    const answer = await signIn({ ...right, _resume: '/donations/new?index', note: '衣物' });
    expect(answer).toMatchObject({ status: 307 });
    expect((answer as Response).headers.get('Location')).toBe('/donations/new?index');
  });

  it('never leads to another site', async () => {
    const answer = await signIn({ ...right, _resume: '//evil.example' });
    expect((answer as Response).headers.get('Location')).toBe('/');
  });

  it('keeps what was typed through a wrong password, and answers the same for an unknown account', async () => {
    const kept = { _resume: '/donations/new', note: '衣物' };
    const answer = await signIn({ ...wrong, ...kept });
    expect(answer).toMatchObject({
      error: { code: 'sign_in.wrong' },
      login: 'wei.xiaohua',
      kept: { resume: '/donations/new', fields: [['note', '衣物']] },
    });
    expect(JSON.stringify(answer)).not.toContain('another password');
    const unknown = await signIn({ ...wrong, _login: 'nobody' });
    expect(unknown).toMatchObject({ error: { code: 'sign_in.wrong' } });
  });
});

describe('guessing', () => {
  it('waits at the eleventh wrong password, even with the right one, until the window has passed', async () => {
    for (let i = 0; i < 10; i += 1) {
      expect(await signIn(wrong)).toMatchObject({ error: { code: 'sign_in.wrong' } });
      now = new Date(now.getTime() + 1000);
    }
    expect(await signIn(wrong)).toMatchObject({
      error: { code: 'sign_in.wait', facts: { minutes: 15 } },
    });
    expect(await signIn(right, '198.51.100.9')).toMatchObject({ error: { code: 'sign_in.wait' } });
    now = new Date(now.getTime() + 15 * 60_000 - 10_000);
    expect(await signIn(right)).toMatchObject({ status: 303 });
  });

  it('waits for accounts that do not exist in the same way', async () => {
    for (let i = 0; i < 10; i += 1) await signIn({ ...wrong, _login: 'nobody' });
    expect(await signIn({ ...wrong, _login: 'nobody' })).toMatchObject({
      error: { code: 'sign_in.wait' },
    });
  });

  it('forgets failures once the right password is given', async () => {
    for (let i = 0; i < 9; i += 1) await signIn(wrong);
    expect(await signIn(right)).toMatchObject({ status: 303 });
    expect(await signIn(wrong)).toMatchObject({ error: { code: 'sign_in.wrong' } });
  });

  it('lets no more through when thirty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(wrong)));
    const looked = answers.filter((a) => 'error' in a && a.error.code === 'sign_in.wrong');
    expect(looked.length).toBeLessThanOrEqual(10);
  });

  it('waits by address too, over many accounts, and takes an IPv6 network as one', async () => {
    const addressHash = auth.derive('sign-in address', '2001:db8:1:2');
    const env = { db: database.db, now: () => now, newId: uuidv7 };
    for (let i = 0; i < 50; i += 1) {
      await attemptSignIn(env, { accountHash: `account ${i}`, addressHash }, () =>
        Promise.resolve(undefined),
      );
    }
    expect(await signIn(right, '2001:db8:1:2:ffff::9')).toMatchObject({
      error: { code: 'sign_in.wait' },
    });
    expect(await signIn(right, '2001:db8:1:3::1')).toMatchObject({ status: 303 });
  });

  it('keeps neither names nor addresses', async () => {
    await signIn(wrong);
    const rows = await database.superuser`select * from sign_in_failure`;
    expect(JSON.stringify(rows)).not.toMatch(/wei|203\.0/);
  });
});
