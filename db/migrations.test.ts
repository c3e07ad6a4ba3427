import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Journal {
  entries: { idx: number; when: number; tag: string }[];
}

it('gives every migration a later time than the one before: drizzle silently skips an older one', () => {
  const text = readFileSync('db/migrations/meta/_journal.json', 'utf8');
  const times = (JSON.parse(text) as Journal).entries.map((entry) => entry.when);
  expect(times.length).toBeGreaterThan(0);
  times.slice(1).forEach((time, index) => expect(time).toBeGreaterThan(times[index] ?? Infinity));
});
