import type { AppLoadContext } from '@remix-run/node';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Auth } from '~db/auth.server';
import {
  insertTestMembership,
  insertTestUser,
  testAuth,
  testCipher,
  TEST_PASSWORD,
} from '~db/testing/people.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { Actor } from '~/domain/actor';
import { membershipCookie, optionalActor, requireActor } from './actor.server';
import { createLog } from './log.server';
import { openBaseMap } from './base-map.server';
import { readSettings } from './settings.server';
import { forgetSessions } from './session.server';

let database: TestDatabase;
let auth: Auth;
let now: Date;
let cookie: string;
let userId: string;
let bureau: Actor;
let depot: Actor;

function argsOf(path: string, init: RequestInit = {}, withCookie: string | null = cookie) {
  const headers = new Headers(init.headers);
  if (withCookie) headers.set('Cookie', withCookie);
  const request = new Request(`http://localhost:3000${path}`, { ...init, headers });
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
  const context: AppLoadContext = { env, requestUrl: path, address: '127.0.0.1' };
  return { request, context };
}

async function signIn(): Promise<string> {
  const request = new Request('http://localhost:3000/sign-in');
  const headers = await auth.signIn(request, 'wei.xiaohua', TEST_PASSWORD);
  if (!headers) throw new Error('not signed in');
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function thrown(run: Promise<unknown>): Promise<unknown> {
  try {
    await run;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

beforeAll(async () => {
  database = await createTestDatabase();
  auth = testAuth(database.db);
  now = new Date();
  const user = { name: '韦小花', userName: 'wei.xiaohua', phone: '13800000001' };
  userId = await insertTestUser(database.db, user);
  await insertTestMembership(database.db, {
    userId,
    role: 'foundation_staff',
    divisionCode: '440304000000',
    validTo: '2021-01-01',
  });
  bureau = await insertTestMembership(database.db, {
    userId,
    role: 'bureau_officer',
    divisionCode: '451121000000',
  });
  depot = await insertTestMembership(database.db, {
    userId,
    role: 'depot_staff',
    divisionCode: '451102000000',
  });
  cookie = await signIn();
});

afterAll(() => database.drop());

describe('requireActor', () => {
  it('wears the first membership in force, and lists those in force', async () => {
    const signedIn = await requireActor(argsOf('/donations'));
    expect(signedIn).toMatchObject({ actor: bureau, userName: '韦小花' });
    expect(signedIn.memberships.map((held) => held.membershipId)).toEqual([
      bureau.membershipId,
      depot.membershipId,
    ]);
  });

  it('wears the one chosen, and never one that is not the person’s own', async () => {
    const chosen = `${cookie}; ${membershipCookie(depot.membershipId).split(';')[0]}`;
    expect((await requireActor(argsOf('/stock', {}, chosen))).actor).toEqual(depot);
    const stranger = await insertTestMembership(database.db, {
      userId: await insertTestUser(database.db, {
        name: '李',
        userName: 'li.si',
        phone: '13800000002',
      }),
      role: 'administrator',
      divisionCode: '451100000000',
    });
    const forged = `${cookie}; ${membershipCookie(stranger.membershipId).split(';')[0]}`;
    expect((await requireActor(argsOf('/stock', {}, forged))).actor).toEqual(bureau);
  });

  it('sends a signed-out reader to sign in, and back', async () => {
    const answer = await thrown(requireActor(argsOf('/donations?page=2', {}, null)));
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get('Location')).toBe(
      '/sign-in?returnTo=%2Fdonations%3Fpage%3D2',
    );
  });

  it('answers a signed-out form with 401 and all that was typed, but no password', async () => {
    const posted = form({ _key: 'k', 'lines[0].quantity': '1000', password: 'x', note: '衣物' });
    const { request, context } = argsOf('/donations/new?index', posted, null);
    expect(await thrown(requireActor({ request, context }))).toMatchObject({
      init: { status: 401 },
      data: {
        code: 'access.signed_out',
        resume: '/donations/new?index',
        fields: [
          ['_key', 'k'],
          ['lines[0].quantity', '1000'],
          ['note', '衣物'],
        ],
      },
    });
    expect((await request.formData()).get('note')).toBe('衣物');
  });

  it('keeps nothing of a form that is too large to carry', async () => {
    const posted = form({ note: '衣'.repeat(400_000) });
    const answer = await thrown(requireActor(argsOf('/donations/new', posted, null)));
    expect(answer).toMatchObject({ data: { code: 'access.signed_out' } });
    expect(answer).not.toHaveProperty('data.fields');
  });

  it('does not believe a cookie signed with another secret', async () => {
    const [name, value = ''] = cookie.split('=');
    const forged = `${name}=${value.slice(0, value.indexOf('.'))}.${'A'.repeat(43)}%3D`;
    expect(await optionalActor(argsOf('/', {}, forged))).toBeUndefined();
  });

  it('lets a revoked session write nothing at once, and read for three seconds at the most', async () => {
    const revoked = await signIn();
    expect(await optionalActor(argsOf('/', {}, revoked))).toBeDefined();
    await database.superuser`delete from auth_session where user_id = ${userId}`;
    expect(await thrown(requireActor(argsOf('/x', form({ a: '1' }), revoked)))).toMatchObject({
      init: { status: 401 },
    });
    now = new Date(now.getTime() + 3001);
    expect(await optionalActor(argsOf('/', {}, revoked))).toBeUndefined();
    cookie = await signIn();
  });

  it('tells a person whose last membership has ended so, in words', async () => {
    await database.superuser`update membership set valid_to = current_date where user_id = ${userId}`;
    forgetSessions();
    expect(await thrown(requireActor(argsOf('/donations')))).toMatchObject({
      init: { status: 403 },
      data: { code: 'access.no_membership' },
    });
  });
});
