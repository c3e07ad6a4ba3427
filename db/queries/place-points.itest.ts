import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { BABU, makeOrganisation, makePlace, makeWorld, type World } from '~db/testing/world.server';
import { greatCircleKm } from '~/domain/distance';
import { place } from '~db/schema/organisation';
import { divisionPoint } from '~db/schema/division';
import { listNearestPlaces, placePoints } from './place-points.server';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
});
afterAll(() => database.drop());

const put = (values: Partial<typeof place.$inferInsert>) =>
  database.db.update(place).set(values).where(eq(place.id, world.centre.id));
const divided = (divisionCode: string) =>
  put({ divisionCode, countyCode: divisionCode.slice(0, 6) });
const shown = async () => (await placePoints(database.db, [world.centre.id])).get(world.centre.id);
const nowhere = { latitude: null, longitude: null, datum: null, precision: null };

it('shows a place that nobody pinned at the smallest division round it that has a point', async () => {
  await put(nowhere);
  await database.db
    .insert(divisionPoint)
    .values({ divisionCode: '451123105000', latitude: 24.9, longitude: 111.2, source: 'geonames' });

  await divided('451123105201');
  expect(await shown()).toEqual({ latitude: 24.9, longitude: 111.2, precision: 'township' });
  await divided('451123106201');
  expect(await shown()).toEqual({ latitude: 24.8139, longitude: 111.29079, precision: 'county' });
  // GeoNames has no seat of Zhaoping; the outlines have.
  await divided('451121102201');
  expect(await shown()).toEqual({ latitude: 24.17224, longitude: 110.80664, precision: 'county' });
  // A prefecture's own place, and one of a county that the points know nothing of.
  await divided('451199102201');
  expect(await shown()).toMatchObject({ latitude: 24.40357, precision: 'prefecture' });
  await divided('990101001201');
  expect(await shown()).toBeUndefined();
});

it('shows a pinned place where it was pinned, from its own datum', async () => {
  const pinned = { latitude: 24.5, longitude: 111.5, precision: 'pinned' } as const;
  await put({ ...pinned, datum: 'WGS84' });
  expect(await shown()).toEqual(pinned);
  await put({ ...pinned, datum: 'GCJ02' });
  const turned = await shown();
  expect(turned?.precision).toBe('pinned');
  expect(greatCircleKm(turned ?? { latitude: 0, longitude: 0 }, pinned)).toBeCloseTo(0.6, 1);
});

it('answers the nearest places in use, nearest first', async () => {
  const guilin = await database.db.transaction(async (tx) => {
    const owner = await makeOrganisation(tx, 'depot', '450300000000');
    const ended = await makePlace(tx, owner, 'depot', BABU);
    await tx.update(place).set({ endedOn: '2026-02-01' }).where(eq(place.id, ended.id));
    return makePlace(tx, owner, 'depot', '450300000000');
  });
  const from = { latitude: 24.41667, longitude: 111.51667 };
  const asked = { kind: 'depot', from, day: '2026-02-01', limit: 5 } as const;
  const found = await listNearestPlaces(database.db, asked);
  expect(found.map(({ id, km }) => [id, Math.round(km)])).toEqual([
    [world.depot.id, 0],
    [guilin.id, 156],
  ]);
  expect(await listNearestPlaces(database.db, { ...asked, limit: 1 })).toEqual([found[0]]);
});
