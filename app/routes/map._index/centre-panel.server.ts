import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { listStock } from '~db/queries/balances.server';
import {
  listCentreProgrammes,
  listCentreRequests,
  shipmentCodes,
} from '~db/queries/map-centre.server';
import { visibleScope, type Actor } from '~/domain/actor';
import type { CatalogueItem } from '~/domain/catalogue';
import type { SeenCentre } from '~/domain/map/seen';
import { refusal } from '~/domain/policy';
import { nowhere, requestLineFigures } from '~/domain/request';
import type { ServerEnv } from '~/server/env.server';
import { nameIn, type MapSight } from '~/server/map.server';

/** Everything beside the map about one centre, or undefined: not there, or not the reader's to see. */
export async function centrePanel(
  env: ServerEnv,
  actor: Actor,
  sight: MapSight,
  placeId: string,
  items: readonly CatalogueItem[],
) {
  const centre = sight.centres.find(({ place }) => place.id === placeId);
  if (!centre) return undefined;
  const scope = visibleScope(actor);
  const seesNeeds = sight.lens.perspective === 'need';
  const [requests, programmes, stock, deliveries] = await Promise.all([
    seesNeeds ? shownRequests(env, actor, placeId) : [],
    listCentreProgrammes(env.db, scope, placeId),
    seesNeeds ? listStock(env.db, scope, { placeIds: [placeId], kinds: ['stock', 'hold'] }) : [],
    shownDeliveries(env, sight, placeId),
  ]);
  const amounts = new Map<string, number>();
  for (const { itemId, quantity } of stock) {
    amounts.set(itemId, (amounts.get(itemId) ?? 0) + quantity);
  }
  const gifts = seesNeeds ? [] : ownGifts(centre, sight);
  const used = new Set([
    ...requests.flatMap((request) => request.lines.map((line) => line.itemId)),
    ...amounts.keys(),
    ...gifts.map((gift) => gift.itemId),
  ]);
  const { place, persons, fill, valueFen } = centre;
  const { organisationId, divisionCode } = place;
  return {
    id: place.id,
    name: place.name,
    organisationId,
    where: [9, 6, 4]
      .map((digits) => divisionCode.slice(0, digits).padEnd(12, '0'))
      .filter((code, at, codes) => codes.indexOf(code) === at)
      .map(nameIn(sight.picture)),
    precision: place.longitude === undefined ? undefined : place.precision,
    perspective: sight.lens.perspective,
    persons,
    fill,
    valueFen: Math.round(valueFen),
    requests,
    programmes,
    stock: [...amounts].map(([itemId, quantity]) => ({ itemId, quantity })),
    gifts,
    deliveries,
    items: items
      .filter((item) => used.has(item.id))
      .map(({ id, nameZh, nameEn, units }) => ({ id, nameZh, nameEn, units })),
    askRefusal: refusal('request.draft', actor, { organisationId, divisionCode }),
  };
}
export type CentrePanel = NonNullable<Awaited<ReturnType<typeof centrePanel>>>;

async function shownRequests(env: ServerEnv, actor: Actor, placeId: string) {
  const requests = await listCentreRequests(env.db, visibleScope(actor), placeId);
  const lineIds = requests.flatMap((request) => request.lines.map((line) => line.id));
  const whereabouts = await findLineWhereabouts(env.db, lineIds);
  return requests.map((request) => {
    const { id, status, programmeName, group, headCount, needBy, urgency } = request;
    const { organisationId, divisionCode, submittedByUserId } = request;
    const doneBy = submittedByUserId ? [submittedByUserId] : [];
    const record = { status, organisationId, divisionCode, doneBy };
    const lines = request.lines.map((line) => {
      const { itemId, size, unitCode, quantity, approvedQuantity } = line;
      const figures = requestLineFigures(
        { quantity, approved: approvedQuantity ?? undefined },
        status,
        whereabouts.get(line.id) ?? nowhere,
      );
      return { id: line.id, itemId, size, unitCode, ...figures };
    });
    return {
      id,
      status,
      programmeName,
      group,
      headCount,
      needBy,
      urgency,
      lines,
      approveRefusal: status === 'submitted' ? refusal('request.approve', actor, record) : null,
      allocateRefusal: status === 'approved' ? refusal('allocation.make', actor, record) : null,
    };
  });
}
export type ShownRequest = Awaited<ReturnType<typeof shownRequests>>[number];

async function shownDeliveries(env: ServerEnv, sight: MapSight, placeId: string) {
  const coming = sight.roads.filter(({ to }) => to.id === placeId);
  const codes = await shipmentCodes(
    env.db,
    coming.map(({ road }) => road.shipmentId),
  );
  return coming.map(({ road, from, late }) => ({
    shipmentId: road.shipmentId,
    code: codes.get(road.shipmentId) ?? '',
    from: from.name,
    status: road.status,
    dispatchedOn: road.dispatchedOn,
    late,
  }));
}

/** The reader's own goods for the centre, by item. */
function ownGifts({ place }: SeenCentre, { picture, lens }: MapSight) {
  const byItem = new Map<string, { itemId: string; allocated: number; arrived: number }>();
  for (const { itemId, gifts } of (picture.needs.get(place.id) ?? []).flatMap(
    (need) => need.lines,
  )) {
    for (const gift of gifts.filter(lens.seesGift)) {
      const sum = byItem.get(itemId) ?? { itemId, allocated: 0, arrived: 0 };
      sum.allocated += gift.allocated;
      sum.arrived += gift.arrived;
      byItem.set(itemId, sum);
    }
  }
  return [...byItem.values()];
}
