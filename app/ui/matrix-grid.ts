/** The arithmetic of SizeMatrix, apart from React so that it can be tested. */

/** What a cell says as a number; blank or unreadable counts as nothing in a total. */
export function cellNumber(text: string): number {
  const plain = toPlainDigits(text);
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : 0;
}

/** Full-width digits and grouping, as Excel and Chinese input methods leave them, made plain. */
export function toPlainDigits(text: string): string {
  return text
    .trim()
    .replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, '');
}

/** Rows and cells of what Excel or WPS puts on the clipboard. */
export function pastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map(toPlainDigits));
}

export interface CellPosition {
  row: number;
  column: number;
}

/** Where a key leads from a cell, or undefined if the key is not the grid's. */
export function nextCell(
  key: string,
  from: CellPosition,
  size: { rows: number; columns: number },
): CellPosition | undefined {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: clamp(from.row - 1, size.rows) };
    case 'ArrowDown':
      return { ...from, row: clamp(from.row + 1, size.rows) };
    case 'ArrowLeft':
      return { ...from, column: clamp(from.column - 1, size.columns) };
    case 'ArrowRight':
      return { ...from, column: clamp(from.column + 1, size.columns) };
    case 'Enter':
      return afterEnter(from, size);
    default:
      return undefined;
  }
}

/** Down the column, then to the top of the next, as in a spreadsheet; stays at the very end. */
function afterEnter(from: CellPosition, size: { rows: number; columns: number }): CellPosition {
  if (from.row < size.rows - 1) return { ...from, row: from.row + 1 };
  if (from.column < size.columns - 1) return { row: 0, column: from.column + 1 };
  return from;
}
