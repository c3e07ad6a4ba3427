import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.server';

describe('localPath', () => {
  it.each([
    ['/donations', '/donations'],
    ['/donations?index&page=2#top', '/donations?index&page=2'],
    ['//evil.example/x', undefined],
    ['/\\evil.example', undefined],
    ['/\t/evil.example', undefined],
    ['https://evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
    [undefined, undefined],
    [`/${'x'.repeat(3000)}`, undefined],
  ])('%j: %j', (value, expected) => {
    expect(localPath(value)).toBe(expected);
  });
});
