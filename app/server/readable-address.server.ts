/** U+FFFD: says that something stood here that is no text. */
const UNREADABLE = '%EF%BF%BD';
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;

/**
 * The address of a request with what is no text replaced by U+FFFD, so that the page asked for can say in its own words
 * what it could not read: the character NUL, which PostgreSQL's text cannot hold, and in the path escapes that stand for
 * no character, which the router would answer with a bare page. A query is read leniently by itself.
 */
export function readableAddress(url: string): string {
  const asked = url.replaceAll('%00', UNREADABLE);
  const [path = ''] = asked.split('?', 1);
  return readablePath(path) + asked.slice(path.length);
}

function readablePath(path: string): string {
  const escaped = path.replaceAll(/%(?![0-9a-f]{2})/gi, '%25');
  return escaped.replaceAll(ESCAPES, (run) => {
    try {
      decodeURIComponent(run);
      return run;
    } catch {
      return UNREADABLE;
    }
  });
}
