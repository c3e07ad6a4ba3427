import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { NewPerson } from '~/domain/account';
import type { Actor, Role } from '~/domain/actor';
import { findPasswordReset } from '~db/queries/password-reset.server';
import { acceptInvitation } from './accept-invitation.server';
import { changeMembership } from './change-membership.server';
import { completeSetup } from './complete-setup.server';
import type { CommandEnv } from './command.server';
import { endMembership } from './end-membership.server';
import { inviteUser } from './invite-user.server';
import { issuePasswordReset } from './issue-password-reset.server';
import { openSetup } from './open-setup.server';
import { resetPassword } from './reset-password.server';
import { revokeSessions } from './revoke-sessions.server';
import { withdrawInvitation } from './withdraw-invitation.server';

const COUNTY = '451121000000';
const DAY_MS = 86_400_000;

let database: TestDatabase;
let env: CommandEnv;
let now = new Date('2026-01-05T01:00:00Z');
let administrator: Actor;
let count = 0;

function person(over: Partial<NewPerson> = {}): NewPerson {
  count += 1;
  return {
    name: '韦小花',
    userName: `person${count}`,
    phone: `138${String(count).padStart(8, '0')}`,
    passwordHash: 'salt:hash',
    ...over,
  };
}

async function setUp(): Promise<Actor> {
  await openSetup(env, 'setup-token-hash');
  const done = await completeSetup(env, {
    tokenHash: 'setup-token-hash',
    organisationName: '贺州暖桥办公室',
    divisionCode: '451100000000',
    person: person(),
  });
  if (!done.ok) throw new Error(done.error.code);
  return done.value.actor;
}

async function invite(role: Role = 'administrator', tokenHash: string = randomUUID()) {
  const input = { organisationId: administrator.organisationId, role, divisionCode: COUNTY };
  const envelope = { actor: administrator, key: randomUUID() };
  return inviteUser(env, envelope, {
    ...input,
    tokenHash,
    displayName: '李四',
    phone: '13900000000',
  });
}

async function invitedActor(): Promise<Actor> {
  const tokenHash = randomUUID();
  await invite('administrator', tokenHash);
  const accepted = await acceptInvitation(env, { tokenHash, by: { person: person() } });
  if (!accepted.ok) throw new Error(accepted.error.code);
  return accepted.value.actor;
}

beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(async () => {
  await database.superuser`truncate auth_user, organisation, setup_link, invitation, event, command_log cascade`;
  now = new Date('2026-01-05T01:00:00Z');
  env = { db: database.db, now: () => now, newId: () => uuidv7() };
  administrator = await setUp();
});

afterAll(() => database.drop());

describe('setting up', () => {
  it('makes the operator, its administrator and their history', async () => {
    const rows = await database.superuser`
      select o.kind, m.role, u.username, u.email like '%@users.invalid' as unroutable
      from membership m join organisation o on o.id = m.organisation_id join auth_user u on u.id = m.user_id`;
    expect(rows).toEqual([
      expect.objectContaining({ kind: 'operator', role: 'administrator', unroutable: true }),
    ]);
    const events = await database.superuser`select aggregate, type, version from event order by id`;
    expect(events.map((row) => `${row.aggregate} ${row.type} ${row.version}`)).toEqual([
      'organisation registered 1',
      'membership began 1',
    ]);
  });

  it('happens once: neither the old link nor a new one works', async () => {
    const again = { organisationName: '另一家', divisionCode: COUNTY, person: person() };
    expect(await completeSetup(env, { tokenHash: 'setup-token-hash', ...again })).toMatchObject({
      error: { code: 'setup.done' },
    });
    expect(await openSetup(env, 'other')).toMatchObject({ error: { code: 'setup.done' } });
  });

  it('leaves one link open when two are made', async () => {
    await database.superuser`truncate auth_user, organisation, setup_link cascade`;
    await openSetup(env, 'first');
    await openSetup(env, 'second');
    const input = { organisationName: '办公室', divisionCode: COUNTY };
    const first = await completeSetup(env, { tokenHash: 'first', ...input, person: person() });
    expect(first).toMatchObject({ error: { code: 'setup.done' } });
    const second = await completeSetup(env, { tokenHash: 'second', ...input, person: person() });
    expect(second.ok).toBe(true);
  });
});

