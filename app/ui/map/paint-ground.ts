import type { Outline } from './outlines';
import { palette } from './palette';
import { pathTransform, type View } from './projection';
import { shadesOf, type Ground } from './shades';

const PREFECTURE = '#cdbfa8';

/** On a canvas of the page or of a worker. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Each path is read once, and painted at every view. */
const paths = new WeakMap<Outline, Path2D>();

function pathOf(outline: Outline): Path2D {
  let path = paths.get(outline);
  if (!path) paths.set(outline, (path = new Path2D(outline.path)));
  return path;
}

/** Land, shading and borders of divisions. */
export function paintGround(context: Context, view: View, ground: Ground): void {
  const { prefectures, counties, areas, overTiles } = ground;
  const shades = shadesOf(areas);
  const { scale, x, y } = pathTransform(view);
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  if (!overTiles) for (const one of prefectures) fill(context, one, palette.sheet);
  context.globalAlpha = overTiles ? 0.6 : 1;
  let shaded = false;
  for (const one of [...prefectures, ...counties]) {
    const shade = shades.get(one.code);
    if (shade) fill(context, one, shade.colour);
    shaded ||= shade !== undefined;
  }
  context.globalAlpha = 1;
  if (!overTiles || shaded) {
    stroke(context, counties, overTiles ? palette.edge : palette.line, 1 / scale);
    stroke(context, prefectures, overTiles ? palette.edge : PREFECTURE, 1.25 / scale);
  }
  context.restore();
}

function fill(context: Context, outline: Outline, colour: string): void {
  context.fillStyle = colour;
  context.fill(pathOf(outline));
}

function stroke(
  context: Context,
  outlines: readonly Outline[],
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  for (const outline of outlines) context.stroke(pathOf(outline));
}
