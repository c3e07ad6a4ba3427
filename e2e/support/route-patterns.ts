import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const routesFolder = fileURLToPath(new URL('../../app/routes/', import.meta.url));

export interface RouteFile {
  /** As the folder or file is called: `requests.$requestId.edit`. */
  name: string;
  /** Below app/routes. */
  file: string;
  /** `/requests/$requestId/edit`. */
  pattern: string;
}

/** Every route module, as fs-routes reads the names of files and folders (flat routes, no escapes). */
export function routeFiles(): RouteFile[] {
  return readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)route\.tsx?$/.test(file) || /^[^/]+\.tsx?$/.test(file))
    .filter((file) => !file.includes('.test.'))
    .map((file) => {
      const name = file.replace(/(\/route)?\.tsx?$/, '');
      return { name, file, pattern: patternOf(name) };
    })
    .toSorted((a, b) => (a.pattern < b.pattern ? -1 : 1));
}

function patternOf(name: string): string {
  const parts = name.split('.').filter((part) => !part.startsWith('_'));
  return `/${parts.map((part) => part.replace(/_$/, '')).join('/')}`;
}

/** True where the address is one that the pattern serves; a fixed word is preferred to a parameter elsewhere. */
export function serves(pattern: string, address: string): boolean {
  const wanted = pattern.split('/');
  const given = address.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      part.startsWith('$') ? given[index] !== '' : part === given[index],
    )
  );
}
