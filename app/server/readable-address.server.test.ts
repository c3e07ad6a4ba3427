import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableAddress } from './readable-address.server';

describe('readableAddress', () => {
  it.each([
    ['/map?division=%00', '/map?division=%EF%BF%BD'],
    ['/map?division=45%0012&zoom=9', '/map?division=45%EF%BF%BD12&zoom=9'],
    ['/t/%00', '/t/%EF%BF%BD'],
    ['/t/%', '/t/%25'],
    ['/t/%zz', '/t/%25zz'],
    ['/t/a%E0%A4b', '/t/a%EF%BF%BDb'],
    ['/t/%E8%B4%BA?q=%', '/t/%E8%B4%BA?q=%'],
    ['/map?division=4511&item=a%2500', '/map?division=4511&item=a%2500'],
  ])('%s becomes %s', (asked, given) => {
    expect(readableAddress(asked)).toBe(given);
  });

  it('gives a path that can be read, whatever came, and leaves a readable address as it is', () => {
    const piece = fc.constantFrom('/', '%', '%0', '%00', '%E8', '%B4%BA', '%C3%A9', 'a', '?', '%2');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const given = readableAddress(`/${pieces.join('')}`);
        expect(decodeURIComponent(given.split('?', 1)[0] ?? '')).not.toContain('\0');
        expect(given).not.toContain('%00');
        expect(readableAddress(given)).toBe(given);
      }),
    );
  });
});
