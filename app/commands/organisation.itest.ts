import type { PlaceAmendment } from '~/domain/organisation-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { Actor, Role } from '~/domain/actor';
import type { OrganisationForm, PlaceForm } from '~/domain/organisation-form';
import { amendOrganisation } from './amend-organisation.server';
import { amendPlace } from './amend-place.server';
import { closeProgramme } from './close-programme.server';
import type { CommandEnv } from './command.server';
import { openProgramme } from './open-programme.server';
import { registerOrganisation } from './register-organisation.server';
import { registerPlace } from './register-place.server';

const township = '451122109000';
const village = '451122109205';

let test: TestDatabase;
let env: CommandEnv;
beforeAll(async () => {
  test = await createTestDatabase();
  env = { db: test.db, now: () => new Date('2026-01-05T02:00:00Z'), newId: () => uuidv7() };
});
afterAll(() => test.drop());

function actor(role: Role, divisionCode = '451100000000', organisationId = uuidv7()): Actor {
  return { userId: uuidv7(), membershipId: uuidv7(), organisationId, role, divisionCode };
}
const as = (one: Actor) => ({ actor: one, key: uuidv7() });
const admin = actor('administrator');

const centre: OrganisationForm = {
  kind: 'centre',
  name: '大龙村活动中心',
  divisionCode: village,
  address: undefined,
  creditCode: undefined,
  contactName: undefined,
  contactPhone: undefined,
};

async function newCentre(): Promise<string> {
  const made = await registerOrganisation(env, as(admin), centre);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.organisationId;
}
const placeOf = (organisationId: string): PlaceForm => ({
  organisationId,
  kind: 'centre',
  name: '大龙村活动中心',
  divisionCode: village,
  address: undefined,
  capacityL: undefined,
  coordinates: { latitude: 24.5, longitude: 111.3, datum: 'GCJ02', precision: 'township' },
});

describe('registering an organisation', () => {
  it.each([
    ['an administrator', admin, undefined],
    ['the county bureau', actor('bureau_officer', '451122000000'), undefined],
    ['another county', actor('bureau_officer', '451121000000'), 'access.division'],
    ['a foundation', actor('foundation_staff'), 'access.role'],
  ])('%s: %s', async (_who, by, code) => {
    const result = await registerOrganisation(env, as(by), centre);
    expect(result.ok ? undefined : result.error.code).toBe(code);
  });

  it('takes one credit code once, and no division that is not there', async () => {
    const foundation = { ...centre, kind: 'foundation' as const, creditCode: '53459900MJ0000001M' };
    expect((await registerOrganisation(env, as(admin), foundation)).ok).toBe(true);
    expect(await registerOrganisation(env, as(admin), foundation)).toMatchObject({
      error: { code: 'organisation.credit_code_taken', field: 'creditCode' },
    });
    expect(
      await registerOrganisation(env, as(admin), { ...centre, divisionCode: '459900000000' }),
    ).toMatchObject({ error: { field: 'divisionCode' } });
  });

  it('answers the same key with the same organisation, and another request with a conflict', async () => {
    const twice = as(admin);
    const first = await registerOrganisation(env, twice, centre);
    expect(await registerOrganisation(env, twice, centre)).toEqual(first);
    expect(await registerOrganisation(env, twice, { ...centre, name: '另一个' })).toMatchObject({
      error: { code: 'command.key_reused' },
    });
    const rows = await test.owner`
      select count(*)::int as n from event where aggregate_id = ${first.ok ? first.value.organisationId : ''}`;
    expect(rows[0]?.n).toBe(1);
  });

  it('tells a stale tab, and keeps a bureau inside its division', async () => {
    const organisationId = await newCentre();
    const amendment = { ...centre, organisationId, version: 1 };
    const county = actor('bureau_officer', '451122000000');
    expect(
      await amendOrganisation(env, as(county), { ...amendment, divisionCode: '451121000000' }),
    ).toMatchObject({ error: { code: 'access.division', field: 'divisionCode' } });
    expect(await amendOrganisation(env, as(county), amendment)).toMatchObject({
      value: { version: 2 },
    });
    expect(await amendOrganisation(env, as(county), amendment)).toMatchObject({
      error: { code: 'record.stale' },
    });
  });
});

describe('places and programmes', () => {
  it('puts a centre under a centre, keeps its county, and opens and closes a programme there', async () => {
    const organisationId = await newCentre();
    expect(
      await registerPlace(env, as(admin), { ...placeOf(organisationId), kind: 'depot' }),
    ).toMatchObject({ error: { code: 'place.kind_does_not_fit' } });
    const place = await registerPlace(env, as(admin), placeOf(organisationId));
    if (!place.ok) throw new Error(place.error.code);
    const { placeId } = place.value;

    const coordinator = actor('centre_coordinator', village, organisationId);
    const amended = { ...placeOf(organisationId), placeId, version: 1 };
    expect(
      await amendPlace(env, as(coordinator), { ...amended, divisionCode: '451121102202' }),
    ).toMatchObject({ error: { code: 'place.other_county' } });
    expect(
      await amendPlace(env, as(coordinator), { ...amended, divisionCode: township }),
    ).toMatchObject({ value: { version: 2 } });

    const located = async (coordinates: PlaceAmendment['coordinates'], version: number) => {
      const change = { ...amended, divisionCode: township, coordinates, version };
      const by = actor('centre_coordinator', village, organisationId);
      expect(await amendPlace(env, as(by), change)).toMatchObject({ ok: true });
      const [row] = await test.owner`
        select latitude, datum, located_by, located_at from place where id = ${placeId}`;
      return { ...row, by: by.userId };
    };
    const point = {
      latitude: 24.2,
      longitude: 110.8,
      datum: 'GCJ02',
      precision: 'pinned',
    } as const;
    const pinned = await located(point, 2);
    expect(pinned).toMatchObject({ latitude: 24.2, datum: 'GCJ02', located_by: pinned.by });
    // Somebody else amends without moving it, moves it, and takes it away.
    expect(await located(point, 3)).toMatchObject({ located_by: pinned.by });
    const moved = await located({ ...point, datum: 'BD09' }, 4);
    expect(moved).toMatchObject({ datum: 'BD09', located_by: moved.by });
    expect(await located(undefined, 5)).toMatchObject({ latitude: null, located_by: null });

    const form = { placeId, group: 'children', name: '儿童之家' } as const;
    expect(await openProgramme(env, as(actor('centre_coordinator')), form)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    const opened = await openProgramme(env, as(coordinator), form);
    if (!opened.ok) throw new Error(opened.error.code);
    const closing = { ...opened.value, version: 1 };
    expect(await closeProgramme(env, as(coordinator), closing)).toMatchObject({ ok: true });
    expect(await closeProgramme(env, as(coordinator), { ...closing, version: 2 })).toMatchObject({
      error: { code: 'record.status' },
    });
  });
});
