import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

function luminance(token: string): number {
  const hex = new RegExp(`--color-${token}: #([0-9a-f]{6});`).exec(css)?.[1];
  if (!hex) throw new Error(`no colour token ${token}`);
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Source: WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'mist'];
const words = ['ink', 'ink-soft', 'persimmon', 'persimmon-deep', 'bamboo', 'amber', 'brick'];

describe('palette', () => {
  it.each(words.flatMap((word) => grounds.map((ground) => [word, ground] as const)))(
    'text %s on %s reads (4.5)',
    (word, ground) => expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['persimmon', 'bamboo', 'amber', 'brick'])('%s reads on its wash (4.5)', (tone) =>
    expect(contrast(tone, `${tone}-wash`)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['persimmon', 'persimmon-deep', 'brick', 'ink'])('white reads on %s (4.5)', (ground) =>
    expect(contrast('white', ground)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(grounds)('the edge of a field shows on %s (3)', (ground) =>
    expect(contrast('edge', ground)).toBeGreaterThanOrEqual(3),
  );
});
