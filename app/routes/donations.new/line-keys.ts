import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { nextCell, pastedCells, type CellPosition } from '~/ui/matrix-grid';

/** The cells of a line that keys and paste reach, in the order of a spreadsheet's columns. */
export const lineColumns = [
  'itemCode',
  'quantity',
  'unitCode',
  'valueLowFen',
  'valueHighFen',
] as const;
export type LineColumn = (typeof lineColumns)[number];

/** Enter goes down and adds a line at the end, arrows move, and a block from Excel or WPS spreads over the lines. */
export class LineKeys {
  constructor(
    private readonly form: RefObject<HTMLFormElement>,
    private readonly count: () => number,
    private readonly setCount: (count: number) => void,
  ) {}

  addLine(): void {
    const row = this.count();
    this.setCount(row + 1);
    this.cell({ row, column: 0 })?.focus();
  }

  onKeyDown(event: KeyboardEvent<HTMLElement>, from: CellPosition): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { currentTarget: input, key } = event;
    // Lists open and choose with the arrows; inside a text they move the caret.
    if (key.startsWith('Arrow') && (!(input instanceof HTMLInputElement) || input.list)) return;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      if (!atEdge(input as HTMLInputElement, key)) return;
    }
    const rows = this.count();
    if (key === 'Enter' && from.row === rows - 1) {
      event.preventDefault();
      return this.addLine();
    }
    const to =
      key === 'Enter'
        ? { row: from.row + 1, column: from.column }
        : nextCell(key, from, { rows, columns: lineColumns.length });
    if (!to) return;
    event.preventDefault();
    const cell = this.cell(to);
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  }

  onPaste(event: ClipboardEvent<HTMLElement>, from: CellPosition): void {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const block = pastedCells(text);
    const rows = from.row + block.length;
    if (rows > this.count()) this.setCount(rows);
    // Column by column: an item brings its units, and a unit is chosen among them.
    for (let right = 0; right < lineColumns.length; right += 1) {
      // Drawn at once, so that the units of the items are there to choose from.
      flushSync(() =>
        block.forEach((cells, down) => {
          const value = cells[right];
          const to = this.cell({ row: from.row + down, column: from.column + right });
          if (value !== undefined && to) fill(to, value);
        }),
      );
    }
  }

  private cell({ row, column }: CellPosition): HTMLInputElement | HTMLSelectElement | null {
    return this.form.current?.querySelector(`[data-line-cell="${row},${column}"]`) ?? null;
  }
}

function atEdge(input: HTMLInputElement, key: 'ArrowLeft' | 'ArrowRight'): boolean {
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (start === 0 && end === value.length) return true;
  return key === 'ArrowLeft' ? start === 0 && end === 0 : start === value.length;
}

/** Sets a value and says so, as typing would. A list takes the choice whose code or words were pasted. */
function fill(cell: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (cell instanceof HTMLSelectElement) {
    const wanted = value.replaceAll(/\s/g, '');
    const choice = [...cell.options].find(
      (option) => option.value === wanted || option.text.replaceAll(/\s/g, '') === wanted,
    );
    if (choice) cell.value = choice.value;
    return;
  }
  cell.value = value;
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}
