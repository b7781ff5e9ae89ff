/** The law on unpaid wages: kept on the phone, works without a network. */
import { useEffect } from 'react';
import type { LawBook } from '@/domain/wages/law';
import { CallError, call } from './call';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

interface State {
  readonly law: LawBook | null;
  readonly error: CallError | null;
  /** when it was last asked for; 0 = not yet */
  readonly askedAt: number;
}

export interface UseLaw {
  readonly law: LawBook | null;
  readonly state: 'loading' | 'ready' | 'error';
  /** also beside a book that was kept: the server could not be reached */
  readonly error: CallError | null;
  readonly refresh: () => Promise<void>;
}

const isBook = (value: unknown): value is LawBook =>
  isRecord(value) &&
  typeof value.hash === 'string' &&
  Array.isArray(value.deadlines) &&
  Array.isArray(value.papers) &&
  isRecord(value.calendar);
const keptBook = kept('law', 1, isBook);

const FRESH_MS = 10 * 60_000;
const store = createStore<State>({ law: null, error: null, askedAt: 0 });

/** Shows what is kept at once, then asks whether it is still the current one. */
async function open(): Promise<void> {
  const { law, askedAt, error } = store.get();
  if (!law) {
    const known = keptBook.read();
    if (known) store.set({ ...store.get(), law: known });
  }
  if (askedAt === 0 || error || Date.now() - askedAt > FRESH_MS) await refresh();
}

async function refresh(): Promise<void> {
  const { law } = store.get();
  store.set({ ...store.get(), askedAt: Date.now(), ...(!law && { error: null }) });
  try {
    const answer = await call('policy.law', law ? { hash: law.hash } : {});
    const next = 'unchanged' in answer ? law : answer;
    if (!next) throw new CallError('Internal');
    keptBook.write(next);
    store.set({ ...store.get(), law: next, error: null });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    store.set({ ...store.get(), error });
  }
}

export function useLaw(): UseLaw {
  const { law, error } = useStore(store);
  useEffect(() => {
    void open();
  }, []);
  return { law, state: law ? 'ready' : error ? 'error' : 'loading', error, refresh };
}
