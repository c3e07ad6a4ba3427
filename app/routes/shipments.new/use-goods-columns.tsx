import { useText } from '~/i18n/text';
import { CheckField } from '~/ui/check-field';
import type { Column } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Amount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { plainField } from '~/ui/plain-field';
import { StatusBadge } from '~/ui/status-badge';
import type { RowToShow } from './goods-rows.server';

type Row = RowToShow & { at: number };

export function useGoodsColumns(answer: RefusedAnswer | undefined): Column<Row>[] {
  const t = useText('shipments');
  const nameOf = useName();
  return [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      cell: (row) => [nameOf(row.item), row.size].filter(Boolean).join(' '),
    },
    {
      key: 'programme',
      header: t('programme'),
      cell: (row) => row.programmeName ?? t('freeStock'),
    },
    {
      key: 'bestBefore',
      header: t('bestBefore'),
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
      cell: (row) => row.parcelCode ?? t('loose'),
    },
    {
      key: 'held',
      header: t('held'),
      align: 'end',
      cell: (row) => <Amount quantity={row.left} units={row.item.units} unitCode={row.unitCode} />,
    },
    {
      key: 'quantity',
      header: t('quantityToSend'),
      align: 'end',
      cell: (row) => <QuantityCell row={row} answer={answer} />,
    },
  ];
}

function QuantityCell({ row, answer }: { row: Row; answer: RefusedAnswer | undefined }) {
  const t = useText('shipments');
  const nameOf = useName();
  // What has expired is named and passed over: a centre never gets it.
  if (!row.goes) return <span className="text-sm text-brick">{t('expiredSkipped')}</span>;
  const whole = String(row.left / row.factor);
  const chosen = row.chosen > 0 ? String(row.chosen / row.factor) : '';
  const field = plainField(answer, `lines[${row.at}].quantity`, chosen);
  const unit = row.item.units.find((one) => one.code === row.unitCode);
  return (
    <div className="flex flex-col items-end">
      <RowIdentity row={row} />
      {row.parcelCode ? (
        <CheckField
          field={field}
          label={t('wholeParcel')}
          value={whole}
          defaultChecked={field.defaultValue !== ''}
        />
      ) : (
        <NumberField
          field={field}
          label={t('quantityToSend')}
          labelHidden
          decimal={row.factor > 1}
          unit={unit && nameOf(unit)}
        />
      )}
    </div>
  );
}

function RowIdentity({ row }: { row: Row }) {
  const { at, allocationLineId, lotId, parcelId, factor } = row;
  return Object.entries({ allocationLineId, lotId, parcelId, factor }).map(
    ([name, value]) =>
      value !== null && (
        <input key={name} type="hidden" name={`lines[${at}].${name}`} value={value} />
      ),
  );
}
