import type { CodeCheck } from '@/contract/resident';
import { judge, type PublicCodeKey, parseToken } from '@/domain/code';
import { type CallError, call } from './call';
import { verifyOffline } from './code-verify';
import { isRecord, kept } from './storage';

export interface Checked extends Omit<CodeCheck, 'result' | 'issued_at'> {
  /** `not_ours`: some other QR code · `broken`: cut off · `unknown_key`: no key for it on this phone */
  readonly result: CodeCheck['result'] | 'not_ours' | 'broken' | 'unknown_key';
  /** ms since 1970 */
  readonly issuedAt: number | null;
  /** checked on this phone: nobody was asked whether it was revoked */
  readonly offline: boolean;
  /** by how much this phone's clock is behind the server's, in ms, when that is a lot; negative: ahead */
  readonly clock: number | null;
}

const isKey = (value: unknown): value is PublicCodeKey =>
  isRecord(value) && typeof value.kid === 'string' && typeof value.x === 'string';
const isKeys = (value: unknown): value is readonly PublicCodeKey[] =>
  Array.isArray(value) && value.every(isKey);
const keptKeys = kept('code-keys', 1, isKeys);

/** The keys for verifying without a network, kept whenever there is one. */
export async function keepKeys(): Promise<void> {
  try {
    const { keys } = await call('code.keys', {});
    keptKeys.write(keys);
  } catch {
    // those kept before still verify
  }
}

const NOTHING = { fresh: false, issuedAt: null, target: null, county: null, name: null, clock: null };
const WRONG_CLOCK_MS = 5 * 60_000;

/**
 * Is this code genuine? The server is asked; without a network the phone itself verifies.
 * @param text what a camera read or a person pasted
 * @throws CallError when neither can
 */
export async function checkCode(text: string): Promise<Checked> {
  const read = parseToken(joined(text));
  if (!read.ok) {
    const broken = read.problem.name === 'BrokenCode';
    return { ...NOTHING, result: broken ? 'broken' : 'not_ours', offline: false };
  }
  try {
    const { issued_at, ...rest } = await call('code.verify', { token: read.token }, { once: true });
    const issuedAt = issued_at === null ? null : Date.parse(issued_at);
    const apart = issuedAt !== null && rest.fresh ? issuedAt - Date.now() : 0;
    return { ...rest, issuedAt, offline: false, clock: Math.abs(apart) > WRONG_CLOCK_MS ? apart : null };
  } catch (thrown) {
    const offline = checkHere(joined(text));
    if (offline && isUnreachable(thrown as CallError)) return offline;
    throw thrown;
  }
}

/** A chat breaks a long line: a code has no blanks of its own. */
const joined = (text: string) => text.replace(/\s+/g, '');

const isUnreachable = ({ name }: CallError) => name === 'NetworkError' || name === 'Timeout';

/** null when this phone never got any keys */
function checkHere(text: string): Checked | null {
  const keys = keptKeys.read();
  if (!keys || keys.length === 0) return null;
  const verified = verifyOffline(text, keys);
  if (!verified.ok) {
    const unknown = verified.problem.name === 'UnknownKey';
    return { ...NOTHING, result: unknown ? 'unknown_key' : 'tampered', offline: true };
  }
  const { i, t, c } = verified.payload;
  const age = judge(verified.payload, Date.now() / 1000);
  const known = { issuedAt: i * 1000, target: t === 1, county: c, name: null, offline: true, clock: null };
  if (age === 'not_yet') return { ...known, result: 'not_yet', fresh: false, clock: i * 1000 - Date.now() };
  return { ...known, result: age === 'expired' ? 'expired' : 'genuine', fresh: age === 'fresh' };
}
