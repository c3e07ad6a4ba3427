import { describe, expect, it } from 'vitest';
import { linesOf, stepAside, widthOf, type Box } from './aside';

const box = (x: number, y: number, half = 10): Box => ({ x, y, halfWidth: half, halfHeight: half });

describe('stepping aside', () => {
  it('stays where nothing is in the way, one edge at another included', () => {
    expect(stepAside(box(0, 0), [box(40, 0), box(20, 0), box(0, -20)], 1)).toBe(0);
  });

  it('goes past everything that it would lie over', () => {
    const others = [box(5, 4), box(0, 25), box(0, 100)];
    expect(stepAside(box(0, 0), others, 1)).toBe(45);
    expect(stepAside(box(0, 0), others, -1)).toBe(-16);
  });

  it('stays over the others rather than stand far away', () => {
    const tower = Array.from({ length: 10 }, (_, at) => box(0, 15 * at));
    expect(stepAside(box(0, 0), tower, 1)).toBe(0);
  });
});

it('takes Chinese characters as wide as they are high', () => {
  expect(widthOf('贺州市', 13)).toBe(39);
  expect(widthOf('251', 10)).toBeCloseTo(18);
});

describe('words in lines', () => {
  it('breaks Chinese anywhere but before its punctuation, and other words between them', () => {
    expect(linesOf('筛选：紧急程度，区划', 50, 10)).toEqual(['筛选：紧急', '程度，区划']);
    expect(linesOf('截至二〇二，六年', 50, 10)).toEqual(['截至二〇', '二，六年']);
    expect(linesOf('No filter by county', 60, 10)).toEqual(['No filter ', 'by county']);
  });

  it('leaves alone what is wider than a line, and loses nothing', () => {
    expect(linesOf('abcdefghijk 长', 30, 10)).toEqual(['abcdefghijk ', '长']);
    expect(linesOf('', 30, 10)).toEqual(['']);
  });
});
