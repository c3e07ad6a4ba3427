import { paths } from '~/paths';

/** The path if it stays on this site, else home: a forged form must not send the reader elsewhere. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return paths.home;
  const base = 'http://local.invalid';
  try {
    const url = new URL(value, base);
    return url.origin === base ? url.pathname + url.search : paths.home;
  } catch {
    return paths.home;
  }
}
