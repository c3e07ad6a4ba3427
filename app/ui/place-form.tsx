import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { datums, precisions } from '~/domain/organisation';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { DivisionField } from './division-field';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { FieldGrid, FormActions, WideField } from './form-layout';
import { FormErrorSummary } from './form-error-summary';
import { formProblems } from './form-problems';
import type { AnsweredForm } from './organisation-form';
import { usePrecisionName } from './organisation-words';
import { SelectField } from './select-field';
import { TextField } from './text-field';

interface Typed {
  name?: string;
  divisionCode?: string;
  address?: string;
  latitude?: string;
  longitude?: string;
  datum?: string;
  precision?: string;
}

interface PlaceFormProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  /** Ids that the form is about, as hidden fields. */
  about?: Record<string, string> | undefined;
  defaults?: Typed | undefined;
  countyFixed?: boolean;
}

export function PlaceForm(props: PlaceFormProps) {
  const { envelope, answer, about = {}, defaults, countyFixed } = props;
  const t = useText('organisations');
  const precisionName = usePrecisionName();
  const errorText = useErrorText();
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    ...(defaults && { defaultValue: defaults }),
  });
  const labels = {
    name: t('placeName'),
    divisionCode: t('division'),
    address: t('address'),
    latitude: t('latitude'),
    longitude: t('longitude'),
    datum: t('datum'),
    precision: t('precision'),
  };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Form method="post" id={form.id} noValidate className="space-y-6">
      <EnvelopeFields {...envelope} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
      <Card>
        <TextField field={fields.name} label={labels.name} required />
        <DivisionField
          field={fields.divisionCode}
          label={labels.divisionCode}
          hint={countyFixed ? t('placeCountyFixed') : undefined}
          choices={answer?.choices}
          required
        />
        <TextField field={fields.address} label={labels.address} />
      </Card>
      <Card title={t('coordinates')}>
        <FieldGrid>
          <TextField field={fields.latitude} label={labels.latitude} inputMode="decimal" />
          <TextField field={fields.longitude} label={labels.longitude} inputMode="decimal" />
          <WideField>
            <SelectField
              field={fields.datum}
              label={labels.datum}
              hint={t('datumHint')}
              options={datums.map((value) => ({ value, label: value }))}
            />
          </WideField>
          <SelectField
            field={fields.precision}
            label={labels.precision}
            options={precisions.map((value) => ({ value, label: precisionName(value) }))}
          />
        </FieldGrid>
      </Card>
      <FormActions>
        <Button>{t('save')}</Button>
      </FormActions>
    </Form>
  );
}
