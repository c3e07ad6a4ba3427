import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { openHandout } from '~/commands/open-handout.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { openHandoutSchema } from '~/domain/handout-form';
import { roleMay } from '~/domain/policy';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseForm, readPosted } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EmptyState } from '~/ui/empty-state';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { FieldGrid, FormActions } from '~/ui/form-layout';
import { FormErrorSummary } from '~/ui/form-error-summary';
import { formProblems } from '~/ui/form-problems';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SelectField } from '~/ui/select-field';
import { listOwnProgrammes } from '~db/queries/requests.server';

export const handle = pageTitle('handouts', 'new');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('handout.open', actor.role)) refuseRequest({ code: 'access.role' });
  const { env } = context;
  const today = dayInShanghai(env.now());
  return {
    today,
    programmes: await listOwnProgrammes(env.db, visibleScope(actor), today),
    envelope: { membershipId: actor.membershipId, formKey: env.newId() },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  const form = parseForm(posted, actor, openHandoutSchema(dayInShanghai(env.now())));
  if (!form.ok) return form.answer;
  const result = await openHandout(env, form.envelope, { ...form.value, lines: [] });
  return respond(form, result, ({ handoutId }) =>
    redirect(`${paths.handout(handoutId)}?done=opened`),
  );
}

export default function NewHandoutPage() {
  const t = useText('handouts');
  const errorText = useErrorText();
  const { today, programmes, envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const [first] = programmes;
  const [form, fields] = useForm<{ programmeId: string; handoutOn: string }>({
    lastResult: answer?.lastResult ?? null,
    defaultValue: { programmeId: first?.id ?? '', handoutOn: today },
  });
  const labels = { programmeId: t('programme'), handoutOn: t('day') };
  const whole = answer?.error && !answer.error.field ? [{ error: errorText(answer.error) }] : [];
  return (
    <Page
      narrow
      title={t('new')}
      lead={t('newLead')}
      crumbs={[{ label: t('title'), to: paths.handouts }]}
    >
      {programmes.length === 0 ? (
        <EmptyState title={t('noProgramme')}>{t('noProgrammeHint')}</EmptyState>
      ) : (
        <Form method="post" id={form.id} noValidate className="space-y-6">
          <EnvelopeFields {...envelope} />
          <FormErrorSummary problems={[...whole, ...formProblems(form, fields, labels)]} />
          <Card>
            <FieldGrid>
              <SelectField
                field={fields.programmeId}
                label={labels.programmeId}
                required
                options={programmes.map(({ id, name, placeName }) => ({
                  value: id,
                  label: `${placeName} · ${name}`,
                }))}
              />
              <DateField field={fields.handoutOn} label={labels.handoutOn} min={today} required />
            </FieldGrid>
          </Card>
          <FormActions>
            <Button>{t('new')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
