/**
 * PDF: a file that needs no password and runs nothing. Names are read everywhere, also written with `#` and inside
 * object streams; the words a document shows lie in other streams, which are not looked into. What the document says
 * of itself (author, place, date) is left: it cannot be taken out without writing the file anew.
 */
import { ascii, startsWith } from './bytes';
import { bad, type Checked } from './checked';

/** @returns null when the bytes are no deflate data, or swell beyond every measure */
export type Inflate = (bytes: Uint8Array) => Uint8Array | null;

const SLASH = 0x2f;
const LETTER_E = 0x65;
/** Where the last `%%EOF` is looked for. */
const TAIL = 1024;
/** More than any dictionary in front of a stream of objects. */
const DICTIONARY = 4096;
/** All objects inside streams together. */
const MAX_INSIDE = 1 << 26;
/** They act on the reader's machine, or need a password. */
const REFUSED = new Set(['JavaScript', 'Launch', 'Encrypt']);
/** In front of a stream they say that objects lie in it. */
const OBJECTS_INSIDE = new Set(['ObjStm', 'First']);

export const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, '%PDF-');

export function checkPdf(bytes: Uint8Array, inflate: Inflate): Checked {
  const from = Math.max(0, bytes.length - TAIL);
  const end = ascii(bytes, from, bytes.length).lastIndexOf('%%EOF');
  if (end < 0) return bad('FileBroken');
  // what is behind it belongs to another file
  const whole = bytes.subarray(0, from + end + '%%EOF'.length);
  return isSafe(whole, inflate) ? { ok: true, type: 'application/pdf', bytes: whole } : bad('UnsafePdf');
}

function isSafe(bytes: Uint8Array, inflate: Inflate): boolean {
  // objects inside objects inside …: a file that makes work without end is none to keep
  let work = bytes.length + 1000 * DICTIONARY;
  let room = MAX_INSIDE;
  let last = 0;
  for (const { name, end } of namesIn(bytes)) {
    if (REFUSED.has(name)) return false;
    if (!OBJECTS_INSIDE.has(name)) continue;
    work -= DICTIONARY;
    const stream = work < 0 ? 'unclear' : streamBehind(bytes, end);
    if (stream === null) continue;
    if (stream === 'unclear') return false;
    if (stream.from === last) continue;
    last = stream.from;
    work -= stream.to - end;
    const objects = objectsOf(bytes, stream, inflate);
    room -= objects?.length ?? 0;
    if (!objects || room < 0) return false;
    for (const inside of namesIn(objects)) if (REFUSED.has(inside.name)) return false;
  }
  return true;
}

/** Every `/Name`, `#` resolved, and where it ends. */
function* namesIn(bytes: Uint8Array): Generator<{ readonly name: string; readonly end: number }> {
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    let name = '';
    let end = at + 1;
    // none of the names wanted is longer
    while (name.length < 20) {
      const code = bytes[end] ?? 0;
      const hex = code === 0x23 ? /^[0-9A-Fa-f]{2}$/.exec(ascii(bytes, end + 1, end + 3))?.[0] : undefined;
      if (hex === undefined && !isRegular(code)) break;
      name += String.fromCharCode(hex === undefined ? code : Number.parseInt(hex, 16));
      end += hex === undefined ? 1 : 3;
    }
    if (name.length > 4) yield { name, end };
  }
}

/** A letter of a name: none of white space and ()<>[]{}/% */
const isRegular = (code: number) => code > 0x20 && !'()<>[]{}/%'.includes(String.fromCharCode(code));

interface Stream {
  readonly from: number;
  readonly to: number;
  readonly dictionary: string;
}

/** The stream whose dictionary this is; null when the object ends without one. */
function streamBehind(bytes: Uint8Array, at: number): Stream | 'unclear' | null {
  const ahead = ascii(bytes, at, Math.min(bytes.length, at + DICTIONARY));
  // a remark may say anything
  const rest = ahead.replace(/%[^\r\n]*/g, (remark) => ' '.repeat(remark.length));
  const found = /endobj|stream(\r\n|\n|\r)/.exec(rest);
  if (!found) return 'unclear';
  if (!found[1]) return null;
  const from = at + found.index + found[0].length;
  const earlier = ascii(bytes, Math.max(0, at - DICTIONARY), at);
  const begin = Math.max(earlier.lastIndexOf('endobj'), earlier.lastIndexOf('stream'), 0);
  const dictionary = earlier.slice(begin) + rest.slice(0, found.index);
  return { from, to: endOfStream(bytes, from), dictionary };
}

function endOfStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(LETTER_E, from); at >= 0; at = bytes.indexOf(LETTER_E, at + 1))
    if (startsWith(bytes, 'endstream', at)) return at;
  return bytes.length;
}

/** What lies in an object stream; null when it cannot be told. */
function objectsOf(bytes: Uint8Array, { from, to, dictionary }: Stream, inflate: Inflate): Uint8Array | null {
  const data = bytes.subarray(from, to);
  const filters = /\/Filter\s*\[?([^\]>]*)/.exec(dictionary)?.[1];
  // a name may be written so that the words above do not find it
  if (dictionary.includes('#')) return null;
  // as it stands, it has been read already
  if (filters === undefined) return new Uint8Array();
  const names = [...filters.matchAll(/\/(\w+)/g)].map(([, name]) => name);
  const first = names.filter((name) => /Decode$/.test(name ?? ''));
  if (first.length !== 1 || first[0] !== 'FlateDecode' || /\/Predictor/.test(dictionary)) return null;
  return inflate(data);
}
