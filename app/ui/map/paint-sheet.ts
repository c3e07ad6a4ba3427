import { paintGround } from './paint-ground';
import { paintRoad } from './paint-roads';
import type { View } from './projection';
import type { RoadState, Vector } from './roads';
import type { Ground } from './shades';

/** What lies under the marks. */
export interface SheetContent extends Ground {
  lines: readonly SheetLine[];
}

/** A delivery, its ends as parts of the world's width. */
export interface SheetLine {
  from: Vector;
  to: Vector;
  state: RoadState;
}

export interface SheetOrder {
  view: View;
  /** Dots to a CSS pixel. */
  ratio: number;
  content: SheetContent;
}

/** Land, borders and shading, and deliveries over them. */
export function paintSheet(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { view, ratio, content }: SheetOrder,
): void {
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  paintGround(context, view, content);
  for (const { from, to, state } of content.lines) {
    paintRoad(context, view, onSheet(view, from), onSheet(view, to), state);
  }
}

function onSheet({ scale, left, top }: View, [x, y]: Vector): Vector {
  return [x * scale - left, y * scale - top];
}
