import Supercluster from 'supercluster';
import { fillPercent } from '~/domain/map/centre-figures';
import { round } from '~/domain/map/road-lines';
import type { SeenCentre } from '~/domain/map/seen';
import type { MapMark, MapWindow } from '~/domain/map';

/** Pixels within which centres are drawn as one. */
const RADIUS_PX = 60;
/** Nearer than this every centre stands by itself; those of one township's point are spread by the browser. */
const MAX_CLUSTER_ZOOM = 13;

interface PointProps {
  index: number;
}
/** Sums over the centres of a cluster. */
interface Sums {
  persons: number;
  weight: number;
  met: number;
}

/** Centres of one reader and one set of filters, ready to be asked for any window. */
export interface Clusters {
  marks: (window: MapWindow) => MapMark[];
}

export function clustersOf(centres: readonly SeenCentre[]): Clusters {
  const index = new Supercluster<PointProps, Sums>({
    radius: RADIUS_PX,
    extent: 256,
    maxZoom: MAX_CLUSTER_ZOOM,
    map: ({ index: at }) => {
      const { persons = 0, weight = 0, met = 0 } = centres[at] ?? {};
      return { persons, weight, met };
    },
    reduce: (sums, other) => {
      sums.persons += other.persons;
      sums.weight += other.weight;
      sums.met += other.met;
    },
  });
  index.load(pointsOf(centres));
  return {
    marks: ({ west, south, east, north, zoom }) =>
      index.getClusters([west, south, east, north], zoom).map((feature): MapMark => {
        const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
        const point = { longitude: round(longitude), latitude: round(latitude) };
        const { properties } = feature;
        if ('cluster_id' in properties) {
          const { cluster_id: id, point_count, persons, weight, met } = properties;
          return {
            kind: 'cluster',
            id,
            ...point,
            centres: point_count,
            persons,
            fill: fillPercent(met, weight),
            expandTo: index.getClusterExpansionZoom(id),
          };
        }
        return centreMark(centres[properties.index], point);
      }),
  };
}

function pointsOf(centres: readonly SeenCentre[]) {
  return centres.flatMap(({ place: { longitude, latitude } }, index) => {
    if (longitude === undefined || latitude === undefined) return [];
    const coordinates = [longitude, latitude];
    const geometry = { type: 'Point' as const, coordinates };
    return [{ type: 'Feature' as const, properties: { index }, geometry }];
  });
}

function centreMark(
  centre: SeenCentre | undefined,
  point: { longitude: number; latitude: number },
): MapMark {
  if (!centre) throw new Error('a mark without its centre');
  const { place, persons, fill, onTheRoad, reached } = centre;
  return {
    kind: 'centre',
    id: place.id,
    name: place.name,
    ...point,
    precision: place.precision,
    persons,
    fill,
    onTheRoad: onTheRoad > 0,
    reached,
  };
}
