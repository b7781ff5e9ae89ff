import { useEffect } from 'react';
import type { Service, ServiceBook } from '@/domain/cases/service';
import { CallError, call } from './call';
import { usePlace } from './place';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

interface State {
  readonly region: string | null;
  readonly book: ServiceBook | null;
  readonly error: CallError | null;
  /** when it was last asked for; 0 = not yet */
  readonly askedAt: number;
}

export interface UseServices {
  /** everything one can apply for in the chosen place; the steps of a bundle come with it */
  readonly services: readonly Service[] | null;
  /** `noplace`: nothing chosen yet */
  readonly state: 'loading' | 'ready' | 'error' | 'noplace';
  /** also beside services that were kept: the server could not be reached */
  readonly error: CallError | null;
  readonly refresh: () => Promise<void>;
}

const isBook = (value: unknown): value is ServiceBook =>
  isRecord(value) && typeof value.hash === 'string' && Array.isArray(value.services);
const keptBook = (region: string) => kept(`services:${region}`, 1, isBook);

const EMPTY: State = { region: null, book: null, error: null, askedAt: 0 };
const FRESH_MS = 10 * 60_000;
const store = createStore<State>(EMPTY);

/** Shows what is kept at once, then asks whether it is still the current one. */
async function openRegion(region: string): Promise<void> {
  if (store.get().region !== region) store.set({ ...EMPTY, region, book: keptBook(region).read() });
  const { askedAt, error } = store.get();
  if (askedAt === 0 || error || Date.now() - askedAt > FRESH_MS) await refresh();
}

async function refresh(): Promise<void> {
  const { region, book } = store.get();
  if (region === null) return;
  store.set({ ...store.get(), askedAt: Date.now(), ...(!book && { error: null }) });
  try {
    const answer = await call('policy.services', book ? { region, hash: book.hash } : { region });
    const next = 'unchanged' in answer ? book : answer;
    if (!next) throw new CallError('Internal');
    keptBook(region).write(next);
    if (store.get().region === region) store.set({ ...store.get(), book: next, error: null });
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    if (store.get().region === region) store.set({ ...store.get(), error });
  }
}

let last: { readonly book: ServiceBook; readonly services: readonly Service[] } | null = null;

/** The same list as long as the book is the same; what begins at a posting is begun there. */
function offered(book: ServiceBook | null): readonly Service[] | null {
  if (book === null) return null;
  if (last?.book !== book)
    last = { book, services: book.services.filter(({ step_of, about }) => !step_of && !about) };
  return last.services;
}

/** What one can apply for in the chosen place: kept on the phone, works without a network. */
export function useServices(): UseServices {
  const { place } = usePlace();
  const { region, book, error } = useStore(store);
  const wanted = place?.region ?? null;
  useEffect(() => {
    if (wanted !== null) void openRegion(wanted);
  }, [wanted]);
  const mine = wanted !== null && wanted === region;
  const services = mine ? offered(book) : null;
  const state = wanted === null ? 'noplace' : services ? 'ready' : mine && error ? 'error' : 'loading';
  return { services, state, error: mine ? error : null, refresh };
}

export interface UseService extends Omit<UseServices, 'services'> {
  /** null with `ready`: there is none of that name here */
  readonly service: Service | null;
}

export function useService(id: string): UseService {
  const { services, ...rest } = useServices();
  const { book } = useStore(store);
  return { ...rest, service: (services && book?.services.find((one) => one.id === id)) ?? null };
}
