import { describe, expect, it } from 'vitest';
import { isForeignWrite } from './same-origin.server';

const OURS = 'https://nuanqiao.example.cn';

describe('isForeignWrite', () => {
  it.each([
    ['GET', {}, false],
    ['HEAD', { origin: 'https://evil.example' }, false],
    ['POST', { origin: OURS }, false],
    ['POST', { origin: OURS, 'sec-fetch-site': 'same-origin' }, false],
    ['POST', { origin: OURS, 'sec-fetch-site': 'cross-site' }, true],
    ['POST', { origin: OURS, 'sec-fetch-site': 'same-site' }, true],
    ['POST', { origin: 'https://evil.example' }, true],
    ['POST', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['POST', {}, true],
    ['DELETE', { 'x-forwarded-host': 'nuanqiao.example.cn' }, true],
  ])('%s with %o: %s', (method, headers, foreign) => {
    expect(isForeignWrite(method, headers, OURS)).toBe(foreign);
  });

  it('takes localhost and 127.0.0.1 for the same place, on the same port only', () => {
    const own = 'http://localhost:3000';
    expect(isForeignWrite('POST', { origin: 'http://127.0.0.1:3000' }, own)).toBe(false);
    expect(isForeignWrite('POST', { origin: 'http://127.0.0.1:3001' }, own)).toBe(true);
    expect(isForeignWrite('POST', { origin: 'http://127.0.0.1:3000' }, OURS)).toBe(true);
  });
});
