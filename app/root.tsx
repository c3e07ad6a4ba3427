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
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '~/i18n/text';
import { optionalActor, optionalSession, type SignedIn } from '~/server/actor.server';
import { requestLanguage } from '~/server/locale.server';
import { AppShell, type ShellReader } from '~/ui/app-shell';
import { ErrorPage } from '~/ui/error-page';
import { useNonce } from '~/ui/nonce';
import { documentTitle } from '~/ui/page-title';
import styles from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  // No SVG: the browser reads it anew, as a document, whenever the address of a map changes.
  { rel: 'icon', href: '/favicon.png', type: 'image/png', sizes: '96x96' },
  { rel: 'apple-touch-icon', href: '/app-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

/** What the frame of every page needs. It guards nothing: every page's own loader does. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await optionalActor(args);
  // Somebody whose last membership has ended is still signed in, and must be able to sign out.
  const session = await optionalSession(args);
  const frame = {
    language: requestLanguage(args.request),
    reader: signedIn && readerOf(signedIn),
    userName: session?.userName,
  };
  return answerWith(frame, { headers: { Vary: 'Cookie' } });
}

function readerOf({ actor, userName, memberships }: SignedIn): ShellReader {
  const held = memberships.map(({ membershipId, role, organisationName }) => ({
    id: membershipId,
    role,
    organisationName,
  }));
  const membership = held.find(({ id }) => id === actor.membershipId);
  if (!membership) throw new Error('The membership worn is not among those held.');
  return { userName, membership, memberships: held };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const { i18n } = useTranslation();
  const matches = useMatches();
  // Undefined when this very loader failed: the error page is then drawn as for the public.
  const frame = useRouteLoaderData<typeof loader>('root');
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
        <AppShell reader={frame?.reader} userName={frame?.userName} here={pathname + search}>
          {children}
        </AppShell>
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
