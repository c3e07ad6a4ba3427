import { expect, it } from 'vitest';
import { resetRefusal } from './password-reset';

const now = new Date('2026-01-10T01:00:00Z');
const open = { expiresAt: new Date(now.getTime() + 1), usedAt: null, withdrawnAt: null };

it.each([
  ['open', {}, undefined],
  ['used', { usedAt: now }, 'password_reset.used'],
  ['replaced', { withdrawnAt: now }, 'password_reset.withdrawn'],
  ['old', { expiresAt: now }, 'password_reset.expired'],
  ['used before it grew old', { usedAt: now, expiresAt: now }, 'password_reset.used'],
])('one that is %s', (_, change, code) => {
  expect(resetRefusal({ ...open, ...change }, now)?.code).toBe(code);
});
