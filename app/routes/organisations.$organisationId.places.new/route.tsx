import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { registerPlace } from '~/commands/register-place.server';
import { standingOf } from '~/domain/organisation';
import { placeSchema } from '~/domain/organisation-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { pinGround } from '~/server/pin-ground.server';
import { checkLocation, swapIfAsked } from '~/server/place-location.server';
import { readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { refuseRequest } from '~/server/respond.server';
import { coordinateInputs } from '~/ui/coordinate-fields';
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

export const handle = pageTitle('organisations', 'addPlace');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const record = await organisationOf(env, actor, params);
  const { id: organisationId, name, divisionCode } = record;
  const about = { organisationId, divisionCode, status: standingOf(record) };
  const refused = refusal('place.register', actor, about);
  if (refused) refuseRequest(refused);
  return {
    id: organisationId,
    name,
    about: { organisationId, kind: record.kind === 'centre' ? 'centre' : 'depot' },
    pin: await pinGround(env, divisionCode),
    envelope: { membershipId: actor.membershipId, formKey: env.newId() },
    defaults: {
      name,
      divisionCode: await divisionText(env.db, divisionCode),
      address: record.address ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const organisationId = idParam(params, 'organisationId');
  const posted = await readPosted(request);
  swapIfAsked(posted);
  const asked = { env, actor, posted, organisationId };
  return answerOrganisationForm(asked, placeSchema, async (form) => {
    const located = await checkLocation(env, posted, form.value);
    if (!located.ok) return located;
    return registerPlace(env, form.envelope, { ...form.value, organisationId });
  });
}

export default function RegisterPlacePage() {
  const t = useText('organisations');
  const loaded = useLoaderData<typeof loader>();
  const { about, envelope, defaults, pin } = loaded;
  const answer = useActionData() as AnsweredForm | undefined;
  return (
    <Page narrow title={t('addPlace')} crumbs={useOrganisationCrumbs(loaded)}>
      <PlaceForm envelope={envelope} answer={answer} about={about} defaults={defaults}>
        <PinPicker fields={coordinateInputs} {...pin} />
      </PlaceForm>
    </Page>
  );
}
