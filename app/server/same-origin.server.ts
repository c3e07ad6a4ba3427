import type { IncomingHttpHeaders } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for a write that another site made a browser send. Every browser sends Origin with a write;
 * a write without one, from a client without Sec-Fetch-Site, carries no browser's cookies by
 * accident, yet is refused as well, because nothing of ours sends it.
 */
export function isForeignWrite(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  publicOrigin: string,
): boolean {
  if (SAFE_METHODS.has(method ?? '')) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  return !isOurs(headers.origin, publicOrigin);
}

function isOurs(origin: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  // On one's own machine, localhost and 127.0.0.1 are typed as one and the same.
  const local = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)$/;
  const asked = origin ? local.exec(origin) : null;
  const own = local.exec(publicOrigin);
  return asked !== null && own !== null && asked[2] === own[2];
}
