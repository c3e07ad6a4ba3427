import type { DepotMark, MapAnswer, MapWindow } from '~/domain/map';
import { radiusOf, lonLatOf } from './mark-size';
import { fillClassOf } from './palette';
import { toWorld, worldPixels, type LonLat } from './projection';
import { spreadMarks, type PlacedMark } from './spread';

interface Still {
  answer: MapAnswer;
  window: MapWindow;
  /** The figure in a cluster. */
  inside: (mark: PlacedMark['mark'] & { kind: 'cluster' }) => string;
  /** Where a mark leads without scripts; undefined: nowhere. */
  hrefOf: (mark: PlacedMark['mark']) => string | undefined;
}

/** Farther from the middle than this nothing is drawn: no map is as large. */
const REACH_PX = 1000;

/**
 * The marks of the first view as HTML, in the looks of the living map, measured from the middle of its sheet. They
 * are there with the page's first picture, before any script has run.
 */
export function stillMarkup({ answer, window, inside, hrefOf }: Still): string {
  const place = fromMiddle(window);
  const near = ([x, y]: readonly [number, number]) =>
    Math.abs(x) < REACH_PX && Math.abs(y) < REACH_PX;
  const depots = answer.depots.map((depot) => ({ depot, at: place(lonLatOf(depot)) }));
  const marks = spreadMarks(answer.marks).map((placed) => ({
    placed,
    at: place(lonLatOf(placed.mark)),
  }));
  return [
    ...depots.filter(({ at }) => near(at)).map(({ depot, at }) => depotMarkup(depot, at)),
    ...marks
      .filter(({ at }) => near(at))
      .map(({ placed, at }) => markMarkup(placed, at, inside, hrefOf(placed.mark))),
  ].join('');
}

function fromMiddle({ west, south, east, north, zoom }: MapWindow) {
  const [left, top] = toWorld([west, north]);
  const [right, bottom] = toWorld([east, south]);
  const scale = worldPixels(zoom);
  return (point: LonLat): [number, number] => {
    const [x, y] = toWorld(point);
    return [
      Math.round((x - (left + right) / 2) * scale),
      Math.round((y - (top + bottom) / 2) * scale),
    ];
  };
}

/** `--k`: on a smaller sheet than the window was made for, the map begins one zoom farther away. */
const along = (pixels: number, back: number) =>
  `calc(50% + ${pixels}px*var(--k) + ${Math.round(back)}px)`;

function markMarkup(
  { mark, offset }: PlacedMark,
  [x, y]: [number, number],
  inside: Still['inside'],
  href: string | undefined,
): string {
  const radius = radiusOf(mark);
  const style = [
    `left:${along(x, offset[0] - radius)}`,
    `top:${along(y, offset[1] - radius)}`,
    `width:${2 * radius}px`,
    `height:${2 * radius}px`,
    `--fill:${mark.fill ?? 0}%`,
  ].join(';');
  const rough = mark.kind === 'centre' && mark.precision !== 'pinned' ? ' is-rough' : '';
  const name = `map-mark is-${mark.kind} is-${fillClassOf(mark.fill)}${rough}`;
  const text = mark.kind === 'cluster' ? escaped(inside(mark)) : '';
  return href === undefined
    ? `<span class="${name}" style="${style}">${text}</span>`
    : `<a tabindex="-1" href="${escaped(href)}" class="${name}" style="${style}">${text}</a>`;
}

function depotMarkup({ name }: DepotMark, [x, y]: [number, number]): string {
  const style = `left:${along(x, 0)};top:${along(y, 0)}`;
  return `<div class="map-depot" style="${style}"><span class="map-depot-name">${escaped(name)}</span></div>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
