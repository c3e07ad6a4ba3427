import type { MapLayer, MapWindow } from '../map';

/*
 * What the browser knows of the map's address. Reading it whole is the server's: that takes a schema, which no map waits for.
 */

/** The names of the filters, as they stand in the address and in the form. */
export const filterNames = [
  'campaign',
  'item',
  'group',
  'urgency',
  'needBy',
  'fill',
  'division',
] as const;

export const defaultLayers: readonly MapLayer[] = ['centres', 'depots', 'roads'];

/** Puts the window into an address that holds the rest. */
export function writeWindow(search: URLSearchParams, window: MapWindow): void {
  const { west, south, east, north, zoom } = window;
  const edges = [west, south, east, north].map((edge) => String(Math.round(edge * 1e5) / 1e5));
  search.set('bbox', edges.join(','));
  search.set('zoom', String(zoom));
}
