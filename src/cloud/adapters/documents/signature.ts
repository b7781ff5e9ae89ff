/** The picture of a signature: drawn on the screen as a PNG, or a photo of one on paper; no more in it than its head says. */
import { inflateSync } from 'node:zlib';
import { checkFile } from '@/domain/files';

export interface SignaturePicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const MAX_BYTES = 200 * 1024;
/** A finger's drawing on a large tablet. */
const MAX_SIDE = 3000;
/** Samples a pixel by colour type (PNG, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** @returns null when it is no picture that can be printed */
export function signaturePicture(base64: string): SignaturePicture | null {
  const sent = Buffer.from(base64, 'base64');
  if (sent.length === 0 || sent.length > MAX_BYTES) return null;
  const checked = checkFile(sent, () => null);
  if (!checked.ok || checked.type !== 'image/png') return null;
  const bytes = Buffer.from(checked.bytes);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width > MAX_SIDE || height > MAX_SIDE) return null;
  const [depth, colour, , , interlaced] = bytes.subarray(24, 29) as unknown as number[];
  const samples = SAMPLES[colour as number];
  if (samples === undefined || depth !== 8 || interlaced !== 0) return null;
  return holds(bytes, (width * samples + 1) * height) ? { bytes, width, height } : null;
}

/** Two hundred kilobytes can unpack to two hundred megabytes: what comes out must be what the header promises. */
function holds(png: Buffer, size: number): boolean {
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}
