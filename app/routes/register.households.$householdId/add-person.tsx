import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { UserRoundPlus } from 'lucide-react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import type { AnsweredForm } from '~/ui/organisation-form';
import { PersonFields, usePersonLabels, type TypedPerson } from '~/ui/person-fields';

interface AddPersonProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
}

export function AddPerson({ envelope, answer }: AddPersonProps) {
  const t = useText('register');
  const errorText = useErrorText();
  const labels = usePersonLabels();
  const [form, fields] = useForm<TypedPerson>({ lastResult: answer?.lastResult ?? null });
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Card title={t('addPerson')}>
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <EnvelopeFields {...envelope} intent="add" />
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <PersonFields fields={fields} withRelationship />
        <FormActions>
          <Button icon={UserRoundPlus}>{t('addPerson')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
