import { describe, expect, it } from 'vitest';
import { readPosted } from './form.server';
import { isFormBounded } from './form-size.server';

const sheet = Array.from({ length: 60 }, (_, line) =>
  Array.from({ length: 40 }, (_cell, size) => [
    `lines[${line}].cells[${size}].size`,
    `lines[${line}].cells[${size}].quantity`,
  ]),
).flat(2);

describe('isFormBounded', () => {
  it.each<[what: string, names: string[], bounded: boolean]>([
    ['no fields', [], true],
    ['the largest sheet', sheet, true],
    ['a list with gaps', ['lines[0].quantity', 'lines[199].quantity'], true],
    ['one index that asks for millions', ['lines[30000000].quantity'], false],
    ['an index beyond any list', ['lines[4294967294]'], false],
    [
      'many lists, each of a fair length',
      sheet.map((_, i) => `lines[${i}].cells[2999].size`),
      false,
    ],
    ['more fields than any form', Array.from({ length: 20_001 }, () => 'x'), false],
    ['a name without an end', ['x'.repeat(301)], false],
    ['steps without an end', ['a.'.repeat(20)], false],
  ])('%s', (_what, names, bounded) => {
    expect(isFormBounded(names)).toBe(bounded);
  });
});

describe('readPosted', () => {
  const post = (fields: [string, string][]) =>
    readPosted(new Request('http://local', { method: 'POST', body: new URLSearchParams(fields) }));

  it('refuses a form that asks for more than it holds', async () => {
    await expect(post([['lines[30000000].quantity', '1']])).rejects.toMatchObject({
      init: { status: 413 },
    });
  });

  it('takes nothing of the words that the form parser keeps for itself', async () => {
    const insert = '{"type":"insert","payload":{"name":"lines","index":100000000}}';
    const { fields } = await post([
      ['__intent__', insert],
      ['__state__', '{'],
      ['name', 'x'],
    ]);
    expect([...fields.keys()]).toEqual(['name']);
  });
});
