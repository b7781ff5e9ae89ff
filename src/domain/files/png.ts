/** PNG: walked from chunk to chunk, each against its sum. What is behind the end is left out. */
import { ascii, joined, startsWith, u32 } from './bytes';
import { bad, type Checked } from './checked';
import { MAX_PIXELS } from './limits';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Length, name and sum of a chunk. */
const AROUND = 12;
/** The picture and its colours; texts, dates and EXIF are about it, not of it. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs']);

export const isPng = (bytes: Uint8Array): boolean => startsWith(bytes, SIGNATURE);

export function checkPng(bytes: Uint8Array): Checked {
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  let data = false;
  let at = SIGNATURE.length;
  for (;;) {
    const length = u32(bytes, at);
    const next = at + AROUND + length;
    if (next > bytes.length) return bad('FileBroken');
    const name = ascii(bytes, at + 4, at + 8);
    const first = kept.length === 1;
    if (first !== (name === 'IHDR') || !/^[A-Za-z]{4}$/.test(name)) return bad('FileBroken');
    if (first) {
      const [width, height] = [u32(bytes, at + 8), u32(bytes, at + 12)];
      if (length !== 13 || width === 0 || height === 0) return bad('FileBroken');
      // before its sum: a header that claims too much is told as that
      if (width * height > MAX_PIXELS) return bad('PictureTooLarge');
    }
    if (u32(bytes, next - 4) !== crc32(bytes, at + 4, next - 4)) return bad('FileBroken');
    if (KEPT.has(name)) kept.push(bytes.subarray(at, next));
    data ||= name === 'IDAT' && length > 0;
    at = next;
    if (name === 'IEND') break;
  }
  return data ? { ok: true, type: 'image/png', bytes: joined(kept) } : bad('FileBroken');
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let sum = index;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

export function crc32(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0xffffffff;
  for (let at = from; at < to; at++)
    sum = (TABLE[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
