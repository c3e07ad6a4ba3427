import { describe, expect, it } from 'vitest';
import { paintRoad } from './paint-roads';
import type { Vector } from './roads';

const size = { width: 400, height: 300 };

/** What was stroked, as pieces from where to where, and where the head stands. */
function painted(from: Vector, to: Vector, over = size) {
  const pieces: { from: Vector; to: Vector }[] = [];
  const dashes: number[][] = [];
  let pen: Vector = [NaN, NaN];
  let moves = 0;
  let head: { at: Vector; angle: number } = { at: pen, angle: NaN };
  const nothing = () => {};
  const context = {
    beginPath: nothing,
    closePath: nothing,
    save: nothing,
    restore: nothing,
    stroke: nothing,
    fill: nothing,
    lineTo: nothing,
    moveTo: (x: number, y: number) => {
      pen = [x, y];
      moves += 1;
    },
    quadraticCurveTo: (_cx: number, _cy: number, x: number, y: number) => {
      pieces.push({ from: pen, to: [x, y] });
      pen = [x, y];
    },
    setLineDash: (dash: number[]) => dashes.push(dash),
    translate: (...at: Vector) => (head = { ...head, at }),
    rotate: (angle: number) => (head = { ...head, angle }),
  };
  paintRoad(context as unknown as CanvasRenderingContext2D, over, from, to, 'late');
  // One move is the head's.
  return { pieces, moves: moves - 1, dashes, head };
}

const inside = ([x, y]: Vector, { width, height }: typeof size, by = 0) =>
  x >= -by && y >= -by && x <= width + by && y <= height + by;

describe('a delivery’s line', () => {
  it('within the picture is one stroke from end to end, its head half way and along it', () => {
    const { pieces, moves, head, dashes } = painted([50, 100], [250, 100]);
    expect(moves).toBe(1);
    expect(pieces[0]?.from).toEqual([50, 100]);
    expect(pieces.at(-1)?.to).toEqual([250, 100]);
    expect(head.at[0]).toBeCloseTo(150);
    expect(head.angle).toBeCloseTo(0);
    expect(dashes[0]).toEqual([8, 4]);
  });

  it.each([
    ['left', [-900, 100], [-100, 110]],
    ['right', [500, 0], [900, 300]],
    ['above', [0, -300], [400, -200]],
    ['below', [0, 500], [400, 700]],
  ] as const)('that stays %s of the picture is not stroked', (_side, from, to) => {
    expect(painted(from, to).pieces).toEqual([]);
  });

  it('far longer than the picture is stroked where it is seen, without a gap, and hardly beyond', () => {
    const { pieces, moves } = painted([100, 200], [90_000, -60_000]);
    expect(moves).toBe(1);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.length).toBeLessThan(10);
    for (const { from, to } of pieces) {
      expect(inside(from, size, 400) && inside(to, size, 400)).toBe(true);
    }
    for (const [at, { from }] of pieces.entries()) {
      if (at > 0) expect(from).toEqual(pieces[at - 1]?.to);
    }
  });

  it('that leaves the picture and comes back is two strokes', () => {
    // Bent to the left of its way: its middle is above the picture.
    const { pieces, moves } = painted([10, 20], [1190, 20], { width: 1200, height: 40 });
    expect(moves).toBe(2);
    expect(pieces[0]?.from).toEqual([10, 20]);
    expect(pieces.at(-1)?.to).toEqual([1190, 20]);
  });

  it('of no length is none', () => {
    expect(painted([10, 10], [11, 10])).toMatchObject({ pieces: [], moves: -1 });
  });
});
