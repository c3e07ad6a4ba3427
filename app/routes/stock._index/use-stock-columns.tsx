import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import { StatusBadge } from '~/ui/status-badge';
import { useStandingWords } from './standing-words';
import type { StockRowToShow } from './stock-rows.server';

type Row = StockRowToShow & { own: boolean };

/** @param severalPlaces whether the place has to be named on each row. */
export function useStockColumns(severalPlaces: boolean): Column<Row>[] {
  const t = useText('stock');
  const nameOf = useName();
  const standing = useStandingWords();
  const columns: (Column<Row> | false)[] = [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      sortable: true,
      cell: (row) => [nameOf(row.item), row.size].filter(Boolean).join(' '),
    },
    severalPlaces && {
      key: 'place',
      header: t('place'),
      sortable: true,
      cell: (row) => row.placeName,
    },
    {
      key: 'bestBefore',
      header: t('bestBefore'),
      sortable: true,
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {row.bestBefore ? <DayText day={row.bestBefore} style="short" /> : t('noBestBefore')}
          {row.expired && <StatusBadge status="lot.expired" />}
          {row.expiring && <StatusBadge status="lot.expiring" />}
        </span>
      ),
    },
    {
      key: 'parcel',
      header: t('parcel'),
      nowrap: true,
      cell: (row) =>
        row.parcelCode ? (
          <Link to={paths.parcel(row.parcelId)} className="underline underline-offset-4">
            {row.parcelCode}
          </Link>
        ) : (
          t('loose')
        ),
    },
    {
      key: 'standing',
      header: t('standing'),
      cell: (row) =>
        row.kind === 'quarantine' ? <StatusBadge status="lot.quarantined" /> : standing[row.kind],
    },
    {
      key: 'quantity',
      header: t('quantity'),
      align: 'end',
      sortable: true,
      cell: (row) => (
        <Amount quantity={row.quantity} units={row.item.units} unitCode={row.unitCode} />
      ),
    },
    {
      key: 'handle',
      header: t('handle'),
      cell: (row) =>
        row.own && row.kind !== 'hold' ? (
          <Link to={goodsAddress(row)} className="whitespace-nowrap underline underline-offset-4">
            {t('handle')}
          </Link>
        ) : (
          '—'
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}

function goodsAddress({ placeId, lotId, parcelId, kind }: Row): string {
  const asked = new URLSearchParams({ place: placeId, lot: lotId, parcel: parcelId, kind });
  return `${paths.stockGoods}?${asked}`;
}
