import type { Scope } from '../actor';
import { contains } from '../division';
import type { MapPerspective } from '../map';
import type { Gift, PlaceHead, Road, StockItem } from './picture';

/** What of the picture a reader may see. It comes before every filter. */
export interface Lens {
  perspective: MapPerspective;
  /** Equal keys see the same: clusterings are kept by it. */
  key: string;
  /** Whether needs (perspective `need`) or goods at all (perspective `goods`) of a centre are seen. */
  seesCentre: (place: PlaceHead) => boolean;
  /** Whether goods count as the reader's own. */
  seesGift: (gift: Gift) => boolean;
  /** Which stock of a place is seen; a depot with none of it is not drawn, unless it is the reader's to see as a place. */
  seesStock: (place: PlaceHead, stock: StockItem) => boolean;
  seesDepot: (place: PlaceHead) => boolean;
  /** The ends are undefined where a place is not known any more. */
  seesRoad: (road: Road, from: PlaceHead | undefined, to: PlaceHead | undefined) => boolean;
}

const all = () => true;
const none = () => false;

/**
 * Officers see the centres, depots and shipments of their division and all below, a centre its own, a foundation
 * where its goods went, a depot where the goods that were allocated from it went. The same rules as the lists:
 * `requestInScope`, `placeInScope` and `donationInScope` of db/queries.
 */
export function lensOf(scope: Scope, ownPlaceIds: ReadonlySet<string>): Lens {
  const own = (place: PlaceHead | undefined) => place?.organisationId === scope.organisationId;
  switch (scope.role) {
    case 'administrator':
      return placesLens('all', all);
    case 'bureau_officer':
    case 'township_officer':
      return placesLens(
        `division ${scope.divisionPrefix} ${scope.organisationId}`,
        (place) => own(place) || contains(scope.divisionPrefix, place.divisionCode),
      );
    case 'centre_coordinator':
      return placesLens(`own ${scope.organisationId}`, own);
    case 'foundation_staff':
      return {
        perspective: 'goods',
        key: `donor ${scope.organisationId}`,
        seesCentre: all,
        seesGift: (gift) => gift.donorId === scope.organisationId,
        seesStock: (_, stock) => stock.donorId === scope.organisationId,
        seesDepot: none,
        seesRoad: (road) => road.donorIds.includes(scope.organisationId),
      };
    case 'depot_staff':
      return {
        perspective: 'goods',
        key: `depot ${scope.organisationId}`,
        seesCentre: all,
        seesGift: (gift) => ownPlaceIds.has(gift.fromPlaceId),
        seesStock: own,
        seesDepot: own,
        seesRoad: (_, from, to) => own(from) || own(to),
      };
  }
}

/** One donation, as far as the reader's own lens lets see it; its donor sees all of it. */
export function donationLens(donationId: string, reader: Lens, isDonor: boolean): Lens {
  const seesPlace = (place: PlaceHead) => isDonor || reader.seesCentre(place);
  const placeBound = !isDonor && reader.perspective === 'need';
  return {
    perspective: 'goods',
    key: `donation ${donationId} ${isDonor ? 'donor' : reader.key}`,
    seesCentre: placeBound ? seesPlace : all,
    seesGift: (gift) =>
      gift.donationId === donationId && (isDonor || placeBound || reader.seesGift(gift)),
    seesStock: (place, stock) =>
      stock.donationId === donationId && (isDonor || reader.seesStock(place, stock)),
    seesDepot: none,
    seesRoad: (road, from, to) =>
      road.donationIds.includes(donationId) && (isDonor || reader.seesRoad(road, from, to)),
  };
}

function placesLens(key: string, seesPlace: (place: PlaceHead) => boolean): Lens {
  return {
    perspective: 'need',
    key,
    seesCentre: seesPlace,
    seesGift: all,
    seesStock: seesPlace,
    seesDepot: seesPlace,
    seesRoad: (_, from, to) =>
      (from !== undefined && seesPlace(from)) || (to !== undefined && seesPlace(to)),
  };
}
