import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Open to everyone on purpose; each says so in its own comment. */
const publicHandlers = new Set([
  'divisions loader',
  'invitations.$token loader',
  // Guards itself where it matters: a signed-in person's own acceptance calls requireSession.
  'invitations.$token action',
  'language loader',
  'language action',
  'membership loader',
  'setup.$token loader',
  'setup.$token action',
  'sign-in action',
  'sign-out loader',
  'sign-out action',
  't._index loader',
]);

const GUARD = /\b(requireActor|optionalActor|requireSession)\(/;
const HANDLER = /^export (?:async )?(?:function|const) (loader|action)\b/gm;

const here = fileURLToPath(new URL('.', import.meta.url));

/** Text from the handler's head to the next thing at the left margin. */
function bodyAt(source: string, from: number): string {
  const end = source.slice(from).search(/\n[})]/);
  return source.slice(from, end === -1 ? undefined : from + end);
}

const handlers = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(^|\/)route\.tsx?$/.test(file) || /^[^/]+\.tsx?$/.test(file))
  .filter((file) => !file.includes('.test.'))
  .flatMap((file) => {
    const source = readFileSync(here + file, 'utf8');
    const name = file.replace(/(\/route)?\.tsx?$/, '');
    return [...source.matchAll(HANDLER)].map((match) => ({
      id: `${name} ${match[1]}`,
      guarded: GUARD.test(bodyAt(source, match.index)),
    }));
  });

describe('every loader and action', () => {
  it('are found at all', () => {
    expect(handlers.length).toBeGreaterThan(10);
  });

  it.each(handlers)('$id asks who is there, or is public on purpose', ({ id, guarded }) => {
    expect(guarded || publicHandlers.has(id)).toBe(true);
  });

  it('are public only where they still exist and need it', () => {
    const open = handlers.filter(({ guarded }) => !guarded).map(({ id }) => id);
    expect([...publicHandlers].filter((id) => !open.includes(id))).toEqual([]);
  });
});
