import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { z } from 'zod';
import type { newAccountSchema } from '~/domain/account';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { AccountFields } from '~/ui/account-fields';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import type { AcceptAnswer } from './accept-posted.server';

interface NewAccountFormProps {
  answer: AcceptAnswer | undefined;
  /** As the administrator typed them. */
  name?: string | undefined;
  phone?: string | undefined;
}

export function NewAccountForm({ answer, name, phone }: NewAccountFormProps) {
  const t = useText('auth');
  const errorText = useErrorText();
  const [form, fields] = useForm<z.input<typeof newAccountSchema>>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: { name, phone },
  });
  const labels = {
    name: t('name'),
    userName: t('userName'),
    phone: t('phone'),
    password: t('newPassword'),
    passwordAgain: t('passwordAgain'),
  };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Form method="post" id={form.id} noValidate className="space-y-6">
      <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
      <Card title={t('newAccount')}>
        <AccountFields fields={fields} />
      </Card>
      <FormActions>
        <Button>{t('acceptNew')}</Button>
      </FormActions>
    </Form>
  );
}
