import { Form, useNavigation } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import type { PlanWeightField } from '~/domain/plan-form';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { errorsAt, problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { namedField } from '~/ui/named-field';
import { NumberField } from '~/ui/number-field';
import { PlanWeights, useWeightLabels } from '~/ui/plan-weights';
import { SelectField, type Option } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { typedAt } from '~/ui/typed-values';

interface WhatIfFormProps {
  weights: Record<PlanWeightField, string>;
  items: readonly CatalogueItem[];
  depots: readonly { id: string; name: string }[];
  centres: readonly { id: string; name: string }[];
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

/** Other conditions for the same goods and needs. */
export function WhatIfForm({
  weights,
  items,
  depots,
  centres,
  answer,
  ...sender
}: WhatIfFormProps) {
  const t = useText('plans');
  const nameOf = useName();
  const busy = useNavigation().state === 'submitting';
  const labels: Record<string, string> = {
    ...useWeightLabels(),
    extraItemId: t('item'),
    extraSize: t('extraSize'),
    extraQuantity: t('quantity'),
    extraUnit: t('unit'),
    extraPlaceId: t('extraPlace'),
    closedFromId: t('from'),
    closedToId: t('to'),
    reason: t('reason'),
  };
  const of = (name: string) => ({
    field: namedField(name, errorsAt(answer, name)),
    label: labels[name] ?? '',
    defaultValue: typedAt(answer, name),
  });
  const places = (list: readonly { id: string; name: string }[]): Option[] =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const units = new Map(
    items.flatMap((item) => item.units.map((unit) => [unit.code, nameOf(unit)] as const)),
  );
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields {...sender} />
      <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
      <Card title={t('weights')}>
        <PlanWeights weights={weights} answer={answer} />
      </Card>
      <Card title={t('extraGoods')}>
        <p className="text-ink-soft">{t('extraHint')}</p>
        <FieldGrid>
          <SelectField
            {...of('extraItemId')}
            options={items.map((item) => ({ value: item.id, label: nameOf(item) }))}
          />
          <TextField {...of('extraSize')} maxLength={20} />
          <NumberField {...of('extraQuantity')} decimal />
          <SelectField
            {...of('extraUnit')}
            options={[...units].map(([value, label]) => ({ value, label }))}
          />
          <SelectField {...of('extraPlaceId')} options={places(depots)} />
        </FieldGrid>
      </Card>
      <Card title={t('closedRoad')}>
        <p className="text-ink-soft">{t('extraHint')}</p>
        <FieldGrid>
          <SelectField {...of('closedFromId')} options={places(depots)} />
          <SelectField {...of('closedToId')} options={places(centres)} />
        </FieldGrid>
      </Card>
      <FormActions>
        <Button busy={busy}>{t('ask')}</Button>
      </FormActions>
    </Form>
  );
}
