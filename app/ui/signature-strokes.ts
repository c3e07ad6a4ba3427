/**
 * A drawn signature as text: strokes parted by ';', points by a space, a point as 'x,y'. Whole
 * numbers on a field 1000 wide and 400 high, so that it can be drawn again at any size.
 */
export const SIGNATURE_WIDTH = 1000;
export const SIGNATURE_HEIGHT = 400;
/** Keeps a signature of a patient scribbler under about 20 kB. */
const MAX_POINTS = 2000;
const MIN_STEP = 6;

export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

export function writeStrokes(strokes: readonly Stroke[]): string {
  return strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(' ')).join(';');
}

/** @returns no strokes for a text that is not a signature; it is drawn, never trusted. */
export function readStrokes(text: string): Stroke[] {
  if (!/^\d{1,4},\d{1,4}([ ;]\d{1,4},\d{1,4})*$/.test(text)) return [];
  return text.split(';').map((stroke) =>
    stroke.split(' ').map((point): Point => {
      const [x = 0, y = 0] = point.split(',').map(Number);
      return [x, y];
    }),
  );
}

/** The strokes with one point more, or the same if it lies too near the last one or the field is full. */
export function addPoint(strokes: readonly Stroke[], point: Point): readonly Stroke[] {
  const last = strokes.at(-1) ?? [];
  const before = last.at(-1);
  const near = before && Math.hypot(point[0] - before[0], point[1] - before[1]) < MIN_STEP;
  const count = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  if (near || count >= MAX_POINTS) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

/** SVG path; a lone point becomes a dot. */
export function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke;
  if (!first) return '';
  const lines = rest.length > 0 ? rest.map(([x, y]) => `L${x} ${y}`).join('') : 'h0.1';
  return `M${first[0]} ${first[1]}${lines}`;
}
