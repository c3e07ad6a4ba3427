import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDisputedSignOffs } from '~db/queries/handout-list.server';
import {
  byHousehold,
  setCentreStage,
  signed,
  type CentreStage,
} from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, HEZHOU, VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { foldSignOff, type SignOffEvent } from '~/domain/sign-off';
import { closeHandout } from './close-handout.server';
import { postSignOff } from './post-sign-off.server';
import { recordSignOff, type SignOffInput } from './record-sign-off.server';
import { reverseSignOff } from './reverse-sign-off.server';

const now = new Date('2026-01-10T01:00:00Z');
const signedAt = '2026-01-09T02:00:00.000Z';
const coats = (stage: CentreStage) => ({ itemId: stage.world.coatId, size: '120' });

let database: TestDatabase;
let stage: CentreStage;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, now);
});
afterAll(() => database.drop());

const post = (signOffId: string, version = 1, size?: string) =>
  postSignOff(stage.env, stage.as(), { signOffId, version, size });

/** A household's due, signed for while nothing of it lay at the centre. */
async function disputedFor(quantity: number, over: Partial<SignOffInput> = {}) {
  const need = await stage.need(9, []);
  const people = [byHousehold(await stage.household())];
  const list = await stage.listOf(need.requestLineId, quantity, people);
  const input = signed(list.lineIds[0]!, { quantity, leftSeen: quantity, signedAt, ...over });
  const done = await orThrow(recordSignOff(stage.env, stage.as(), input));
  expect(done).toMatchObject({ status: 'disputed', code: 'handout.stock_short' });
  return { ...need, ...list, signOffId: done.signOffId };
}

/** Disputes that this reader finds on the first page. */
async function waitingFor(reader: Actor): Promise<string[]> {
  const rows = await listDisputedSignOffs(database.db, visibleScope(reader), 50);
  return rows.map(({ id }) => id);
}

