import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findInvitation } from '~db/queries/invitation.server';
import { invitationRefusal } from '~/domain/invitation';
import { useText } from '~/i18n/text';
import { optionalSession } from '~/server/actor.server';
import { divisionText } from '~/server/division-choice.server';
import { refuseRequest } from '~/server/respond.server';
import { tokenHash } from '~/server/token.server';
import { Card } from '~/ui/card';
import { FactList } from '~/ui/fact-list';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { ExistingAccountForm } from './existing-account-form';
import { acceptPosted } from './accept-posted.server';
import { NewAccountForm } from './new-account-form';

export const handle = pageTitle('auth', 'invitationTitle');

/** Public: open to whoever holds the link. */
export async function loader(args: LoaderFunctionArgs) {
  const { env } = args.context;
  const invitation = await findInvitation(env.db, tokenHash(args.params.token ?? ''));
  if (!invitation) return refuseRequest({ code: 'invitation.unknown' });
  const error = invitationRefusal(invitation, env.now());
  if (error) refuseRequest(error);
  const session = await optionalSession(args);
  return data(
    {
      role: invitation.role,
      organisationName: invitation.organisationName,
      division: (await divisionText(env.db, invitation.divisionCode)).replace(/ \d{12}$/, ''),
      name: invitation.displayName ?? undefined,
      phone: invitation.phone ?? undefined,
      signedInAs: session?.userName,
      path: new URL(args.request.url).pathname,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export function action(args: ActionFunctionArgs) {
  return acceptPosted(args);
}

export default function InvitationPage() {
  const t = useText('auth');
  const role = useText('roles');
  const offered = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const facts = [
    { label: t('organisation'), value: offered.organisationName },
    { label: t('role'), value: role(offered.role) },
    { label: t('division'), value: offered.division },
  ];
  return (
    <Page narrow title={t('invitationTitle')} lead={t('invitationLead')}>
      <Card title={t('invitedAs')}>
        <FactList facts={facts} />
      </Card>
      <ExistingAccountForm
        signedInAs={offered.signedInAs}
        path={offered.path}
        error={answer && !answer.lastResult ? answer.error : undefined}
      />
      {offered.signedInAs === undefined && (
        <NewAccountForm answer={answer} name={offered.name} phone={offered.phone} />
      )}
    </Page>
  );
}
