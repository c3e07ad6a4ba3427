import { Form } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import { inLargestUnit } from '~/domain/quantity';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { DayText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FormActions } from '~/ui/form-layout';
import { Amount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { usePlanReason } from '~/ui/plan-reason';
import { RadioGroup } from '~/ui/radio-group';
import { TextField } from '~/ui/text-field';
import type { SolvedView } from './load-plan.server';
import type { LineRow, NeedRow } from './need-rows.server';

interface LineFormProps {
  row: NeedRow;
  line: LineRow;
  item: CatalogueItem | undefined;
  solved: SolvedView;
  version: number;
  mayChange: boolean;
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** One line, and behind it the form with which a person keeps, changes or forbids it. */
export function LineForm(props: LineFormProps) {
  const { row, line, item, solved, mayChange, answer } = props;
  const t = useText('plans');
  const language = useLanguage();
  const typed = answer?.lastResult?.initialValue;
  const isTyped = typed?.['requestLineId'] === row.id && typed['supplyId'] === line.supplyId;
  const reason = usePlanReason(solved.divisionNames);
  const donor = solved.donors[line.donationLineId];
  return (
    <div className="rounded-lg border border-line bg-paper px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <strong>
          <Amount quantity={line.quantity} units={item?.units ?? []} />
        </strong>
        <span>
          {[
            solved.placeNames[line.placeId],
            donor,
            line.km !== null && t('kmAway', { km: formatNumber(language, line.km, 0) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {line.bestBefore && (
          <span className="text-ink-soft">
            {t('bestBefore')} <DayText day={line.bestBefore} style="short" />
          </span>
        )}
        {line.reasons.map((one) => (
          <span key={one.code} className="text-ink-soft">
            {reason(one, item)}
          </span>
        ))}
        {line.isPledge && <Badge tone="waiting">{t('pledge')}</Badge>}
        {line.larger && <Badge tone="info">{t('larger', { size: line.size })}</Badge>}
      </p>
      {mayChange && (
        <details open={isTyped}>
          <summary className="inline-flex min-h-9 items-center underline underline-offset-4">
            {t('change')}
          </summary>
          <ChangeForm {...props} typed={isTyped ? typed : undefined} />
        </details>
      )}
    </div>
  );
}

function ChangeForm(props: LineFormProps & { typed: Record<string, unknown> | undefined }) {
  const { row, line, item, version, membershipId, formKey, answer, typed } = props;
  const t = useText('plans');
  const nameOf = useName();
  const units = item?.units ?? [];
  const said = inLargestUnit(line.quantity, units);
  const unit = units.find((one) => one.code === said.unit);
  const field = (name: string) => ({
    id: `${name}-${line.id}`,
    name,
    errorId: `${name}-${line.id}-error`,
    descriptionId: `${name}-${line.id}-hint`,
    errors: typed && errorsAt(answer, name),
  });
  const text = (name: string) => {
    const value = typed?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return (
    <Form method="post" noValidate className="space-y-4 pt-2 pb-1">
      <EnvelopeFields {...{ membershipId, formKey, version }} intent="change" />
      <input type="hidden" name="requestLineId" value={row.id} />
      <input type="hidden" name="supplyId" value={line.supplyId} />
      <input type="hidden" name="unitCode" value={said.unit} />
      <input type="hidden" name="kept" value={line.quantity} />
      <RadioGroup
        field={field('kind')}
        label={t('whatToDo')}
        defaultValue={text('kind') ?? 'pin'}
        inline
        options={[
          { value: 'pin', label: t('pin') },
          { value: 'quantity', label: t('otherQuantity') },
          { value: 'forbid', label: t('forbid') },
        ]}
      />
      <NumberField
        field={field('quantity')}
        label={t('quantity')}
        unit={unit && nameOf(unit)}
        decimal={said.unit !== 'piece'}
        defaultValue={text('quantity') ?? String(said.value)}
      />
      <TextField
        field={field('reason')}
        label={t('reason')}
        required
        maxLength={500}
        defaultValue={text('reason')}
      />
      <FormActions>
        <Button kind="secondary">{t('changeAndSolve')}</Button>
      </FormActions>
    </Form>
  );
}
