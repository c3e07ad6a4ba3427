import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.server';

describe('localPath', () => {
  it.each([
    ['/donations', '/donations'],
    ['/donations?index&page=2#top', '/donations?index&page=2'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%j: %j', (value, expected) => {
    expect(localPath(value)).toBe(expected);
  });
});
