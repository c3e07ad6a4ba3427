import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { postMovements } from '~db/store/ledger.server';
import {
  byHousehold,
  setCentreStage,
  signed,
  type CentreStage,
} from '~db/testing/centre-stage.server';
import type { Tx } from '~db/client.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, HEZHOU, VILLAGE } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import { foldHandout, type HandoutEvent } from '~/domain/handout';
import type { Recipient } from '~/domain/handout-form';
import { foldSignOff, type SignOffEvent } from '~/domain/sign-off';
import { addHandoutLines } from './add-handout-lines.server';
import { closeHandout } from './close-handout.server';
import { openHandout } from './open-handout.server';
import { recordSignOff } from './record-sign-off.server';
import { removeHandoutLine } from './remove-handout-line.server';
import { reverseSignOff } from './reverse-sign-off.server';
import { useGoods as bookGoodsUsed } from './use-goods.server';

const now = new Date('2026-01-10T01:00:00Z');
const today = '2026-01-10';

let database: TestDatabase;
let world: CentreStage['world'];
let env: CentreStage['env'];
let stage: CentreStage;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, now);
  ({ world, env } = stage);
});
afterAll(() => database.drop());

const as = (...who: Parameters<CentreStage['as']>) => stage.as(...who);

describe('a sign-off', () => {
  it('moves the goods to the household’s own account, and keeps the signature where it can be erased', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { householdId } = await stage.household();
    const { lineIds } = await stage.listOf(requestLineId, 2, [{ householdId }]);
    const input = signed(lineIds[0]!, {
      quantity: 2,
      leftSeen: 2,
      collectedBy: 'proxy',
      proxyName: '李四',
      proxyRelationship: 'neighbour',
    });
    const done = await recordSignOff(env, as(), input);
    expect(done).toEqual({ ok: true, value: { signOffId: input.signOffId, status: 'posted' } });
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 3, recipient: 2 });
    const where = await findLineWhereabouts(database.db, [requestLineId]);
    expect(where.get(requestLineId)).toMatchObject({ atCentre: 3, handedOut: 2 });
    const [account] = await database.superuser`
      select a.id = h.recipient_account_id as own from account a, household h
      where h.id = ${householdId} and a.key = 'recipient:' || h.recipient_account_id`;
    expect(account).toEqual({ own: true });
    const texts = await database.superuser`
      select t.kind from personal_text t join sign_off s on t.id in (s.signature_text_id, s.proxy_name_text_id)
      where s.id = ${input.signOffId} order by t.kind`;
    expect(texts).toEqual([{ kind: 'proxy_name' }, { kind: 'signature' }]);
    const told = await database.superuser<{ text: string }[]>`
      select row_to_json(e)::text as text from event e union all select row_to_json(c)::text from command_log c
      union all select row_to_json(m)::text from movement m`;
    expect(told.filter(({ text }) => /李四|10,10|韦阿婆/.test(text))).toEqual([]);
  });

  it('has effect once for one id, with the same key and with another', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { householdId } = await stage.household();
    const { lineIds } = await stage.listOf(requestLineId, 2, [{ householdId }]);
    const input = signed(lineIds[0]!, { outcome: 'partial', leftSeen: 2 });
    const envelope = as();
    const first = await recordSignOff(env, envelope, input);
    expect(await recordSignOff(env, envelope, input)).toEqual(first);
    expect(await recordSignOff(env, as(), input)).toEqual(first);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4, recipient: 1 });
    const other = await stage.listOf(requestLineId, 1, [{ householdId }]);
    expect(
      await recordSignOff(env, as(), signed(other.lineIds[0]!, { signOffId: input.signOffId })),
    ).toMatchObject({ error: { code: 'command.key_reused' } });
  });

  it('sent by one device twice at once is one', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      5,
      [await stage.household()].map(byHousehold),
    );
    const input = signed(lineIds[0]!, { outcome: 'partial', leftSeen: 5 });
    const results = await Promise.all([1, 2, 3].map(() => recordSignOff(env, as(), input)));
    expect(results.map((result) => result.ok)).toEqual([true, true, true]);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4, recipient: 1 });
  });

  it('under one id on two lines at once is one, and the other is told that its id is taken', async () => {
    const lists = await Promise.all([
      stage.need(9, [{ quantity: 9 }]),
      stage.need(9, [{ quantity: 9 }]),
    ]);
    for (let round = 0; round < 4; round += 1) {
      const signOffId = newId();
      const lineIds: string[] = [];
      for (const { requestLineId } of lists) {
        const list = await stage.listOf(
          requestLineId,
          1,
          [await stage.household()].map(byHousehold),
        );
        lineIds.push(...list.lineIds);
      }
      const results = await Promise.all(
        lineIds.map((lineId) => recordSignOff(env, as(), signed(lineId, { signOffId }))),
      );
      const outcomes = results.map((result) =>
        result.ok ? result.value.status : result.error.code,
      );
      expect(outcomes.toSorted()).toEqual(['command.key_reused', 'posted']);
    }
    const moved = await Promise.all(lists.map(({ lotIds }) => stage.balancesOf(lotIds[0]!)));
    expect(moved.map(({ recipient = 0 }) => recipient).reduce((a, b) => a + b)).toBe(4);
  });

  it('by two devices for the last coat: one has it, the other’s signature is kept as a dispute', async () => {
    const { requestLineId, lotIds } = await stage.need(2, [{ quantity: 1 }]);
    const people = [await stage.household(), await stage.household()].map(byHousehold);
    const { lineIds } = await stage.listOf(requestLineId, 1, people);
    const results = await Promise.all(
      lineIds.map((lineId) => recordSignOff(env, as(), signed(lineId))),
    );
    const statuses = results.map((result) => (result.ok ? result.value.status : result.error.code));
    expect(statuses.map(String).toSorted()).toEqual(['disputed', 'posted']);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ recipient: 1 });
    const [kept] = await database.superuser`
      select dispute_code, movement_id, signature_text_id is not null as signed from sign_off
      where status = 'disputed' and handout_line_id = any(${lineIds})`;
    expect(kept).toEqual({ dispute_code: 'handout.stock_short', movement_id: null, signed: true });
  });

  it('is kept as a dispute when the goods go elsewhere between the look and the posting', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const input = signed(lineIds[0]!);
    const signing = await database.db.transaction(async (tx) => {
      await releaseAll(tx, requestLineId, lotIds[0]!, 5);
      const running = { result: recordSignOff(env, as(), input) };
      await expect.poll(database.anyoneWaits).toBe(true);
      return running;
    });
    expect(await signing.result).toMatchObject({
      value: { status: 'disputed', code: 'handout.stock_short' },
    });
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ stock: 5 });
    const kept = await database.superuser`
      select status, movement_id from sign_off where id = ${input.signOffId}`;
    expect(kept).toEqual([{ status: 'disputed', movement_id: null }]);
  });

  it('on one line by two devices never exceeds what is due', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const results = await Promise.all(
      [1, 2].map(() => recordSignOff(env, as(), signed(lineIds[0]!))),
    );
    const statuses = results.map((result) => result.ok && result.value.status);
    expect(statuses.map(String).toSorted()).toEqual(['disputed', 'posted']);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4, recipient: 1 });
  });

  it.each([
    ['refused', 0, 'posted', undefined],
    ['absent', 0, 'posted', undefined],
    ['refused', 1, undefined, 'sign_off.nothing_expected'],
    ['full', 1, undefined, 'sign_off.not_full'],
    ['partial', 2, undefined, 'sign_off.not_partial'],
    ['partial', 1, 'posted', undefined],
  ] as const)('%s of %i is %s %s', async (outcome, quantity, status, code) => {
    const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      2,
      [await stage.household()].map(byHousehold),
    );
    const input = signed(lineIds[0]!, { outcome, quantity, leftSeen: 2 });
    const result = await recordSignOff(env, as(), input);
    if (code) expect(result).toMatchObject({ ok: false, error: { code, field: 'quantity' } });
    else expect(result).toMatchObject({ ok: true, value: { status } });
  });

  it('takes what expires first, never what has expired, and the size that was named', async () => {
    const { requestLineId, lotIds } = await stage.need(9, [
      { quantity: 3, lot: { bestBefore: '2026-06-01' } },
      { quantity: 3, lot: { bestBefore: '2026-02-01' } },
      { quantity: 3, lot: { size: '130', bestBefore: '2026-01-10' } },
    ]);
    const [later, sooner, larger] = lotIds as [string, string, string];
    const { lineIds } = await stage.listOf(
      requestLineId,
      6,
      [await stage.household()].map(byHousehold),
    );
    const sign = (quantity: number, leftSeen: number, size?: string) =>
      recordSignOff(
        env,
        as(),
        signed(lineIds[0]!, { outcome: 'partial', quantity, leftSeen, size }),
      );
    expect(await sign(1, 6)).toMatchObject({ ok: false, error: { code: 'size.missing' } });
    await orThrow(sign(4, 6, '120'));
    expect(await stage.balancesOf(sooner)).toEqual({ recipient: 3 });
    expect(await stage.balancesOf(later)).toEqual({ hold: 2, recipient: 1 });
    await orThrow(sign(1, 2, '130'));
    expect(await stage.balancesOf(larger)).toEqual({ hold: 2, recipient: 1 });
    const tomorrow = { ...env, now: () => new Date('2026-01-11T01:00:00Z') };
    const late = signed(lineIds[0]!, { size: '130' });
    expect(await recordSignOff(tomorrow, as(), late)).toMatchObject({
      value: { status: 'disputed', code: 'handout.stock_short' },
    });
  });

  it('keeps goods for whom their donor gave them', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    await database.superuser`update donation_line set restricted_group = 'elderly'
      where id = (select donation_line_id from lot where id = ${lotIds[0]!})`;
    expect(await recordSignOff(env, as(), signed(lineIds[0]!))).toMatchObject({
      value: { status: 'disputed', code: 'restriction.group' },
    });
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 5 });
  });

  it('opens the box it needs, and only one that is all for this need', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 4 }]);
    const parcelId = newId();
    await pack(requestLineId, lotIds[0]!, parcelId, 4);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    await orThrow(recordSignOff(env, as(), signed(lineIds[0]!)));
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 3, recipient: 1 });
    const inBox = await database.superuser`
      select 1 from balance where parcel_id = ${parcelId} and quantity > 0`;
    expect(inBox).toHaveLength(0);
  });

  it('is kept as a dispute when the ledger refuses what looked right, however often', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 4 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const [taken] = await database.superuser<{ id: string }[]>`select id from movement limit 1`;
    const clumsy = { ...env, newId: () => taken!.id };
    expect(await recordSignOff(clumsy, as(), signed(lineIds[0]!))).toMatchObject({
      value: { status: 'disputed', code: 'ledger.id_reused' },
    });
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4 });
  });

  it('tells bags that stay whole, and hands out whole ones', async () => {
    const goods = { quantity: 20_000, lot: { packSize: 10_000, size: '' } };
    const { requestLineId, lotIds } = await stage.need(20_000, [goods], world.riceId);
    const { lineIds } = await stage.listOf(
      requestLineId,
      10_000,
      [await stage.household()].map(byHousehold),
    );
    const half = { outcome: 'partial', quantity: 5_000, leftSeen: 10_000 } as const;
    expect(await recordSignOff(env, as(), signed(lineIds[0]!, half))).toMatchObject({
      error: { code: 'parcel.not_whole_packs', facts: { packSize: 10_000 } },
    });
    const whole = { quantity: 10_000, leftSeen: 10_000 };
    await orThrow(recordSignOff(env, as(), signed(lineIds[0]!, whole)));
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 10_000, recipient: 10_000 });
  });

  it('for people not named goes to the programme’s unnamed recipients', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(requestLineId, 4, [{ unnamedCount: 4 }]);
    await orThrow(recordSignOff(env, as(), signed(lineIds[0]!, { quantity: 4, leftSeen: 4 })));
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 1, unnamed: 4 });
  });

  it('is refused to another centre and to other roles', async () => {
    const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const input = signed(lineIds[0]!);
    const others: [Actor, string][] = [
      [actorOf('centre_coordinator', VILLAGE), 'access.organisation'],
      [actorOf('bureau_officer', HEZHOU), 'access.role'],
      [actorOf('depot_staff', VILLAGE, world.centreOwner), 'access.role'],
    ];
    for (const [actor, code] of others)
      expect(await recordSignOff(env, as(actor), input)).toMatchObject({ error: { code } });
    expect(await recordSignOff(env, as(), signed(newId()))).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });
});

