import type { SkipReason } from '~/domain/allocation/suggestion';
import type { CatalogueItem } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { DataTable } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Amount } from '~/ui/item-amount';
import type { StockRow } from './allocate-form';
import { Restriction } from './restriction';

interface SkippedTableProps {
  skipped: readonly (StockRow & { reason: SkipReason })[];
  item: CatalogueItem;
}

/** Goods of this item that may not serve the need, each with why: nothing is passed over in silence. */
export function SkippedTable({ skipped, item }: SkippedTableProps) {
  const t = useText('desk');
  const reasons: Record<SkipReason, string> = {
    quarantined: t('skipQuarantined'),
    expired: t('skipExpired'),
    no_free_stock: t('skipNoFreeStock'),
    pack_too_large: t('skipPackTooLarge'),
    wrong_size: t('skipWrongSize'),
    restricted_division: t('skipDivision'),
    restricted_group: t('skipGroup'),
    restricted_purpose: t('skipPurpose'),
  };
  return (
    <DataTable
      caption={t('skipped')}
      rows={skipped}
      rowKey={(row) => `${row.key} ${row.kind}`}
      empty={null}
      columns={[
        {
          key: 'goods',
          header: t('goods'),
          heading: true,
          cell: (row) => (
            <>
              {row.placeName} {row.size}
              <Restriction goods={row} />
            </>
          ),
        },
        {
          key: 'bestBefore',
          header: t('bestBefore'),
          cell: (row) => row.bestBefore && <DayText day={row.bestBefore} />,
        },
        {
          key: 'free',
          header: t('amount'),
          align: 'end',
          cell: (row) => <Amount quantity={row.free} units={item.units} />,
        },
        { key: 'reason', header: t('why'), cell: (row) => reasons[row.reason] },
      ]}
    />
  );
}
