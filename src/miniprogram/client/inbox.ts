/** What the person was told: asked when a tab is shown, kept on the phone with its date, counted on the tab. */
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { OutputOf } from '@/contract/api';
import type { MessageView } from '@/contract/messages';
import { type CallError, call } from './call';
import { useMe } from './me';
import { currentOwner, watchOwner } from './owner';
import { routes } from './routes';
import { currentSession, onPersonChange, personalStore } from './session';
import { isRecord, kept } from './storage';
import { useStore } from './store';

export interface Inbox {
  /** the newest; null: never asked on this phone */
  readonly messages: readonly MessageView[] | null;
  readonly unread: number;
  /** where the older ones begin */
  readonly next: string | null;
  /** when it was asked for; 0: not yet */
  readonly at: number;
  readonly error: CallError | null;
}

type Kept = Pick<Inbox, 'unread' | 'at'> & { messages: MessageView[]; account: string };

const isKept = (value: unknown): value is Kept =>
  isRecord(value) && Array.isArray(value.messages) && typeof value.at === 'number';
const keptInbox = kept('inbox', 1, isKept);
const NONE: Inbox = { messages: null, unread: 0, next: null, at: 0, error: null };
const store = personalStore<Inbox>(NONE);

// whoever comes next reads nothing of it; acting for somebody is on the screen alone
onPersonChange(({ token, unknown }) => {
  askedAt = 0;
  if (token === null || unknown) keptInbox.remove();
});

const FRESH_MS = 60_000;
let askedAt = 0;

/** What was read last, also without a network. Only the person's own: a helper's screen keeps nothing. */
function recall(): void {
  const { account } = currentOwner();
  const before = keptInbox.read();
  if (store.get().messages || currentSession().signed?.acting || !before || before.account !== account)
    return;
  store.set({ ...NONE, messages: before.messages, unread: before.unread, at: before.at });
}

export function heardOfInbox({ messages, unread, next }: OutputOf<'messages.list'>): void {
  store.set({ messages, unread, next, at: Date.now(), error: null });
  keepIt();
}

/** As soon as it is known whose it is. */
function keepIt(): void {
  const { account } = currentOwner();
  const { messages, unread, at, error } = store.get();
  if (account === null || !messages || error || currentSession().signed?.acting) return;
  keptInbox.write({ messages: [...messages], unread, at, account });
}
watchOwner(keepIt);

/** Asks for the newest. What is shown stays until the answer, and without one. */
export async function refreshInbox(): Promise<void> {
  if (!currentSession().signed) return;
  recall();
  askedAt = Date.now();
  try {
    heardOfInbox(await call('messages.list', {}));
  } catch (thrown) {
    const error = thrown as CallError;
    if (error.name !== 'PersonChanged') store.set({ ...store.get(), error });
  }
}

/** Read here: shown at once, told to the server, and on every other phone with it. */
export async function markRead(which: { readonly ids: readonly string[] } | 'all'): Promise<void> {
  const { messages, unread } = store.get();
  if (!messages || currentSession().signed?.acting) return;
  const now = (one: MessageView) => which === 'all' || which.ids.includes(one.id);
  const fresh = messages.filter((one) => !one.read && now(one));
  if (fresh.length === 0 && which !== 'all') return;
  const left = which === 'all' ? 0 : Math.max(0, unread - fresh.length);
  store.set({
    ...store.get(),
    messages: messages.map((one) => (now(one) ? { ...one, read: true } : one)),
    unread: left,
  });
  const newest = messages[0];
  if (!newest) return;
  const input = which === 'all' ? ({ all: true, until: newest.at } as const) : { ids: [...which.ids] };
  try {
    const { unread: said } = await call('messages.read', input);
    const { next } = store.get();
    heardOfInbox({ messages: [...(store.get().messages ?? [])], unread: said, next });
  } catch {
    // not told now: unread again the next time, and nothing is lost
  }
}

/** Whether this person reads them: signed in, and as a helper with leave to apply. */
export function useInbox(): Inbox & { readonly may: boolean } {
  const { signed, me } = useMe();
  const inbox = useStore(store);
  const may = signed && (!me?.acting || me.acting.services.includes('apply'));
  const ask = () => {
    if (may && Date.now() - askedAt > FRESH_MS) void refreshInbox();
  };
  const unknown = inbox.messages === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a person
  useEffect(() => {
    if (unknown) ask();
  }, [may, unknown]);
  useDidShow(ask);
  return { ...inbox, may };
}

/** The number on the tab: WeChat draws it itself, the browser's bar asks for it. Nothing for whoever acts for somebody. */
export function useUnread(): number {
  const { may, unread } = useInbox();
  const acting = Boolean(currentSession().signed?.acting);
  const shown = may && !acting ? unread : 0;
  useEffect(() => badge(shown), [shown]);
  useDidShow(() => badge(shown));
  return shown;
}

const TAB = 2;
export const countText = (n: number): string => (n > 99 ? '99+' : `${n}`);

function badge(unread: number): void {
  if (process.env.TARO_ENV === 'h5') return;
  const drawn =
    unread > 0
      ? Taro.setTabBarBadge({ index: TAB, text: countText(unread) })
      : Taro.removeTabBarBadge({ index: TAB });
  // not on a tab: drawn when one is shown
  drawn?.catch?.(() => undefined);
}

/** Where a message leads. */
export function placeOf({ kind, case: id, ref }: MessageView): string {
  if (id !== null) return routes.case(id);
  if (kind === 'benefit' && ref !== null) return routes.benefit(ref);
  if (kind === 'training' && ref !== null) return routes.trainingSession(ref);
  if (kind === 'hands' && ref !== null) return routes.gathering(ref);
  if (kind === 'work') return routes.workSearches();
  if (kind === 'post') return routes.posts();
  return routes.inbox();
}
