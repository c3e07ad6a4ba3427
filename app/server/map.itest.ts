import { afterAll, beforeAll, expect, it } from 'vitest';
import { setCentreStage, type CentreStage } from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { actorOf, HEZHOU } from '~db/testing/world.server';
import { visibleScope, type Scope } from '~/domain/actor';
import { Maps } from './map.server';
import { PictureKeeper } from './map-picture.server';

let database: TestDatabase;
let stage: CentreStage;
let maps: Maps;
const NOW = new Date('2026-01-05T02:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, NOW);
  maps = new Maps(database.db);
});
afterAll(() => database.drop());

const look = async (scope: Scope, filter = {}) => maps.sight(scope, filter, stage.today);
const officer = () => visibleScope(stage.officer);
const donor = (organisationId: string) =>
  visibleScope(actorOf('foundation_staff', '440106000000', organisationId));

it('shows at once what was committed, to those alone who may see it', async () => {
  const { world } = stage;
  const before = await look(officer());
  expect(before.centres.map(({ place, fill }) => [place.id, fill])).toEqual([
    [world.centre.id, null],
  ]);
  // Nothing has changed: the same picture and the same sight.
  expect(await look(officer())).toBe(before);

  await stage.need(10, [{ quantity: 4 }]);
  const after = await look(officer());
  const [centre] = after.centres;
  expect(after.picture.version).toBeGreaterThan(before.picture.version);
  expect(centre?.fill).toBe(40);
  // 43 children, of whose coats four in ten have come.
  expect(centre?.persons).toBe(26);

  const own = await look(donor(world.foundation));
  expect(own.centres.map(({ place, fill, persons }) => [place.id, fill, persons])).toEqual([
    [world.centre.id, 100, 0],
  ]);
  expect((await look(donor(world.bureau))).centres).toEqual([]);
  const foreign = visibleScope(actorOf('bureau_officer', '451123000000'));
  expect((await look(foreign)).centres).toEqual([]);
  expect((await look(visibleScope(actorOf('bureau_officer', HEZHOU)))).centres).toHaveLength(1);
});

it('never looks twice at a time: two mended at once would give two pictures one version', async () => {
  const { db } = database;
  let [running, most] = [0, 0];
  const execute = async (query: Parameters<typeof db.execute>[0]) => {
    most = Math.max(most, (running += 1));
    return db.execute(query).finally(() => (running -= 1));
  };
  const keeper = new PictureKeeper(Object.create(db, { execute: { value: execute } }));
  await keeper.current();
  const first = keeper.current();
  const waiting = keeper.current();
  // Asked in the moment when one has just ended and the next has not yet begun.
  const between = first.then(() => keeper.current());
  await Promise.all([first, waiting, between]);
  expect(most).toBe(1);
});

it('mended by the places that have changed, the picture is the one that is read anew', async () => {
  await stage.need(6, [{ quantity: 6 }]);
  const mended = await look(officer());
  const anew = await new Maps(database.db).sight(officer(), {}, stage.today);
  expect(mended.centres).toEqual(anew.centres);
  expect(mended.roads).toEqual(anew.roads);
  expect(mended.depots).toEqual(anew.depots);
});

it('hears of a place that is renamed, which no event tells', async () => {
  await database.owner`update place set name = '新名', version = version + 1
    where id = ${stage.world.centre.id}`;
  expect((await look(officer())).centres[0]?.place.name).toBe('新名');
});

it('keeps no sight of an older picture', async () => {
  await look(officer(), { urgency: 'urgent' });
  await look(officer(), { urgency: 'critical' });
  expect(maps.kept().sights).toBe(3);
  await stage.need(2, [{ quantity: 1 }]);
  await look(officer());
  expect(maps.kept().sights).toBe(1);
});

it('those who ask while the picture is being looked at share one look that begins after them', async () => {
  const looks = await Promise.all(Array.from({ length: 20 }, () => maps.picture()));
  expect(new Set(looks).size).toBe(1);
});
