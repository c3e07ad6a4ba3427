import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHousehold, setCentreStage, type CentreStage } from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, HEZHOU, VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { readPlaceStanding } from '~db/queries/standing.server';
import type { Actor } from '~/domain/actor';
import { amendOrganisation } from './amend-organisation.server';
import { amendPlace } from './amend-place.server';
import { closeProgramme } from './close-programme.server';
import { draftShipment } from './draft-shipment.server';
import { endOrganisation } from './end-organisation.server';
import { endPlace } from './end-place.server';
import { inviteUser } from './invite-user.server';
import { openProgramme } from './open-programme.server';
import { registerPlace } from './register-place.server';
import { restoreOrganisation } from './restore-organisation.server';
import { restorePlace } from './restore-place.server';

const now = new Date('2026-01-10T01:00:00Z');
const administrator = actorOf('administrator', '450000000000');
const county = actorOf('bureau_officer', '451121000000');

let database: TestDatabase;
let stage: CentreStage;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, now);
});
afterAll(() => database.drop());

const end = (placeId: string, version = 1, actor: Actor = administrator) =>
  endPlace(stage.env, stage.as(actor), { placeId, version });
const endWhole = (organisationId: string, version = 1, actor: Actor = administrator) =>
  endOrganisation(stage.env, stage.as(actor), { organisationId, version });
const described = { name: '大龙村活动中心', divisionCode: VILLAGE, address: undefined };

async function newPlace(organisationId = stage.world.centreOwner): Promise<string> {
  const form = {
    ...described,
    organisationId,
    kind: 'centre' as const,
    capacityL: undefined,
    coordinates: undefined,
  };
  const made = await orThrow(registerPlace(stage.env, stage.as(administrator), form));
  return made.placeId;
}
async function newOrganisation(): Promise<string> {
  const id = newId();
  await database.superuser`insert into organisation (id, kind, name, division_code, county_code, created_at)
    values (${id}, 'centre', '大龙村', ${VILLAGE}, '451121', now())`;
  return id;
}

