import { Form, useNavigation } from '@remix-run/react';
import { inLargestUnit } from '~/domain/quantity';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FactList } from '~/ui/fact-list';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { useAmount, useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';
import type { LoadedGive } from './load-give.server';
import { useGoodsLabel } from './use-goods-label';

type GiveFormProps = LoadedGive & { answer: RefusedAnswer | undefined };

/** Which goods, how much and why; goods that a rule forbids are shown with it and cannot be chosen. */
export function GiveForm(props: GiveFormProps) {
  const { plan, need, given, item, goods, membershipId, formKey, answer } = props;
  const t = useText('plans');
  const amount = useAmount();
  const nameOf = useName();
  const labelOf = useGoodsLabel(item);
  const busy = useNavigation().state === 'submitting';
  if (goods.length === 0) return <EmptyState title={t('giveNone')} />;
  const units = item?.units ?? [];
  const said = inLargestUnit(need.quantity - given || need.quantity, units);
  const unit = units.find((one) => one.code === said.unit);
  const labels: Record<string, string> = {
    supplyId: t('giveGoods'),
    quantity: t('quantity'),
    reason: t('reason'),
  };
  const of = (name: string) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: typedAt(answer, name),
    required: true,
  });
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields {...{ membershipId, formKey }} version={plan.version} />
      <input type="hidden" name="unitCode" value={said.unit} />
      <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
      <Card title={t('need')}>
        <FactList
          facts={[
            {
              label: t('need'),
              value: [need.names?.placeName, need.names?.programmeName, need.names?.countyName]
                .filter(Boolean)
                .join(' · '),
            },
            { label: t('open'), value: amount(need.quantity, units) },
            { label: t('given'), value: amount(given, units) },
          ]}
        />
      </Card>
      <Card title={t('giveTitle')}>
        <SelectField
          {...of('supplyId')}
          hint={t('giveHint')}
          options={goods.map((one) => ({
            value: one.id,
            label: labelOf(one),
            disabled: one.rule !== undefined,
          }))}
        />
        <NumberField
          {...of('quantity')}
          unit={unit && nameOf(unit)}
          decimal={said.unit !== 'piece'}
        />
        <TextField {...of('reason')} maxLength={500} />
      </Card>
      <FormActions>
        <Button busy={busy}>{t('changeAndSolve')}</Button>
      </FormActions>
    </Form>
  );
}
