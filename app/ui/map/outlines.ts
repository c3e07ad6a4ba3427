import { toPath, type LonLat, type Shift } from './projection';

interface OutlineFile {
  features: {
    properties: { code: string; name: string };
    geometry:
      | { type: 'Polygon'; coordinates: LonLat[][] }
      | { type: 'MultiPolygon'; coordinates: LonLat[][][] };
  }[];
}

export interface Outline {
  /** 12 digits. */
  code: string;
  name: string;
  /** Of a Path2D, in the measure of `toPath`. */
  path: string;
  /** Middle of the largest ring: where its name stands. */
  middle: LonLat;
}

/** @throws when the file is not there or holds no outlines. */
export async function loadOutlines(url: string, shift: Shift | undefined): Promise<Outline[]> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const { features } = (await answer.json()) as OutlineFile;
  return features.map(({ properties, geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const moved = shift ? rings.map((ring) => ring.map(shift)) : rings;
    const { code, name } = properties;
    return { code, name, path: moved.map(ringPath).join(''), middle: middleOf(moved) };
  });
}

/** To a hundredth, some 5 m. */
const round = (value: number) => Math.round(value * 100) / 100;

function ringPath(ring: readonly LonLat[]): string {
  const points = ring.map((point) => toPath(point).map(round).join(' '));
  return `M${points.join('L')}Z`;
}

/** Centre of gravity of the largest ring; inside it for shapes as round as prefectures are. */
export function middleOf(rings: readonly (readonly LonLat[])[]): LonLat {
  let largest = { area: 0, x: 0, y: 0 };
  for (const ring of rings) {
    const sums = { area: 0, x: 0, y: 0 };
    for (let at = 1; at < ring.length; at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] ?? [0, 0], ring[at] ?? [0, 0]];
      const cross = ax * by - bx * ay;
      sums.area += cross;
      sums.x += (ax + bx) * cross;
      sums.y += (ay + by) * cross;
    }
    if (Math.abs(sums.area) > Math.abs(largest.area)) largest = sums;
  }
  if (largest.area === 0) return rings[0]?.[0] ?? [0, 0];
  return [largest.x / (3 * largest.area), largest.y / (3 * largest.area)];
}
