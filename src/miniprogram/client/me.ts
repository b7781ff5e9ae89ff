import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { MeView } from '@/contract/session';
import { CallError, call } from './call';
import { currentSession, heardOfMe, personalStore, useSession } from './session';
import { useStore } from './store';

interface Asked {
  /** why the server has not said who this is */
  readonly error: CallError | null;
  /** when it was last asked; 0 = not yet */
  readonly at: number;
}

const asked = personalStore<Asked>({ error: null, at: 0 });
const FRESH_MS = 5 * 60_000;
// a mandate ends at once: what was read under it goes when the next page opens, and within half a minute on this one
const ACTING_FRESH_MS = 2000;
const ACTING_WATCH_MS = 30_000;

/** Asks who is signed in. What the server last said stays until it says something else. */
export async function refreshMe(): Promise<void> {
  if (!currentSession().signed) return;
  asked.set({ error: null, at: Date.now() });
  try {
    heardOfMe(await call('session.me', {}));
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    // the answer was for somebody else, or nobody is signed in any more: the store is empty already
    if (error.name === 'PersonChanged' || !currentSession().signed) return;
    asked.set({ error, at: Date.now() });
  }
}

function askIfNeeded(): void {
  const { signed, me } = currentSession();
  const { at, error } = asked.get();
  if (!signed) return;
  const fresh = signed.acting ? ACTING_FRESH_MS : FRESH_MS;
  if (at === 0 || (error && Date.now() - at > 1000) || (me && Date.now() - at > fresh)) void refreshMe();
}

function watchMandate(): void {
  if (currentSession().signed?.acting && Date.now() - asked.get().at >= ACTING_WATCH_MS) void refreshMe();
}

export interface UseMe {
  /** a session is kept on this phone; whether it still counts, the server knows */
  readonly signed: boolean;
  /** null: signed out, or not answered yet */
  readonly me: MeView | null;
  readonly error: CallError | null;
  readonly refresh: () => Promise<void>;
}

/** Who is signed in on this phone: asked once a person, again when a page is shown and the answer is old. */
export function useMe(): UseMe {
  const { signed, me } = useSession();
  const { error, at } = useStore(asked);
  useEffect(() => {
    if (signed && at === 0) askIfNeeded();
  }, [signed, at]);
  useDidShow(askIfNeeded);
  const acting = signed?.acting;
  useEffect(() => {
    if (!acting) return;
    const timer = setInterval(watchMandate, ACTING_WATCH_MS / 6);
    return () => clearInterval(timer);
  }, [acting]);
  return { signed: signed !== null, me, error, refresh: refreshMe };
}
