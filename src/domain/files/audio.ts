/** Sound: MP3, AAC (bare or in an MP4), WAV, and Opus or Vorbis in Ogg or WebM. Looked through, never changed. */
import { ascii, startsWith, u16, u32 } from './bytes';
import { bad, type Checked } from './checked';
import type { AudioType } from './limits';

/** Brands of MP4 in which phones keep sound; what is inside is looked at when all of it is here. */
const MP4 = /^(M4A |M4B |mp4[12]|isom|iso[2-6]|dash|3gp[4-6]|qt {2})$/;
const EBML = '\x1aE\xdf\xa3';

/** What the first bytes say; null: no sound. */
export function audioOfHead(bytes: Uint8Array): AudioType | null {
  if (startsWith(bytes, 'ID3')) return 'audio/mpeg';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return 'audio/wav';
  if (startsWith(bytes, 'OggS')) return 'audio/ogg';
  if (startsWith(bytes, EBML)) return 'audio/webm';
  if (startsWith(bytes, 'ftyp', 4) && MP4.test(ascii(bytes, 8, 12))) return 'audio/mp4';
  if (mp3Frame(bytes, 0) > 0) return 'audio/mpeg';
  return aacFrame(bytes, 0) > 0 ? 'audio/aac' : null;
}

export function checkAudio(bytes: Uint8Array, type: AudioType): Checked {
  const problem = CHECKS[type](bytes);
  return problem === null ? { ok: true, type, bytes } : bad(problem);
}

type Problem = 'FileBroken' | 'WrongFileType' | null;

const CHECKS: Readonly<Record<AudioType, (bytes: Uint8Array) => Problem>> = {
  'audio/mpeg': (bytes) => framed(bytes, afterId3(bytes), mp3Frame),
  'audio/aac': (bytes) => framed(bytes, 0, aacFrame),
  'audio/wav': wav,
  'audio/ogg': ogg,
  'audio/webm': webm,
  'audio/mp4': mp4,
};

/** Frames that must follow one another before a file counts as sound. */
const FRAMES = 3;

function framed(
  bytes: Uint8Array,
  from: number,
  lengthAt: (bytes: Uint8Array, at: number) => number,
): Problem {
  let at = from;
  for (let frame = 0; frame < FRAMES; frame++) {
    // a note of a second has more than these
    const length = at < bytes.length ? lengthAt(bytes, at) : 0;
    if (length === 0) return 'FileBroken';
    at += length;
  }
  return null;
}

/** An ID3v2 tag says its length in four bytes of seven bits each. */
function afterId3(bytes: Uint8Array): number {
  if (!startsWith(bytes, 'ID3')) return 0;
  const seven = (at: number) => (bytes[at] ?? 0) & 0x7f;
  return 10 + seven(6) * 0x200000 + seven(7) * 0x4000 + seven(8) * 0x80 + seven(9);
}

const KBPS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBPS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const HERTZ = [44_100, 48_000, 32_000];

/** Length of the MPEG layer III frame that begins here; 0: none does. */
function mp3Frame(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  // eleven ones, layer III
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return 0;
  const version = (second >> 3) & 3;
  const kbps = (version === 3 ? KBPS_1 : KBPS_2)[third >> 4] ?? 0;
  const rate = HERTZ[(third >> 2) & 3];
  if (version === 1 || kbps === 0 || rate === undefined) return 0;
  const hertz = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = version === 3 ? 144 : 72;
  return Math.floor((samples * kbps * 1000) / hertz) + ((third >> 1) & 1);
}

/** The same of ADTS. */
function aacFrame(bytes: Uint8Array, at: number): number {
  if ((u16(bytes, at) & 0xfff6) !== 0xfff0) return 0;
  const length = ((u32(bytes, at + 3) >>> 13) & 0x1fff) >>> 0;
  return length > 7 ? length : 0;
}

const u32le = (bytes: Uint8Array, at: number): number =>
  u16(Uint8Array.of(bytes[at + 3] ?? 0, bytes[at + 2] ?? 0), 0) * 0x10000 +
  u16(Uint8Array.of(bytes[at + 1] ?? 0, bytes[at] ?? 0), 0);

function wav(bytes: Uint8Array): Problem {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = u32le(bytes, at + 4);
    if (startsWith(bytes, 'data', at)) return length > 0 && at + 8 < bytes.length ? null : 'FileBroken';
    at += 8 + length + (length % 2);
  }
  return 'FileBroken';
}

/** The first page names what it carries. */
function ogg(bytes: Uint8Array): Problem {
  const body = 27 + (bytes[26] ?? 0);
  if (!startsWith(bytes, 'OpusHead', body) && !startsWith(bytes, '\x01vorbis', body)) return 'WrongFileType';
  // a second page: there is sound too
  return indexOf(bytes, 'OggS', body) < 0 ? 'FileBroken' : null;
}

/** Where the tracks are named, near the beginning. */
const TRACKS = 16_384;

function webm(bytes: Uint8Array): Problem {
  const head = bytes.subarray(0, TRACKS);
  if (indexOf(head, 'webm', 0) < 0 && indexOf(head, 'matroska', 0) < 0) return 'WrongFileType';
  if (indexOf(head, 'V_', 0) >= 0) return 'WrongFileType';
  if (indexOf(head, 'A_OPUS', 0) < 0 && indexOf(head, 'A_VORBIS', 0) < 0) return 'WrongFileType';
  // a cluster: there is sound too
  return indexOf(bytes, '\x1fC\xb6u', 0) < 0 ? 'FileBroken' : null;
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, text, at)) return at;
  return -1;
}

interface Mp4Box {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The boxes between two places; null when they do not hold together. */
function boxes(bytes: Uint8Array, from: number, to: number): readonly Mp4Box[] | null {
  const found: Mp4Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = u32(bytes, at);
    const long = short === 1;
    const length = long ? u32(bytes, at + 8) * 2 ** 32 + u32(bytes, at + 12) : short === 0 ? to - at : short;
    const head = long ? 16 : 8;
    if (length < head || at + length > to) return null;
    found.push({ name: ascii(bytes, at + 4, at + 8), from: at + head, to: at + length });
    at += length;
  }
  return found;
}

/** Every track is sound: a film is no recording. */
function mp4(bytes: Uint8Array): Problem {
  const inside = (box: Mp4Box | undefined) => (box ? (boxes(bytes, box.from, box.to) ?? []) : []);
  const named = (list: readonly Mp4Box[], name: string) => list.filter((box) => box.name === name);
  const outer = boxes(bytes, 0, bytes.length);
  if (!outer || !named(outer, 'mdat').length) return 'FileBroken';
  const tracks = named(inside(named(outer, 'moov')[0]), 'trak');
  if (tracks.length === 0) return 'FileBroken';
  const kinds = tracks.map((track) => {
    const handler = named(inside(named(inside(track), 'mdia')[0]), 'hdlr')[0];
    return handler ? ascii(bytes, handler.from + 8, handler.from + 12) : '';
  });
  return kinds.includes('soun') && !kinds.includes('vide') ? null : 'WrongFileType';
}
