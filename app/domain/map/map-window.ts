import type { MapWindow } from '../map';
import type { DomainError } from '../error';
import { domainError } from '../result';

export const MIN_ZOOM = 0;
export const MAX_ZOOM = 18;
/** A view wider or higher than this many pixels at its zoom is no screen: it would ask for every centre at once. */
const MAX_SPAN_PX = 4096;
const WORLD_PX = 256;
/** Where the Mercator square ends. */
const MAX_LATITUDE = 85.05;
const FIT_PX = { width: 640, height: 560 };
/** One village fills the screen at this zoom; nearer than that, an empty map is all there is. */
const MAX_FIT_ZOOM = 13;

export interface ReadWindow {
  window?: MapWindow;
  notes: DomainError[];
}

/**
 * A window as the address has it: `bbox` west,south,east,north and `zoom`. What is too near, too far or too wide is
 * clamped, what cannot be read is left out; each is told in a note.
 */
export function readWindow(bbox: string | null, zoom: string | null): ReadWindow {
  if (bbox === null) return { notes: [] };
  const edges = bbox.split(',').map(numberOf);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = edges;
  const near = Math.round(numberOf(zoom ?? ''));
  const readable = edges.length === 4 && [...edges, near].every(Number.isFinite);
  if (!readable || west >= east || south >= north) return notAWindow;
  const notes: DomainError[] = [];
  const used = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, near));
  if (used !== near) notes.push(domainError('map.zoom', { zoom: used }, 'zoom'));
  const asked = { west, south, east, north, zoom: used };
  const window = clampSpan(clampToWorld(asked));
  if (!window) return notAWindow;
  if (window.clamped) notes.push(domainError('map.window_large', undefined, 'bbox'));
  const { clamped: _, ...rest } = window;
  return { window: rest, notes };
}

const notAWindow: ReadWindow = { notes: [domainError('map.window', undefined, 'bbox')] };

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** A mark may have a sign above it, which the northernmost needs room for. */
const SIGN_PX = 40;

/** The nearest window that shows all points with some room, for a map that is about as large as a table beside it. */
export function fitWindow(points: Iterable<{ longitude: number; latitude: number }>): MapWindow {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { longitude, latitude } of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  if (west > east) return twoProvinces;
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  let zoom = MAX_FIT_ZOOM;
  const fits = () =>
    pixelsX(east - west, zoom) <= FIT_PX.width &&
    (bottom - top) * worldPx(zoom) + SIGN_PX <= FIT_PX.height;
  while (zoom > MIN_ZOOM && !fits()) zoom -= 1;
  const middleY = (top + bottom) / 2 - SIGN_PX / 2 / worldPx(zoom);
  return windowAt(((west + east) / 2 + 180) / 360, middleY, zoom);
}

/** The window with a point in its middle. */
export function windowAround(
  { longitude, latitude }: { longitude: number; latitude: number },
  zoom: number,
): MapWindow {
  return windowAt((longitude + 180) / 360, mercatorY(latitude), Math.min(zoom, MAX_FIT_ZOOM + 1));
}

function windowAt(middleX: number, middleY: number, zoom: number): MapWindow {
  const halfX = FIT_PX.width / 2 / worldPx(zoom);
  const halfY = FIT_PX.height / 2 / worldPx(zoom);
  return {
    west: (middleX - halfX) * 360 - 180,
    east: (middleX + halfX) * 360 - 180,
    north: latitudeOf(middleY - halfY),
    south: latitudeOf(middleY + halfY),
    zoom,
  };
}

/** Guangxi and Guangdong, for a map with nothing on it. */
export const twoProvinces: MapWindow = {
  west: 104.2,
  south: 20,
  east: 117.4,
  north: 26.5,
  zoom: 6,
};

/** 0 at the northern edge of the Mercator square, 1 at the southern. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(
    (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI) / 180,
  );
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

export function latitudeOf(y: number): number {
  return (360 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI))) / Math.PI - 90;
}

function worldPx(zoom: number): number {
  return WORLD_PX * 2 ** zoom;
}

function pixelsX(degrees: number, zoom: number): number {
  return (degrees / 360) * worldPx(zoom);
}

function clampToWorld(window: MapWindow): MapWindow {
  return {
    west: Math.max(-180, window.west),
    south: Math.max(-MAX_LATITUDE, window.south),
    east: Math.min(180, window.east),
    north: Math.min(MAX_LATITUDE, window.north),
    zoom: window.zoom,
  };
}

/** Undefined where nothing of the world is in it. What is too wide for its zoom is seen from farther away. */
function clampSpan(window: MapWindow): (MapWindow & { clamped: boolean }) | undefined {
  const { west, south, east, north } = window;
  if (!(west < east && south < north)) return undefined;
  const span = Math.max((east - west) / 360, mercatorY(south) - mercatorY(north));
  let { zoom } = window;
  while (zoom > MIN_ZOOM && span * worldPx(zoom) > MAX_SPAN_PX) zoom -= 1;
  return { ...window, zoom, clamped: zoom !== window.zoom };
}
