import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '~/domain/actor';
import type { Result } from '~/domain/result';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { amendOrganisation } from './amend-organisation.server';
import { amendPlace } from './amend-place.server';
import { checkDivision } from './chosen-division.server';
import type { CommandEnv } from './command.server';
import { inviteUser } from './invite-user.server';
import { openCampaign } from './open-campaign.server';
import { registerOrganisation } from './register-organisation.server';
import { registerPlace } from './register-place.server';

/** 公安镇 goes to 平桂区 and on to 八步区 on the day; 大龙 ends with it, and nothing says where it went. */
const DAY = '2026-03-01';
const WAS = '451122109000';
const BETWEEN = '451103109000';
const NOW = '451102101000';
const GONE = '451122109205';

let test: TestDatabase;
const envOn = (day: string): CommandEnv => ({
  db: test.db,
  now: () => new Date(`${day}T02:00:00Z`),
  newId: () => uuidv7(),
});
beforeAll(async () => {
  test = await createTestDatabase();
  await test.owner`insert into division (code, name, level, parent_code, county_code, valid_from, vintage)
    values (${BETWEEN}, '公安镇', 4, '451103000000', '451103', ${DAY}, ${DAY})
    on conflict (code) do nothing`;
  const end = (code: string, to: string[]) => test.owner`
    update division set valid_to = ${DAY}, valid_from = null, successor_codes = ${to} where code = ${code}`;
  await end(WAS, [BETWEEN]);
  await end(BETWEEN, [NOW]);
  await end(GONE, []);
});
afterAll(() => test.drop());

const as = (role: Role = 'administrator', divisionCode = '451100000000') => {
  const actor: Actor = {
    userId: uuidv7(),
    membershipId: uuidv7(),
    organisationId: uuidv7(),
    role,
    divisionCode,
  };
  return { actor, key: uuidv7() };
};
const told = (result: Result<unknown>) => (result.ok ? 'done' : result.error.code);
const form = (divisionCode: string) => ({
  kind: 'centre' as const,
  name: '公安镇活动中心',
  divisionCode,
  address: undefined,
  creditCode: undefined,
  contactName: undefined,
  contactPhone: undefined,
});
const placeForm = (organisationId: string, divisionCode: string) => ({
  organisationId,
  kind: 'centre' as const,
  name: '公安镇活动中心',
  divisionCode,
  address: undefined,
  capacityL: undefined,
  coordinates: undefined,
});

describe('a division that is chosen', () => {
  const check = (code: string, day: string, held?: string) =>
    test.db.transaction((tx) => checkDivision({ tx, now: envOn(day).now() }, code, 'at', held));

  it.each([
    ['the day before it ends', WAS, '2026-02-28', undefined, 'done'],
    ['the day it ends', WAS, DAY, undefined, 'division.moved'],
    ['held before', WAS, DAY, WAS, 'done'],
    ['another held', WAS, DAY, GONE, 'division.moved'],
    ['with no successor', GONE, DAY, undefined, 'division.not_in_force'],
    ['in force', NOW, DAY, undefined, 'done'],
    ['that is none', '459999999999', DAY, undefined, 'form.unknown_choice'],
  ])('%s', async (_, code, day, held, expected) =>
    expect(told(await check(code, day, held))).toBe(expected),
  );

  it('is refused with what it is now, at its field', async () => {
    const [row] = await test.db.$client<{ name: string }[]>`
      select name from division where code = ${NOW}`;
    expect(await check(WAS, DAY)).toEqual({
      ok: false,
      error: {
        code: 'division.moved',
        field: 'at',
        facts: { name: '公安镇', to: `贺州市八步区${row?.name}`, code: NOW },
      },
    });
  });
});

it('nothing new is put into an ended division; what stands there may still be amended', async () => {
  const before = envOn('2026-02-01');
  const after = envOn('2026-03-02');
  const made = await registerOrganisation(before, as(), form(WAS));
  if (!made.ok) throw new Error(made.error.code);
  const { organisationId } = made.value;
  const placed = await registerPlace(before, as(), placeForm(organisationId, WAS));
  if (!placed.ok) throw new Error(placed.error.code);
  const { placeId } = placed.value;
  const invitation = { organisationId, role: 'centre_coordinator' as const, tokenHash: uuidv7() };
  const campaign = { name: '暖冬', startsOn: '2026-03-02', endsOn: undefined };
  const officer = as('bureau_officer');
  const refused = [
    await registerOrganisation(after, as(), form(WAS)),
    await registerPlace(after, as(), placeForm(organisationId, WAS)),
    await inviteUser(after, as(), { ...invitation, divisionCode: WAS }),
    await openCampaign(after, officer, { ...campaign, divisionCode: WAS }),
  ];
  expect(refused.map(told)).toEqual(refused.map(() => 'division.moved'));
  const amended = (divisionCode: string, version: number) =>
    amendOrganisation(after, as(), { ...form(divisionCode), organisationId, version });
  expect(told(await amended(WAS, 1))).toBe('done');
  expect(told(await amended(GONE, 2))).toBe('division.not_in_force');
  const moved = (divisionCode: string, version: number) =>
    amendPlace(after, as(), { ...placeForm(organisationId, divisionCode), placeId, version });
  expect(told(await moved(WAS, 1))).toBe('done');
  expect(told(await moved(GONE, 2))).toBe('division.not_in_force');
});

it('no other command looks a division up by itself', () => {
  const folder = join(process.cwd(), 'app/commands');
  const others = readdirSync(folder)
    .filter((name) => name.endsWith('.server.ts') && name !== 'chosen-division.server.ts')
    .filter((name) => /\bfindDivision\b/.test(readFileSync(join(folder, name), 'utf8')));
  expect(others).toEqual([]);
});
