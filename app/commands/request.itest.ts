import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makeWorld,
  VILLAGE,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';
import type { Actor } from '~/domain/actor';
import { foldRequest, type RequestEvent } from '~/domain/request';
import type { RequestForm } from '~/domain/request-form';
import { amendRequest } from './amend-request.server';
import { approveRequest } from './approve-request.server';
import { closeRequest } from './close-request.server';
import type { CommandEnv } from './command.server';
import { draftRequest } from './draft-request.server';
import { returnRequest } from './return-request.server';
import { submitRequest } from './submit-request.server';
import { withdrawRequest } from './withdraw-request.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let now = new Date('2026-01-05T01:00:00Z');
let coordinator: Actor;
const township = actorOf('township_officer', '451121101000');
const bureau = actorOf('bureau_officer', ZHAOPING);

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  env = { db: database.db, now: () => now, newId };
  coordinator = actorOf('centre_coordinator', VILLAGE, world.centreOwner);
});
afterAll(() => database.drop());

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

function form(over: Partial<RequestForm> = {}): RequestForm {
  const line = {
    itemId: world.coatId,
    itemCode: 'coat',
    size: '120',
    quantity: 20,
    unitCode: 'piece',
    largerSizeServes: true,
  };
  return {
    programmeId: world.programmeId,
    headCount: 43,
    needBy: '2026-02-01',
    urgency: 'normal',
    urgencyReason: undefined,
    lines: [line, { ...line, size: '130', quantity: 23, largerSizeServes: false }],
    ...over,
  };
}

async function drafted(over: Partial<RequestForm> = {}): Promise<string> {
  const done = await draftRequest(env, as(coordinator), form(over));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.requestId;
}

async function submitted(): Promise<string> {
  const requestId = await drafted();
  const done = await submitRequest(env, as(coordinator), { requestId, version: 1 });
  if (!done.ok) throw new Error(done.error.code);
  return requestId;
}

async function rows(requestId: string) {
  const [request] = await database.superuser`select * from request where id = ${requestId}`;
  const lines = await database.superuser`
    select * from request_line where request_id = ${requestId} order by position`;
  return { request, lines };
}

/** The events of a request folded must be what its columns say. */
async function expectFolded(requestId: string, status: string) {
  const events = await database.superuser<RequestEvent[]>`
    select type, payload from event where aggregate_id = ${requestId} order by version`;
  const state = foldRequest(events);
  const { request, lines } = await rows(requestId);
  expect(request).toMatchObject({ status, version: state.version });
  expect(state.status).toBe(status);
  for (const line of lines) {
    expect(state.lines[line['id'] as string]).toEqual({
      quantity: Number(line['quantity']),
      approved: line['approved_quantity'] === null ? undefined : Number(line['approved_quantity']),
    });
  }
}

const refused = (code: string, field?: string) => ({
  ok: false,
  error: field === undefined ? { code } : { code, field },
});

describe('draft-request', () => {
  it('keeps what was asked, at the programme’s place', async () => {
    const requestId = await drafted({ urgency: 'urgent', urgencyReason: '降温' });
    const { request, lines } = await rows(requestId);
    expect(request).toMatchObject({
      place_id: world.centre.id,
      organisation_id: world.centreOwner,
      division_code: VILLAGE,
      county_code: '451121',
      urgency_reason: '降温',
    });
    expect(
      lines.map((line) => [line['size'], line['quantity'], line['larger_size_serves']]),
    ).toEqual([
      ['120', '20', true],
      ['130', '23', false],
    ]);
    await expectFolded(requestId, 'draft');
  });

  it('has effect once for one key', async () => {
    const key = newId();
    const first = await draftRequest(env, as(coordinator, key), form());
    expect(await draftRequest(env, as(coordinator, key), form())).toEqual(first);
    expect(await draftRequest(env, as(coordinator, key), form({ headCount: 44 }))).toMatchObject(
      refused('command.key_reused'),
    );
  });

  it.each([
    ['another centre', () => actorOf('centre_coordinator', VILLAGE), {}, 'access.organisation'],
    ['an officer', () => bureau, {}, 'access.role'],
    ['a forged programme', () => coordinator, { programmeId: newId() }, 'form.unknown_choice'],
    ['a forged campaign', () => coordinator, { campaignId: newId() }, 'form.unknown_choice'],
  ] as const)('refuses %s', async (_, actor, over, code) => {
    expect(await draftRequest(env, as(actor()), form(over))).toMatchObject(refused(code));
  });

  it('refuses an item that is not there, at its line', async () => {
    const [line] = form().lines;
    const lines = [...form().lines, { ...line!, itemId: newId() }];
    expect(await draftRequest(env, as(coordinator), form({ lines }))).toMatchObject(
      refused('form.unknown_choice', 'lines[2].itemCode'),
    );
  });
});

describe('amend-request', () => {
  it('writes the lines anew, and a stale tab is told so', async () => {
    const requestId = await drafted();
    const [line] = form().lines;
    const changed = form({ headCount: 12, lines: [{ ...line!, quantity: 12 }] });
    const done = await amendRequest(env, as(coordinator), { requestId, version: 1, form: changed });
    expect(done).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await rows(requestId)).lines).toHaveLength(1);
    await expectFolded(requestId, 'draft');
    expect(
      await amendRequest(env, as(coordinator), { requestId, version: 1, form: form() }),
    ).toMatchObject(refused('record.stale'));
  });

  it('is over once submitted', async () => {
    const requestId = await submitted();
    expect(
      await amendRequest(env, as(coordinator), { requestId, version: 2, form: form() }),
    ).toMatchObject(refused('record.status'));
  });
});

