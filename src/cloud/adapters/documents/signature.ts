/** The picture of a signature: drawn on the screen as a PNG, or a photo of one on paper; no more in it than its head says. */
import { inflateSync } from 'node:zlib';
import { checkFile } from '@/domain/files';

export interface SignaturePicture {
  readonly type: 'png' | 'jpg';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Of what is drawn on a screen. */
const MAX_PNG = 200 * 1024;
const MAX_PHOTO = 2 * 1024 * 1024;
const MAX_SIDE = 5000;
/** A PNG is unpacked to be printed: one drawn on a screen has less than a million. */
const MAX_PIXELS = 4_000_000;
/** Samples a pixel by colour type (PNG, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** @returns null when it is no picture that can be printed */
export function signaturePicture(base64: string): SignaturePicture | null {
  const sent = Buffer.from(base64, 'base64');
  if (sent.length === 0 || sent.length > MAX_PHOTO) return null;
  const checked = checkFile(sent, () => null);
  if (!checked.ok) return null;
  const bytes = Buffer.from(checked.bytes);
  const picture =
    checked.type === 'image/png' ? ofPng(bytes) : checked.type === 'image/jpeg' ? ofJpeg(bytes) : null;
  return picture && picture.width <= MAX_SIDE && picture.height <= MAX_SIDE ? picture : null;
}

/** What is sent to be printed is drawn on the screen, nothing else. */
export const isDrawnSignature = (base64: string): boolean => signaturePicture(base64)?.type === 'png';

function ofPng(bytes: Buffer): SignaturePicture | null {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, colour, , , interlaced] = bytes.subarray(24, 29) as unknown as number[];
  const samples = SAMPLES[colour as number];
  if (bytes.length > MAX_PNG || samples === undefined || depth !== 8 || interlaced !== 0) return null;
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) return null;
  if (!holds(bytes, (width * samples + 1) * height)) return null;
  return { type: 'png', bytes, width, height };
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

/** Whole already: only the frame is looked for, with its height and width. */
function ofJpeg(bytes: Buffer): SignaturePicture | null {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1] as number;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame)
      return { type: 'jpg', bytes, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return null;
}
