import { Form } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { useAmount, useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { SelectField } from '~/ui/select-field';
import { RecipientChoice, type Recipients } from './recipient-choice';

interface Source {
  requestLineId: string;
  nameZh: string;
  nameEn: string;
  size: string;
  unitCode: string;
  units: ItemUnit[];
  held: number;
  unbespoken: number;
}

interface AddLinesProps {
  sources: readonly Source[];
  recipients: readonly Recipients[];
  envelope: EnvelopeProps;
  answer: RefusedAnswer | undefined;
}

export function AddLines({ sources, recipients, envelope, answer }: AddLinesProps) {
  const t = useText('handouts');
  const nameOf = useName();
  const amount = useAmount();
  const typed = (answer?.lastResult?.initialValue ?? {}) as Record<string, string | undefined>;
  if (sources.length === 0) return <Card title={t('addTitle')}>{t('noSource')}</Card>;
  return (
    <Card title={t('addTitle')}>
      <Form method="post" className="space-y-5" noValidate>
        <EnvelopeFields {...envelope} intent="add" />
        <p className="text-ink-soft">{t('addHint')}</p>
        <FieldGrid>
          <SelectField
            name="requestLineId"
            label={t('source')}
            required
            defaultValue={typed['requestLineId'] ?? sources[0]?.requestLineId}
            errors={errorsAt(answer, 'requestLineId')}
            options={sources.map((source) => ({
              value: source.requestLineId,
              label: t('sourceOption', {
                item: nameOf(source),
                size: source.size,
                left: amount(source.unbespoken, source.units, source.unitCode),
                held: amount(source.held, source.units, source.unitCode),
              }),
            }))}
          />
          <NumberField
            name="quantity"
            label={t('quantityEach')}
            hint={t('quantityUnit')}
            decimal
            required
            defaultValue={typed['quantity'] ?? '1'}
            errors={errorsAt(answer, 'quantity')}
          />
        </FieldGrid>
        <RecipientChoice
          recipients={recipients}
          ticked={[typed['personIds'], typed['householdIds']].flat()}
          errors={errorsAt(answer, 'personIds') ?? []}
        />
        <NumberField
          name="unnamedCount"
          label={t('unnamed')}
          hint={t('unnamedHint')}
          defaultValue={typed['unnamedCount']}
          errors={errorsAt(answer, 'unnamedCount')}
        />
        <FormActions>
          <Button kind="secondary">{t('addSelected')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
