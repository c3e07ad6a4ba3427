import { Form } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { problemsOf, type RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { plainField } from '~/ui/plain-field';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

interface FoundFormProps {
  places: readonly { id: string; name: string }[];
  items: readonly { code: string; nameZh: string; nameEn: string; units: ItemUnit[] }[];
  membershipId: string;
  formKey: string;
  answer: RefusedAnswer | undefined;
}

export function FoundForm({ places, items, membershipId, formKey, answer }: FoundFormProps) {
  const t = useText('stock');
  const nameOf = useName();
  const labels: Record<string, string> = {
    placeId: t('place'),
    itemUnit: t('itemAndUnit'),
    size: t('size'),
    quantity: t('quantity'),
    producedOn: t('producedOn'),
    bestBefore: t('bestBefore'),
  };
  const field = (name: string, initial?: string) => plainField(answer, name, initial);
  return (
    <Form method="post" noValidate className="space-y-6">
      <EnvelopeFields membershipId={membershipId} formKey={formKey} />
      <FormErrorSummary problems={problemsOf(answer, (name) => labels[name])} />
      <Card>
        <FieldGrid>
          <SelectField
            field={field('placeId', places[0]?.id)}
            label={t('place')}
            required
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            field={field('itemUnit')}
            label={t('itemAndUnit')}
            required
            options={items.flatMap((item) =>
              item.units.map((unit) => ({
                value: `${item.code}:${unit.code}`,
                label: nameOf(unit),
                group: nameOf(item),
              })),
            )}
          />
          <TextField field={field('size')} label={t('size')} hint={t('sizeHint')} />
          <NumberField field={field('quantity')} label={t('quantity')} decimal required />
          <DateField field={field('producedOn')} label={t('producedOn')} />
          <DateField field={field('bestBefore')} label={t('bestBefore')} />
        </FieldGrid>
      </Card>
      <FormActions>
        <Button>{t('enterFound')}</Button>
      </FormActions>
    </Form>
  );
}
