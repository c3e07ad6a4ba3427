import { addDays } from '../calendar';
import { contains } from '../division';
import type { DepotMark, MapFilter } from '../map';
import { centreFigures, fillBandOf, fillPercent, type CentreFigures } from './centre-figures';
import type { Lens } from './lens';
import { getNumber } from '../parameter';
import type { Picture, PlaceHead, Road } from './picture';

/** A centre with its figures, as one reader sees it under one set of filters. */
export interface SeenCentre extends CentreFigures {
  place: PlaceHead;
  /** 0 to 100; null where nothing is asked for. */
  fill: number | null;
  /** Shipments on the road to it. */
  onTheRoad: number;
}

export interface SeenRoad {
  road: Road;
  from: PlaceHead;
  to: PlaceHead;
  late: boolean;
}

export interface Seen {
  centres: SeenCentre[];
  depots: (Omit<DepotMark, 'longitude' | 'latitude'> & { place: PlaceHead })[];
  roads: SeenRoad[];
}

/** What a reader sees of the picture: the lens first, then the filters. @param today calendar day in Shanghai. */
export function seen(picture: Picture, lens: Lens, filter: MapFilter, today: string): Seen {
  const roads = seenRoads(picture, lens, filter, today);
  return {
    centres: seenCentres(picture, lens, filter, today, roads),
    depots: seenDepots(picture, lens, filter, today),
    roads,
  };
}

function seenCentres(
  picture: Picture,
  lens: Lens,
  filter: MapFilter,
  today: string,
  roads: readonly SeenRoad[],
): SeenCentre[] {
  const onTheRoad = new Map<string, number>();
  for (const { to } of roads) onTheRoad.set(to.id, (onTheRoad.get(to.id) ?? 0) + 1);
  const { campaignId, itemId, group, urgency, needBy, fill: band, divisionPrefix = '' } = filter;
  const narrowed = Boolean(campaignId || itemId || group || urgency || needBy);
  const onlyCounted = narrowed || lens.perspective === 'goods';
  const centres: SeenCentre[] = [];
  for (const place of picture.heads.values()) {
    if (place.kind !== 'centre' || isOver(place, today)) continue;
    if (!contains(divisionPrefix, place.divisionCode) || !lens.seesCentre(place)) continue;
    const needs = picture.needs.get(place.id) ?? [];
    const figures = centreFigures(needs, filter, lens.perspective, lens.seesGift);
    const coming = onTheRoad.get(place.id) ?? 0;
    if (onlyCounted && !figures.counted && !(lens.perspective === 'goods' && coming > 0)) continue;
    const fill = fillPercent(figures.met, figures.weight);
    if (band && (fill === null || fillBandOf(fill) !== band)) continue;
    centres.push({ place, ...figures, fill, onTheRoad: coming });
  }
  return centres;
}

function seenDepots(picture: Picture, lens: Lens, filter: MapFilter, today: string) {
  const { itemId, divisionPrefix = '' } = filter;
  const depots: Seen['depots'] = [];
  for (const place of picture.heads.values()) {
    if (place.kind !== 'depot' || isOver(place, today)) continue;
    if (!contains(divisionPrefix, place.divisionCode)) continue;
    const items = new Set<string>();
    for (const stock of picture.stock.get(place.id) ?? []) {
      if (itemId && stock.itemId !== itemId) continue;
      if (lens.seesStock(place, stock)) items.add(stock.itemId);
    }
    if (items.size === 0 && !lens.seesDepot(place)) continue;
    depots.push({ id: place.id, name: place.name, lots: items.size, place });
  }
  return depots;
}

function seenRoads(picture: Picture, lens: Lens, filter: MapFilter, today: string): SeenRoad[] {
  const { campaignId, itemId, divisionPrefix = '' } = filter;
  const roads: SeenRoad[] = [];
  for (const road of picture.roads.values()) {
    const from = picture.heads.get(road.fromPlaceId);
    const to = picture.heads.get(road.toPlaceId);
    if (!from || !to || !lens.seesRoad(road, from, to)) continue;
    if (itemId && !road.itemIds.includes(itemId)) continue;
    if (campaignId && !road.campaignIds.includes(campaignId)) continue;
    const inside = [from, to].some((place) => contains(divisionPrefix, place.divisionCode));
    if (!inside) continue;
    roads.push({ road, from, to, late: isLate(road, to, picture, today) });
  }
  return roads;
}

/** On the road for longer than the destination's region allows, or needed before today. */
function isLate(road: Road, to: PlaceHead, { lateAfter }: Picture, today: string): boolean {
  if (road.needBy !== null && road.needBy < today) return true;
  const days = getNumber(lateAfter, 'shipment.late_after', today, to.divisionCode);
  return road.dispatchedOn < addDays(today, -days);
}

function isOver({ endedOn }: PlaceHead, today: string): boolean {
  return endedOn !== null && endedOn <= today;
}
