import { useForm } from '@conform-to/react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import type { z } from 'zod';
import { completeSetup } from '~/commands/complete-setup.server';
import { setupSchema } from '~/domain/account';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import {
  refusedDivisionForm,
  stepBelow,
  takeDivisions,
  textsOf,
} from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { parseOpenForm } from '~/server/open-form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { tokenHash } from '~/server/token.server';
import { isSetupOpen } from '~db/queries/setup-link.server';
import { AccountFields } from '~/ui/account-fields';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DivisionField } from '~/ui/division-field';
import { FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { TextField } from '~/ui/text-field';

export const handle = pageTitle('auth', 'setupTitle');

const DIVISION = ['division'];

/** Public: open to whoever holds the one-time link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const open = await isSetupOpen(context.env.db, tokenHash(params.token ?? ''));
  if (!open) refuseRequest({ code: 'setup.done' });
  return {};
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { env } = context;
  const posted = await readPosted(request);
  const step = await stepBelow(env, posted, DIVISION);
  if (step) return data(step);
  const taken = await takeDivisions(env, posted, DIVISION);
  const form = parseOpenForm(posted, setupSchema);
  if (!form.ok || Object.keys(taken.errors).length > 0) {
    const refused = form.ok ? refusedForm(form.submission) : form;
    return data(refusedDivisionForm(refused, taken).answer, { status: 422 });
  }
  Object.assign(form.submission.payload, textsOf(taken.divisions));
  const { organisationName, name, userName, phone, password } = form.value;
  const result = await completeSetup(env, {
    tokenHash: tokenHash(params.token ?? ''),
    organisationName,
    divisionCode: form.value.division,
    person: { name, userName, phone, passwordHash: await env.auth.hashPassword(password) },
  });
  if (!result.ok) return respond(form, result, () => redirect(paths.home));
  const headers = await env.auth.signIn(request, userName, password);
  return redirect(paths.people, headers && { headers });
}

export default function SetupPage() {
  const t = useText('auth');
  const errorText = useErrorText();
  const answer = useActionData() as AnsweredForm | undefined;
  const [form, fields] = useForm<z.input<typeof setupSchema>>({
    lastResult: answer?.lastResult ?? null,
  });
  const labels = {
    organisationName: t('operatorName'),
    division: t('operatorDivision'),
    name: t('name'),
    userName: t('userName'),
    phone: t('phone'),
    password: t('newPassword'),
    passwordAgain: t('passwordAgain'),
  };
  const problems = formProblems(form, fields, labels);
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Page narrow title={t('setupTitle')} lead={t('setupLead')}>
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <FormErrorSummary problems={[...whole, ...problems]} />
        <Card title={t('operator')}>
          <TextField
            field={fields.organisationName}
            label={labels.organisationName}
            hint={t('operatorNameHint')}
            autoComplete="organization"
            required
          />
          <DivisionField
            field={fields.division}
            label={labels.division}
            offers={answer?.divisions?.division}
            required
          />
        </Card>
        <Card title={t('firstAdministrator')}>
          <AccountFields fields={fields} />
        </Card>
        <FormActions>
          <Button>{t('setupDone')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
