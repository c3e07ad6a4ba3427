import { Link } from '@remix-run/react';
import type { ShipmentStatus } from '~/domain/shipment';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import type { Column } from '~/ui/data-table';
import { InstantText } from '~/ui/date-text';
import { Quantity } from '~/ui/quantity';
import { StatusBadge } from '~/ui/status-badge';

interface Row {
  id: string;
  code: string;
  status: ShipmentStatus;
  fromName: string;
  toName: string;
  createdAt: string;
  dispatchedAt: string | null;
  weightG: number;
  itemNamesZh: string[];
  itemNamesEn: string[];
}

/** So many kinds of goods are named; the rest is "and more". */
const NAMED = 2;

export function useShipmentColumns(): Column<Row>[] {
  const t = useText('shipments');
  const language = useLanguage();
  return [
    {
      key: 'code',
      header: t('code'),
      heading: true,
      nowrap: true,
      cell: (row) => (
        <Link to={paths.shipment(row.id)} className="font-medium underline underline-offset-4">
          {row.code}
        </Link>
      ),
    },
    { key: 'fromName', header: t('from'), sortable: true, cell: (row) => row.fromName },
    { key: 'toName', header: t('to'), sortable: true, cell: (row) => row.toName },
    {
      key: 'goods',
      header: t('goods'),
      cell: (row) => {
        const all = language === 'en' ? row.itemNamesEn : row.itemNamesZh;
        const names = all.slice(0, NAMED).join(language === 'en' ? ', ' : '、');
        return all.length > NAMED ? t('andMore', { names }) : names;
      },
    },
    {
      key: 'weight',
      header: t('weight'),
      align: 'end',
      cell: (row) => <Quantity value={Math.round(row.weightG / 100) / 10} unit="kg" />,
    },
    {
      key: 'createdAt',
      header: t('createdAt'),
      sortable: true,
      cell: (row) => <InstantText at={row.createdAt} style="short" />,
    },
    {
      key: 'dispatchedAt',
      header: t('dispatchedAt'),
      sortable: true,
      cell: (row) => (row.dispatchedAt ? <InstantText at={row.dispatchedAt} style="short" /> : '—'),
    },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <StatusBadge status={`shipment.${row.status}`} />,
    },
  ];
}
