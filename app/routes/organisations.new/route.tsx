import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { registerOrganisation } from '~/commands/register-organisation.server';
import { organisationSchema } from '~/domain/organisation-form';
import { roleMay } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { parseDivisionForm, refusedDivisionForm } from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { refuseRequest } from '~/server/respond.server';
import { OrganisationForm, type AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';

export const handle = pageTitle('organisations', 'register');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  if (!roleMay('organisation.register', actor.role)) refuseRequest({ code: 'access.role' });
  return { envelope: { membershipId: actor.membershipId, formKey: context.env.newId() } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const posted = await readPosted(request);
  const form = await parseDivisionForm(env, posted, actor, organisationSchema);
  if (!form.ok) return data(form.answer, { status: form.status });
  const result = await registerOrganisation(env, form.envelope, form.value);
  if (result.ok) return redirect(`${paths.organisation(result.value.organisationId)}?done`);
  const refused = refusedDivisionForm(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}

export default function RegisterOrganisationPage() {
  const t = useText('organisations');
  const { envelope } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const crumbs = [{ label: t('title'), to: paths.organisations }];
  return (
    <Page narrow title={t('register')} lead={t('registerLead')} crumbs={crumbs}>
      <OrganisationForm envelope={envelope} answer={answer} withKind />
    </Page>
  );
}
