import type { ClipboardEvent, KeyboardEvent } from 'react';
import { nextCell, pastedCells, type CellPosition } from './matrix-grid';

function cellAt(from: HTMLInputElement, { row, column }: CellPosition): HTMLInputElement | null {
  const matrix = from.closest('fieldset');
  return matrix?.querySelector<HTMLInputElement>(`[data-cell="${row},${column}"]`) ?? null;
}

/** Moves the focus as a spreadsheet does; keys that are not the grid's are left alone. */
export function moveByKey(
  event: KeyboardEvent<HTMLInputElement>,
  from: CellPosition,
  size: { rows: number; columns: number },
): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = event.currentTarget;
  if (staysInText(event.key, input)) return;
  const to = nextCell(event.key, from, size);
  if (!to) return;
  event.preventDefault();
  const cell = cellAt(input, to);
  cell?.focus();
  cell?.select();
}

/** Inside a number the arrows move the caret; at its edge, or with all of it chosen, they leave the cell. */
function staysInText(key: string, input: HTMLInputElement): boolean {
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  if (whole) return false;
  if (key === 'ArrowLeft') return input.selectionStart !== 0;
  if (key === 'ArrowRight') return input.selectionEnd !== input.value.length;
  return false;
}

/** Spreads a block copied from Excel or WPS over the cells from here; one value alone is the browser's matter. */
export function pasteBlock(event: ClipboardEvent<HTMLInputElement>, from: CellPosition): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const input = event.currentTarget;
  pastedCells(text).forEach((cells, down) =>
    cells.forEach((value, right) => {
      const cell = cellAt(input, { row: from.row + down, column: from.column + right });
      if (cell && !cell.disabled && !cell.readOnly) fill(cell, value);
    }),
  );
}

/** Sets a value and says so, as typing would: totals and Conform listen to the browser's own event. */
function fill(cell: HTMLInputElement, value: string): void {
  cell.value = value;
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}
