import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { isKeptForm } from '~/domain/kept-form';
import { LinkButton } from './link-button';
import { Page } from './page';
import { SignedOutPage } from './signed-out-page';

/** The one error page. A page's refusal (`refuseRequest`) carries its code, which says more than the status. */
export function ErrorPage() {
  const error = useRouteError();
  const t = useText('common');
  const errorText = useErrorText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal = isRouteErrorResponse(error) && isDomainError(error.data) ? error.data : undefined;
  if (isRouteErrorResponse(error) && isKeptForm(error.data)) {
    return <SignedOutPage kept={error.data} />;
  }
  const words = wordsOf(status);
  return (
    <Page narrow title={t(words.title)}>
      <p className="max-w-prose text-lg">{refusal ? errorText(refusal) : t(words.text)}</p>
      <div className="flex flex-wrap gap-3">
        {status === 401 ? (
          <SignInAgain label={t('signInAgain')} />
        ) : (
          <LinkButton to={paths.home} reloadDocument>
            {t('backHome')}
          </LinkButton>
        )}
      </div>
    </Page>
  );
}

function SignInAgain({ label }: { label: string }) {
  const { pathname, search } = useLocation();
  const to = `${paths.signIn}?returnTo=${encodeURIComponent(pathname + search)}`;
  return (
    <LinkButton to={to} reloadDocument>
      {label}
    </LinkButton>
  );
}

function wordsOf(status: number) {
  switch (status) {
    case 401:
    case 419:
      return { title: 'errorPageExpiredTitle', text: 'errorPageExpired' } as const;
    case 403:
      return { title: 'errorPageForbiddenTitle', text: 'errorPageForbidden' } as const;
    case 404:
      return { title: 'errorPageNotFoundTitle', text: 'errorPageNotFound' } as const;
    case 410:
      return { title: 'errorPageGoneTitle', text: 'errorPageNotFound' } as const;
    case 409:
      return { title: 'errorPageConflictTitle', text: 'errorPageConflict' } as const;
    default:
      if (status < 500 || status === 503) {
        return { title: 'errorPageRefusedTitle', text: 'errorPageTrouble' } as const;
      }
      return { title: 'errorPageTroubleTitle', text: 'errorPageTrouble' } as const;
  }
}

function isDomainError(value: unknown): value is DomainError {
  return (
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
  );
}
