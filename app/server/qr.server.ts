import QRCode from 'qrcode';

const QUIET_ZONE = 4;

/** The QR code of a text as an SVG path; level M, so that a scuffed label still reads. */
export function qrOf(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      let end = x + 1;
      while (end < modules.size && modules.get(y, end)) end += 1;
      parts.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${end - x}v1h-${end - x}z`);
      x = end - 1;
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: parts.join('') };
}
