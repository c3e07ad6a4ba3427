/** In units of 1/1024 degree, about 100 m. */
export type Point = [number, number];

/** How far a line may move: 10/1024 degree, about 1 km. */
const TOLERANCE = 10;
/** Islands smaller than this box are left out, unless nothing else is left of the prefecture. */
const SMALLEST = 8;

/**
 * Thins the rings of neighbouring areas so that a border that two of them share stays shared: rings are cut where the
 * number of areas that meet changes, and each piece is thinned in one direction, whoever walks it.
 */
export function thinRings(areas: readonly Point[][][]): Point[][][] {
  const meeting = new Map<string, Set<number>>();
  areas.forEach((rings, area) => {
    for (const point of rings.flat()) {
      const key = String(point);
      meeting.set(key, (meeting.get(key) ?? new Set()).add(area));
    }
  });
  const meet = (point: Point | undefined) => [...(meeting.get(String(point)) ?? [])].join();
  return areas.map((rings) => {
    const large = rings.filter((ring) => extent(ring) >= SMALLEST);
    const thinned = (large.length > 0 ? large : rings).map((ring) => thinRing(ring, meet));
    // Three corners and the first again are the least that has an inside.
    return thinned.filter((ring) => ring.length >= 4);
  });
}

function extent(ring: Point[]): number {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

function thinRing(closed: Point[], meet: (point: Point | undefined) => string): Point[] {
  const first = closed[0];
  const last = closed.at(-1);
  if (!first || !last) return [];
  const ring = String(first) === String(last) ? closed.slice(0, -1) : closed;
  const isCut = ring.map((point, at) => {
    const here = meet(point);
    const [before, after] = [meet(ring.at(at - 1)), meet(ring[(at + 1) % ring.length])];
    // Where three areas meet, and at both ends of a shared stretch.
    return here.length > before.length || here.length > after.length;
  });
  let cuts = isCut.flatMap((cut, at) => (cut ? [at] : []));
  // An island is cut at two far points, chosen alike by whoever walks it.
  if (cuts.length < 2) cuts = farPoints(ring);
  const pieces = cuts.map((from, at) => {
    const to = cuts[(at + 1) % cuts.length] ?? from;
    const turned =
      to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
    return thinOneWay(turned).slice(0, -1);
  });
  const thinned = pieces.flat();
  const start = thinned[0];
  return start ? [...thinned, start] : [];
}

function farPoints(ring: Point[]): number[] {
  const order = ring
    .map((_, at) => at)
    .sort((a, b) => {
      const [p, q] = [ring[a], ring[b]];
      return p && q ? p[0] - q[0] || p[1] - q[1] : 0;
    });
  return [order[0] ?? 0, order.at(-1) ?? 0].sort((a, b) => a - b);
}

function thinOneWay(piece: Point[]): Point[] {
  const [first, last] = [piece[0], piece.at(-1)];
  if (!first || !last) return piece;
  const isForward = first[0] - last[0] || first[1] - last[1];
  if (isForward <= 0) return thin(piece);
  return thin([...piece].reverse()).reverse();
}

/** Douglas and Peucker's thinning; the ends stay. */
function thin(piece: Point[]): Point[] {
  const [first, last] = [piece[0], piece.at(-1)];
  if (!first || !last || piece.length < 3) return piece;
  let [farthest, at] = [0, 0];
  piece.forEach((point, index) => {
    const away = distance(point, first, last);
    if (away > farthest) [farthest, at] = [away, index];
  });
  if (farthest <= TOLERANCE) return [first, last];
  return [...thin(piece.slice(0, at + 1)).slice(0, -1), ...thin(piece.slice(at))];
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
