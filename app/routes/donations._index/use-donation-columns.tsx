import { Link } from '@remix-run/react';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Money } from '~/ui/money';
import { StatusBadge } from '~/ui/status-badge';
import type { DonationInList } from '~db/queries/donations.server';

export function useDonationColumns(): Column<DonationInList>[] {
  const t = useText('donations');
  const language = useLanguage();
  const goodsOf = (row: DonationInList) => {
    const names = language === 'en' ? row.itemNamesEn : row.itemNamesZh;
    const shown = names.slice(0, 3).join(language === 'en' ? ', ' : '、');
    return names.length > 3 ? t('andMore', { names: shown, count: names.length }) : shown;
  };
  return [
    {
      key: 'code',
      header: t('donation'),
      heading: true,
      cell: (row) => (
        <Link to={paths.donation(row.id)} className="underline underline-offset-4">
          {goodsOf(row)}
          <span className="block text-sm font-normal text-ink-soft">{row.code}</span>
        </Link>
      ),
    },
    {
      key: 'donorName',
      header: t('donor'),
      sortable: true,
      cell: (row) => row.donorName ?? t('donorUnknown'),
    },
    { key: 'placeName', header: t('place'), sortable: true, cell: (row) => row.placeName },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      cell: (row) => (
        <Money
          value_fen={row.valueLowFen}
          high_fen={row.valueHighFen === row.valueLowFen ? undefined : row.valueHighFen}
        />
      ),
    },
    {
      key: 'deliverOn',
      header: t('deliverOn'),
      sortable: true,
      nowrap: true,
      cell: (row) => (row.deliverOn ? <DayText day={row.deliverOn} /> : '—'),
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <StatusBadge status={`donation.${row.status}`} />,
    },
  ];
}
