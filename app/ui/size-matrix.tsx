import { useState } from 'react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { FieldErrors } from './field';
import { cellNumber } from './matrix-grid';
import { MatrixCell } from './matrix-cell';
import { useErrorText } from '~/i18n/error-text';

export interface MatrixRow {
  key: string;
  label: string;
}

export interface MatrixColumn {
  key: string;
  label: string;
}

interface SizeMatrixProps {
  /** What is counted, for instance "棉衣：各尺码数量". */
  caption: string;
  captionHidden?: boolean | undefined;
  /** Items or lines. One row alone is drawn as a run of labelled cells, which suits a phone. */
  rows: readonly MatrixRow[];
  /** Sizes. */
  columns: readonly MatrixColumn[];
  /** Form name of a cell. */
  nameOf: (row: string, column: string) => string;
  valueOf?: ((row: string, column: string) => string | number | undefined) | undefined;
  /** Error codes or sentences of a cell. */
  errorsOf?: ((row: string, column: string) => string[] | undefined) | undefined;
  /** A cell that does not exist: a size off this item's scheme. */
  isOff?: ((row: string, column: string) => boolean) | undefined;
  /** Unit word of all cells. */
  unit?: string | undefined;
  readOnly?: boolean | undefined;
}

/** A small spreadsheet of quantities: plain inputs, to which JavaScript adds keys, paste and running totals. */
export function SizeMatrix(props: SizeMatrixProps) {
  const { caption, captionHidden, rows, columns, unit } = props;
  const t = useText('common');
  const language = useLanguage();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});

  const numberAt = (row: string, column: string) =>
    cellNumber(typed[props.nameOf(row, column)] ?? String(props.valueOf?.(row, column) ?? ''));
  const rowTotal = (row: string) => columns.reduce((sum, { key }) => sum + numberAt(row, key), 0);
  const columnTotal = (column: string) =>
    rows.reduce((sum, { key }) => sum + numberAt(key, column), 0);
  const grandTotal = rows.reduce((sum, { key }) => sum + rowTotal(key), 0);
  const print = (value: number) => formatNumber(language, value);
  const onType = (name: string, value: string) =>
    setTyped((before) => ({ ...before, [name]: value }));
  const parts = { ...props, onType, rowTotal, columnTotal, grandTotal, print };

  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className={captionHidden ? 'sr-only' : 'font-medium'}>
        {caption}
        {unit && <span className="text-sm font-normal text-ink-soft">{t('inUnit', { unit })}</span>}
      </legend>
      {rows.length === 1 ? <Run {...parts} /> : <Sheet {...parts} />}
      <output className="sr-only">
        {t('total')} {print(grandTotal)} {unit}
      </output>
      <MatrixErrors {...props} />
    </fieldset>
  );
}

interface PartProps extends SizeMatrixProps {
  rowTotal: (row: string) => number;
  columnTotal: (column: string) => number;
  grandTotal: number;
  print: (value: number) => string;
  onType: (name: string, value: string) => void;
}

function Run(props: PartProps) {
  const t = useText('common');
  const row = props.rows[0];
  if (!row) return null;
  return (
    <div className="grid grid-cols-3 gap-x-3 gap-y-3 sm:flex sm:flex-wrap">
      {props.columns.map((column, at) => (
        <div key={column.key} className="space-y-1 sm:w-24">
          <span aria-hidden className="block text-sm text-ink-soft">
            {column.label}
          </span>
          <MatrixCell matrix={props} row={row} column={column} at={{ row: 0, column: at }} />
        </div>
      ))}
      <div className="space-y-1 sm:w-24">
        <span className="block text-end text-sm text-ink-soft">{t('total')}</span>
        <output className="flex min-h-11 items-center justify-end text-lg font-semibold">
          {props.print(props.grandTotal)}
        </output>
      </div>
    </div>
  );
}

function Sheet(props: PartProps) {
  const t = useText('common');
  const { rows, columns, print } = props;
  return (
    <div className="overflow-x-auto rounded-lg border border-line">
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{props.caption}</span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((column, columnAt) => (
                <td key={column.key} className="cell">
                  <MatrixCell
                    matrix={props}
                    row={row}
                    column={column}
                    at={{ row: rowAt, column: columnAt }}
                  />
                </td>
              ))}
              <td className="sum">{print(props.rowTotal(row.key))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {columns.map((column) => (
              <td key={column.key} className="sum">
                {print(props.columnTotal(column.key))}
              </td>
            ))}
            <td className="sum grand">{print(props.grandTotal)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MatrixErrors({ rows, columns, errorsOf, nameOf }: SizeMatrixProps) {
  const t = useText('common');
  const errorText = useErrorText();
  return rows.flatMap((row) =>
    columns.map((column) => {
      const errors = errorsOf?.(row.key, column.key) ?? [];
      if (errors.length === 0) return null;
      const name = nameOf(row.key, column.key);
      return (
        <FieldErrors
          key={name}
          id={`${name}-error`}
          errors={errors.map((error) =>
            t('labelled', { label: `${row.label} ${column.label}`, text: errorText(error) }),
          )}
        />
      );
    }),
  );
}
