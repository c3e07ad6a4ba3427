import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendOrganisation } from '~/commands/amend-organisation.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { organisationAmendmentSchema } from '~/domain/organisation-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { parseDivisionForm, withChoices } from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findOrganisation } from '~db/queries/organisations.server';
import { OrganisationForm, type AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';

export const handle = pageTitle('organisations', 'amendTitle');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = params.organisationId;
  const record = found(
    isUuid(id) ? await findOrganisation(env.db, visibleScope(actor), id) : undefined,
  );
  const refused = refusal('organisation.amend', actor, {
    organisationId: record.id,
    divisionCode: record.divisionCode,
  });
  if (refused) refuseRequest(refused);
  return {
    id: record.id,
    name: record.name,
    envelope: {
      membershipId: actor.membershipId,
      formKey: env.newId(),
      version: record.version,
    },
    defaults: {
      name: record.name,
      creditCode: record.creditCode ?? '',
      divisionCode: await divisionText(env.db, record.divisionCode),
      address: record.address ?? '',
      contactName: record.contactName ?? '',
      contactPhone: record.contactPhone ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = params.organisationId;
  if (!isUuid(id)) return refuseRequest({ code: 'access.not_found' });
  const posted = await readPosted(request);
  const form = await parseDivisionForm(env, posted, actor, organisationAmendmentSchema);
  if (!form.ok) return data(form.answer, { status: form.status });
  const input = { ...form.value, version: form.version, organisationId: id };
  const result = await amendOrganisation(env, form.envelope, input);
  if (result.ok) return redirect(`${paths.organisation(id)}?done`);
  const refused = withChoices(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}

export default function AmendOrganisationPage() {
  const t = useText('organisations');
  const { id, name, envelope, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const crumbs = [
    { label: t('title'), to: paths.organisations },
    { label: name, to: paths.organisation(id) },
  ];
  return (
    <Page narrow title={t('amendTitle')} crumbs={crumbs}>
      <OrganisationForm
        envelope={envelope}
        answer={answer}
        about={{ organisationId: id }}
        defaults={defaults}
      />
    </Page>
  );
}