describe('ending a place', () => {
  it('is refused as long as anything lies there or is open, each told with its number', async () => {
    const { world, need, household, listOf } = stage;
    const { requestLineId } = await need(9, [{ quantity: 5 }]);
    await listOf(requestLineId, 1, [byHousehold(await household())]);
    const id = world.centre.id;
    const su = database.superuser;
    await su`insert into donation (id, code, place_id, county_code, status, pledged_by_user_id, created_at)
      values (${newId()}, 'ends', ${id}, '451121', 'pledged', ${newId()}, now())`;
    await su`insert into shipment (id, code, from_place_id, to_place_id, from_county_code, to_county_code, status,
      created_by_user_id, created_at) values (${newId()}, 'E1', ${world.depot.id}, ${id}, '451102', '451121',
      'dispatched', ${newId()}, now())`;
    await su`insert into sign_off (id, handout_line_id, handout_id, county_code, status, outcome, quantity,
      collected_by, signed_at, recorded_at, recorded_by_user_id)
      select ${newId()}, hl.id, hl.handout_id, '451121', 'disputed', 'full', 1, 'self', now(), now(), ${newId()}
      from handout_line hl limit 1`;
    expect(await readPlaceStanding(stage.env.db, id)).toEqual({
      goods: 1,
      donations: 1,
      requests: 1,
      shipments: 1,
      handouts: 1,
      sign_offs: 1,
    });
    const settle: [string, () => Promise<unknown>][] = [
      ['place.open_goods', () => su`delete from balance`],
      [
        'place.open_donations',
        () => su`update donation set status = 'closed' where place_id = ${id}`,
      ],
      ['place.open_requests', () => su`update request set status = 'closed'`],
      ['place.open_shipments', () => su`update shipment set status = 'received'`],
      ['place.open_handouts', () => su`update handout set status = 'closed'`],
      ['place.open_sign_offs', () => su`update sign_off set status = 'reversed'`],
    ];
    for (const [code, settled] of settle) {
      expect(await end(id)).toEqual({ ok: false, error: { code, facts: { count: 1 } } });
      await settled();
    }
    expect(await end(id)).toEqual({ ok: true, value: { placeId: id, version: 2 } });
    const [row] = await su`select ended_on::text, version from place where id = ${id}`;
    expect(row).toEqual({ ended_on: '2026-01-10', version: 2 });
    const [programme] =
      await su`select ended_on::text from programme where id = ${world.programmeId}`;
    expect(programme).toEqual({ ended_on: '2026-01-10' });
    const events = await su<{ aggregate: string; type: string }[]>`
      select aggregate, type from event where aggregate_id in (${id}, ${world.programmeId}) order by recorded_at, id`;
    expect(events).toEqual([
      { aggregate: 'programme', type: 'closed' },
      { aggregate: 'place', type: 'ended' },
    ]);
    // Nothing is opened or sent there any more.
    const sent = { fromPlaceId: world.depot.id, toPlaceId: id, lines: [] };
    const sender = actorOf('depot_staff', '451102000000', world.depotOwner);
    expect(await draftShipment(stage.env, stage.as(sender), sent)).toMatchObject({
      error: { code: 'shipment.place_ended' },
    });
    await expect(need(1, [])).rejects.toThrow('form.unknown_choice');
  });

  it('happens once, and nothing of an ended place changes', async () => {
    const placeId = await newPlace();
    const both = await Promise.all([end(placeId), end(placeId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const ended = { error: { code: 'record.status', facts: { status: 'ended' } } };
    expect(await end(placeId, 2)).toMatchObject(ended);
    const amendment = {
      ...described,
      placeId,
      capacityL: undefined,
      coordinates: undefined,
      version: 2,
    };
    const as = stage.as(administrator);
    expect(await amendPlace(stage.env, as, amendment)).toMatchObject(ended);
    const programme = { placeId, group: 'children', name: '四点半课堂' } as const;
    expect(await openProgramme(stage.env, as, programme)).toMatchObject(ended);
  });

  it('is for administrators and the bureaus above, from no stale form', async () => {
    const placeId = await newPlace();
    const cases: [Actor, number, string][] = [
      [stage.centre, 1, 'access.role'],
      [actorOf('depot_staff', VILLAGE, stage.world.centreOwner), 1, 'access.role'],
      [actorOf('bureau_officer', '451122000000'), 1, 'access.division'],
      [county, 2, 'record.stale'],
    ];
    for (const [actor, version, code] of cases)
      expect(await end(placeId, version, actor)).toMatchObject({ error: { code } });
    expect(await end(newId())).toMatchObject({ error: { code: 'access.not_found' } });
    expect((await end(placeId, 1, county)).ok).toBe(true);
  });
});

describe('ending an organisation', () => {
  it('is refused while a place of it runs or a donation of it is open', async () => {
    const id = await newOrganisation();
    const placeId = await newPlace(id);
    await database.superuser`insert into donation (id, code, donor_organisation_id, place_id, county_code, status,
      pledged_by_user_id, created_at) values (${newId()}, 'given', ${id}, ${stage.world.depot.id}, '451102',
      'accepted', ${newId()}, now())`;
    expect(await endWhole(id)).toEqual({
      ok: false,
      error: { code: 'organisation.open_places', facts: { count: 1 } },
    });
    await orThrow(end(placeId));
    expect(await endWhole(id)).toEqual({
      ok: false,
      error: { code: 'organisation.open_donations', facts: { count: 1 } },
    });
    await database.superuser`update donation set status = 'closed' where code = 'given'`;
    expect((await endWhole(id)).ok).toBe(true);
  });

  it('ends what its people hold and withdraws its invitations, each with its event', async () => {
    const organisationId = await newOrganisation();
    const su = database.superuser;
    const [userId, membershipId] = [newId(), newId()];
    await su`insert into auth_user (id, name, email) values (${userId}, '韦小花', ${`${userId}@users.invalid`})`;
    await su`insert into membership (id, user_id, organisation_id, role, division_code, valid_from)
      values (${membershipId}, ${userId}, ${organisationId}, 'centre_coordinator', ${VILLAGE}, '2025-01-01')`;
    const invitation = {
      organisationId,
      role: 'centre_coordinator' as const,
      divisionCode: VILLAGE,
      tokenHash: 'of an ended organisation',
    };
    const invite = () => inviteUser(stage.env, stage.as(administrator), invitation);
    const { invitationId } = await orThrow(invite());
    await orThrow(endWhole(organisationId));
    const [held] =
      await su`select valid_to::text, version from membership where id = ${membershipId}`;
    expect(held).toEqual({ valid_to: '2026-01-10', version: 2 });
    const [open] =
      await su`select withdrawn_at is not null as withdrawn from invitation where id = ${invitationId}`;
    expect(open).toEqual({ withdrawn: true });
    const types = await su<{ key: string }[]>`select aggregate || '.' || type as key from event
      where aggregate_id in (${membershipId}, ${invitationId}, ${organisationId}) order by recorded_at, id`;
    expect(types.map(({ key }) => key)).toEqual([
      'invitation.issued',
      'membership.ended',
      'invitation.withdrawn',
      'organisation.ended',
    ]);
    expect(await invite()).toMatchObject({ error: { code: 'form.unknown_choice' } });
    const form = {
      ...described,
      organisationId,
      kind: 'centre' as const,
      capacityL: undefined,
      coordinates: undefined,
    };
    const ended = { error: { code: 'record.status' } };
    const as = stage.as(administrator);
    expect(await registerPlace(stage.env, as, form)).toMatchObject(ended);
    const { address, ...rest } = described;
    const amendment = { ...rest, address, organisationId, version: 2 };
    const blank = { creditCode: undefined, contactName: undefined, contactPhone: undefined };
    expect(await amendOrganisation(stage.env, as, { ...amendment, ...blank })).toMatchObject(ended);
    expect(await endWhole(organisationId, 2)).toMatchObject(ended);
  });

  it('never ends the one that is acted for, and is for those above, from no stale form', async () => {
    const id = await newOrganisation();
    const cases: [Actor, number, string][] = [
      [actorOf('administrator', VILLAGE, id), 1, 'organisation.own'],
      [actorOf('bureau_officer', '451122000000'), 1, 'access.division'],
      [actorOf('foundation_staff', HEZHOU, id), 1, 'access.role'],
      [county, 2, 'record.stale'],
    ];
    for (const [actor, version, code] of cases)
      expect(await endWhole(id, version, actor)).toMatchObject({ error: { code } });
    expect(await endWhole(newId())).toMatchObject({ error: { code: 'access.not_found' } });
  });
});

describe('the operator', () => {
  it('is ended and amended by no bureau, which would leave nobody to administer', async () => {
    const id = newId();
    const su = database.superuser;
    await su`insert into organisation (id, kind, name, division_code, county_code, created_at)
      values (${id}, 'operator', '暖桥运营方', '451121000000', '451121', now())`;
    const refused = { error: { code: 'access.role' } };
    for (const bureau of [county, actorOf('bureau_officer', HEZHOU)]) {
      expect(await endWhole(id, 1, bureau)).toMatchObject(refused);
      const form = { ...described, creditCode: undefined, contactName: undefined };
      const amendment = { ...form, contactPhone: undefined, organisationId: id, version: 1 };
      expect(await amendOrganisation(stage.env, stage.as(bureau), amendment)).toMatchObject(
        refused,
      );
    }
    const [row] = await su`select ended_on, version from organisation where id = ${id}`;
    expect(row).toEqual({ ended_on: null, version: 1 });
    expect(await endWhole(id)).toMatchObject({ ok: true });
  });
});

describe('restoring', () => {
  const restore = (placeId: string, version: number, actor: Actor = administrator) =>
    restorePlace(stage.env, stage.as(actor), { placeId, version, reason: 'ended_by_mistake' });
  const restoreWhole = (organisationId: string, version: number, actor: Actor = administrator) =>
    restoreOrganisation(stage.env, stage.as(actor), {
      organisationId,
      version,
      reason: 'needed_again',
    });
  const running = { error: { code: 'record.status', facts: { status: 'running' } } };

  it('lets a place run again with the programmes that ended with it, not those closed before', async () => {
    const placeId = await newPlace();
    const opened = async (name: string) =>
      (
        await orThrow(
          openProgramme(stage.env, stage.as(administrator), { placeId, group: 'children', name }),
        )
      ).programmeId;
    const [closed, open] = [await opened('暑期班'), await opened('四点半课堂')];
    const closure = { programmeId: closed, version: 1 };
    await orThrow(closeProgramme(stage.env, stage.as(administrator), closure));
    expect(await restore(placeId, 1)).toMatchObject(running);
    await orThrow(end(placeId));
    expect(await orThrow(restore(placeId, 2))).toEqual({ placeId, version: 3 });
    const rows = await database.superuser`
      select id, ended_on is null as runs, version from programme where place_id = ${placeId}`;
    expect(new Set(rows)).toEqual(
      new Set([
        { id: closed, runs: false, version: 2 },
        { id: open, runs: true, version: 3 },
      ]),
    );
    const events = await database.superuser`select type, payload from event
      where aggregate_id in (${placeId}, ${open}) and type in ('restored', 'reopened') order by type`;
    expect(events).toEqual([
      { type: 'reopened', payload: {} },
      { type: 'restored', payload: { reason: 'ended_by_mistake' } },
    ]);
    // What is restored can end again.
    expect(await end(placeId, 3)).toMatchObject({ ok: true });
    expect(await restore(placeId, 3)).toMatchObject({ error: { code: 'record.stale' } });
  });

  it('gives an organisation its people back until the day they had, and its places after it', async () => {
    const organisationId = await newOrganisation();
    const placeId = await newPlace(organisationId);
    const su = database.superuser;
    const held = async (validTo: string | null, role = 'centre_coordinator') => {
      const [userId, id] = [newId(), newId()];
      await su`insert into auth_user (id, name, email) values (${userId}, '韦小花', ${`${userId}@users.invalid`})`;
      await su`insert into membership (id, user_id, organisation_id, role, division_code, valid_from, valid_to)
        values (${id}, ${userId}, ${organisationId}, ${role}, ${VILLAGE}, '2025-01-01', ${validTo})`;
      return id;
    };
    const [past, future, always] = [
      await held('2025-12-31'),
      await held('2026-06-01'),
      await held(null),
    ];
    await orThrow(end(placeId));
    await orThrow(endWhole(organisationId));
    expect(await restore(placeId, 2)).toMatchObject({
      error: { code: 'place.organisation_ended' },
    });
    expect((await restoreWhole(organisationId, 2)).ok).toBe(true);
    const rows = await su<{ id: string; until: string | null; version: number }[]>`
      select id, valid_to::text as until, version from membership where organisation_id = ${organisationId}`;
    expect(new Set(rows)).toEqual(
      new Set([
        { id: past, until: '2025-12-31', version: 1 },
        { id: future, until: '2026-06-01', version: 3 },
        { id: always, until: null, version: 3 },
      ]),
    );
    const [event] = await su`select payload from event
      where aggregate_id = ${organisationId} and type = 'restored'`;
    expect(event).toEqual({ payload: { reason: 'needed_again' } });
    expect(await restoreWhole(organisationId, 3)).toMatchObject(running);
    expect((await restore(placeId, 2)).ok).toBe(true);
  });

  it('is the administrator’s, from no stale form', async () => {
    const organisationId = await newOrganisation();
    const placeId = await newPlace(organisationId);
    await orThrow(end(placeId));
    await orThrow(endWhole(organisationId));
    for (const actor of [county, stage.centre]) {
      expect(await restore(placeId, 2, actor)).toMatchObject({ error: { code: 'access.role' } });
      expect(await restoreWhole(organisationId, 2, actor)).toMatchObject({
        error: { code: 'access.role' },
      });
    }
    expect(await restoreWhole(organisationId, 1)).toMatchObject({
      error: { code: 'record.stale' },
    });
    for (const unknown of [await restore(newId(), 1), await restoreWhole(newId(), 1)])
      expect(unknown).toMatchObject({ error: { code: 'access.not_found' } });
  });
});
