import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { z } from 'zod';
import type { changePasswordSchema } from '~/domain/account';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { PasswordFields } from '~/ui/account-fields';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import { TextField } from '~/ui/text-field';
import type { AccountAnswer } from './account-posted.server';

export function PasswordForm({ answer }: { answer: AccountAnswer | undefined }) {
  const t = useText('auth');
  const errorText = useErrorText();
  const [form, fields] = useForm<z.input<typeof changePasswordSchema>>({
    lastResult: answer?.lastResult ?? null,
  });
  const labels = {
    currentPassword: t('currentPassword'),
    password: t('newPassword'),
    passwordAgain: t('passwordAgain'),
  };
  const { lastResult, error } = answer ?? {};
  const whole = lastResult && error && !error.field ? [{ error: errorText(error) }] : [];
  return (
    <Card title={t('changePassword')}>
      <Form method="post" id={form.id} noValidate className="max-w-md space-y-5">
        <input type="hidden" name="_intent" value="password" />
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <p className="text-ink-soft">{t('changePasswordHint')}</p>
        <TextField
          field={fields.currentPassword}
          type="password"
          label={labels.currentPassword}
          autoComplete="current-password"
          required
        />
        <PasswordFields fields={fields} />
        <Button>{t('changePassword')}</Button>
      </Form>
    </Card>
  );
}
