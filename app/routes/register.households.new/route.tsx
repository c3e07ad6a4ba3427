import { useForm } from '@conform-to/react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { registerHousehold } from '~/commands/register-household.server';
import { dayInShanghai } from '~/domain/calendar';
import { roleMay } from '~/domain/policy';
import { householdDivisions, householdSchema } from '~/domain/register';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { parseDivisionForm, refusedDivisionForm } from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { refuseRequest } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import { HouseholdFields } from '~/ui/household-fields';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PersonFields, usePersonLabels, type TypedPerson } from '~/ui/person-fields';

export const handle = pageTitle('register', 'newHousehold');

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('person.register', actor.role)) refuseRequest({ code: 'access.role' });
  const { env } = context;
  return {
    residence: await divisionText(env.db, actor.divisionCode),
    envelope: { membershipId: actor.membershipId, formKey: env.newId() },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  const schema = householdSchema(dayInShanghai(env.now()));
  const form = await parseDivisionForm(env, posted, actor, schema, householdDivisions);
  if (!form.ok) return data(form.answer, { status: form.status });
  const result = await registerHousehold(env, form.envelope, form.value);
  if (result.ok) return redirect(`${paths.household(result.value.householdId)}?done=registered`);
  const refused = refusedDivisionForm(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}

interface Typed extends TypedPerson {
  divisionCode?: string;
  hukouDivisionCode?: string;
}

export default function NewHouseholdPage() {
  const t = useText('register');
  const errorText = useErrorText();
  const { residence, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: { divisionCode: residence },
  });
  const labels = {
    ...usePersonLabels(),
    divisionCode: t('residence'),
    hukouDivisionCode: t('hukou'),
  };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Page
      narrow
      title={t('newHousehold')}
      lead={t('newHouseholdLead')}
      crumbs={[{ label: t('title'), to: paths.register }]}
    >
      <Form method="post" id={form.id} noValidate className="space-y-6">
        <EnvelopeFields {...envelope} />
        <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
        <Card title={t('head')}>
          <PersonFields fields={fields} />
        </Card>
        <Card title={t('household')}>
          <HouseholdFields fields={fields} divisions={answer?.divisions} />
        </Card>
        <FormActions>
          <Button>{t('register')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
