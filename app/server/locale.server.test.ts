import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.server';
import { languageCookie, requestLanguage } from './locale.server';

const asking = (cookie?: string) =>
  new Request('http://127.0.0.1/', { headers: cookie ? { Cookie: cookie } : {} });

describe('language of a request', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['nuanqiao_language=en', 'en'],
    ['other=1; nuanqiao_language=en; last=2', 'en'],
    ['nuanqiao_language=fr', 'zh-CN'],
    ['x_nuanqiao_language=en', 'zh-CN'],
  ])('cookie %s: %s', (cookie, language) => {
    expect(requestLanguage(asking(cookie))).toBe(language);
  });

  it('reads back the cookie that it sets', () => {
    const pair = languageCookie('en').split(';')[0];
    expect(requestLanguage(asking(pair))).toBe('en');
  });
});

describe('way back', () => {
  it.each([
    ['/donations?page=2', '/donations?page=2'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['donations', '/'],
    [null, '/'],
  ])('%s leads to %s', (value, path) => {
    expect(localPath(value)).toBe(path);
  });
});
