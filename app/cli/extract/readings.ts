/**
 * Makes db/seed/divisions/readings.txt, the readings of Chinese characters, from the npm package pinyin-pro (MIT): every
 * character of GB 2312 and every one found in the division names. Committed, so that pinyin-pro is no dependency.
 *
 *   npm pack pinyin-pro@3.29.4 && tar xzf pinyin-pro-3.29.4.tgz
 *   npm run extract:readings -- package db/seed/divisions
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface PinyinPro {
  polyphonic(text: string, options: { toneType: 'none'; type: 'array'; v: true }): string[][];
}

/** The 6,763 Chinese characters of GB 2312: rows 16 to 87 of its table. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      characters.push(decoder.decode(new Uint8Array([row, cell])));
    }
  }
  return characters;
}

const [packageDir, dir] = process.argv.slice(2);
if (!packageDir || !dir)
  throw new Error('usage: readings.ts <unpacked pinyin-pro> <division folder>');
const load = createRequire(import.meta.url);
const pinyinPro = load(resolve(packageDir)) as PinyinPro;
const names = ['44', '45'].map((province) =>
  gunzipSync(readFileSync(join(dir, `${province}.csv.gz`))).toString('utf8'),
);
const characters = new Set(
  [...gb2312(), ...Array.from(names.join(''))].filter((c) => /\p{Script=Han}/u.test(c)),
);

const groups = new Map<string, string[]>();
const unread: string[] = [];
for (const character of [...characters].sort()) {
  const [readings = []] = pinyinPro.polyphonic(character, {
    toneType: 'none',
    type: 'array',
    v: true,
  });
  const clean = [...new Set(readings)].filter((reading) => /^[a-z]+$/.test(reading)).slice(0, 3);
  if (clean.length === 0) unread.push(character);
  else groups.set(clean.join(' '), [...(groups.get(clean.join(' ')) ?? []), character]);
}
const lines = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
const text = [
  '# Readings of Chinese characters without tones, the commonest first; from pinyin-pro 3.29.4 (MIT).',
  ...lines.map(([readings, members]) => `${readings}:${members.join('')}`),
];
writeFileSync(join(dir, 'readings.txt'), text.join('\n') + '\n');
console.log(
  `${characters.size} characters in ${groups.size} groups; without a reading: ${unread.join('')}`,
);
