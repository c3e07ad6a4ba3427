import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routeFiles, routesFolder } from '../../e2e/support/route-patterns';

/** Open to everyone on purpose; each says so in its own comment. */
const publicHandlers = new Set([
  'invitations.$token loader',
  // Guards itself where it matters: a signed-in person's own acceptance calls requireSession.
  'invitations.$token action',
  'language loader',
  'language action',
  'membership loader',
  'public.map loader',
  'passwords.$token action',
  'passwords.$token loader',
  'setup.$token loader',
  'setup.$token action',
  'sign-in action',
  'sign-out loader',
  'sign-out action',
  't._index loader',
]);

const GUARD = /\b(requireActor|optionalActor|requireSession|optionalSession)\(/;
const HANDLER = /^export (?:async )?(?:function|const) (loader|action)\b/gm;

/** Text from the handler's head to the next thing at the left margin, without comments. */
function bodyAt(source: string, from: number): string {
  const end = source.slice(from).search(/\n[})]/);
  return source.slice(from, end === -1 ? undefined : from + end);
}

/** Nothing may be awaited, read or decided before it is known who asks. */
function guardsFirst(body: string): boolean {
  const guard = GUARD.exec(body);
  if (!guard) return false;
  const before = body.slice(0, guard.index).replace(/await\s*(\(\s*await\s*)?$/, '');
  return !/\bawait\b|\bcontext\.env\.db\b/.test(before);
}

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

const modules = routeFiles().map(({ name, file }) => ({
  name,
  source: withoutComments(readFileSync(routesFolder + file, 'utf8')),
}));
const handlers = modules.flatMap(({ name, source }) =>
  [...source.matchAll(HANDLER)].map((match) => ({
    id: `${name} ${match[1]}`,
    guarded: guardsFirst(bodyAt(source, match.index)),
  })),
);

describe('every loader and action', () => {
  it('are found at all', () => {
    expect(handlers.length).toBeGreaterThan(10);
  });

  it.each(modules)('of $name are written out where they can be looked at', ({ source }) => {
    expect(source).not.toMatch(/^export (\*|\{[^}]*\b(loader|action)\b)/m);
  });

  it.each(handlers)('$id asks first who is there, or is public on purpose', ({ id, guarded }) => {
    expect(guarded || publicHandlers.has(id)).toBe(true);
  });

  it('are public only where they still exist and need it', () => {
    const open = handlers.filter(({ guarded }) => !guarded).map(({ id }) => id);
    expect([...publicHandlers].filter((id) => !open.includes(id))).toEqual([]);
  });
});
