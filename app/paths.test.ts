import { describe, expect, it } from 'vitest';
import { routeFiles, serves } from '../e2e/support/route-patterns';
import { paths } from './paths';

/** What stands in a place of an address; paths with several places take one of each. */
const PLACES = ['one', 'two', 'three'] as const;
const addressOf = (path: string | ((...ids: never[]) => string)): string =>
  typeof path === 'string' ? path : (path as (...ids: string[]) => string)(...PLACES);

const routes = routeFiles();
const firstPart = (address: string) => address.split('/')[1];
const begun = new Set(routes.map(({ pattern }) => firstPart(pattern)));

/** Without what is asked behind the question mark. */
const addresses = Object.entries(paths).map(([name, path]) => ({
  name,
  address: addressOf(path).split('?')[0] ?? '',
}));

describe('paths', () => {
  it.each(addresses.filter(({ address }) => begun.has(firstPart(address))))(
    '$name leads to a page',
    ({ address }) => {
      expect(routes.filter(({ pattern }) => serves(pattern, address))).not.toEqual([]);
    },
  );

  it.each(routes)('$pattern is made by a path', ({ pattern }) => {
    const own = addresses.filter(({ address }) => serves(pattern, address));
    expect(own).not.toEqual([]);
  });
});
