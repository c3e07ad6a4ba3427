import { redirect } from '@remix-run/node';
import { listCampaigns } from '~db/queries/campaigns.server';
import { listItems } from '~db/queries/items.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { countyCode } from '~/domain/division';
import type { MapFilter } from '~/domain/map';
import { readMapView } from '~/domain/map/map-address';
import { orderedCentres, readCentreOrder } from '~/domain/map/centre-rows';
import type { SeenCentre } from '~/domain/map/seen';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { mapAnswer, mapsFor, nameIn, outsideNote, wholeWindow } from '~/server/map.server';
import { pageNumber } from '../requests._index/read-filter';
import { centrePanel } from './centre-panel.server';
import { readMapDivision } from './map-division.server';

const PAGE_SIZE = 30;
const MAX_LISTED = 30;

/** As it is once it has been sent to the browser. */
type AskedFilter = { [K in keyof MapFilter]?: MapFilter[K] | undefined };

/** The page of the map: its first view and the same in tables. */
export async function loadMap(env: ServerEnv, actor: Actor, url: string) {
  const search = new URL(url).searchParams;
  const scope = visibleScope(actor);
  const division = await readMapDivision(env, scope, search);
  if (division.address) throw redirect(`${paths.map}?${division.address}`);
  const { view, notes } = readMapView(search);
  const today = dayInShanghai(env.now());
  const maps = mapsFor(env);
  const [sight, campaigns, items] = await Promise.all([
    maps.sight(scope, view.filter, today),
    listCampaigns(env.db, scope),
    listItems(env.db),
  ]);
  // What may be chosen is what is seen without any filter.
  const all = await maps.sight(scope, {}, today);
  const window = view.window ?? wholeWindow(sight);
  const name = nameIn(sight.picture);
  const ordered = orderedCentres(sight.centres, readCentreOrder(search.get('sort')));
  const number = pageNumber(search.get('page'));
  const panel = view.centre && (await centrePanel(env, actor, all, view.centre, items));
  return {
    filter: view.filter as AskedFilter,
    layers: view.layers,
    shading: view.shading,
    shadeBy: view.shadeBy,
    window,
    first: mapAnswer(sight, view, window, [...notes, ...outsideNote(scope, view.filter)]),
    rows: ordered
      .slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
      .map((centre) => rowOf(centre, name)),
    page: { number, size: PAGE_SIZE, total: ordered.length },
    totals: totalsOf(sight.centres),
    depots: sight.depots.map(({ id, name: depot, lots, place }) => ({
      id,
      name: depot,
      lots,
      organisationId: place.organisationId,
      county: name(countyCode(place.divisionCode).padEnd(12, '0')),
    })),
    roads: sight.roads.slice(0, MAX_LISTED).map(({ road, from, to, late }) => ({
      shipmentId: road.shipmentId,
      from: from.name,
      to: to.name,
      status: road.status,
      dispatchedOn: road.dispatchedOn,
      late,
    })),
    roadsTotal: sight.roads.length,
    campaigns: campaigns.map(({ id, name: campaign }) => ({ id, name: campaign })),
    items: items
      .filter((item) => !item.isKit)
      .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    division: { text: division.text, errors: division.errors, offers: division.offers },
    panel: panel || undefined,
    panelMissing: Boolean(view.centre) && !panel,
  };
}
export type LoadedMap = Awaited<ReturnType<typeof loadMap>>;
export type CentreRow = LoadedMap['rows'][number];

function rowOf(centre: SeenCentre, name: (code: string) => string) {
  const { place, persons, fill, urgency, needBy, onTheRoad, valueFen } = centre;
  const county = place.divisionCode.slice(0, 6).padEnd(12, '0');
  const township = place.divisionCode.slice(0, 9).padEnd(12, '0');
  return {
    id: place.id,
    name: place.name,
    township: township === county ? '' : name(township),
    county: name(county),
    persons,
    fill,
    urgency,
    needBy,
    onTheRoad,
    valueFen: Math.round(valueFen),
    onMap: place.longitude !== undefined,
  };
}

function totalsOf(centres: readonly SeenCentre[]) {
  let [persons, reached, value] = [0, 0, 0];
  for (const centre of centres) {
    persons += centre.persons;
    reached += Number(centre.reached);
    value += centre.valueFen;
  }
  return { centres: centres.length, persons, reached, valueFen: Math.round(value) };
}
