import { Link } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { DataTable, type Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { Amount, useName } from '~/ui/item-amount';
import type { LineToShow } from './shipment-view.server';

const parts = ['received', 'outstanding', 'damaged', 'lost', 'found'] as const;

/** Each line with what became of it: sent = received + on the road + damaged + short + found again. */
export function ShipmentLines({ lines, draft }: { lines: readonly LineToShow[]; draft: boolean }) {
  const t = useText('shipments');
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
    <section className="space-y-3">
      <h2 className="text-lg">{t('lines')}</h2>
      <DataTable
        caption={t('lines')}
        captionHidden
        rows={lines}
        rowKey={(line) => line.id}
        empty={null}
        columns={[
          {
            key: 'item',
            header: t('item'),
            heading: true,
            cell: (line) => <LineName line={line} />,
          },
          ...figures,
        ]}
      />
    </section>
  );
}

/** What it is, for whom, and what a keeper looks for on the shelf. */
function LineName({ line }: { line: LineToShow }) {
  const t = useText('shipments');
  const nameOf = useName();
  const name = [nameOf(line.item), line.size].filter(Boolean).join(' ');
  return (
    <span className="block min-w-32">
      {name}
      <span className="flex flex-wrap gap-x-3 text-sm font-normal text-ink-soft">
        {line.programmeName && <span>{line.programmeName}</span>}
        {line.bestBefore && (
          <span>
            {t('bestBefore')} <DayText day={line.bestBefore} style="short" />
          </span>
        )}
        {line.inParcel && (
          <Link to={paths.parcel(line.parcelId)} className="underline underline-offset-4">
            {line.parcelCode ?? t('parcel')}
          </Link>
        )}
      </span>
    </span>
  );
}

function amount(part: 'sent' | (typeof parts)[number]) {
  return function AmountCell({ figures, item, unitCode }: LineToShow) {
    const quantity = figures[part];
    if (quantity === 0) return <span className="text-ink-soft">0</span>;
    return <Amount quantity={quantity} units={item.units} unitCode={unitCode} />;
  };
}
