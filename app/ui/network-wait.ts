import { useSyncExternalStore } from 'react';
import { paths } from '~/paths';

const AGAIN_AFTER_MS = 2000;

/** The browser's window, as far as it is used here. */
interface Scope extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  fetch: typeof fetch;
  location: Pick<Location, 'href' | 'origin'>;
}

let waiting = 0;
const listeners = new Set<() => void>();

/**
 * What the router asks for, data of pages and answers to forms, waits until there is a network again. Otherwise the error page
 * would stand in the page's place, and what was typed be gone. A form may be sent twice: its key makes one command of both.
 * The script of a page that was not opened before does not wait: the browser then says itself that there is no network.
 */
export function waitForNetwork(scope: Scope): void {
  const ask = scope.fetch;
  scope.fetch = async (input, init) => {
    // The router asks by address; a Request could not be sent twice.
    if (input instanceof Request || !isTheRouters(input, scope.location)) return ask(input, init);
    try {
      return await ask(input, init);
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
    tell(1);
    try {
      return await askUntilAnswered(scope, () => ask(input, init), init?.signal ?? undefined);
    } finally {
      tell(-1);
    }
  };
}

async function askUntilAnswered(
  scope: Scope,
  ask: () => Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (;;) {
    await pause(scope, signal);
    try {
      return await ask();
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
  }
}

/** Until it is worth asking again; what is given up is asked at once, and refused. */
function pause(scope: Scope, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      scope.removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, AGAIN_AFTER_MS);
    scope.addEventListener('online', end);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

/** Browsers say so of whatever stood in the way of an answer. */
const isUnanswered = (error: unknown) => error instanceof TypeError;

function isTheRouters(address: string | URL, here: Scope['location']): boolean {
  const { origin, pathname } = new URL(address, here.href);
  return origin === here.origin && (pathname.endsWith('.data') || pathname === paths.routeManifest);
}

function tell(more: 1 | -1): void {
  waiting += more;
  for (const listener of listeners) listener();
}

/** Does the page wait for a network? */
export function useIsWaiting(): boolean {
  return useSyncExternalStore(subscribe, readIsWaiting, () => false);
}

export const readIsWaiting = () => waiting > 0;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
