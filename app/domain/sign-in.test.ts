import { describe, expect, it } from 'vitest';
import { waitMs, WINDOW_MS } from './sign-in';

const now = new Date('2026-01-05T08:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

describe('waitMs', () => {
  it.each([
    ['no attempt', [], 0],
    ['fewer than allowed', [ago(3000), ago(2000)], 0],
    [
      'as many as allowed, waiting for the oldest',
      [ago(3000), ago(2000), ago(1000)],
      WINDOW_MS - 3000,
    ],
    [
      'more than allowed, waiting for the third last',
      [ago(9000), ago(3000), ago(2000), ago(1000)],
      WINDOW_MS - 3000,
    ],
    ['the oldest just leaves the window', [ago(WINDOW_MS), ago(2000), ago(1000)], 0],
  ])('%s', (_case, attempts, expected) => {
    expect(waitMs(attempts, 3, now)).toBe(expected);
  });
});
