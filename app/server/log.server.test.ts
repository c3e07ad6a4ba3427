import { Writable } from 'node:stream';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { createLog, loggedRoute } from './log.server';

function logged(error: unknown): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  createLog('info', sink).error({ err: error, route: '/donations' }, 'request failed');
  return text;
}

function databaseError(): Error {
  const cause = Object.assign(new Error('duplicate key 459900199001011234'), {
    name: 'PostgresError',
    severity: 'ERROR',
    code: '23505',
    constraint_name: 'person_identity_number_key',
    detail: 'Key (number)=(459900199001011234) already exists.',
    parameters: ['韦小花', '459900199001011234'],
  });
  return new DrizzleQueryError('insert into person', ['韦小花', '459900199001011234'], cause);
}

describe('the log', () => {
  it('keeps code, constraint and route of a database error, and nothing that a person typed', () => {
    const text = logged(databaseError());
    expect(JSON.parse(text)).toMatchObject({
      err: { code: '23505', constraint: 'person_identity_number_key' },
      route: '/donations',
    });
    expect(text).not.toMatch(/韦小花|459900199001011234|insert into/);
  });

  it('does so when the database error is wrapped once more', () => {
    const text = logged(new Error('failed for 韦小花', { cause: databaseError() }));
    expect(text).toContain('23505');
    expect(text).not.toContain('韦小花');
  });

  it.each([
    ['/invitations/opens-an-account', '/invitations/…'],
    ['/passwords/opens-an-account.data', '/passwords/…'],
    ['/setup/opens-an-account', '/setup/…'],
    ['/donations/01890000-0000-7000-8000-000000000000', undefined],
  ])('writes %s down without what opens an account', (pathname, written = pathname) => {
    expect(loggedRoute(pathname)).toBe(written);
  });

  it('keeps the message and stack of any other error', () => {
    expect(logged(new TypeError('x is undefined'))).toContain('x is undefined');
  });
});
