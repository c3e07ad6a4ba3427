import { Form, useNavigation } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import { signOffOutcomes } from '~/domain/sign-off';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { FieldGrid, FormActions, WideField } from '~/ui/form-layout';
import { useName } from '~/ui/item-amount';
import { NumberField } from '~/ui/number-field';
import { RadioGroup } from '~/ui/radio-group';
import { optionsOf } from '~/ui/register-words';
import { SelectField } from '~/ui/select-field';
import { SignaturePad } from '~/ui/signature-pad';
import { TextField } from '~/ui/text-field';
import type { SignableLine } from './line-card';
import { useHandoutWords } from './use-handout-words';

interface SignFormProps {
  line: SignableLine;
  unit: ItemUnit | undefined;
  say: (quantity: number) => string;
  envelope: EnvelopeProps;
  /** Set where this line's form came back. */
  answer: RefusedAnswer | undefined;
}

export function SignForm({ line, unit, say, envelope, answer }: SignFormProps) {
  const t = useText('handouts');
  const nameOf = useName();
  const { outcomes } = useHandoutWords();
  const busy = useNavigation().state === 'submitting';
  const typed = (answer?.lastResult?.initialValue ?? {}) as Record<string, string | undefined>;
  const sizes = line.sizesReady.filter(({ size }) => size !== '');
  const only = sizes.length === 1 ? sizes[0]?.size : undefined;
  return (
    <Form method="post" className="space-y-5 border-t border-line pt-4" noValidate>
      <EnvelopeFields {...envelope} formKey={line.newId} intent="sign" />
      <input type="hidden" name="signOffId" value={line.newId} />
      <input type="hidden" name="handoutLineId" value={line.id} />
      <input type="hidden" name="leftSeen" value={line.left} />
      <input type="hidden" name="unitFactor" value={unit?.factor ?? 1} />
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        inline
        defaultValue={typed['outcome'] ?? 'full'}
        errors={errorsAt(answer, 'outcome')}
        options={signOffOutcomes.map((value) => ({ value, label: outcomes[value] }))}
      />
      <FieldGrid>
        <NumberField
          name="quantity"
          label={t('partialQuantity')}
          hint={t('partialHint')}
          unit={unit && nameOf(unit)}
          decimal
          defaultValue={typed['quantity']}
          errors={errorsAt(answer, 'quantity')}
        />
        {sizes.length > 0 && (
          <SelectField
            name="size"
            label={t('size')}
            emptyLabel={only === undefined ? undefined : false}
            defaultValue={typed['size'] ?? only}
            errors={errorsAt(answer, 'size')}
            options={sizes.map(({ size, quantity }) => ({
              value: size,
              label: t('sizeOption', { size, left: say(quantity) }),
            }))}
          />
        )}
      </FieldGrid>
      <SignaturePad
        label={t('signature')}
        name="signature"
        typedName="typedName"
        typedDefault={typed['typedName']}
        errors={errorsAt(answer, 'typedName')}
      />
      <ProxyFields typed={typed} answer={answer} />
      <FormActions>
        <Button busy={busy}>{t('confirm')}</Button>
      </FormActions>
    </Form>
  );
}

function ProxyFields({
  typed,
  answer,
}: {
  typed: Record<string, string | undefined>;
  answer: RefusedAnswer | undefined;
}) {
  const t = useText('handouts');
  const { relationships } = useHandoutWords();
  return (
    <>
      <RadioGroup
        name="collectedBy"
        label={t('collectedBy')}
        inline
        defaultValue={typed['collectedBy'] ?? 'self'}
        errors={errorsAt(answer, 'collectedBy')}
        options={[
          { value: 'self', label: t('bySelf') },
          { value: 'proxy', label: t('byProxy') },
        ]}
      />
      <details open={typed['collectedBy'] === 'proxy' || undefined}>
        <summary className="flex min-h-11 cursor-pointer items-center underline underline-offset-4">
          {t('proxyTitle')} · {t('signedAt')}
        </summary>
        <FieldGrid>
          <TextField
            name="proxyName"
            label={t('proxyName')}
            maxLength={60}
            defaultValue={typed['proxyName']}
            errors={errorsAt(answer, 'proxyName')}
          />
          <SelectField
            name="proxyRelationship"
            label={t('proxyRelationship')}
            defaultValue={typed['proxyRelationship']}
            errors={errorsAt(answer, 'proxyRelationship')}
            options={optionsOf(relationships)}
          />
          <WideField>
            <DateField
              name="signedAt"
              withTime
              label={t('signedAt')}
              hint={t('signedAtHint')}
              defaultValue={typed['signedAt']}
              errors={errorsAt(answer, 'signedAt')}
            />
          </WideField>
        </FieldGrid>
      </details>
    </>
  );
}