describe('an invitation', () => {
  it('makes an account with the invited role, and forgets what was typed about the person', async () => {
    const actor = await invitedActor();
    expect(actor).toMatchObject({ role: 'administrator', divisionCode: COUNTY });
    const [kept] =
      await database.superuser`select display_name, phone, accepted_at from invitation`;
    expect(kept).toMatchObject({ display_name: null, phone: null, accepted_at: now });
  });

  it('is accepted once, even by two at the same time', async () => {
    const tokenHash = randomUUID();
    await invite('administrator', tokenHash);
    const both = await Promise.all(
      [person(), person()].map((by) => acceptInvitation(env, { tokenHash, by: { person: by } })),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ error: { code: 'invitation.used' } });
    const [users] = await database.superuser`select count(*)::int as n from auth_user`;
    expect(users?.n).toBe(2);
  });

  it('gives an existing person a further role, but not the same one twice', async () => {
    const actor = await invitedActor();
    const tokenHash = randomUUID();
    await invite('administrator', tokenHash);
    const again = await acceptInvitation(env, { tokenHash, by: { userId: actor.userId } });
    expect(again).toMatchObject({ error: { code: 'invitation.role_held' } });
    const other = await acceptInvitation(env, {
      tokenHash,
      by: { userId: administrator.userId },
    });
    expect(other).toMatchObject({ ok: true, value: { actor: { divisionCode: COUNTY } } });
  });

  it('expires after seven days', async () => {
    const tokenHash = randomUUID();
    await invite('administrator', tokenHash);
    now = new Date(now.getTime() + 7 * DAY_MS);
    const late = await acceptInvitation(env, { tokenHash, by: { person: person() } });
    expect(late).toMatchObject({ error: { code: 'invitation.expired' } });
  });

  it('refuses a taken user name or phone number at its field, and saves nothing', async () => {
    const tokenHash = randomUUID();
    const taken = person();
    await invite('administrator', tokenHash);
    await acceptInvitation(env, { tokenHash, by: { person: taken } });
    const second = randomUUID();
    await invite('administrator', second);
    const sameName = { ...person(), userName: taken.userName };
    const samePhone = { ...person(), phone: taken.phone };
    expect(
      await acceptInvitation(env, { tokenHash: second, by: { person: sameName } }),
    ).toMatchObject({ error: { code: 'account.user_name_taken', field: 'userName' } });
    expect(
      await acceptInvitation(env, { tokenHash: second, by: { person: samePhone } }),
    ).toMatchObject({ error: { code: 'account.phone_taken', field: 'phone' } });
    expect((await acceptInvitation(env, { tokenHash: second, by: { person: person() } })).ok).toBe(
      true,
    );
  });

  it('cannot be accepted once withdrawn, nor withdrawn once accepted', async () => {
    const tokenHash = randomUUID();
    const made = await invite('administrator', tokenHash);
    if (!made.ok) throw new Error(made.error.code);
    const envelope = () => ({ actor: administrator, key: randomUUID() });
    expect((await withdrawInvitation(env, envelope(), made.value)).ok).toBe(true);
    expect(await withdrawInvitation(env, envelope(), made.value)).toMatchObject({
      error: { code: 'invitation.withdrawn' },
    });
    expect(await acceptInvitation(env, { tokenHash, by: { person: person() } })).toMatchObject({
      error: { code: 'invitation.withdrawn' },
    });
  });

  it('is for a role that fits the organisation, and made by administrators alone', async () => {
    expect(await invite('bureau_officer')).toMatchObject({
      error: { code: 'invitation.role_does_not_fit', field: 'role' },
    });
    const actor: Actor = { ...administrator, role: 'bureau_officer' };
    const input = { organisationId: actor.organisationId, divisionCode: COUNTY, tokenHash: 'x' };
    const role = 'administrator' as const;
    const refused = await inviteUser(env, { actor, key: randomUUID() }, { ...input, role });
    expect(refused).toMatchObject({ error: { code: 'access.role' } });
  });

  it('is for no division that is not there', async () => {
    const { organisationId } = administrator;
    const input = { organisationId, role: 'administrator' as const, tokenHash: randomUUID() };
    const envelope = { actor: administrator, key: randomUUID() };
    expect(
      await inviteUser(env, envelope, { ...input, divisionCode: '451199999999' }),
    ).toMatchObject({ ok: false, error: { code: 'form.unknown_choice', field: 'division' } });
  });
});

