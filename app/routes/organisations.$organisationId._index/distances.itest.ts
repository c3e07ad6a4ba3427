import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { greatCircleKm } from '~/domain/distance';
import type { ServerEnv } from '~/server/env.server';
import { makeNeed, seedPlanning } from '~db/testing/needs-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { loadDesk } from '../desk.$requestLineId/load-desk.server';
import { locationOf } from './place-location.server';

/** Where distances are shown: on the page of a place, and at the desk beside the goods. */
let test: TestDatabase;
let world: World;
let env: ServerEnv;
const depot = { latitude: 24.41, longitude: 111.51 };
const centre = { latitude: 24.2, longitude: 110.8 };
/** Where `makeNeed` pins its centre. */
const needing = { latitude: 24.3, longitude: 111 };

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeWorld(test);
  await seedPlanning(test.db, world);
  env = { db: test.db, now: () => new Date('2026-11-01T04:00:00Z'), newId } as unknown as ServerEnv;
});
afterAll(() => test.drop());

const placeOf = async (id: string, kind: 'centre' | 'depot') => {
  const [row] = await test.owner<{ code: string }[]>`
    select division_code as code from place where id = ${id}`;
  const nobody = { locatedByName: null, locatedAt: null };
  const nowhere = { latitude: null, longitude: null, datum: null, precision: null };
  return locationOf(env, { id, kind, divisionCode: row!.code, ...nobody, ...nowhere });
};
/** A road factor of Hezhou's own, from its day on. */
const roadFactor = (value: number, from: string) => test.owner`
  insert into parameter (code, region_prefix, valid_from, value, unit, source)
  values ('distance.road_factor', '4511', ${from}, ${value}, 'times', 'test')`;

it('a centre is told the nearest depots, a depot the nearest centres, with the way by road', async () => {
  const km = greatCircleKm(depot, centre);
  const [near] = (await placeOf(world.centre.id, 'centre')).near;
  expect(near?.name).toMatch(/^depot/);
  expect(near?.km).toBeCloseTo(km, 6);
  expect(near?.road_km).toBeCloseTo(km * 1.4, 6);
  expect((await placeOf(world.depot.id, 'depot')).near.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^centre/),
  ]);
});

it('the road factor is a parameter of the division and the day', async () => {
  await roadFactor(1.6, '2026-10-01');
  await roadFactor(9, '2026-12-01');
  const [near] = (await placeOf(world.centre.id, 'centre')).near;
  expect((near?.road_km ?? 0) / (near?.km ?? 1)).toBeCloseTo(1.6, 6);
});

it('the desk tells how far the goods are from the need', async () => {
  const need = await makeNeed(test.db, {
    itemId: world.riceId,
    quantity: 100,
    divisionCode: VILLAGE,
  });
  await test.db.transaction(async (tx) => {
    const donationLineId = await makePledge(tx, world, { itemId: world.riceId, quantity: 100 });
    await makeStock(tx, world, { donationLineId, itemId: world.riceId, quantity: 100 });
  });
  const desk = await loadDesk(env, actorOf('bureau_officer', HEZHOU), need.requestLineId);
  expect(desk.roadFactor).toBe(1.6);
  expect([...desk.rows, ...desk.skipped].map((row) => row.away_km)).toEqual([
    expect.closeTo(greatCircleKm(depot, needing), 6),
  ]);
});
