import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
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
import type { ShownIdentity } from './use-person-facts';

interface AmendPersonProps {
  envelope: EnvelopeProps;
  answer: AnsweredForm | undefined;
  identity: ShownIdentity;
  bornOn: string | null;
}

export function AmendPerson({ envelope, answer, identity, bornOn }: AmendPersonProps) {
  const t = useText('register');
  const errorText = useErrorText();
  const labels = usePersonLabels();
  const { name, phone, address, guardian_name: guardianName } = identity;
  const [form, fields] = useForm<TypedPerson>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: {
      ...(name && { name }),
      ...(phone && { phone }),
      ...(address && { address }),
      ...(guardianName && { guardianName }),
      ...(bornOn && !identity.idNumberMasked && { bornOn }),
    },
  });
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Card title={t('amend')}>
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <EnvelopeFields {...envelope} intent="amend" />
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <PersonFields fields={fields} idNumberMasked={identity.idNumberMasked} amending />
        <FormActions>
          <Button>{t('save')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
