import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { optionalActor, requireSession } from '~/server/actor.server';
import { listOwnSessions } from '~db/queries/sessions.server';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { accountPosted, type AccountAnswer } from './account-posted.server';
import { MembershipCard } from './membership-card';
import { PasswordForm } from './password-form';
import { SessionCard } from './session-card';

export const handle = pageTitle('auth', 'accountTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession({ request, context });
  const { env } = context;
  const signedIn = await optionalActor({ request, context });
  const sessions = await listOwnSessions(env.db, session.userId, env.now());
  const done = new URL(request.url).searchParams.get('done');
  return {
    userName: session.userName,
    memberships: session.memberships,
    wornId: signedIn?.actor.membershipId,
    sessions: sessions.map((one) => ({ ...one, isThis: one.sessionId === session.sessionId })),
    done: done === 'sessionEnded' || done === 'passwordChanged' ? done : undefined,
  } as const;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession({ request, context });
  const { done, status, ...answer } = await accountPosted(request, session, context.env);
  return done ? redirect(`${paths.account}?done=${done}`) : data(answer, { status: status ?? 422 });
}

export default function AccountPage() {
  const t = useText('auth');
  const errorText = useErrorText();
  const { userName, memberships, wornId, sessions, done } = useLoaderData<typeof loader>();
  const answer = useActionData() as AccountAnswer | undefined;
  return (
    <Page narrow title={t('accountTitle')} lead={userName}>
      {done && !answer && <Notice tone="done">{t(done)}</Notice>}
      {answer?.error && !answer.lastResult && (
        <Notice tone="trouble">{errorText(answer.error)}</Notice>
      )}
      <MembershipCard memberships={memberships} wornId={wornId} />
      <SessionCard sessions={sessions} />
      <PasswordForm answer={answer} />
    </Page>
  );
}
