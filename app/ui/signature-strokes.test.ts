import { describe, expect, it } from 'vitest';
import { addPoint, readStrokes, strokePath, writeStrokes, type Stroke } from './signature-strokes';

describe('signature strokes', () => {
  const strokes: Stroke[] = [
    [
      [10, 20],
      [300, 400],
    ],
    [[5, 6]],
  ];

  it('read back as written', () => {
    expect(writeStrokes(strokes)).toBe('10,20 300,400;5,6');
    expect(readStrokes(writeStrokes(strokes))).toEqual(strokes);
  });

  it.each(['', '<script>', '1,2 3', '1,2;;3,4', '99999,1'])('refuse %o', (text) =>
    expect(readStrokes(text)).toEqual([]),
  );

  it('leave out points too near the last', () => {
    const one = addPoint([[[0, 0]]], [3, 3]);
    expect(one).toEqual([[[0, 0]]]);
    expect(addPoint(one, [10, 0])).toEqual([
      [
        [0, 0],
        [10, 0],
      ],
    ]);
  });

  it('stop at a bound', () => {
    const full: Stroke[] = [Array.from({ length: 2000 }, (_, at) => [at % 1000, 0] as const)];
    expect(addPoint(full, [0, 399])).toBe(full);
  });

  it('draw a dot for a lone point', () => {
    expect(strokePath([[5, 6]])).toBe('M5 6h0.1');
    expect(
      strokePath([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('M1 2L3 4');
  });
});
