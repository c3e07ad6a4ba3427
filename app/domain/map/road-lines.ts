import type { LonLat, MapWindow, RoadLine } from '../map';
import { mercatorY } from './map-window';
import type { PlaceHead } from './picture';
import type { SeenRoad } from './seen';

/** Ends nearer than this on the screen are one: hundreds of lines out of one depot are a blot. */
const CELL_PX = 48;
/** The most lines that an eye can tell apart, and that a first view has room for. */
const MAX_LINES = 120;

interface Bundle {
  ids: string[];
  from: LonLat;
  to: LonLat;
  partly: boolean;
  late: boolean;
}

/** The deliveries that cross a window, as lines: those between about the same points in one, the largest first. */
export function roadLines(roads: readonly SeenRoad[], window: MapWindow): RoadLine[] {
  const bundles = new Map<string, Bundle>();
  for (const { road, from, to, late } of roads) {
    const start = pointOf(from);
    const end = pointOf(to);
    if (!start || !end || !crosses(start, end, window)) continue;
    const key = `${cellOf(start, window.zoom)} ${cellOf(end, window.zoom)}`;
    const bundle = bundles.get(key);
    const partly = road.status === 'partly_received';
    if (!bundle) {
      bundles.set(key, { ids: [road.shipmentId], from: start, to: end, partly, late });
      continue;
    }
    bundle.ids.push(road.shipmentId);
    bundle.partly &&= partly;
    bundle.late ||= late;
  }
  return [...bundles.values()]
    .sort((a, b) => Number(b.late) - Number(a.late) || b.ids.length - a.ids.length)
    .slice(0, MAX_LINES)
    .map(({ ids, from, to, partly, late }) => ({
      shipmentId: ids.length === 1 ? (ids[0] ?? null) : null,
      shipments: ids.length,
      from,
      to,
      status: partly ? 'partly_received' : 'dispatched',
      late,
    }));
}

function pointOf({ longitude, latitude }: PlaceHead): LonLat | undefined {
  if (longitude === undefined || latitude === undefined) return undefined;
  return [round(longitude), round(latitude)];
}

/** About a metre. */
export function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function cellOf([longitude, latitude]: LonLat, zoom: number): string {
  const cells = (256 * 2 ** zoom) / CELL_PX;
  return `${Math.floor(((longitude + 180) / 360) * cells)},${Math.floor(mercatorY(latitude) * cells)}`;
}

/** Whether the box around the line meets the window: a line too many at the edge does no harm. */
function crosses(a: LonLat, b: LonLat, { west, south, east, north }: MapWindow): boolean {
  return (
    Math.min(a[0], b[0]) <= east &&
    Math.max(a[0], b[0]) >= west &&
    Math.min(a[1], b[1]) <= north &&
    Math.max(a[1], b[1]) >= south
  );
}
