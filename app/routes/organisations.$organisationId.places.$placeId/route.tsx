import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendPlace } from '~/commands/amend-place.server';
import { isUuid } from '~/domain/account';
import { visibleScope } from '~/domain/actor';
import { placeAmendmentSchema } from '~/domain/organisation-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { parseDivisionForm, withChoices } from '~/server/division-form.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { found, refuseRequest } from '~/server/respond.server';
import { findHistory } from '~db/queries/history.server';
import { findOrganisation } from '~db/queries/organisations.server';
import type { AnsweredForm } from '~/ui/organisation-form';
import { HistoryCard } from '~/ui/history-list';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlaceForm } from '~/ui/place-form';

export const handle = pageTitle('organisations', 'amendPlace');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const id = params.organisationId;
  const record = found(
    isUuid(id) ? await findOrganisation(env.db, visibleScope(actor), id) : undefined,
  );
  const place = found(record.places.find((one) => one.id === params.placeId));
  const { organisationId, divisionCode, version } = place;
  const refused = refusal('place.amend', actor, { organisationId, divisionCode });
  if (refused) refuseRequest(refused);
  return {
    id: record.id,
    placeId: place.id,
    name: record.name,
    history: await findHistory(env.db, 'place', place.id),
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
    defaults: {
      name: place.name,
      divisionCode: await divisionText(env.db, divisionCode),
      address: place.address ?? '',
      latitude: place.latitude?.toString() ?? '',
      longitude: place.longitude?.toString() ?? '',
      datum: place.datum ?? '',
      precision: place.precision ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { organisationId, placeId } = params;
  if (!isUuid(organisationId) || !isUuid(placeId)) {
    return refuseRequest({ code: 'access.not_found' });
  }
  const { env } = context;
  const posted = await readPosted(request);
  const form = await parseDivisionForm(env, posted, actor, placeAmendmentSchema);
  if (!form.ok) return data(form.answer, { status: form.status });
  const input = { ...form.value, placeId, version: form.version };
  const result = await amendPlace(env, form.envelope, input);
  if (result.ok) return redirect(`${paths.organisation(organisationId)}?done`);
  const refused = withChoices(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}

export default function AmendPlacePage() {
  const t = useText('organisations');
  const { id, placeId, name, history, envelope, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData() as AnsweredForm | undefined;
  const crumbs = [
    { label: t('title'), to: paths.organisations },
    { label: name, to: paths.organisation(id) },
  ];
  return (
    <Page narrow title={t('amendPlace')} crumbs={crumbs}>
      <PlaceForm
        envelope={envelope}
        answer={answer}
        about={{ placeId }}
        defaults={defaults}
        countyFixed
      />
      <HistoryCard entries={history} />
    </Page>
  );
}
