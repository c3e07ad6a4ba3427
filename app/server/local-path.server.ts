const BASE = 'http://local.invalid';

/** The path, query included, if it stays on our own site; undefined for anything that could lead elsewhere. */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 2000) return undefined;
  if (!URL.canParse(value, BASE)) return undefined;
  const url = new URL(value, BASE);
  // `//host`, `/\host` and control characters are read by URL as a browser would read them.
  return url.origin === BASE ? url.pathname + url.search : undefined;
}
