import { useText } from '~/i18n/text';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import type { LineToShow } from './shipment-view.server';

const parts = ['received', 'outstanding', 'damaged', 'lost', 'found'] as const;

/** Each line with what became of it: sent = received + on the road + damaged + short + found again. */
export function ShipmentLines({ lines, draft }: { lines: readonly LineToShow[]; draft: boolean }) {
  const t = useText('shipments');
  const nameOf = useName();
  const figures: Column<LineToShow>[] = [
    { key: 'sent', header: draft ? t('planned') : t('sent'), align: 'end', cell: amount('sent') },
    ...(draft
      ? []
      : parts
          .filter((part) => part !== 'found' || lines.some((line) => line.figures.found > 0))
          .map((part): Column<LineToShow> => ({
            key: part,
            header: t(part),
            align: 'end',
            cell: amount(part),
          }))),
  ];
  return (
    <DataTable
      caption={t('lines')}
      rows={lines}
      rowKey={(line) => line.id}
      empty={null}
      columns={[
        {
          key: 'item',
          header: t('item'),
          heading: true,
          cell: (line) => (
            <>
              {[nameOf(line.item), line.size].filter(Boolean).join(' ')}
              {line.programmeName && (
                <span className="block text-sm font-normal text-ink-soft">
                  {line.programmeName}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'bestBefore',
          header: t('bestBefore'),
          cell: (line) =>
            line.bestBefore ? <DayText day={line.bestBefore} style="short" /> : t('noBestBefore'),
        },
        {
          key: 'parcel',
          header: t('parcel'),
          nowrap: true,
          cell: (line) => line.parcelCode ?? t('loose'),
        },
        ...figures,
      ]}
    />
  );
}

function amount(part: 'sent' | (typeof parts)[number]) {
  return function AmountCell({ figures, item, unitCode }: LineToShow) {
    const quantity = figures[part];
    if (quantity === 0) return <span className="text-ink-soft">0</span>;
    return <Amount quantity={quantity} units={item.units} unitCode={unitCode} />;
  };
}
