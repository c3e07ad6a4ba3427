import type { CatalogueItem } from '~/domain/catalogue';
import type { LineWhereabouts } from '~/domain/request';
import { useText } from '~/i18n/text';
import { DataTable, type Column } from '~/ui/data-table';
import { Amount, useName } from '~/ui/item-amount';
import type { FoundAllocation } from '~db/queries/allocations.server';

export type ShownLine = FoundAllocation['lines'][number] & { where: LineWhereabouts };

interface AllocationLinesProps {
  lines: readonly ShownLine[];
  items: readonly CatalogueItem[];
}

/** Each line of goods with where they are now. */
export function AllocationLines({ lines, items }: AllocationLinesProps) {
  const t = useText('desk');
  const nameOf = useName();
  const itemOf = (line: ShownLine) => items.find((one) => one.id === line.itemId);
  const figure = (
    key: string,
    header: string,
    valueOf: (line: ShownLine) => number,
  ): Column<ShownLine> => ({
    key,
    header,
    align: 'end',
    nowrap: true,
    cell: (line) => {
      const value = valueOf(line);
      if (value === 0) return <span className="text-ink-soft">0</span>;
      return <Amount quantity={value} units={itemOf(line)?.units ?? []} />;
    },
  });
  return (
    <DataTable
      caption={t('allocatedGoods')}
      rows={lines}
      rowKey={(line) => line.id}
      empty={null}
      columns={[
        {
          key: 'item',
          header: t('item'),
          heading: true,
          cell: (line) => {
            const item = itemOf(line);
            return (
              <>
                {item && nameOf(item)} {line.size}
                <span className="block text-sm font-normal text-ink-soft">
                  {line.placeName} · {line.donationCode}
                </span>
              </>
            );
          },
        },
        figure('quantity', t('allocatedQuantity'), (line) => line.quantity),
        figure('released', t('released'), (line) => line.releasedQuantity),
        figure('promised', t('promised'), (line) => line.where.promised),
        figure('held', t('held'), (line) => line.where.held),
        figure('onTheRoad', t('onTheRoad'), (line) => line.where.onTheRoad),
        figure('atCentre', t('atCentre'), (line) => line.where.atCentre),
        figure('handedOut', t('handedOut'), (line) => line.where.handedOut),
      ]}
    />
  );
}
