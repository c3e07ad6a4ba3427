import type { CellPosition } from './matrix-grid';
import { moveByKey, pasteBlock } from './matrix-keys';

interface MatrixCellProps {
  matrix: {
    nameOf: (row: string, column: string) => string;
    valueOf?: ((row: string, column: string) => string | number | undefined) | undefined;
    errorsOf?: ((row: string, column: string) => string[] | undefined) | undefined;
    isOff?: ((row: string, column: string) => boolean) | undefined;
    readOnly?: boolean | undefined;
    rows: readonly unknown[];
    columns: readonly unknown[];
    onType: (name: string, value: string) => void;
  };
  row: { key: string; label: string };
  column: { key: string; label: string };
  at: CellPosition;
}

export function MatrixCell({ matrix, row, column, at }: MatrixCellProps) {
  const name = matrix.nameOf(row.key, column.key);
  const invalid = (matrix.errorsOf?.(row.key, column.key) ?? []).length > 0;
  if (matrix.isOff?.(row.key, column.key)) {
    return (
      <span aria-hidden className="block min-h-11 text-center leading-11 text-ink-soft">
        —
      </span>
    );
  }
  return (
    <input
      id={name}
      name={name}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={`${row.label} ${column.label}`}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? `${name}-error` : undefined}
      defaultValue={matrix.valueOf?.(row.key, column.key)}
      readOnly={matrix.readOnly}
      data-cell={`${at.row},${at.column}`}
      onInput={(event) => matrix.onType(name, event.currentTarget.value)}
      onKeyDown={(event) =>
        moveByKey(event, at, { rows: matrix.rows.length, columns: matrix.columns.length })
      }
      onPaste={(event) => pasteBlock(event, at)}
      onFocus={(event) => event.currentTarget.select()}
      className="field-control text-end"
    />
  );
}
