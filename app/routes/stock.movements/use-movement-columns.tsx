import { Form } from '@remix-run/react';
import { countingUnit } from '~/domain/counting-unit';
import type { ItemUnit } from '~/domain/catalogue';
import type { MovementKind } from '~/domain/ledger';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import type { Column } from '~/ui/data-table';
import { InstantText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { useAmount, useName } from '~/ui/item-amount';
import { useMovementWords } from './movement-words';

interface Row {
  movementId: string;
  lineNo: number;
  kind: MovementKind;
  recordedAt: string;
  reversedBy: string | null;
  item: { nameZh: string; nameEn: string; units: ItemUnit[] };
  size: string;
  packSize: number | null;
  quantity: number;
  fromHere: boolean;
  toHere: boolean;
  parcelCode: string | null;
  reversible: boolean;
  formKey: string;
}

export function useMovementColumns(placeId: string, membershipId: string): Column<Row>[] {
  const t = useText('stock');
  const words = useMovementWords();
  const nameOf = useName();
  const amount = useAmount();
  return [
    {
      key: 'recordedAt',
      header: t('recordedAt'),
      nowrap: true,
      cell: (row) => <InstantText at={row.recordedAt} style="short" />,
    },
    { key: 'kind', header: t('kind'), heading: true, cell: (row) => words(row.kind) },
    {
      key: 'item',
      header: t('item'),
      cell: (row) => [nameOf(row.item), row.size].filter(Boolean).join(' '),
    },
    {
      key: 'parcel',
      header: t('parcel'),
      nowrap: true,
      cell: (row) => row.parcelCode ?? t('loose'),
    },
    {
      key: 'quantity',
      header: t('quantity'),
      align: 'end',
      cell: (row) => {
        const unit = countingUnit(row.quantity, row.item.units, row.packSize);
        return signOf(row) + amount(row.quantity, row.item.units, unit.code);
      },
    },
    {
      key: 'reverse',
      header: t('reverse'),
      cell: (row) =>
        row.reversedBy ? (
          <span className="text-ink-soft">{t('isReversed')}</span>
        ) : row.reversible ? (
          <Form method="post">
            <EnvelopeFields membershipId={membershipId} formKey={row.formKey} />
            <input type="hidden" name="placeId" value={placeId} />
            <input type="hidden" name="movementId" value={row.movementId} />
            <Button kind="quiet">{t('reverse')}</Button>
          </Form>
        ) : (
          '—'
        ),
    },
  ];
}

/** In, out, or about within the place. */
function signOf({ fromHere, toHere }: Row): string {
  if (fromHere === toHere) return '';
  return toHere ? '+' : '−';
}
