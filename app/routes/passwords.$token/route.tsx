import { useForm } from '@conform-to/react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { resetPassword } from '~/commands/reset-password.server';
import { passwordRefusal, resetPasswordSchema } from '~/domain/account';
import { resetRefusal } from '~/domain/password-reset';
import { domainError } from '~/domain/result';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { readPosted, refusedForm } from '~/server/form.server';
import { parseOpenForm } from '~/server/open-form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { forgetSessions } from '~/server/session.server';
import { tokenHash } from '~/server/token.server';
import { PasswordFields } from '~/ui/account-fields';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import type { RefusedAnswer } from '~/ui/form-answer';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { formProblems } from '~/ui/form-problems';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { findPasswordReset } from '~db/queries/password-reset.server';

export const handle = pageTitle('auth', 'resetPassword');

/** Public: open to whoever holds the link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { env } = context;
  const link = await findPasswordReset(env.db, tokenHash(params.token ?? ''));
  if (!link) return refuseRequest({ code: 'password_reset.unknown' });
  const error = resetRefusal(link, env.now());
  if (error) refuseRequest(error);
  const headers = { 'Cache-Control': 'no-store' };
  return data({ name: link.name, userName: link.userName ?? '' }, { headers });
}

/** Public: sets the password of whom the link was made for, and leads to the sign-in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { env } = context;
  const hash = tokenHash(params.token ?? '');
  const form = parseOpenForm(await readPosted(request), resetPasswordSchema);
  if (!form.ok) return form.answer;
  const { password } = form.value;
  const link = await findPasswordReset(env.db, hash);
  const unfit = passwordRefusal(password, [link?.userName ?? '', link?.phone ?? '']);
  if (unfit) return refusedForm(form.submission, domainError(unfit, undefined, 'password')).answer;
  const passwordHash = await env.auth.hashPassword(password);
  const result = await resetPassword(env, { tokenHash: hash, passwordHash });
  forgetSessions();
  return respond(form, result, () => redirect(`${paths.signIn}?done=reset`));
}

export default function ResetPasswordPage() {
  const t = useText('auth');
  const errorText = useErrorText();
  const { name, userName } = useLoaderData<typeof loader>();
  const answer = useActionData() as RefusedAnswer | undefined;
  const [form, fields] = useForm<z.input<typeof resetPasswordSchema>>({
    lastResult: (answer?.lastResult ?? null) as never,
  });
  const labels = { password: t('newPassword'), passwordAgain: t('passwordAgain') };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Page narrow title={t('resetPassword')} lead={t('resetLead', { name, userName })}>
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <Card>
          <FieldGrid>
            <PasswordFields fields={fields} />
          </FieldGrid>
          <FormActions>
            <Button>{t('resetPassword')}</Button>
          </FormActions>
        </Card>
      </Form>
    </Page>
  );
}
