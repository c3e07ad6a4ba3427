import { describe, expect, it } from 'vitest';
import { routeFiles, serves } from '../e2e/support/route-patterns';
import { paths } from './paths';

/** Words of the house whose page is not built yet. The last test takes them off once it is. */
const withoutPage = new Set<string>([]);

/** What stands in a place of an address; paths with several places take one of each. */
const PLACES = ['one', 'two', 'three'] as const;
const addressOf = (path: string | ((...ids: never[]) => string)): string =>
  typeof path === 'string' ? path : (path as (...ids: string[]) => string)(...PLACES);

const addresses = Object.entries(paths).map(([name, path]) => ({ name, address: addressOf(path) }));
const routes = routeFiles();

describe('paths', () => {
  it.each(addresses.filter(({ name }) => !withoutPage.has(name)))(
    '$name leads to a page',
    ({ address }) => {
      expect(routes.filter(({ pattern }) => serves(pattern, address))).not.toEqual([]);
    },
  );

  it.each(addresses)('$name takes what it is given as one part, whatever it holds', ({ name }) => {
    const path = paths[name as keyof typeof paths];
    if (typeof path === 'string') return expect(path).toMatch(/^\/[a-z/-]*$/);
    expect(addressOf(path)).toContain('one');
  });

  it.each(routes)('$pattern is made by a path', ({ pattern }) => {
    const own = addresses.filter(({ address }) => serves(pattern, address));
    expect(own).not.toEqual([]);
  });

  it('are listed as unbuilt only while they are', () => {
    const built = addresses.filter(({ address }) => routes.some((r) => serves(r.pattern, address)));
    expect([...withoutPage].filter((name) => built.some((one) => one.name === name))).toEqual([]);
  });
});
