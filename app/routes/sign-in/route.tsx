import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { localPath } from '~/server/local-path.server';
import { optionalSession } from '~/server/actor.server';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { SignInForm } from '~/ui/sign-in-form';
import { signInWithForm } from './sign-in.server';

export const handle = pageTitle('auth', 'signInTitle');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = localPath(new URL(request.url).searchParams.get('returnTo'));
  if (await optionalSession({ request, context })) throw redirect(returnTo);
  return { returnTo };
}

/** Public: checks the password; afterwards goes on, or has the browser send the kept form again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const done = await signInWithForm(request, context);
  return done instanceof Response ? done : data(done, { status: 422 });
}

export default function SignInPage() {
  const t = useText('auth');
  const { returnTo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <div className="mx-auto max-w-md">
      <Page title={t('signInTitle')} lead={t('signInLead')}>
        {search.get('done') === 'reset' && !answer && <Notice tone="done">{t('resetDone')}</Notice>}
        {answer?.kept?.fields && (
          <Notice tone="waiting" title={t('expiredKeptTitle')}>
            {t('expiredKept')}
          </Notice>
        )}
        <Card>
          <SignInForm
            returnTo={answer?.returnTo ?? returnTo}
            kept={answer?.kept}
            login={answer?.login}
            error={answer?.error}
          />
        </Card>
        <p className="text-sm text-ink-soft">{t('noAccount')}</p>
      </Page>
    </div>
  );
}
