import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  BABU,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';
import { visibleScope, type Role } from '~/domain/actor';
import type { RequestStatus, Urgency } from '~/domain/request';
import { request, requestLine } from '~db/schema/request';
import { listGoods, listOpenNeeds, listPledges } from './desk.server';
import { findRequest, findRequestLine, listRequests } from './requests.server';

let database: TestDatabase;
let world: World;
const everything = { limit: 100, offset: 0 };
const list = { sort: 'needBy', descending: false, page: 1, pageSize: 50 } as const;
const scopeOf = (role: Role, division: string, organisationId?: string) =>
  visibleScope(actorOf(role, division, organisationId));

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
});
afterAll(() => database.drop());

async function ask(over: {
  status?: RequestStatus;
  urgency?: Urgency;
  needBy?: string;
  approved?: number;
}): Promise<{ requestId: string; lineId: string }> {
  const { status = 'approved', urgency = 'normal', needBy = '2026-02-01', approved = 10 } = over;
  const [requestId, lineId] = [newId(), newId()];
  await database.db.insert(request).values({
    id: requestId,
    programmeId: world.programmeId,
    placeId: world.centre.id,
    organisationId: world.centreOwner,
    divisionCode: VILLAGE,
    countyCode: world.centre.countyCode,
    status,
    headCount: 10,
    needBy,
    urgency,
    createdAt: new Date(),
  });
  await database.db.insert(requestLine).values({
    id: lineId,
    requestId,
    position: 1,
    itemId: world.coatId,
    size: '120',
    quantity: 10,
    unitCode: 'piece',
    approvedQuantity: status === 'approved' ? approved : null,
  });
  return { requestId, lineId };
}

it('lists what is open, most urgent first, to those of the division alone', async () => {
  const later = await ask({ needBy: '2026-03-01' });
  const sooner = await ask({});
  const critical = await ask({ urgency: 'critical', needBy: '2026-05-01' });
  await ask({ status: 'submitted' });
  await ask({ approved: 0 });
  const { db } = database;
  const { rows, total } = await listOpenNeeds(db, scopeOf('bureau_officer', HEZHOU), everything);
  expect(rows.map((row) => row.requestLineId)).toEqual([
    critical.lineId,
    sooner.lineId,
    later.lineId,
  ]);
  expect(rows[0]).toMatchObject({ remainder: 10, approved: 10, group: 'children' });
  expect(total).toBe(3);
  const page = { ...everything, limit: 1, offset: 1 };
  expect((await listOpenNeeds(db, scopeOf('administrator', HEZHOU), page)).total).toBe(3);
  for (const [role, division] of [
    ['bureau_officer', BABU],
    ['foundation_staff', ZHAOPING],
    ['depot_staff', ZHAOPING],
    ['centre_coordinator', VILLAGE],
  ] as const) {
    expect((await listOpenNeeds(db, scopeOf(role, division), everything)).rows).toEqual([]);
  }
});

it('shows a request to its centre and to the offices above; a draft to the centre alone', async () => {
  const sent = await ask({ status: 'submitted' });
  const draft = await ask({ status: 'draft' });
  const { db } = database;
  const centre = scopeOf('centre_coordinator', VILLAGE, world.centreOwner);
  const county = scopeOf('bureau_officer', ZHAOPING);
  const seen = async (scope: typeof centre, id: string) =>
    (await findRequest(db, scope, id)) !== undefined;
  expect(await seen(centre, sent.requestId)).toBe(true);
  expect(await seen(centre, draft.requestId)).toBe(true);
  expect(await seen(county, sent.requestId)).toBe(true);
  expect(await seen(county, draft.requestId)).toBe(false);
  for (const scope of [
    scopeOf('centre_coordinator', VILLAGE),
    scopeOf('bureau_officer', BABU),
    scopeOf('foundation_staff', VILLAGE),
    scopeOf('depot_staff', VILLAGE),
  ]) {
    expect(await seen(scope, sent.requestId)).toBe(false);
    expect(await findRequestLine(db, scope, sent.lineId)).toBeUndefined();
    expect((await listRequests(db, scope, list)).total).toBe(0);
  }
  const drafts = await listRequests(db, centre, { ...list, status: 'draft', text: '%' });
  expect(drafts.total).toBe(0);
  const found = await listRequests(db, centre, { ...list, status: 'draft', text: 'child' });
  expect(found.rows).toMatchObject([{ id: draft.requestId, itemNamesZh: ['coat_of_the_test'] }]);
});

it('offers stock and pledges at places of the division, and what is held back as such', async () => {
  const lineId = await database.db.transaction(async (tx) => {
    const id = await makePledge(tx, world, { itemId: world.coatId, size: '120', quantity: 50 });
    const lot = { donationLineId: id, itemId: world.coatId, size: '120' };
    await makeStock(tx, world, { ...lot, quantity: 30 });
    await makeStock(tx, world, { ...lot, quantity: 5, kind: 'quarantine' });
    return id;
  });
  const { db } = database;
  const city = scopeOf('bureau_officer', HEZHOU);
  const goods = await listGoods(db, city, [world.coatId]);
  expect(Object.fromEntries(goods.map((row) => [row.kind, row.free]))).toEqual({
    quarantine: 5,
    stock: 30,
  });
  const pledges = await listPledges(db, city, world.coatId);
  expect(pledges.map((row) => [row.donationLineId, row.free])).toEqual([[lineId, 15]]);
  const county = scopeOf('bureau_officer', ZHAOPING);
  expect(await listGoods(db, county, [world.coatId])).toEqual([]);
  expect(await listPledges(db, county, world.coatId)).toEqual([]);
});
