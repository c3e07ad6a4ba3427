import type { Outline } from './outlines';
import { palette } from './palette';
import { pathTransform, toScreen, type View } from './projection';
import { shadesOf, type Ground, type Shade } from './shades';

const FONT = '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
export const mapFont = (pixels: number, weight = 400) => `${weight} ${pixels}px ${FONT}`;

/** Land, shading, borders and names of divisions. */
export function paintGround(context: CanvasRenderingContext2D, view: View, ground: Ground): void {
  const { prefectures, counties, areas, overTiles } = ground;
  const shades = shadesOf(areas);
  context.save();
  const { scale, x, y } = pathTransform(view);
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  if (!overTiles)
    for (const { path } of prefectures) fill(context, new Path2D(path), palette.sheet, 1);
  for (const { code, path } of [...prefectures, ...counties]) {
    const shade = shades.get(code);
    if (shade) fill(context, new Path2D(path), shade.colour, overTiles ? 0.6 : 1);
  }
  if (!overTiles || shades.size > 0) {
    stroke(context, counties, palette.line, 1 / scale);
    stroke(context, prefectures, overTiles ? palette.edge : '#cdbfa8', 1.25 / scale);
  }
  context.restore();
  if (!overTiles || shades.size > 0) nameOutlines(context, view, ground, shades);
}

function fill(context: CanvasRenderingContext2D, path: Path2D, colour: string, opacity: number) {
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fill(path);
  context.globalAlpha = 1;
}

function stroke(
  context: CanvasRenderingContext2D,
  outlines: readonly Outline[],
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  for (const { path } of outlines) context.stroke(new Path2D(path));
}

/** Names below this would stand on each other. */
const WORLD_FOR_PREFECTURES = 256 * 2 ** 6;
const WORLD_FOR_COUNTIES = 256 * 2 ** 9;

function nameOutlines(
  context: CanvasRenderingContext2D,
  view: View,
  { prefectures, counties }: Ground,
  shades: ReadonlyMap<string, Shade>,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const showCounties = view.scale >= WORLD_FOR_COUNTIES;
  const named = view.scale < WORLD_FOR_PREFECTURES ? [] : prefectures;
  for (const { code, name, middle } of [...named, ...(showCounties ? counties : [])]) {
    const [x, y] = toScreen(view, middle);
    if (x < -80 || y < -40 || x > view.width + 80 || y > view.height + 40) continue;
    const figure = shades.get(code)?.area.figure;
    write(context, name, x, y - (figure ? 8 : 0), mapFont(13), palette['ink-soft']);
    if (figure) write(context, figure, x, y + 9, mapFont(13, 600), palette.ink);
  }
}

/** Words with a pale rim, so that they read on any ground. */
export function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
): void {
  context.font = font;
  context.lineWidth = 3;
  context.strokeStyle = 'rgb(255 255 255 / 0.85)';
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
