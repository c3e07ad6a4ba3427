import { useSyncExternalStore } from 'react';
import { paths } from '~/paths';

const AGAIN_AFTER_MS = 2000;

let waiting = 0;
const listeners = new Set<() => void>();

/**
 * What the router asks for, data of pages and answers to forms, waits until there is a network again. Otherwise the error page
 * would stand in the page's place, and what was typed be gone. A form may be sent twice: its key makes one command of both.
 * The script of a page that was not opened before does not wait: the browser then says itself that there is no network.
 */
export function waitForNetwork(scope: typeof globalThis): void {
  const ask = scope.fetch;
  scope.fetch = async (input, init) => {
    if (!isTheRouters(new URL(input instanceof Request ? input.url : input, scope.location.href)))
      return ask(input, init);
    try {
      return await ask(input, init);
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
    tell(1);
    try {
      return await askUntilAnswered(() => ask(input, init), init?.signal ?? undefined);
    } finally {
      tell(-1);
    }
  };
}

async function askUntilAnswered(
  ask: () => Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (;;) {
    await pause(signal);
    try {
      return await ask();
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
  }
}

/** Until it is worth asking again; what is given up is asked at once, and refused. */
function pause(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, AGAIN_AFTER_MS);
    addEventListener('online', end);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

/** Browsers say so of whatever stood in the way of an answer. */
const isUnanswered = (error: unknown) => error instanceof TypeError;

function isTheRouters({ origin, pathname }: URL): boolean {
  return (
    origin === location.origin && (pathname.endsWith('.data') || pathname === paths.routeManifest)
  );
}

function tell(more: 1 | -1): void {
  waiting += more;
  for (const listener of listeners) listener();
}

/** Does the page wait for a network? */
export function useIsWaiting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => waiting > 0,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
