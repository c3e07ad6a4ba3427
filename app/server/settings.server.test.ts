import { describe, expect, it } from 'vitest';
import { readSettings, StartRefused } from './settings.server';

const SECRET = 'q8Zr2vXk0Lm5Tn7Yb3Wc9Hd1Jf4Gs6Pa';
const DATABASE_URL = 'postgres://nuanqiao@db.example.cn/nuanqiao';

describe('readSettings', () => {
  it('has defaults for a start on one’s own machine', () => {
    expect(readSettings('production', {})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.data',
      publicOrigin: 'http://localhost:3000',
      databaseUrl: undefined,
      authSecret: undefined,
      trustProxy: 0,
    });
  });

  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'nuanqiao.example.cn' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://nuanqiao.example.cn/portal' }],
    ['PUBLIC_ORIGIN', { HOST: '0.0.0.0' }],
    ['AUTH_SECRET', { DATABASE_URL }],
    ['IDENTITY_KEY', { DATABASE_URL, AUTH_SECRET: SECRET }],
    ['IDENTITY_KEY', { IDENTITY_KEY: 'short' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'ab'.repeat(20) }],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
  ])('names %s when given %o', (name, environment) => {
    expect(() => readSettings('production', environment)).toThrow(StartRefused);
    expect(() => readSettings('production', environment)).toThrow(
      new RegExp(`^The setting ${name} [^\\n]+\\.$`),
    );
  });

  it('takes an external database with a strong secret', () => {
    const secrets = { AUTH_SECRET: SECRET, IDENTITY_KEY: `${SECRET}9` };
    const settings = readSettings('production', { DATABASE_URL, ...secrets });
    expect(settings).toMatchObject({ authSecret: SECRET, identityKey: `${SECRET}9` });
    expect(settings.databaseUrl).toBe(DATABASE_URL);
  });

  it('lets the demo run on an external database without a secret', () => {
    expect(readSettings('demo', { DATABASE_URL }).authSecret).toBeUndefined();
  });
});
