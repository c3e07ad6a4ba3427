import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { registerPlace } from '~/commands/register-place.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { placeSchema } from '~/domain/organisation-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { parseDivisionForm, withChoices } from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findOrganisation } from '~db/queries/organisations.server';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlaceForm } from '~/ui/place-form';

export const handle = pageTitle('organisations', 'addPlace');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = params.organisationId;
  const record = found(
    isUuid(id) ? await findOrganisation(env.db, visibleScope(actor), id) : undefined,
  );
  const refused = refusal('place.register', actor, {
    organisationId: record.id,
    divisionCode: record.divisionCode,
  });
  if (refused) refuseRequest(refused);
  return {
    id: record.id,
    name: record.name,
    about: { organisationId: record.id, kind: record.kind === 'centre' ? 'centre' : 'depot' },
    envelope: { membershipId: actor.membershipId, formKey: env.newId() },
    defaults: {
      name: record.name,
      divisionCode: await divisionText(env.db, record.divisionCode),
      address: record.address ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = params.organisationId;
  if (!isUuid(id)) return refuseRequest({ code: 'access.not_found' });
  const form = await parseDivisionForm(env, await readPosted(request), actor, placeSchema);
  if (!form.ok) return data(form.answer, { status: form.status });
  const input = { ...form.value, organisationId: id };
  const result = await registerPlace(env, form.envelope, input);
  if (result.ok) return redirect(`${paths.organisation(id)}?done`);
  const refused = withChoices(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}

export default function RegisterPlacePage() {
  const t = useText('organisations');
  const { id, name, about, envelope, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const crumbs = [
    { label: t('title'), to: paths.organisations },
    { label: name, to: paths.organisation(id) },
  ];
  return (
    <Page narrow title={t('addPlace')} crumbs={crumbs}>
      <PlaceForm envelope={envelope} answer={answer} about={about} defaults={defaults} />
    </Page>
  );
}
