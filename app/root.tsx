import { data as answerWith, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '~/i18n/text';
import { requestLanguage } from '~/server/locale.server';
import { AppShell } from '~/ui/app-shell';
import { ErrorPage } from '~/ui/error-page';
import { useNonce } from '~/ui/nonce';
import { documentTitle } from '~/ui/page-title';
import styles from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/app-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

/** What the frame of every page needs. It guards nothing: every page's own loader does. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerWith({ language: requestLanguage(request) }, { headers: { Vary: 'Cookie' } });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const { i18n } = useTranslation();
  const matches = useMatches();
  const failed = useRouteError() !== undefined;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#faf7f1" />
        <title>{documentTitle(i18n, failed ? [] : matches)}</title>
        <Meta />
        <Links />
      </head>
      <body>
        <AppShell here={pathname + search}>{children}</AppShell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
