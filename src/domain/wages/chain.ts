/** The entries of a job are chained: each one's hash covers the one before, so that a later change shows. */
import { sha256 } from '../files/sha256';
import type { Entry } from './diary';

export interface Logged {
  readonly entry: Entry;
  /** place in the order of writing, from 0 */
  readonly seq: number;
  /** SHA-256 over the hash before and the entry */
  readonly hash: string;
}

/** Before the first one. */
export const START = '0'.repeat(64);

/** JSON with the keys in order and nothing undefined: the same entry always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const from = value as Readonly<Record<string, unknown>>;
  const pairs = Object.keys(from)
    .filter((key) => from[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(from[key])}`);
  return `{${pairs.join(',')}}`;
}

export function hashOf(entry: Entry, before: string): string {
  const digest = sha256();
  digest.add(utf8(`${before}\n${canonical(entry)}`));
  return digest.end();
}

/** @param before the last one of the job */
export function logged(entry: Entry, before: Pick<Logged, 'seq' | 'hash'> | null): Logged {
  return { entry, seq: before ? before.seq + 1 : 0, hash: hashOf(entry, before?.hash ?? START) };
}

export type ChainCheck =
  | { readonly ok: true; readonly count: number; readonly last: string }
  | {
      readonly ok: false;
      /** `changed` its content is not what was written · `missing` one before it is gone · `cut` the last ones are */
      readonly why: 'changed' | 'missing' | 'cut';
      /** the first entry where it shows; null when it is the end that is gone */
      readonly entry: Entry | null;
    };

/**
 * @param log in any order
 * @param head what the last one was when it was written
 */
export function verifyChain(
  log: readonly Logged[],
  head: { readonly count: number; readonly hash: string },
): ChainCheck {
  const inOrder = [...log].sort((a, b) => a.seq - b.seq);
  let before = START;
  for (let at = 0; at < inOrder.length; at++) {
    const { entry, seq, hash } = inOrder[at] as Logged;
    if (seq !== at) return { ok: false, why: 'missing', entry };
    if (hash !== hashOf(entry, before)) return { ok: false, why: 'changed', entry };
    before = hash;
  }
  const whole = inOrder.length === head.count && (head.count === 0 || before === head.hash);
  return whole ? { ok: true, count: inOrder.length, last: before } : { ok: false, why: 'cut', entry: null };
}

/** WeChat has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    // half of a pair that has lost the other half
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return Uint8Array.from(bytes);
}
const tail = (bits: number) => 0x80 | (bits & 0x3f);
