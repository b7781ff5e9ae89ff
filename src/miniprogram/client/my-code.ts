import type { CodeView } from '@/contract/resident';
import type { MeView } from '@/contract/session';
import { call } from './call';
import { currentSession, onPersonChange } from './session';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

export interface MyCode {
  readonly code: CodeView;
  /** when it came, by this phone's clock, in ms */
  readonly at: number;
  /** how far the server's clock is ahead of this phone's, in ms: phones' clocks are wrong more often than not */
  readonly ahead: number;
}

/** `self`, or the id of a child */
type Codes = Readonly<Record<string, MyCode>>;
export const SELF = 'self';

const isMyCode = (value: unknown): value is MyCode =>
  isRecord(value) &&
  typeof value.at === 'number' &&
  typeof value.ahead === 'number' &&
  isRecord(value.code) &&
  ['text', 'issued_at', 'expires_at', 'county', 'name'].every(
    (field) => typeof (value.code as Record<string, unknown>)[field] === 'string',
  );
const isCodes = (value: unknown): value is Codes => isRecord(value) && Object.values(value).every(isMyCode);

const keptCodes = kept('codes', 1, isCodes);
const codes = createStore<Codes>(keptCodes.read() ?? {});

function forgetCodes(): void {
  keptCodes.remove();
  codes.set({});
}
onPersonChange(forgetCodes);

/** The last code of this day; null when there is none, or its day is over. */
export function lastCode(all: Codes, whose: string): MyCode | null {
  const found = all[whose];
  return found && Date.now() + found.ahead < Date.parse(found.code.expires_at) ? found : null;
}

/** Whether this person has a code to show: matched, and, while a helper acts, allowed by the holder. */
export const mayShow = (me: MeView | null): boolean =>
  me?.bound === true && (me.acting === null || me.acting.services.includes('code'));

export const useCodes = (): Codes => useStore(codes);
export const currentCodes = (): Codes => codes.get();

/** A new code. It stays on this phone for when there is no network, unless it is of somebody one acts for. @throws CallError */
export async function issueCode(whose: string): Promise<void> {
  const code = await call('code.issue', whose === SELF ? {} : { member: whose });
  const at = Date.now();
  // under half a minute the way the answer took is as likely
  const apart = Date.parse(code.issued_at) - at;
  const next = { ...codes.get(), [whose]: { code, at, ahead: Math.abs(apart) > 30_000 ? apart : 0 } };
  codes.set(next);
  if (!currentSession().signed?.acting) keptCodes.write(next);
}

/** Every code shown until now is worth nothing. @throws CallError */
export async function revokeCodes(lostPhone: boolean): Promise<void> {
  await call('code.revoke', { lost_phone: lostPhone }, { once: true });
  forgetCodes();
}
