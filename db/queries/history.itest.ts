import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../client.server';
import { appendEvents, type NewEvent } from '../store/command.server';
import { insertTestMembership, insertTestUser } from '../testing/people.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';
import type { Actor } from '~/domain/actor';
import { ok } from '~/domain/result';
import { findHistory } from './history.server';

let database: TestDatabase;
let depot: Actor;
let other: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  depot = await makePerson('黄志强', 'huangzq', '13800000001', '贺州市储备中心');
  other = await makePerson('李小燕', 'lixy', '13800000002', '昭平县储备中心');
});
afterAll(() => database.drop());

async function makePerson(name: string, userName: string, phone: string, organisationName: string) {
  const userId = await insertTestUser(database.db, { name, userName, phone });
  return insertTestMembership(database.db, {
    userId,
    role: 'depot_staff',
    divisionCode: '451102000000',
    organisationName,
  });
}

async function note(
  actor: Actor | undefined,
  event: Pick<NewEvent, 'aggregate' | 'aggregateId' | 'type' | 'version'>,
  minute: number,
): Promise<void> {
  const rows = [
    {
      id: newId(),
      ...event,
      payload: {},
      actorUserId: actor?.userId ?? null,
      membershipId: actor?.membershipId ?? null,
      recordedAt: new Date(Date.UTC(2026, 0, 5, 1, minute)),
    },
  ];
  await inTransaction(database.db, async (tx) => ok(await appendEvents(tx, rows)));
}

describe('history', () => {
  it('tells who, for whom and in which role, latest first', async () => {
    const donation = { aggregate: 'donation', aggregateId: newId() } as const;
    await note(other, { ...donation, type: 'pledged', version: 1 }, 0);
    await note(depot, { ...donation, type: 'accepted', version: 2 }, 5);
    await note(undefined, { ...donation, type: 'closed', version: 3 }, 9);
    const rows = await findHistory(database.db, 'donation', donation.aggregateId);
    expect(rows.map((row) => row.key)).toEqual([
      'donation.closed',
      'donation.accepted',
      'donation.pledged',
    ]);
    expect(rows[0]?.by).toBeUndefined();
    expect(rows[1]).toMatchObject({
      at: '2026-01-05T01:05:00.000Z',
      by: { name: '黄志强', organisation: '贺州市储备中心', role: 'depot_staff' },
    });
  });

  it('takes the parts in, and no other record', async () => {
    const own = { aggregate: 'organisation', aggregateId: depot.organisationId } as const;
    await note(depot, { ...own, type: 'registered', version: 1 }, 0);
    await note(
      depot,
      { aggregate: 'membership', aggregateId: depot.membershipId, type: 'began', version: 1 },
      1,
    );
    await note(
      other,
      { aggregate: 'membership', aggregateId: other.membershipId, type: 'began', version: 1 },
      2,
    );
    const rows = await findHistory(database.db, 'organisation', depot.organisationId);
    expect(rows.map((row) => row.key)).toEqual(['membership.began', 'organisation.registered']);
  });

  it('asks every kind of record for its parts without an error', async () => {
    for (const aggregate of ['place', 'donation', 'request', 'handout', 'shipment'] as const) {
      expect(await findHistory(database.db, aggregate, newId())).toEqual([]);
    }
  });
});