async function releaseAll(tx: Tx, requestLineId: string, lotId: string, quantity: number) {
  const [line] = await database.superuser<{ id: string }[]>`
    select id from allocation_line where request_line_id = ${requestLineId} and lot_id = ${lotId}`;
  const { id: placeId, countyCode } = world.centre;
  const from = { kind: 'hold', placeId, allocationLineId: line!.id, countyCode } as const;
  const to = { kind: 'stock', placeId, countyCode } as const;
  const lines = [{ lotId, from, to, quantity }];
  const head = { id: newId(), cause: { kind: 'test', id: newId() }, occurredAt: now };
  await orThrow(postMovements(tx, [{ ...head, kind: 'release', lines }]));
}

async function pack(requestLineId: string, lotId: string, parcelId: string, quantity: number) {
  const [line] = await database.superuser<{ id: string }[]>`
    select id from allocation_line where request_line_id = ${requestLineId} and lot_id = ${lotId}`;
  const { id: placeId, countyCode } = world.centre;
  const hold = { kind: 'hold', placeId, allocationLineId: line!.id, countyCode } as const;
  await orThrow(
    database.db.transaction((tx) =>
      postMovements(tx, [
        {
          id: newId(),
          kind: 'pack',
          cause: { kind: 'parcel', id: parcelId },
          occurredAt: now,
          lines: [{ lotId, from: hold, to: hold, toParcelId: parcelId, quantity }],
        },
      ]),
    ),
  );
}

