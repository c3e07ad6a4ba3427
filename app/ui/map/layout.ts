import type { AreaShade, DepotMark, RoadLine } from '~/domain/map';
import { isFree, stepAside, widthOf, type Box } from './aside';
import { lonLatOf, radiusOf } from './mark-size';
import type { LonLat } from './projection';
import { bendOf } from './roads';
import { shadesOf, type Ground, type Shade } from './shades';
import type { PlacedMark } from './spread';

export interface Spot {
  x: number;
  y: number;
}
type At = (point: LonLat) => Spot;

/** The name of a division, and under it the figure of a shaded one: its colour does not say it alone. */
export interface PlacedName extends Spot {
  code: string;
  name: string;
  figure: string | undefined;
}

/** The sign of a shaded division whose outline is not known; its foot is at the spot, `up` pixels over its point. */
export interface PlacedSign extends Spot {
  area: AreaShade;
  colour: string;
  /** Left out where signs stand close. */
  named: boolean;
  up: number;
}

export interface PlacedDepot extends Spot {
  depot: DepotMark;
  /** Left out where it would lie over something else. */
  named: boolean;
  /** Pixels below its point. */
  down: number;
}

/** How many deliveries one line stands for, beside its middle; only where it lies over nothing. */
export interface PlacedCount extends Spot {
  road: RoadLine;
}

/** Below these zooms the names would stand on each other. */
const ZOOM_OF_PREFECTURES = 6;
const ZOOM_OF_COUNTIES = 9;
const ZOOM_OF_SIGNS = 8;
const FONT = 13;
/** Free of the mark that stands at the same point. */
const CLEAR = 3;

export function placedNames(ground: Ground, at: At, zoom: number): PlacedName[] {
  const { prefectures, counties, areas, overTiles } = ground;
  const shades = shadesOf(areas);
  if (overTiles && shades.size === 0) return [];
  const named = [
    ...(zoom >= ZOOM_OF_PREFECTURES ? prefectures : []),
    ...(zoom >= ZOOM_OF_COUNTIES ? counties : []),
  ];
  return named.map(({ code, name, middle }) => ({
    ...at(middle),
    code,
    name,
    figure: shades.get(code)?.area.figure,
  }));
}

export function boxOfName({ x, y, name, figure = '' }: PlacedName): Box {
  const width = Math.max(widthOf(name, FONT), widthOf(figure, FONT));
  return { x, y, halfWidth: width / 2, halfHeight: figure ? 17 : 9 };
}

interface Things {
  ground: Ground | undefined;
  marks: readonly PlacedMark[];
  depots: readonly DepotMark[];
  roads: readonly RoadLine[];
}

/**
 * Where names, signs, depots and counts stand so that no mark is hidden and all can be read: signs go up, depots down, until
 * they are free; names and counts that would lie over something are left out.
 */
export function layOut({ ground, marks, depots, roads }: Things, at: At, zoom: number) {
  const taken: Box[] = marks.map(({ mark, offset: [x, y] }) => {
    const spot = at(lonLatOf(mark));
    const half = radiusOf(mark) + CLEAR;
    return { x: spot.x + x, y: spot.y + y, halfWidth: half, halfHeight: half };
  });
  const stands = (box: Box) => {
    const free = isFree(box, taken);
    if (free) taken.push(box);
    return free;
  };
  const outlined = ground ? placedNames(ground, at, zoom) : [];
  const figures = outlined.filter(({ figure }) => figure !== undefined);
  taken.push(...figures.map(boxOfName));
  const plain = outlined.filter((name) => name.figure === undefined && stands(boxOfName(name)));
  const names = [...figures, ...plain];
  const signs = (ground ? unoutlined(ground) : []).map(({ area, colour }): PlacedSign => {
    const named = zoom >= ZOOM_OF_SIGNS;
    const { x, y } = at(lonLatOf(area as AreaShade & { longitude: number; latitude: number }));
    const wide = widthOf(area.figure ?? '', FONT);
    const halfWidth = Math.max(wide, named ? widthOf(area.name, FONT) : 0) / 2 + 7;
    const halfHeight = named ? 20 : 11;
    const box = { x, y: y - halfHeight - CLEAR, halfWidth, halfHeight };
    const aside = stepAside(box, taken, -1);
    taken.push({ ...box, y: box.y + aside });
    return { x, y, area, colour, named, up: CLEAR - aside };
  });
  const houses = depots.map((depot) => {
    const box = { ...at(lonLatOf(depot)), halfWidth: 14, halfHeight: 13 };
    const down = stepAside(box, taken, 1);
    taken.push({ ...box, y: box.y + down });
    return { depot, x: box.x, y: box.y, down };
  });
  const placed = houses.map((house): PlacedDepot => {
    const { x, y, down, depot } = house;
    const name = { x, y: y + down + 22, halfWidth: widthOf(depot.name, FONT) / 2, halfHeight: 9 };
    return { ...house, named: stands(name) };
  });
  const counts = roads.flatMap((road): PlacedCount[] => {
    if (road.shipments < 2) return [];
    const [from, to] = [at(road.from), at(road.to)];
    const [x, y] = bendOf([from.x, from.y], [to.x, to.y]).middle;
    const halfWidth = widthOf(String(road.shipments), FONT) / 2 + 6;
    const beside = { x: x + 8, y: y + 6, halfWidth, halfHeight: 9 };
    return stands(beside) ? [{ road, x, y }] : [];
  });
  return { names, signs, depots: placed, counts };
}

/** Shaded divisions that no outline shows and whose point is known. */
function unoutlined({ prefectures, counties, areas }: Ground): Shade[] {
  const outlined = new Set([...prefectures, ...counties].map(({ code }) => code));
  return [...shadesOf(areas).values()].filter(
    ({ area }) => !outlined.has(area.divisionCode) && area.longitude !== undefined,
  );
}
