import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { refusal } from '~/domain/policy';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { requireActor } from '~/server/actor.server';
import { refuseRequest } from '~/server/respond.server';
import { listOrganisationChoices } from '~db/queries/organisation-choices.server';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { InviteForm } from './invite-form';
import { invitePosted, type InviteAnswer } from './invite-posted.server';
import { InvitedCard } from './invited-card';

export const handle = pageTitle('auth', 'inviteTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const refused = refusal('user.invite', actor);
  if (refused) refuseRequest(refused);
  const { env } = context;
  const today = dayInShanghai(env.now());
  const organisations = await listOrganisationChoices(env.db, visibleScope(actor), today);
  return { organisations, membershipId: actor.membershipId, formKey: env.newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context });
  const { answer, status } = await invitePosted(request, actor, context.env);
  return data(answer, { status, headers: { 'Cache-Control': 'no-store' } });
}

export default function InvitePage() {
  const t = useText('auth');
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as InviteAnswer | undefined;
  const crumbs = [{ label: t('peopleTitle'), to: paths.people }];
  if (answer?.invited) {
    return (
      <Page narrow title={t('invitedTitle')} crumbs={crumbs}>
        <InvitedCard {...answer.invited} />
      </Page>
    );
  }
  return (
    <Page narrow title={t('inviteTitle')} lead={t('inviteLead')} crumbs={crumbs}>
      <InviteForm {...loaded} answer={answer} />
    </Page>
  );
}