describe('what is due', () => {
  it('never exceeds the request over several lists, open or closed', async () => {
    const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
    const [one, two] = [await stage.household(), await stage.household()].map(byHousehold);
    const first = await stage.listOf(requestLineId, 3, [one!]);
    await expect(stage.listOf(requestLineId, 3, [two!])).rejects.toThrow(
      'handout.more_than_request',
    );
    await stage.listOf(requestLineId, 2, [two!]);
    await orThrow(
      recordSignOff(
        env,
        as(),
        signed(first.lineIds[0]!, { outcome: 'partial', quantity: 1, leftSeen: 3 }),
      ),
    );
    await expect(stage.listOf(requestLineId, 1, [two!])).rejects.toThrow(
      'handout.more_than_request',
    );
    await orThrow(closeHandout(env, as(), { handoutId: first.handoutId, version: 1 }));
    await expect(stage.listOf(requestLineId, 3, [two!])).rejects.toThrow(
      'handout.more_than_request',
    );
    await stage.listOf(requestLineId, 2, [two!]);
  });

  it('is put on two lists at once by two coordinators only as far as it goes', async () => {
    const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
    const recipient = byHousehold(await stage.household());
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => stage.listOf(requestLineId, 2, [recipient])),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('is for people of the own register, from an approved request of the programme', async () => {
    const { requestLineId } = await stage.need(5, [{ quantity: 5 }]);
    await expect(stage.listOf(requestLineId, 1, [{ householdId: newId() }])).rejects.toThrow(
      'handout.nobody_named',
    );
    const recipient = byHousehold(await stage.household());
    await expect(stage.listOf(newId(), 1, [recipient])).rejects.toThrow('form.unknown_choice');
    await database.superuser`update request set status = 'submitted'
      where id = (select request_id from request_line where id = ${requestLineId})`;
    await expect(stage.listOf(requestLineId, 1, [recipient])).rejects.toThrow(
      'handout.request_not_approved',
    );
  });
});

describe('a list', () => {
  let list: Awaited<ReturnType<CentreStage['listOf']>>;
  let requestLineId: string;
  let recipient: Recipient;
  beforeEach(async () => {
    ({ requestLineId } = await stage.need(9, [{ quantity: 9 }]));
    recipient = byHousehold(await stage.household());
    list = await stage.listOf(requestLineId, 1, [recipient]);
  });

  it('grows and shrinks while it is open, told by its events', async () => {
    const { handoutId, lineIds } = list;
    const line = { requestLineId, entitledQuantity: 2, recipient };
    await orThrow(addHandoutLines(env, as(), { handoutId, version: 1, lines: [line] }));
    const stale = { handoutId, version: 1, handoutLineId: lineIds[0]! };
    expect(await removeHandoutLine(env, as(), stale)).toMatchObject({
      error: { code: 'record.stale' },
    });
    await orThrow(removeHandoutLine(env, as(), { ...stale, version: 2 }));
    await orThrow(closeHandout(env, as(), { handoutId, version: 3 }));
    expect(
      await addHandoutLines(env, as(), { handoutId, version: 4, lines: [line] }),
    ).toMatchObject({ error: { code: 'record.status' } });
    const events = await database.superuser<HandoutEvent[]>`
      select type, payload from event where aggregate_id = ${handoutId} order by version`;
    const state = foldHandout(events);
    const [row] = await database.superuser`
      select status, version, (select count(*)::int from handout_line where handout_id = h.id) as lines
      from handout h where id = ${handoutId}`;
    const lines = Object.keys(state.lines).length;
    expect({ status: state.status, version: state.version, lines }).toEqual(row);
  });

  it('keeps a line that was signed', async () => {
    const { handoutId, lineIds } = list;
    await orThrow(recordSignOff(env, as(), signed(lineIds[0]!)));
    expect(
      await removeHandoutLine(env, as(), { handoutId, version: 1, handoutLineId: lineIds[0]! }),
    ).toMatchObject({ error: { code: 'handout.line_signed' } });
  });

  it('is the centre’s own', async () => {
    const { handoutId } = list;
    const foreign = actorOf('centre_coordinator', VILLAGE);
    expect(await closeHandout(env, as(foreign), { handoutId, version: 1 })).toMatchObject({
      error: { code: 'access.organisation' },
    });
    const opening = { programmeId: world.programmeId, handoutOn: today, lines: [] };
    expect(await openHandout(env, as(foreign), opening)).toMatchObject({
      error: { code: 'access.organisation' },
    });
  });

  it('closed before a device sends: the signature is kept as a dispute', async () => {
    const { handoutId, lineIds } = list;
    await orThrow(closeHandout(env, as(), { handoutId, version: 1 }));
    expect(await recordSignOff(env, as(), signed(lineIds[0]!))).toMatchObject({
      ok: true,
      value: { status: 'disputed', code: 'record.status' },
    });
  });
});

describe('reverse-sign-off', () => {
  it('brings the goods back to where they were held, once, and frees the due', async () => {
    const { requestLineId, lotIds } = await stage.need(5, [{ quantity: 5 }]);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const input = signed(lineIds[0]!);
    const { signOffId } = await orThrow(recordSignOff(env, as(), input));
    const undo = { signOffId, version: 1, reason: 'wrong_person' } as const;
    expect(
      await reverseSignOff(env, as(actorOf('centre_coordinator', VILLAGE)), undo),
    ).toMatchObject({ error: { code: 'access.organisation' } });
    const both = await Promise.all([1, 2].map(() => reverseSignOff(env, as(), undo)));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 5 });
    expect(await reverseSignOff(env, as(), { ...undo, version: 2 })).toMatchObject({
      error: { code: 'record.status' },
    });
    const events = await database.superuser<SignOffEvent[]>`
      select type, payload from event where aggregate_id = ${signOffId} order by version`;
    expect(foldSignOff(events)).toEqual({ status: 'reversed', version: 2 });
    await orThrow(recordSignOff(env, as(), signed(lineIds[0]!)));
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4, recipient: 1 });
  });

  it('settles a dispute without moving anything', async () => {
    const { requestLineId } = await stage.need(2, []);
    const { lineIds } = await stage.listOf(
      requestLineId,
      1,
      [await stage.household()].map(byHousehold),
    );
    const done = await orThrow(recordSignOff(env, as(), signed(lineIds[0]!)));
    expect(done).toMatchObject({ status: 'disputed', code: 'handout.stock_short' });
    const undo = { signOffId: done.signOffId, version: 1, reason: 'entered_twice' } as const;
    await orThrow(reverseSignOff(env, as(), undo));
    const moved =
      await database.superuser`select 1 from movement where cause_id = ${done.signOffId}`;
    expect(moved).toHaveLength(0);
  });
});

