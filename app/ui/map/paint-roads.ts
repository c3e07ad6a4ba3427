import type { Context } from './paint-ground';
import { palette } from './palette';
import type { View } from './projection';
import { bendOf, halfway, type RoadState, type Vector } from './roads';

const looks: Record<RoadState, { colour: string; dash: readonly number[] }> = {
  moving: { colour: palette.ink, dash: [] },
  draft: { colour: palette['ink-soft'], dash: [2, 4] },
  late: { colour: palette.brick, dash: [8, 4] },
};

/**
 * A line from where to where, in pixels: whole while on the road, dotted before it leaves, brick and broken when late.
 * Stroked is what of it comes near the picture: dashes of a line that is long beyond it cost seconds.
 */
export function paintRoad(
  context: Context,
  size: Pick<View, 'width' | 'height'>,
  from: Vector,
  to: Vector,
  state: RoadState,
): void {
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 2) return;
  const { colour, dash } = looks[state];
  const { first, middle, second } = bendOf(from, to);
  const pieces = [
    ...piecesIn(size, [from, first, middle]),
    ...piecesIn(size, [middle, second, to]),
  ];
  let pen: Vector | undefined;
  context.beginPath();
  for (const [start, control, end] of pieces) {
    if (start !== pen) context.moveTo(...start);
    context.quadraticCurveTo(...control, ...end);
    pen = end;
  }
  context.setLineDash([...dash]);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
  context.setLineDash([]);
  arrowHead(context, middle, Math.atan2(to[1] - from[1], to[0] - from[0]), colour);
}

/** A quadratic curve: where it begins, what it bends to, where it ends. */
type Curve = readonly [Vector, Vector, Vector];

/** Half a line's width and an arrow's head. */
const EDGE = 10;

/** The curve halved again and again until a piece is no longer than the picture; those that do not touch it are left out. */
function piecesIn(size: Pick<View, 'width' | 'height'>, curve: Curve): Curve[] {
  const [xs, ys] = [curve.map(([x]) => x), curve.map(([, y]) => y)];
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const { width, height } = size;
  if (right < -EDGE || left > width + EDGE || bottom < -EDGE || top > height + EDGE) return [];
  if (right - left <= width && bottom - top <= height) return [curve];
  const [start, control, end] = curve;
  const [a, b] = [halfway(start, control), halfway(control, end)];
  const middle = halfway(a, b);
  return [...piecesIn(size, [start, a, middle]), ...piecesIn(size, [middle, b, end])];
}

function arrowHead(context: Context, [x, y]: Vector, angle: number, colour: string): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(8, 0);
  context.lineTo(-5, -6);
  context.lineTo(-5, 6);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}
