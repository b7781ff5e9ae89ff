/** Who is signed in on this phone, and for whom they act. The token never leaves this file and `call.ts`. */
import type { MeView } from '@/contract/session';
import { isRecord, kept } from './storage';
import { createStore, type Store, useStore } from './store';

interface Signed {
  readonly token: string;
  readonly expiresAt: string;
  /** the mandate acted under: a helper sees and does things for its holder */
  readonly acting: string | null;
}

const isSigned = (value: unknown): value is Signed =>
  isRecord(value) &&
  typeof value.token === 'string' &&
  typeof value.expiresAt === 'string' &&
  (value.acting === null || typeof value.acting === 'string');

const keptSession = kept('session', 1, isSigned);

/** What the server said of the session; null before it answered, and signed out. */
export interface Session {
  readonly signed: Signed | null;
  readonly me: MeView | null;
}

const store = createStore<Session>({ signed: startOf(keptSession.read()), me: null });

/** Acting for somebody never survives closing the app: whoever opens it next begins as themselves. */
function startOf(signed: Signed | null): Signed | null {
  return signed && { ...signed, acting: null };
}

/** Who takes the screen. */
export interface NextPerson {
  /** null: nobody is signed in */
  readonly token: string | null;
  readonly acting: string | null;
  /** another session than before: whose it is, the server has not said yet */
  readonly unknown: boolean;
}

type Forget = (next: NextPerson) => void;
const forgetters: Forget[] = [];
const hearers: ((me: MeView) => void)[] = [];

/**
 * A store of what belongs to the person on the screen. It is emptied whenever that person changes: signing in,
 * signing out, beginning or ending to act for somebody. Never kept on the phone.
 */
export function personalStore<T>(initial: T): Store<T> {
  const personal = createStore(initial);
  forgetters.push(() => personal.set(initial));
  return personal;
}

/** For what is kept on the phone besides: drafts, answers. Called before the new person is known. */
export function onPersonChange(forget: Forget): void {
  forgetters.push(forget);
}

/** Called whenever the server has said who is signed in. */
export function onHeardOfMe(hear: (me: MeView) => void): void {
  hearers.push(hear);
}

/** Counts the persons seen on this screen: an answer that was asked for an earlier one is thrown away. */
let generation = 0;
export const personGeneration = (): number => generation;

/** False while the phone would not keep the session: what it holds then says nothing. */
let onPhone = true;

function become(signed: Signed | null, me: MeView | null): void {
  if (signed) onPhone = keptSession.write({ ...signed, acting: null });
  else keptSession.remove();
  show(signed, me);
}

function show(signed: Signed | null, me: MeView | null): void {
  generation++;
  const unknown = signed !== null && signed.token !== store.get().signed?.token;
  const next = { token: signed?.token ?? null, acting: signed?.acting ?? null, unknown };
  for (const forget of forgetters) forget(next);
  store.set({ signed, me });
}

/** Another tab signed in or out: this one follows, or the former person would stay readable in a tab left open. */
function followOtherTabs(): void {
  if (!onPhone) return;
  const signed = startOf(keptSession.read());
  if (signed?.token !== store.get().signed?.token) show(signed, null);
}

if (process.env.TARO_ENV === 'h5') {
  window.addEventListener('storage', followOtherTabs);
  // a tab that was asleep, or came back from the browser's memory, heard nothing
  window.addEventListener('pageshow', followOtherTabs);
  document.addEventListener('visibilitychange', followOtherTabs);
}

export const useSession = (): Session => useStore(store);
export const currentSession = (): Session => store.get();

/** After any of the ways of signing in. */
export function signedIn(token: string, expiresAt: string): void {
  become({ token, expiresAt, acting: null }, null);
}

/** Signed out here, ended from elsewhere, expired, or the account is gone. */
export function signedOut(): void {
  if (store.get().signed) become(null, null);
}

/** From now on for the holder of this mandate; null: for oneself again. */
export function actFor(mandate: string | null): void {
  const { signed } = store.get();
  if (signed && signed.acting !== mandate) become({ ...signed, acting: mandate }, null);
}

export function heardOfMe(me: MeView): void {
  for (const hear of hearers) hear(me);
  store.set({ ...store.get(), me });
}
