import { encode } from 'uqr';
import { encodeBase64url } from '@/domain/code';

/** White around the code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code as an SVG image address: error correction M, quiet zone of 4 modules, black on white whatever the page's
 * colours. One path with a bar for each run of black modules, so that no hairlines show between them.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const bars: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const length = x - from + 1;
      bars.push(`M${from} ${y}h${length}v1h-${length}z`);
    }
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="white"/><path d="${bars.join('')}"/></svg>`;
  return `data:image/svg+xml;base64,${base64(svg)}`;
}

/** Ordinary base64 of ASCII; some versions of WeChat's image take no other kind of address. */
function base64(ascii: string): string {
  const bytes = new Uint8Array(ascii.length);
  for (let index = 0; index < ascii.length; index++) bytes[index] = ascii.charCodeAt(index);
  const text = encodeBase64url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}
