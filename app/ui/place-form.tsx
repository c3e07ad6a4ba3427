import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { Card } from './card';
import { CoordinateFields, useCoordinateLabels } from './coordinate-fields';
import { DivisionField } from './division-field';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { FormActions } from './form-layout';
import { FormErrorSummary } from './form-error-summary';
import { formProblems } from './form-problems';
import type { AnsweredForm } from './organisation-form';
import { NumberField } from './number-field';
import { TextField } from './text-field';

interface Typed {
  name?: string;
  divisionCode?: string;
  address?: string;
  capacity?: string;
  latitude?: string;
  longitude?: string;
  datum?: string;
  precision?: string;
  coordinateText?: string;
  pointConfirmed?: string;
}

interface PlaceFormProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  /** Ids that the form is about, as hidden fields. */
  about?: Record<string, string> | undefined;
  defaults?: Typed | undefined;
  countyFixed?: boolean;
  /** A map to pin on. */
  children?: ReactNode;
}

export function PlaceForm(props: PlaceFormProps) {
  const { envelope, answer, about = {}, defaults, countyFixed, children } = props;
  const t = useText('organisations');
  const errorText = useErrorText();
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    ...(defaults && { defaultValue: defaults }),
  });
  const labels = {
    name: t('placeName'),
    divisionCode: t('division'),
    address: t('address'),
    capacity: t('capacity'),
    ...useCoordinateLabels(),
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
          offers={answer?.divisions?.divisionCode}
          required
        />
        <TextField field={fields.address} label={labels.address} />
        <NumberField
          field={fields.capacity}
          label={labels.capacity}
          hint={t('capacityHint')}
          unit={t('cubicMetres')}
          decimal
        />
      </Card>
      <CoordinateFields fields={fields}>{children}</CoordinateFields>
      <FormActions>
        <Button>{t('save')}</Button>
      </FormActions>
    </Form>
  );
}
