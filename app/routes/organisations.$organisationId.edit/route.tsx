import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { amendOrganisation } from '~/commands/amend-organisation.server';
import { standingOf } from '~/domain/organisation';
import { organisationAmendmentSchema } from '~/domain/organisation-form';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { requireActor } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { readPosted } from '~/server/form.server';
import { idParam } from '~/server/params.server';
import { refuseRequest } from '~/server/respond.server';
import { OrganisationForm, type AnsweredForm } from '~/ui/organisation-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { useOrganisationCrumbs } from './organisation-crumbs';
import { answerOrganisationForm, organisationOf } from './organisation-pages.server';

export const handle = pageTitle('organisations', 'amendTitle');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const record = await organisationOf(env, actor, params);
  const { id: organisationId, kind, name, divisionCode, version } = record;
  const about = { organisationId, kind, divisionCode, status: standingOf(record) };
  const refused = refusal('organisation.amend', actor, about);
  if (refused) refuseRequest(refused);
  return {
    id: organisationId,
    name,
    envelope: { membershipId: actor.membershipId, formKey: env.newId(), version },
    defaults: {
      name,
      creditCode: record.creditCode ?? '',
      divisionCode: await divisionText(env.db, divisionCode),
      address: record.address ?? '',
      contactName: record.contactName ?? '',
      contactPhone: record.contactPhone ?? '',
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { env } = context;
  const organisationId = idParam(params, 'organisationId');
  const posted = await readPosted(request);
  const asked = { env, actor, posted, organisationId };
  return answerOrganisationForm(asked, organisationAmendmentSchema, (form) =>
    amendOrganisation(env, form.envelope, { ...form.value, version: form.version, organisationId }),
  );
}

export default function AmendOrganisationPage() {
  const t = useText('organisations');
  const loaded = useLoaderData<typeof loader>();
  const { id, envelope, defaults } = loaded;
  const answer = useActionData() as AnsweredForm | undefined;
  return (
    <Page narrow title={t('amendTitle')} crumbs={useOrganisationCrumbs(loaded)}>
      <OrganisationForm
        envelope={envelope}
        answer={answer}
        about={{ organisationId: id }}
        defaults={defaults}
      />
    </Page>
  );
}
