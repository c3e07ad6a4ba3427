import { Link } from '@remix-run/react';
import { Gift } from 'lucide-react';
import type { MetCell } from '~/domain/allocation/wanted-goods';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Amount, useName } from '~/ui/item-amount';
import type { WantedLoaded } from './load-wanted.server';

type Row = WantedLoaded['rows'][number];

type WantedTableProps = Pick<
  WantedLoaded,
  'rows' | 'page' | 'items' | 'countyNames' | 'threshold'
> & { mayPledge: boolean };

export function WantedTable({ rows, page, items, countyNames, ...props }: WantedTableProps) {
  const { threshold, mayPledge } = props;
  const t = useText('plans');
  const language = useLanguage();
  const nameOf = useName();
  const itemOf = (row: Row) => items.find((item) => item.id === row.itemId);
  const amount = (row: Row, quantity: number) => (
    <Amount quantity={quantity} units={itemOf(row)?.units ?? []} />
  );
  const goods = (row: Row) => {
    const item = itemOf(row);
    const name = `${item ? nameOf(item) : ''} ${row.size}`.trim();
    if (!mayPledge) return name;
    return (
      <Link to={paths.newDonation} className="underline underline-offset-4">
        {name}
      </Link>
    );
  };
  const few = t('wantedFew', { count: threshold });
  const split = (row: Row, cells: MetCell[], name: (key: string) => string) => {
    if (cells.length === 0) return row.met === 0 ? null : few;
    return (
      <ul>
        {cells.map(({ key, quantity }) => (
          <li key={key}>
            {name(key)} {quantity === null ? few : amount(row, quantity)}
          </li>
        ))}
      </ul>
    );
  };
  const group = (key: string) =>
    key === 'children' || key === 'elderly' || key === 'women' ? t(`group.${key}`) : key;
  const persons = (count: Row['persons']) =>
    typeof count === 'number' ? formatNumber(language, count, 0) : few;
  const right = { align: 'end' } as const;
  return (
    <DataTable
      caption={t('wantedTitle')}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.itemId} ${row.size}`}
      page={page}
      columns={[
        { key: 'item', header: t('item'), heading: true, cell: goods },
        {
          key: 'missing',
          header: t('wantedMissing'),
          ...right,
          cell: (row) => amount(row, row.open),
        },
        { key: 'gift', header: t('wantedAmount'), ...right, cell: (row) => amount(row, row.gift) },
        { key: 'met', header: t('wantedMet'), ...right, cell: (row) => amount(row, row.met) },
        {
          key: 'persons',
          header: t('wantedPersons'),
          ...right,
          cell: (row) => persons(row.persons),
        },
        {
          key: 'county',
          header: t('wantedCounty'),
          cell: (row) => split(row, row.byCounty, (key) => countyNames[key] ?? key),
        },
        {
          key: 'group',
          header: t('wantedGroup'),
          cell: (row) => split(row, row.byGroup, group),
        },
      ]}
      empty={
        <EmptyState icon={Gift} title={t('wantedEmpty')}>
          {t('wantedEmptyHint')}
        </EmptyState>
      }
    />
  );
}
