import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { Role } from '~/domain/actor';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { DivisionField } from '~/ui/division-field';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions, WideField } from '~/ui/form-layout';
import { formProblems } from '~/ui/form-problems';
import type { AnsweredForm } from '~/ui/organisation-form';
import { SelectField } from '~/ui/select-field';

interface Typed {
  role: string;
  divisionCode: string;
  from: string;
  validTo: string;
}

interface MembershipFormProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  roles: readonly Role[];
  defaults: Omit<Typed, 'from'>;
}

/** Another role, division or end of one membership. */
export function MembershipForm({ envelope, answer, roles, defaults }: MembershipFormProps) {
  const t = useText('auth');
  const roleName = useText('roles');
  const errorText = useErrorText();
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: defaults,
  });
  const labels = {
    role: t('role'),
    divisionCode: t('division'),
    from: t('changeFrom'),
    validTo: t('until'),
  };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Form method="post" id={form.id} noValidate className="space-y-6">
      <EnvelopeFields {...envelope} intent="change" />
      <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
      <Card title={t('changeMembership')}>
        <p className="text-sm text-ink-soft">{t('changeHint')}</p>
        <FieldGrid>
          <SelectField
            field={fields.role}
            label={labels.role}
            required
            emptyLabel={false}
            options={roles.map((value) => ({ value, label: roleName(value) }))}
          />
          <WideField>
            <DivisionField
              field={fields.divisionCode}
              label={labels.divisionCode}
              offers={answer?.divisions?.divisionCode}
              required
            />
          </WideField>
          <DateField field={fields.from} label={labels.from} hint={t('changeFromHint')} />
          <DateField field={fields.validTo} label={labels.validTo} hint={t('untilHint')} />
        </FieldGrid>
        <FormActions>
          <Button>{t('saveChange')}</Button>
        </FormActions>
      </Card>
    </Form>
  );
}
