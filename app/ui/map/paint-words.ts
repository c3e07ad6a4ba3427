import type { PlacedName } from './layout';
import { palette } from './palette';

const FONT = '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
export const mapFont = (pixels: number, weight = 400) => `${weight} ${pixels}px ${FONT}`;

export function paintNames(context: CanvasRenderingContext2D, names: readonly PlacedName[]): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { name, figure, x, y } of names) {
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
