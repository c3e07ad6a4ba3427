/** A point as GeoJSON has it: longitude, latitude; WGS-84 unless said otherwise. */
export type LonLat = readonly [longitude: number, latitude: number];

/** Moves a point from WGS-84 into the datum of the tiles under it. */
export type Shift = (point: LonLat) => LonLat;

/** What a layer shows: Web Mercator, in CSS pixels. */
export interface View {
  /** Width of the whole world in pixels: 256 at zoom 0. */
  scale: number;
  /** World pixels of the layer's left upper corner. */
  left: number;
  top: number;
  width: number;
  height: number;
}

export const worldPixels = (zoom: number) => 256 * 2 ** zoom;

/** Source: EPSG:3857, as parts of the world's width. */
export function toWorld([longitude, latitude]: LonLat): [number, number] {
  const bent = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return [(longitude + 180) / 360, 0.5 - bent / (2 * Math.PI)];
}

export function toScreen(view: View, point: LonLat): [number, number] {
  const [x, y] = toWorld(point);
  return [x * view.scale - view.left, y * view.scale - view.top];
}

/**
 * Paths are kept in single precision by the canvas: as parts of the world a street would be lost, so
 * they are measured from the middle of the two provinces, in pixels of this zoom.
 */
const PATH_ZOOM = 8;
const PATH_ORIGIN = toWorld([110.5, 23.3]);

export function toPath(point: LonLat): [number, number] {
  const [x, y] = toWorld(point);
  const scale = worldPixels(PATH_ZOOM);
  return [(x - PATH_ORIGIN[0]) * scale, (y - PATH_ORIGIN[1]) * scale];
}

/** Canvas transform under which paths made by `toPath` lie where the view shows them. */
export function pathTransform(view: View): { scale: number; x: number; y: number } {
  return {
    scale: view.scale / worldPixels(PATH_ZOOM),
    x: PATH_ORIGIN[0] * view.scale - view.left,
    y: PATH_ORIGIN[1] * view.scale - view.top,
  };
}
