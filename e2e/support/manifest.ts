import { readdirSync, readFileSync } from 'node:fs';
import { routesFolder } from './route-patterns';

interface BuiltRoute {
  id: string;
  parentId?: string;
  path?: string;
  module: { loader?: unknown; action?: unknown; default?: unknown };
}

export interface Handler {
  /** `routes/requests.$requestId.edit/route`. */
  id: string;
  /** `/requests/:requestId/edit`. */
  pattern: string;
  loader: boolean;
  action: boolean;
  /** Draws a page; others answer with data or a redirect alone. */
  page: boolean;
  /** Values of `_intent` that its sources name. */
  intents: string[];
}

/** Every route that the built server serves, read from its own manifest. */
export async function manifest(): Promise<Handler[]> {
  const built = new URL('../../build/server/index.js', import.meta.url).href;
  const { routes } = (await import(built)) as { routes: Record<string, BuiltRoute> };
  return Object.values(routes)
    .filter((route) => route.id !== 'root')
    .map((route) => ({
      id: route.id,
      pattern: patternOf(route, routes),
      loader: route.module.loader !== undefined,
      action: route.module.action !== undefined,
      page: route.module.default !== undefined,
      intents: intentsOf(route.id),
    }));
}

function patternOf(route: BuiltRoute, routes: Record<string, BuiltRoute>): string {
  const parts: string[] = [];
  for (
    let at: BuiltRoute | undefined = route;
    at;
    at = at.parentId ? routes[at.parentId] : undefined
  )
    if (at.path) parts.unshift(at.path);
  return `/${parts.join('/')}`;
}

function intentsOf(id: string): string[] {
  const folder = `${routesFolder}${id.replace(/^routes\//, '').replace(/\/route$/, '')}`;
  const sources = readdirSync(folder)
    .filter((file) => !file.includes('test.'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  const named = [...sources.matchAll(/case '(\w+)':|[iI]ntent === '(\w+)'|intent="(\w+)"/g)];
  return [...new Set(['', ...named.map(([, a, b, c]) => a ?? b ?? c ?? '')])];
}

/** The address of a route with the world's values in it. @throws for a parameter that has no value. */
export function addressOf(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_all, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`access-world.ts has no value for :${name}`);
    return value;
  });
}
