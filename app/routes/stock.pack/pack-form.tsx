import { Form } from '@remix-run/react';
import { Package } from 'lucide-react';
import { parcelKinds } from '~/domain/parcel';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { Amount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { plainField } from '~/ui/plain-field';
import { RadioGroup } from '~/ui/radio-group';
import { StatusBadge } from '~/ui/status-badge';
import type { PackableRow } from './packable.server';

interface PackFormProps {
  rows: readonly PackableRow[];
  placeId: string;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

type Row = PackableRow & { at: number };

export function PackForm({ rows, placeId, membershipId, formKey, answer }: PackFormProps) {
  const t = useText('stock');
  const nameOf = useName();
  // Rows that are passed over have no fields, so they have no number either.
  const usable = rows.filter((row) => !row.skipped);
  const numbered = rows.map((row): Row => ({ ...row, at: usable.indexOf(row) }));
  const labelOf = (field: string) => {
    const row = usable[Number(/^lines\[(\d+)\]/.exec(field)?.[1])];
    return row ? [nameOf(row.item), row.size].filter(Boolean).join(' ') : t('parcelKind');
  };
  const kindWords = { box: t('box'), bag: t('bag') };
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields membershipId={membershipId} formKey={formKey} />
      <input type="hidden" name="placeId" value={placeId} />
      <FormErrorSummary problems={problemsOf(answer, labelOf)} />
      <DataTable
        caption={t('looseGoods')}
        captionHidden
        rows={numbered}
        rowKey={(row) => `${row.kind} ${row.lotId} ${row.parcelId}`}
        empty={t('nothingLoose')}
        columns={[
          {
            key: 'item',
            header: t('item'),
            heading: true,
            cell: (row) => [nameOf(row.item), row.size].filter(Boolean).join(' '),
          },
          {
            key: 'bestBefore',
            header: t('bestBefore'),
            cell: (row) => <Dates row={row} />,
          },
          {
            key: 'free',
            header: t('free'),
            align: 'end',
            cell: (row) => (
              <Amount quantity={row.quantity} units={row.item.units} unitCode={row.unitCode} />
            ),
          },
          {
            key: 'quantity',
            header: t('putIn'),
            align: 'end',
            cell: (row) => <QuantityCell row={row} answer={answer} />,
          },
        ]}
      />
      {usable.length > 0 && (
        <>
          <RadioGroup
            field={plainField(answer, 'kind', 'box')}
            label={t('parcelKind')}
            inline
            options={parcelKinds.map((value) => ({ value, label: kindWords[value] }))}
          />
          <FormActions>
            <Button icon={Package}>{t('packNow')}</Button>
          </FormActions>
        </>
      )}
    </Form>
  );
}

function Dates({ row }: { row: Row }) {
  const t = useText('stock');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {row.bestBefore ? <DayText day={row.bestBefore} style="short" /> : t('noBestBefore')}
      {row.expired && <StatusBadge status="lot.expired" />}
      {row.expiring && <StatusBadge status="lot.expiring" />}
      {row.kind === 'quarantine' && <StatusBadge status="lot.quarantined" />}
    </span>
  );
}

function QuantityCell({ row, answer }: { row: Row; answer: RefusedAnswer | undefined }) {
  const t = useText('stock');
  const nameOf = useName();
  if (row.skipped) {
    const why = row.skipped === 'expired' ? t('skippedExpired') : t('skippedQuarantined');
    return <span className="text-sm text-brick">{why}</span>;
  }
  const { at, lotId, parcelId, factor } = row;
  const unit = row.item.units.find((one) => one.code === row.unitCode);
  const suggested = row.suggested > 0 ? String(row.suggested / factor) : undefined;
  return (
    <div className="flex flex-col items-end">
      {Object.entries({ lotId, parcelId, factor }).map(([name, value]) => (
        <input key={name} type="hidden" name={`lines[${at}].${name}`} value={value} />
      ))}
      <NumberField
        field={plainField(answer, `lines[${at}].quantity`, suggested)}
        label={t('putIn')}
        labelHidden
        decimal={factor > 1}
        unit={unit && nameOf(unit)}
      />
    </div>
  );
}
