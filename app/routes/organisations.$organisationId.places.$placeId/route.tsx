import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { amendPlace } from '~/commands/amend-place.server';
import { endPlace } from '~/commands/end-place.server';
import { standingOf } from '~/domain/organisation';
import { placeAmendmentSchema, typedCapacity } from '~/domain/organisation-form';
import { refusal, roleMay } from '~/domain/policy';
import { placeEndRefusals } from '~/domain/standing';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { parseForm, readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { pinGround } from '~/server/pin-ground.server';
import { checkLocation, swapIfAsked } from '~/server/place-location.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { findHistory } from '~db/queries/history.server';
import { readPlaceStanding } from '~db/queries/standing.server';
import { coordinateInputs } from '~/ui/coordinate-fields';
import { EndCard } from '~/ui/end-card';
import { HistoryCard } from '~/ui/history-list';
import { PinPicker } from '~/ui/map/pin-picker';
import type { AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { PlaceForm } from '~/ui/place-form';
import { useOrganisationCrumbs } from '../organisations.$organisationId.edit/organisation-crumbs';
import {
  answerOrganisationForm,
  organisationOf,
} from '../organisations.$organisationId.edit/organisation-pages.server';

export const handle = pageTitle('organisations', 'amendPlace');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const record = await organisationOf(env, actor, params);
  const place = found(record.places.find((one) => one.id === params.placeId));
  const { organisationId, divisionCode, version } = place;
  const about = { organisationId, divisionCode, status: standingOf(place) };
  const refused = refusal('place.amend', actor, about);
  if (refused) refuseRequest(refused);
  const mayEnd = roleMay('place.end', actor.role) && !refusal('place.end', actor, about);
  return {
    id: record.id,
    placeId: place.id,
    name: record.name,
    pin: await pinGround(env, divisionCode, place.id),
    history: await findHistory(env.db, 'place', place.id),
    inTheWay: mayEnd ? placeEndRefusals(await readPlaceStanding(env.db, place.id)) : undefined,
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
    defaults: {
      name: place.name,
      divisionCode: await divisionText(env.db, divisionCode),
      address: place.address ?? '',
      capacity: typedCapacity(place.capacityL),
      latitude: place.latitude?.toString() ?? '',
      longitude: place.longitude?.toString() ?? '',
      datum: place.datum ?? '',
      precision: place.precision ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const organisationId = idParam(params, 'organisationId');
  const placeId = idParam(params, 'placeId');
  const posted = await readPosted(request);
  if (posted.intent === 'end') {
    const form = parseForm(posted, actor, z.object({}));
    if (!form.ok) return data(form.answer.data, { status: form.answer.init?.status ?? 422 });
    const result = await endPlace(env, form.envelope, { placeId, version: form.version });
    return respond(form, result, () => redirect(`${paths.organisation(organisationId)}?done`));
  }
  swapIfAsked(posted);
  const asked = { env, actor, posted, organisationId };
  return answerOrganisationForm(asked, placeAmendmentSchema, async (form) => {
    const located = await checkLocation(env, posted, form.value, placeId);
    if (!located.ok) return located;
    return amendPlace(env, form.envelope, { ...form.value, placeId, version: form.version });
  });
}

export default function AmendPlacePage() {
  const t = useText('organisations');
  const loaded = useLoaderData<typeof loader>();
  const { placeId, pin, history, inTheWay, envelope, defaults } = loaded;
  const answer = useActionData() as AnsweredForm | undefined;
  return (
    <Page narrow title={t('amendPlace')} crumbs={useOrganisationCrumbs(loaded)}>
      <PlaceForm
        envelope={envelope}
        answer={answer}
        about={{ placeId }}
        defaults={defaults}
        countyFixed
      >
        <PinPicker fields={coordinateInputs} {...pin} />
      </PlaceForm>
      {inTheWay && (
        <EndCard
          title={t('endPlace')}
          hint={t('endPlaceHint')}
          envelope={envelope}
          inTheWay={inTheWay}
        />
      )}
      <HistoryCard entries={history} />
    </Page>
  );
}