describe('submit-request', () => {
  it('notes who sent it', async () => {
    const requestId = await submitted();
    expect((await rows(requestId)).request).toMatchObject({
      submitted_by_user_id: coordinator.userId,
    });
    await expectFolded(requestId, 'submitted');
  });

  it('refuses a draft whose day has passed', async () => {
    const requestId = await drafted({ needBy: '2026-01-06' });
    const today = now;
    now = new Date('2026-01-07T01:00:00Z');
    const result = await submitRequest(env, as(coordinator), { requestId, version: 1 });
    now = today;
    expect(result).toMatchObject(refused('request.need_by_in_past'));
    await expectFolded(requestId, 'draft');
  });

  it('does not know a forged id', async () => {
    expect(
      await submitRequest(env, as(coordinator), { requestId: newId(), version: 1 }),
    ).toMatchObject(refused('access.not_found'));
  });
});

describe('approve-request', () => {
  it('approves whole or cut', async () => {
    const requestId = await submitted();
    const [first] = (await rows(requestId)).lines;
    const cut = {
      lineId: first!['id'] as string,
      approved: 15,
      cutReason: 'supply_short' as const,
    };
    const done = await approveRequest(env, as(township), {
      requestId,
      version: 2,
      lines: [cut],
      note: '库存不足',
    });
    expect(done).toMatchObject({ ok: true, value: { version: 3 } });
    const { request, lines } = await rows(requestId);
    expect(lines.map((line) => [line['approved_quantity'], line['cut_reason']])).toEqual([
      ['15', 'supply_short'],
      ['23', null],
    ]);
    expect(request).toMatchObject({ decision_reason: '库存不足' });
    await expectFolded(requestId, 'approved');
  });

  it('compares users: who submitted cannot approve under another hat', async () => {
    const requestId = await submitted();
    const sameUser = { ...bureau, userId: coordinator.userId };
    const input = { requestId, version: 2, lines: [], note: null };
    expect(await approveRequest(env, as(sameUser), input)).toMatchObject(
      refused('access.same_user'),
    );
    const elsewhere = actorOf('bureau_officer', '451122000000');
    expect(await approveRequest(env, as(elsewhere), input)).toMatchObject(
      refused('access.division'),
    );
    expect(await approveRequest(env, as(coordinator), input)).toMatchObject(refused('access.role'));
    await expectFolded(requestId, 'submitted');
    const city = actorOf('bureau_officer', HEZHOU);
    expect((await approveRequest(env, as(city), input)).ok).toBe(true);
  });

  it('is decided once, when two officers press at the same time', async () => {
    const requestId = await submitted();
    const [first] = (await rows(requestId)).lines;
    const cut = { lineId: first!['id'] as string, approved: 1, cutReason: 'other' as const };
    const results = await Promise.all([
      approveRequest(env, as(bureau), { requestId, version: 2, lines: [cut], note: null }),
      approveRequest(env, as(township), { requestId, version: 2, lines: [], note: null }),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject(refused('record.stale'));
    await expectFolded(requestId, 'approved');
  });
});

describe('return-request', () => {
  it('sends it back to be changed and sent again', async () => {
    const requestId = await submitted();
    const back = { requestId, version: 2, reason: '请写明人数' };
    expect(await returnRequest(env, as(coordinator), back)).toMatchObject(refused('access.role'));
    expect((await returnRequest(env, as(township), back)).ok).toBe(true);
    expect((await rows(requestId)).request).toMatchObject({ decision_reason: '请写明人数' });
    expect(
      (await amendRequest(env, as(coordinator), { requestId, version: 3, form: form() })).ok,
    ).toBe(true);
    expect((await submitRequest(env, as(coordinator), { requestId, version: 4 })).ok).toBe(true);
    await expectFolded(requestId, 'submitted');
  });
});

describe('withdraw-request and close-request', () => {
  it('withdraws before the decision, closes after it', async () => {
    const requestId = await submitted();
    const close = { requestId, version: 2, reason: null };
    expect(await closeRequest(env, as(bureau), close)).toMatchObject(refused('record.status'));
    const done = await withdrawRequest(env, as(coordinator), { requestId, version: 2 });
    expect(done.ok).toBe(true);
    await expectFolded(requestId, 'withdrawn');

    const other = await submitted();
    await approveRequest(env, as(bureau), { requestId: other, version: 2, lines: [], note: null });
    expect(
      await withdrawRequest(env, as(coordinator), { requestId: other, version: 3 }),
    ).toMatchObject(refused('record.status'));
    const stranger = actorOf('centre_coordinator', VILLAGE);
    const last = { requestId: other, version: 3, reason: '够用了' };
    expect(await closeRequest(env, as(stranger), last)).toMatchObject(
      refused('access.organisation'),
    );
    expect((await closeRequest(env, as(coordinator), last)).ok).toBe(true);
    await expectFolded(other, 'closed');
  });
});
