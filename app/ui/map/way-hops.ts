import type { BaseMap } from '~/domain/base-map';

/** One place on the way of goods, in order. */
export interface WayHop {
  longitude: number;
  latitude: number;
  name: string;
  state: 'done' | 'current' | 'ahead';
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

export const wayMapHeight = 'h-72';

export interface WayStop extends WayHop {
  /** Its numbers in the order of the way: a place that is passed twice has two. */
  numbers: number[];
}

/** One stop for each place; the furthest state of its visits counts. */
export function stopsOf(hops: readonly WayHop[]): WayStop[] {
  const stops = new Map<string, WayStop>();
  hops.forEach((hop, at) => {
    const key = `${hop.longitude} ${hop.latitude} ${hop.name}`;
    const stop = stops.get(key);
    if (!stop) stops.set(key, { ...hop, numbers: [at + 1] });
    else {
      stop.numbers.push(at + 1);
      if (hop.state === 'current') stop.state = 'current';
    }
  });
  return [...stops.values()];
}

const MARGIN = 0.25;
/** A way within one town is shown with some of its surroundings. */
const LEAST_DEGREES = 0.2;

/** What shows the whole way, in degrees. */
export function areaOf(points: readonly { longitude: number; latitude: number }[]) {
  const xs = points.map(({ longitude }) => longitude);
  const ys = points.map(({ latitude }) => latitude);
  const [west, east] = widened(Math.min(...xs), Math.max(...xs));
  const [south, north] = widened(Math.min(...ys), Math.max(...ys));
  return { west, south, east, north };
}

function widened(least: number, most: number): [number, number] {
  const margin = Math.max((most - least) * MARGIN, (LEAST_DEGREES - (most - least)) / 2);
  return [least - margin, most + margin];
}