describe('ending a membership', () => {
  const end = (membershipId: string) =>
    endMembership(env, { actor: administrator, key: randomUUID() }, { membershipId });

  it('takes effect the same day, once', async () => {
    const other = await invitedActor();
    expect((await end(other.membershipId)).ok).toBe(true);
    const [row] = await database.superuser`
      select valid_to::text, version from membership where id = ${other.membershipId}`;
    expect(row).toMatchObject({ valid_to: '2026-01-05', version: 2 });
    expect(await end(other.membershipId)).toMatchObject({ error: { code: 'membership.ended' } });
  });

  it('never ends the last administrator, not even when two end each other at once', async () => {
    const other = await invitedActor();
    const byOther = { actor: other, key: randomUUID() };
    const both = await Promise.all([
      end(other.membershipId),
      endMembership(env, byOther, { membershipId: administrator.membershipId }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({
      error: { code: 'membership.last_administrator' },
    });
  });
});

describe('an administrator whose membership has an end', () => {
  const own = () => administrator.membershipId;
  const envelope = () => ({ actor: administrator, key: randomUUID() });

  it.each([
    ['ending', () => endMembership(env, envelope(), { membershipId: own() })],
    [
      'changing',
      () =>
        changeMembership(env, envelope(), {
          membershipId: own(),
          version: 1,
          role: 'administrator',
          divisionCode: administrator.divisionCode,
          from: undefined,
          validTo: '2026-02-01',
        }),
    ],
  ])('is none who may be left behind: %s the other one', async (_what, leave) => {
    const other = await invitedActor();
    await database.superuser`
      update membership set valid_to = '2026-01-06' where id = ${other.membershipId}`;
    expect(await leave()).toMatchObject({ error: { code: 'membership.last_administrator' } });
    await database.superuser`
      update membership set valid_to = null where id = ${other.membershipId}`;
    expect((await leave()).ok).toBe(true);
  });
});

describe('changing a membership', () => {
  const PREFECTURE = '451100000000';
  const change = (
    membershipId: string,
    over: Partial<Parameters<typeof changeMembership>[2]> = {},
    actor = administrator,
    key = randomUUID() as string,
  ) =>
    changeMembership(
      env,
      { actor, key },
      {
        membershipId,
        version: 1,
        role: 'administrator',
        divisionCode: COUNTY,
        from: undefined,
        validTo: undefined,
        ...over,
      },
    );
  const rowsOf = (userId: string) => database.superuser`
    select division_code, valid_from::text, valid_to::text, version from membership
    where user_id = ${userId} order by valid_from, id`;

  it('to another division ends the old one and begins another, in one step and once', async () => {
    const other = await invitedActor();
    const key = randomUUID();
    const over = { divisionCode: PREFECTURE, from: '2026-01-07' };
    const first = await change(other.membershipId, over, administrator, key);
    expect(await change(other.membershipId, over, administrator, key)).toEqual(first);
    expect(await rowsOf(other.userId)).toEqual([
      { division_code: COUNTY, valid_from: '2026-01-05', valid_to: '2026-01-07', version: 2 },
      { division_code: PREFECTURE, valid_from: '2026-01-07', valid_to: null, version: 1 },
    ]);
    const events = await database.superuser<{ type: string }[]>`
      select type from event where aggregate = 'membership' and payload ->> 'userId' = ${other.userId}
      order by recorded_at, id`;
    expect(events.map(({ type }) => type)).toEqual(['began', 'began', 'ended']);
  });

  it('to another end amends it', async () => {
    const other = await invitedActor();
    expect((await change(other.membershipId, { validTo: '2026-02-01' })).ok).toBe(true);
    expect(await rowsOf(other.userId)).toMatchObject([{ valid_to: '2026-02-01', version: 2 }]);
    expect((await change(other.membershipId, { version: 2 })).ok).toBe(true);
    expect(await rowsOf(other.userId)).toMatchObject([{ valid_to: null, version: 3 }]);
  });

  it('never leaves the house without an administrator', async () => {
    const { membershipId } = administrator;
    const refused = { error: { code: 'membership.last_administrator' } };
    const last = (over: object) =>
      change(membershipId, { divisionCode: administrator.divisionCode, ...over });
    expect(await last({ validTo: '2026-02-01' })).toMatchObject(refused);
    expect(await last({ divisionCode: COUNTY })).toMatchObject(refused);
    await invitedActor();
    expect((await last({ validTo: '2026-02-01' })).ok).toBe(true);
  });

  it('is refused with its reason, and changes nothing', async () => {
    const other = await invitedActor();
    const cases: [Partial<Parameters<typeof changeMembership>[2]>, Actor, string][] = [
      [{ validTo: '2026-02-01' }, { ...other, role: 'bureau_officer' }, 'access.role'],
      [{ validTo: '2026-02-01', version: 2 }, administrator, 'record.stale'],
      [{ role: 'depot_staff' }, administrator, 'invitation.role_does_not_fit'],
      [{ divisionCode: '451199999999' }, administrator, 'form.unknown_choice'],
      [{ divisionCode: PREFECTURE, from: '2026-01-04' }, administrator, 'membership.from_in_past'],
      [{}, administrator, 'membership.unchanged'],
    ];
    for (const [over, actor, code] of cases)
      expect(await change(other.membershipId, over, actor)).toMatchObject({ error: { code } });
    expect(await change(uuidv7())).toMatchObject({ error: { code: 'access.not_found' } });
    expect(await rowsOf(other.userId)).toMatchObject([{ version: 1, valid_to: null }]);
    await change(other.membershipId, { divisionCode: PREFECTURE });
    expect(await change(other.membershipId, { version: 2 })).toMatchObject({
      error: { code: 'membership.ended' },
    });
  });

  it('to what the person holds already is refused', async () => {
    const other = await invitedActor();
    const twin = uuidv7();
    await database.superuser`insert into membership (id, user_id, organisation_id, role, division_code, valid_from)
      values (${twin}, ${other.userId}, ${other.organisationId}, 'administrator', ${PREFECTURE}, '2025-01-01')`;
    expect(await change(other.membershipId, { divisionCode: PREFECTURE })).toMatchObject({
      error: { code: 'membership.role_held' },
    });
  });
});

describe('a link for a new password', () => {
  const issue = (membershipId: string, tokenHash: string, actor = administrator) =>
    issuePasswordReset(env, { actor, key: randomUUID() }, { membershipId, tokenHash });
  const set = (tokenHash: string, passwordHash = 'new:hash') =>
    resetPassword(env, { tokenHash, passwordHash });
  const passwordOf = async (userId: string) =>
    (await database.superuser`select password from auth_account where user_id = ${userId}`)[0];

  it('sets it once, ends every session of that person alone, and is told', async () => {
    const other = await invitedActor();
    for (const userId of [other.userId, other.userId, administrator.userId])
      await database.superuser`insert into auth_session (id, user_id, token, expires_at)
        values (${uuidv7()}, ${userId}, ${randomUUID()}, now() + interval '1 day')`;
    const issued = await issue(other.membershipId, 'one');
    expect(issued.ok).toBe(true);
    expect(await passwordOf(other.userId)).toEqual({ password: 'salt:hash' });
    expect(await findPasswordReset(env.db, 'one')).toMatchObject({ name: '韦小花', usedAt: null });
    const both = await Promise.all([set('one'), set('one', 'other:hash')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'password_reset.used' } });
    expect(await passwordOf(other.userId)).not.toEqual({ password: 'salt:hash' });
    const left = await database.superuser`select user_id from auth_session`;
    expect(left.map((row) => row.user_id)).toEqual([administrator.userId]);
    const events = await database.superuser`
      select type, actor_user_id, payload::text from event where aggregate = 'password_reset' order by version`;
    expect(events).toMatchObject([
      { type: 'issued', actor_user_id: administrator.userId },
      { type: 'used', actor_user_id: other.userId },
    ]);
    const told = await database.superuser<{ text: string }[]>`
      select row_to_json(e)::text as text from event e union all select row_to_json(c)::text from command_log c`;
    expect(told.filter(({ text }) => /new:hash|other:hash/.test(text))).toEqual([]);
  });

  it('opens no longer once another was made, or a day has gone', async () => {
    const other = await invitedActor();
    await issue(other.membershipId, 'first');
    await issue(other.membershipId, 'second');
    expect(await set('first')).toMatchObject({ error: { code: 'password_reset.withdrawn' } });
    now = new Date(now.getTime() + DAY_MS);
    expect(await set('second')).toMatchObject({ error: { code: 'password_reset.expired' } });
    expect(await set('never made')).toMatchObject({ error: { code: 'password_reset.unknown' } });
    expect(await passwordOf(other.userId)).toEqual({ password: 'salt:hash' });
  });

  it('is made by administrators alone', async () => {
    const other = await invitedActor();
    const officer: Actor = { ...other, role: 'bureau_officer' };
    expect(await issue(other.membershipId, 'mine', officer)).toMatchObject({
      error: { code: 'access.role' },
    });
    expect(await issue(uuidv7(), 'none')).toMatchObject({ error: { code: 'access.not_found' } });
  });
});

describe('revoking sessions', () => {
  it('ends every session of that person and nobody else’s', async () => {
    const other = await invitedActor();
    for (const userId of [other.userId, other.userId, administrator.userId]) {
      await database.superuser`
        insert into auth_session (id, user_id, token, expires_at)
        values (${uuidv7()}, ${userId}, ${randomUUID()}, now() + interval '1 day')`;
    }
    const envelope = { actor: administrator, key: randomUUID() };
    const revoked = await revokeSessions(env, envelope, { membershipId: other.membershipId });
    expect(revoked).toEqual({ ok: true, value: { ended: 2 } });
    const left = await database.superuser`select user_id from auth_session`;
    expect(left.map((row) => row.user_id)).toEqual([administrator.userId]);
  });
});
