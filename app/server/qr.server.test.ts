import QRCode from 'qrcode';
import { expect, it } from 'vitest';
import { qrOf } from './qr.server';

it('draws every dark module once, inside a quiet zone of four', () => {
  const text = 'https://nuanqiao.example/t/NQ7K-2M4P';
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size, path } = qrOf(text);
  expect(size).toBe(modules.size + 8);

  const drawn = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let at = 0; at < Number(width); at += 1) drawn.add(`${Number(x) + at},${y}`);
  }
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      expect(drawn.has(`${x + 4},${y + 4}`)).toBe(Boolean(modules.get(y, x)));
    }
  }
});
