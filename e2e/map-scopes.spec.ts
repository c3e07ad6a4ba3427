import { expect, test } from '@playwright/test';
import { roles } from '~/domain/actor';
import { paths } from '~/paths';
import { startAccessPortal, type AccessPortal } from './support/access-portal';
import type { AccessWorld } from './support/access-world';
import { Visitor } from './support/visitor';

/**
 * Every address of a map, asked by each role for what is another's: by the place's own id, by division, by campaign and item,
 * for the whole world. A picture and a print are made in the browser of what these answer, so that nothing else can be asked.
 */
let portal: AccessPortal;
let world: AccessWorld;
let origin: string;
let placeName: string;
let programmeId: string;

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  portal = await startAccessPortal();
  ({ world, origin } = portal);
  const [row] = await world.db.$client<{ name: string; programme: string }[]>`
    select pl.name, pr.id as programme from place pl join programme pr on pr.place_id = pl.id
    where pl.id = ${world.params.placeId ?? ''}`;
  placeName = row?.name ?? '';
  programmeId = row?.programme ?? '';
});
test.afterAll(() => portal.close());

const WORLD = 'bbox=-180,-90,180,90&zoom=18';

/** What is asked, and what of it a reader's own words give back. */
function forged(): string[] {
  const { placeId = '', donationId = '', campaignId = '', itemId = '' } = world.params;
  const asked = [
    `centre=${placeId}`,
    `centre=${placeId}&division=451121`,
    `centre=${placeId}&${WORLD}&layers=centres,depots,roads,reach`,
    `division=45&shading=need&shadeBy=county`,
    `division=&division=451121&centre=${placeId}`,
    `campaign=${campaignId}&item=${itemId}&centre=${placeId}`,
    WORLD,
  ];
  const pages = [paths.map, `${paths.map}.data`, paths.mapView, `${paths.mapView}.data`];
  const donation = [paths.donationMap(donationId), paths.donationMapView(donationId)];
  return [
    ...pages.flatMap((page) => asked.map((query) => `${page}?${query}`)),
    ...donation.flatMap((page) => [page, `${page}?${WORLD}`, `${page}.data?${WORLD}`]),
  ];
}

/** Names and ids of the world that an answer tells, though the address did not. */
function told(address: string, body: string): string[] {
  const asked = decodeURIComponent(address);
  return [placeName, programmeId, world.params.placeId ?? '', ...world.secrets].filter(
    (secret) => body.includes(secret) && !asked.includes(secret),
  );
}

for (const role of roles.filter((one) => one !== 'administrator')) {
  test(`a ${role} of elsewhere is told nothing by a forged address`, async () => {
    const { login, actor } = world.outsiders[role];
    const visitor = await Visitor.signIn(origin, login, actor);
    const wrong: string[] = [];
    for (const address of forged()) {
      const { status, body } = await visitor.get(address);
      const mayAsk = address.startsWith(paths.map) ? status === 200 : status === 404;
      const secrets = told(address, body);
      if (!mayAsk || secrets.length > 0) wrong.push(`${address} ${status} ${secrets.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  });
}

test('the same addresses tell those whose it is', async () => {
  const { login, actor } = world.insiders.bureau_officer;
  const visitor = await Visitor.signIn(origin, login, actor);
  const { placeId = '', donationId = '' } = world.params;
  const panel = await visitor.get(`${paths.map}?centre=${placeId}`);
  expect(told(paths.map, panel.body)).toEqual(
    expect.arrayContaining([placeName, programmeId, world.params.requestId]),
  );
  const view = await visitor.get(`${paths.mapView}?${WORLD}`);
  expect(told(paths.mapView, view.body)).toEqual([placeName, placeId, world.params.shipmentId]);
  expect((await visitor.get(paths.donationMap(donationId))).status).toBe(200);
});

test('the public is sent to sign in, and its own map and traces name no centre', async () => {
  const nobody = new Visitor(origin);
  const wrong: string[] = [];
  for (const address of forged()) {
    const { status, location, body } = await nobody.get(address);
    const sentAway = status === 302 ? location.startsWith(paths.signIn) : body.includes('sign-in');
    const secrets = told(address, body);
    if (!sentAway || secrets.length > 0) wrong.push(`${address} ${status} ${secrets.join(' ')}`);
  }
  for (const query of ['', '?county=451121', `?centre=${world.params.placeId}&${WORLD}`]) {
    const address = `${paths.publicMap}${query}`;
    const { status, body } = await nobody.get(address);
    const secrets = told(address, body);
    if (status !== 200 || secrets.length > 0) wrong.push(`${address} ${status} ${secrets.join()}`);
  }
  expect(wrong).toEqual([]);
});
