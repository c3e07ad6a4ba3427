import { describe, expect, it } from 'vitest';
import { cellNumber, nextCell, pastedCells } from './matrix-grid';

describe('cells', () => {
  it.each([
    ['12', 12],
    [' 1,200 ', 1200],
    ['１２０', 120],
    ['', 0],
    ['-3', 0],
    ['十', 0],
    ['1e12', 0],
    ['2.5', 2.5],
  ])('%s counts as %d', (text, number) => expect(cellNumber(text)).toBe(number));

  it('come from Excel row by row, with a closing line break', () => {
    expect(pastedCells('10\t20\r\n１\t\r\n')).toEqual([
      ['10', '20'],
      ['1', ''],
    ]);
  });
});

describe('keys', () => {
  const size = { rows: 2, columns: 3 };
  it.each([
    ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 1 }],
    ['ArrowDown', { row: 1, column: 1 }, { row: 1, column: 1 }],
    ['ArrowLeft', { row: 0, column: 0 }, { row: 0, column: 0 }],
    ['ArrowRight', { row: 0, column: 1 }, { row: 0, column: 2 }],
    ['ArrowUp', { row: 1, column: 2 }, { row: 0, column: 2 }],
    ['Enter', { row: 0, column: 0 }, { row: 1, column: 0 }],
    ['Enter', { row: 1, column: 0 }, { row: 0, column: 1 }],
    ['Enter', { row: 1, column: 2 }, { row: 1, column: 2 }],
    ['Tab', { row: 0, column: 0 }, undefined],
  ])('%s from %o leads to %o', (key, from, to) => expect(nextCell(key, from, size)).toEqual(to));
});