describe('post-sign-off', () => {
  it('moves what was signed for once the goods are here, once, and with its event', async () => {
    const { signOffId, ...need } = await disputedFor(2);
    const lotId = await stage.hold(need, coats(stage), { quantity: 5 });
    expect(await waitingFor(stage.centre)).toContain(signOffId);
    expect(await waitingFor(actorOf('centre_coordinator', VILLAGE))).toEqual([]);
    const both = await Promise.all([1, 2].map(() => post(signOffId)));
    expect(await waitingFor(stage.centre)).not.toContain(signOffId);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await stage.balancesOf(lotId)).toEqual({ hold: 3, recipient: 2 });
    const [row] = await database.superuser`
      select s.status, s.version, s.dispute_code, s.lot_id = ${lotId} as lot, m.kind, m.occurred_at
      from sign_off s join movement m on m.id = s.movement_id where s.id = ${signOffId}`;
    expect(row).toEqual({
      status: 'posted',
      version: 2,
      dispute_code: null,
      lot: true,
      kind: 'hand_out',
      occurred_at: new Date(signedAt),
    });
    const events = await database.superuser<SignOffEvent[]>`
      select type, payload from event where aggregate_id = ${signOffId} order by version`;
    expect(foldSignOff(events)).toEqual({ status: 'posted', version: 2 });
    expect(await post(signOffId, 2)).toMatchObject({
      error: { code: 'record.status', facts: { status: 'posted' } },
    });
  });

  it('answers the same key with the same result, and is undone like any other', async () => {
    const { signOffId, ...need } = await disputedFor(1);
    const lotId = await stage.hold(need, coats(stage), { quantity: 1 });
    const envelope = stage.as();
    const input = { signOffId, version: 1 };
    const first = await postSignOff(stage.env, envelope, input);
    expect(first).toEqual({ ok: true, value: { signOffId, version: 2 } });
    expect(await postSignOff(stage.env, envelope, input)).toEqual(first);
    const undo = { signOffId, version: 2, reason: 'wrong_person' } as const;
    await orThrow(reverseSignOff(stage.env, stage.as(), undo));
    expect(await stage.balancesOf(lotId)).toEqual({ hold: 1 });
    expect(await post(signOffId, 3)).toMatchObject({ error: { code: 'record.status' } });
  });

  it('is refused with what lies here while that is too little, and leaves the dispute as it was', async () => {
    const { signOffId, ...need } = await disputedFor(3);
    expect(await post(signOffId)).toMatchObject({
      error: { code: 'handout.stock_short', facts: { left: 0 } },
    });
    const lotId = await stage.hold(need, coats(stage), { quantity: 2 });
    expect(await post(signOffId)).toMatchObject({
      error: { code: 'handout.stock_short', facts: { left: 2 } },
    });
    expect(await stage.balancesOf(lotId)).toEqual({ hold: 2 });
    const [row] = await database.superuser`
      select status, version, dispute_code from sign_off where id = ${signOffId}`;
    expect(row).toEqual({ status: 'disputed', version: 1, dispute_code: 'handout.stock_short' });
  });

  it('is refused with what is still due where the rest was handed out in the meantime', async () => {
    const { signOffId, lineIds, ...need } = await disputedFor(3);
    await stage.hold(need, coats(stage), { quantity: 9 });
    const other = signed(lineIds[0]!, { outcome: 'partial', quantity: 1, leftSeen: 3 });
    expect(await orThrow(recordSignOff(stage.env, stage.as(), other))).toMatchObject({
      status: 'posted',
    });
    expect(await post(signOffId)).toMatchObject({
      error: { code: 'handout.more_than_entitled', facts: { left: 2 } },
    });
  });

  it('from a closed list takes only what no other list owes', async () => {
    const { signOffId, handoutId, ...need } = await disputedFor(3);
    const lotId = await stage.hold(need, coats(stage), { quantity: 9 });
    await orThrow(closeHandout(stage.env, stage.as(), { handoutId, version: 1 }));
    const people = [byHousehold(await stage.household())];
    const other = await stage.listOf(need.requestLineId, 7, people);
    expect(await post(signOffId)).toMatchObject({
      error: { code: 'handout.more_than_request', facts: { left: 2 } },
    });
    await orThrow(closeHandout(stage.env, stage.as(), { handoutId: other.handoutId, version: 1 }));
    await orThrow(post(signOffId));
    expect(await stage.balancesOf(lotId)).toEqual({ hold: 6, recipient: 3 });
  });

  it('gives the size that was signed for, or the one that is named now', async () => {
    const both = [{ quantity: 2 }, { quantity: 2, size: '130' }];
    const first = await disputedFor(1, { size: '130' });
    for (const goods of both) await stage.hold(first, coats(stage), goods);
    await orThrow(post(first.signOffId));
    const second = await disputedFor(1);
    for (const goods of both) await stage.hold(second, coats(stage), goods);
    expect(await post(second.signOffId)).toMatchObject({ error: { code: 'size.missing' } });
    await orThrow(post(second.signOffId, 1, '120'));
    const sizes = await database.superuser<{ size: string }[]>`
      select l.size from sign_off s join lot l on l.id = s.lot_id
      where s.id = any(${[first.signOffId, second.signOffId]}) order by s.recorded_at, s.id`;
    expect(sizes.map(({ size }) => size).toSorted()).toEqual(['120', '130']);
  });

  it('is refused from a stale form, to another centre, to other roles, and of none', async () => {
    const { signOffId, ...need } = await disputedFor(1);
    await stage.hold(need, coats(stage), { quantity: 1 });
    expect(await post(signOffId, 2)).toMatchObject({
      error: { code: 'record.stale', facts: { version: 1 } },
    });
    const others: [Actor, string][] = [
      [actorOf('centre_coordinator', VILLAGE), 'access.organisation'],
      [actorOf('bureau_officer', HEZHOU), 'access.role'],
      [actorOf('depot_staff', VILLAGE, stage.world.centreOwner), 'access.role'],
    ];
    const input = { signOffId, version: 1 };
    for (const [actor, code] of others)
      expect(await postSignOff(stage.env, stage.as(actor), input)).toMatchObject({
        error: { code },
      });
    expect(await post(newId())).toMatchObject({ error: { code: 'access.not_found' } });
  });
});
