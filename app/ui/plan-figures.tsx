import type { PlanFigures } from '~/domain/allocation/plan-figures';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { DataTable } from './data-table';

export interface FiguresColumn {
  key: string;
  header: string;
  figures: PlanFigures;
  /** The least fill among the needs that any goods may serve. */
  level: number;
}

interface PlanFiguresTableProps {
  caption: string;
  columns: readonly FiguresColumn[];
  /** Shown as the first column: how things stand without any plan. */
  withBefore?: boolean | undefined;
}

interface Row {
  key: string;
  label: string;
  before: string | undefined;
  of: (column: FiguresColumn) => string;
}

/** What a plan comes to, or several side by side. */
export function PlanFiguresTable({ caption, columns, withBefore }: PlanFiguresTableProps) {
  const t = useText('plans');
  const rows = useRows(columns[0]?.figures);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'figure', header: t('figure'), heading: true, cell: (row) => row.label },
        ...(withBefore
          ? [
              {
                key: 'before',
                header: t('before'),
                align: 'end' as const,
                cell: (row: Row) => row.before ?? '–',
              },
            ]
          : []),
        ...columns.map((column) => ({
          key: column.key,
          header: column.header,
          align: 'end' as const,
          cell: (row: Row) => row.of(column),
        })),
      ]}
      empty={null}
    />
  );
}

function useRows(first: PlanFigures | undefined): Row[] {
  const t = useText('plans');
  const language = useLanguage();
  const number = (value: number, digits = 1) => formatNumber(language, value, digits);
  const share = (value: number) => formatShare(language, value);
  const before = first?.before;
  return [
    {
      key: 'level',
      label: t('level'),
      before: undefined,
      of: ({ level }) => share(level),
    },
    {
      key: 'zero',
      label: t('zeroFill'),
      before: before && share(before.zeroFill),
      of: ({ figures }) => share(figures.after.zeroFill),
    },
    {
      key: 'gini',
      label: t('gini'),
      before: before && number(before.gini, 3),
      of: ({ figures }) => number(figures.after.gini, 3),
    },
    {
      key: 'deviation',
      label: t('maxDeviation'),
      before: before && share(before.maxDeviation),
      of: ({ figures }) => share(figures.after.maxDeviation),
    },
    {
      key: 'value',
      label: t('value'),
      before: undefined,
      of: ({ figures }) => number(figures.value),
    },
    {
      key: 'tonneKm',
      label: t('tonneKm'),
      before: undefined,
      of: ({ figures }) => number(figures.tonneKm),
    },
    {
      key: 'trips',
      label: t('tripsCount'),
      before: undefined,
      of: ({ figures }) => number(figures.trips, 0),
    },
  ];
}
