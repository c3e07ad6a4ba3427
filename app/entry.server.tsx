import { randomBytes } from 'node:crypto';
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { i18nFor } from '~/i18n/i18n.server';
import { contentSecurityPolicy } from '~/server/content-security-policy.server';
import { loggedRoute } from '~/server/log.server';
import { requestLanguage } from '~/server/locale.server';
import { withoutZeroBytes } from '~/server/whole-pages.server';
import { NonceProvider } from '~/ui/nonce';

const RENDER_TIMEOUT_MS = 10_000;

/**
 * Renders a page whole before the first byte is sent: under load this takes a third of the memory
 * of streaming, and an error in rendering can still change the status.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set(
    'Content-Security-Policy',
    contentSecurityPolicy(nonce, loadContext.env.baseMap.tileOrigins),
  );

  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nextProvider i18n={i18nFor(requestLanguage(request))}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          const body = withoutZeroBytes();
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
          );
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error('The page could not be rendered.'));
        },
        onError(error) {
          finalStatus = 500;
          loadContext.env.log.error({ err: error }, 'rendering failed');
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT_MS);
  });
}

/** Every unexpected error of a loader or action ends here; the logger strips personal data. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const route = loggedRoute(new URL(request.url).pathname);
  context.env.log.error({ err: error, route }, 'request failed');
}
