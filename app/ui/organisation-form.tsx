import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { organisationKinds } from '~/domain/organisation';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { DivisionField, type DivisionOffers } from './division-field';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { FieldGrid, FormActions, WideField } from './form-layout';
import { FormErrorSummary } from './form-error-summary';
import { formProblems } from './form-problems';
import { useKindName } from './organisation-words';
import { SelectField } from './select-field';
import { TextField } from './text-field';

export interface AnsweredForm {
  lastResult?: SubmissionResult | undefined;
  error?: DomainError | undefined;
  divisions?: Record<string, DivisionOffers> | undefined;
}

interface Typed {
  kind?: string;
  name?: string;
  creditCode?: string;
  divisionCode?: string;
  address?: string;
  contactName?: string;
  contactPhone?: string;
}

interface OrganisationFormProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  /** Ids that the form is about, as hidden fields. */
  about?: Record<string, string> | undefined;
  defaults?: Typed | undefined;
  /** The kind is chosen once, when the organisation is registered. */
  withKind?: boolean;
}

export function OrganisationForm(props: OrganisationFormProps) {
  const { envelope, answer, about = {}, defaults, withKind = false } = props;
  const t = useText('organisations');
  const kindName = useKindName();
  const errorText = useErrorText();
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    ...(defaults && { defaultValue: defaults }),
  });
  const labels = {
    kind: t('kind'),
    name: t('name'),
    creditCode: t('creditCode'),
    divisionCode: t('division'),
    address: t('address'),
    contactName: t('contactName'),
    contactPhone: t('contactPhone'),
  };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  const kinds = organisationKinds.filter((kind) => kind !== 'operator');
  return (
    <Form method="post" id={form.id} noValidate className="space-y-6">
      <EnvelopeFields {...envelope} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
      <Card>
        <FieldGrid>
          {withKind && (
            <SelectField
              field={fields.kind}
              label={labels.kind}
              required
              options={kinds.map((value) => ({ value, label: kindName(value) }))}
            />
          )}
          <TextField field={fields.name} label={labels.name} required />
          <WideField>
            <TextField
              field={fields.creditCode}
              label={labels.creditCode}
              hint={t('creditCodeHint')}
            />
          </WideField>
          <WideField>
            <DivisionField
              field={fields.divisionCode}
              label={labels.divisionCode}
              offers={answer?.divisions?.divisionCode}
              required
            />
          </WideField>
          <WideField>
            <TextField field={fields.address} label={labels.address} />
          </WideField>
          <WideField>
            <TextField field={fields.contactName} label={labels.contactName} />
          </WideField>
          <WideField>
            <TextField
              field={fields.contactPhone}
              type="tel"
              label={labels.contactPhone}
              hint={t('contactPhoneHint')}
            />
          </WideField>
        </FieldGrid>
      </Card>
      <FormActions>
        <Button>{t('save')}</Button>
      </FormActions>
    </Form>
  );
}
