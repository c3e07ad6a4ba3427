import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FormActions } from '~/ui/form-layout';
import { formProblems } from '~/ui/form-problems';
import { HouseholdFields } from '~/ui/household-fields';
import type { AnsweredForm } from '~/ui/organisation-form';

interface Typed {
  divisionCode: string;
  hukouDivisionCode: string;
}

interface AmendHouseholdProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  defaults: Typed;
}

/** Where it lives and where it is registered. */
export function AmendHousehold({ envelope, answer, defaults }: AmendHouseholdProps) {
  const t = useText('register');
  const errorText = useErrorText();
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: defaults,
  });
  const labels = { divisionCode: t('residence'), hukouDivisionCode: t('hukou') };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Card title={t('amend')}>
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <EnvelopeFields {...envelope} intent="amend" />
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <p className="text-sm text-ink-soft">{t('amendHouseholdHint')}</p>
        <HouseholdFields fields={fields} divisions={answer?.divisions} />
        <FormActions>
          <Button kind="secondary">{t('save')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
