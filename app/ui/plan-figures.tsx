import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { CatalogueItem } from '~/domain/catalogue';
import type { PlanFigures } from '~/domain/allocation/plan-figures';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable } from './data-table';
import { useName } from './item-amount';

export interface FiguresColumn {
  key: string;
  header: string;
  figures: PlanFigures;
  /** The share that all needs could reach together. */
  level: number;
  /** Who is worst off; undefined where it is not told. */
  least?: LeastShown | undefined;
}

/** The least served need, and how many others have no more. */
export interface LeastShown {
  /** Of the whole need. */
  share: number;
  others: number;
  need?:
    | {
        requestId: string;
        placeName: string;
        item: CatalogueItem | undefined;
        size: string;
      }
    | undefined;
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
  of: (column: FiguresColumn) => ReactNode;
}

/** What a plan comes to, or several side by side. */
export function PlanFiguresTable({ caption, columns, withBefore }: PlanFiguresTableProps) {
  const t = useText('plans');
  const rows = useRows(columns);
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

/** Which need has least, its share, and how that differs from the first column. */
function LeastCell({ least, first }: { least: LeastShown; first: FiguresColumn | undefined }) {
  const t = useText('plans');
  const language = useLanguage();
  const nameOf = useName();
  const { share, others, need } = least;
  const points = first?.least && (share - first.least.share) * 100;
  return (
    <div>
      {formatShare(language, share)}
      {need && share < 1 && (
        <Link
          to={paths.request(need.requestId)}
          className="block text-sm underline underline-offset-4"
        >
          {[need.placeName, need.item && nameOf(need.item), need.size].filter(Boolean).join(' ')}
        </Link>
      )}
      {others > 0 && share < 1 && (
        <span className="block text-sm text-ink-soft">{t('leastOthers', { count: others })}</span>
      )}
      {first && points !== undefined && (
        <span className="block text-sm text-ink-soft">
          {Math.abs(points) < 0.05
            ? t('leastSame', { first: first.header })
            : t(points > 0 ? 'leastMore' : 'leastLess', {
                first: first.header,
                points: formatNumber(language, Math.abs(points), 1),
              })}
        </span>
      )}
    </div>
  );
}

function useRows(columns: readonly FiguresColumn[]): Row[] {
  const [first] = columns;
  const t = useText('plans');
  const language = useLanguage();
  const number = (value: number, digits = 1) => formatNumber(language, value, digits);
  const share = (value: number) => formatShare(language, value);
  const before = first?.figures.before;
  return [
    {
      key: 'level',
      label: t('level'),
      before: undefined,
      of: ({ level }) => share(level),
    },
    ...(columns.some((one) => one.least)
      ? [
          {
            key: 'least',
            label: t('leastServed'),
            before: undefined,
            of: (one: FiguresColumn) =>
              one.least ? (
                <LeastCell least={one.least} first={one === first ? undefined : first} />
              ) : (
                '–'
              ),
          },
        ]
      : []),
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
