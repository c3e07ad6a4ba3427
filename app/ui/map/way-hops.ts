import type { BaseMap } from '~/domain/base-map';

/** One place on the way of goods, in order. */
export interface WayHop {
  longitude: number;
  latitude: number;
  name: string;
  state: 'done' | 'current' | 'ahead';
  /** Index of the hop that the goods came from; none where that is not one place. */
  from?: number | undefined;
  /** Stands at its township's or county's point. */
  rough?: boolean | undefined;
}

export interface WayMapProps {
  /** In the order of the way; those without a known point are left out by the caller. */
  hops: readonly WayHop[];
  base: BaseMap;
  /** Names the map for screen readers. */
  title: string;
}

export const wayMapHeight = 'h-96';

export interface WayStop extends Omit<WayHop, 'name' | 'from'> {
  /** Its places' numbers, in the order of the way, and their names. */
  numbers: number[];
  names: string[];
}

/** One stop for each point: places of one township stand together. The furthest state of its visits counts. */
export function stopsOf(hops: readonly WayHop[]): WayStop[] {
  const stops = new Map<string, WayStop>();
  const numbers = new Map<string, number>();
  for (const { name, from: _, ...hop } of hops) {
    const point = `${hop.longitude} ${hop.latitude}`;
    const stop = stops.get(point) ?? { ...hop, numbers: [], names: [] };
    stops.set(point, stop);
    if (hop.state === 'current') stop.state = 'current';
    const place = `${point} ${name}`;
    if (numbers.has(place)) continue;
    numbers.set(place, numbers.size + 1);
    stop.numbers.push(numbers.size);
    stop.names.push(name);
  }
  return [...stops.values()];
}

const MARGIN = 0.25;
/** Names hang below their points, and the attribution lies at the foot of the map. */
const FOOT = 0.3;
/** A way within one town is shown with some of its surroundings. */
const LEAST_DEGREES = 0.2;

/** What shows the whole way, in degrees. */
export function areaOf(points: readonly { longitude: number; latitude: number }[]) {
  const xs = points.map(({ longitude }) => longitude);
  const ys = points.map(({ latitude }) => latitude);
  const [west, east] = widened(Math.min(...xs), Math.max(...xs));
  const [south, north] = widened(Math.min(...ys), Math.max(...ys));
  return { west, south: south - (points.length > 1 ? (north - south) * FOOT : 0), east, north };
}

function widened(least: number, most: number): [number, number] {
  const margin = Math.max((most - least) * MARGIN, (LEAST_DEGREES - (most - least)) / 2);
  return [least - margin, most + margin];
}
