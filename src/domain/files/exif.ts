import { startsWith } from './bytes';

const ORIENTATION = 0x0112;
const SHORT = 3;
/** marks of the two byte orders, each with 42 behind it */
const LITTLE = 'II*\0';
const BIG = 'MM\0*';

/**
 * How the camera was held (1–8), from the first directory of an EXIF segment.
 * @param body after `Exif\0\0`
 * @returns 1, upright, when nothing else is said
 */
export function orientationOf(body: Uint8Array): number {
  const little = startsWith(body, LITTLE);
  if (!little && !startsWith(body, BIG)) return 1;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const short = (at: number) => (at + 2 <= body.length ? view.getUint16(at, little) : 0);
  const directory = body.length >= 8 ? view.getUint32(4, little) : 0;
  for (let index = 0; index < short(directory); index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > body.length) break;
    if (short(entry) !== ORIENTATION || short(entry + 2) !== SHORT) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An APP1 segment that says the orientation and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    // MM, 42, the directory at 8: one entry, tag 0x0112, SHORT, one value; no other directory
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