describe('use-goods', () => {
  it('uses up what no list still owes, for the programme and once', async () => {
    const { requestLineId, lotIds } = await stage.need(6, [{ quantity: 6 }]);
    await stage.listOf(requestLineId, 4, [await stage.household()].map(byHousehold));
    const use = { requestLineId, quantity: 2, purpose: 'class' } as const;
    expect(await bookGoodsUsed(env, as(), { ...use, quantity: 3 })).toMatchObject({
      error: { code: 'handout.stock_short', facts: { left: 2 }, field: 'quantity' },
    });
    const both = await Promise.all([1, 2].map(() => bookGoodsUsed(env, as(), use)));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 4, used: 2 });
    const events = await database.superuser`
      select e.version = p.version as last from event e join programme p on p.id = e.aggregate_id
      where e.type = 'goods_used' order by e.version desc limit 1`;
    expect(events).toEqual([{ last: true }]);
  });

  it('asks which size where several are held, and takes that one', async () => {
    const { requestLineId, lotIds } = await stage.need(6, [
      { quantity: 3, size: '120' },
      { quantity: 3, size: '130' },
    ]);
    const use = { requestLineId, quantity: 2, purpose: 'class' } as const;
    expect(await bookGoodsUsed(env, as(), use)).toMatchObject({
      error: { code: 'size.missing', field: 'size' },
    });
    await orThrow(bookGoodsUsed(env, as(), { ...use, size: '130' }));
    expect(await stage.balancesOf(lotIds[0]!)).toEqual({ hold: 3 });
    expect(await stage.balancesOf(lotIds[1]!)).toEqual({ hold: 1, used: 2 });
  });

  it('is the centre’s own doing', async () => {
    const { requestLineId } = await stage.need(6, [{ quantity: 6 }]);
    const use = { requestLineId, quantity: 2, purpose: 'meal' } as const;
    const foreign = actorOf('centre_coordinator', VILLAGE);
    expect(await bookGoodsUsed(env, as(foreign), use)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await bookGoodsUsed(env, as(), { ...use, requestLineId: newId() })).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });
});
