import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import { Pager, type PageOfRows } from './pager';
import { SortHeader } from './sort-header';

export interface Column<Row> {
  key: string;
  header: string;
  /** 'end' for numbers. */
  align?: 'start' | 'end' | undefined;
  /** Unit of the whole column, shown after the header. */
  unit?: string | undefined;
  /** The header is a link that sorts by `key` (`?sort=key`, `?sort=-key`). */
  sortable?: boolean | undefined;
  /** Names the row: a row header at a desk, the title of the card on a phone. */
  heading?: boolean | undefined;
  nowrap?: boolean | undefined;
  cell: (row: Row) => ReactNode;
  /** Under the column, in a row of totals. */
  total?: ReactNode;
}

interface DataTableProps<Row> {
  /** What the table holds; read out, and shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Which page of how many; left out where all rows are shown. */
  page?: PageOfRows | undefined;
  /** A `<FilterForm>`. */
  filter?: ReactNode;
  /** An `<EmptyState>` or a sentence, in place of a table without rows. */
  empty: ReactNode;
}

/** A table that reads like a table, and on a phone like a pile of cards. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, page, filter, empty } = props;
  const totals = columns.some((column) => column.total !== undefined);
  return (
    <div className="space-y-4">
      {filter}
      {rows.length === 0 ? (
        empty
      ) : (
        // In the tab order, so that a table wider than its page can be scrolled with the keyboard.
        <section
          aria-label={caption}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="print-plain overflow-x-auto rounded-card border border-line bg-sheet shadow-card"
        >
          <table className="data-table">
            <caption
              className={captionHidden ? 'sr-only' : 'px-4 pt-4 pb-3 text-start font-semibold'}
            >
              {caption}
            </caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <Header key={column.key} column={column} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <Cell key={column.key} column={column}>
                      {column.cell(row)}
                    </Cell>
                  ))}
                </tr>
              ))}
            </tbody>
            {totals && <Totals columns={columns} />}
          </table>
        </section>
      )}
      {page && rows.length > 0 && <Pager page={page} />}
    </div>
  );
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const t = useText('common');
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => (
          <Cell key={column.key} column={column}>
            {column.total ?? (at === 0 && t('total'))}
          </Cell>
        ))}
      </tr>
    </tfoot>
  );
}

function Header<Row>({ column }: { column: Column<Row> }) {
  const t = useText('common');
  const { key, header, unit, align, sortable } = column;
  const className = align === 'end' ? 'numeric' : undefined;
  if (sortable) return <SortHeader by={key} label={header} unit={unit} className={className} />;
  return (
    <th scope="col" className={className}>
      {header}
      {unit && <span className="font-normal">{t('inUnit', { unit })}</span>}
    </th>
  );
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const t = useText('common');
  const { header, unit, align, heading, nowrap } = column;
  const shared = {
    className: classNames(align === 'end' && 'numeric', nowrap && 'nowrap') || undefined,
    'data-label': unit ? header + t('inUnit', { unit }) : header,
  };
  return heading ? (
    <th scope="row" {...shared}>
      {children}
    </th>
  ) : (
    // One box: on a phone the parts of a cell stand under one another beside its label, not side by side.
    <td {...shared}>{isEmpty(children) ? null : <div className="min-w-0">{children}</div>}</td>
  );
}

function isEmpty(children: ReactNode): boolean {
  return children === null || children === undefined || children === false || children === '';
}
