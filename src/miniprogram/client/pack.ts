import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import type { Pack } from '@/domain/eligibility/pack';
import { CallError, call } from './call';
import { momentText } from './clock';
import { prefetchDocuments } from './documents';
import { placeStore, retryScene, usePlace } from './place';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';

interface Copy {
  readonly pack: Pack;
  /** when the server last said it is the current one */
  readonly fetchedAt: number;
}

interface PackState {
  readonly region: string | null;
  readonly copy: Copy | null;
  readonly error: CallError | null;
  /** when it was last asked for; 0 = not yet */
  readonly askedAt: number;
}

export interface UsePack {
  readonly pack: Pack | null;
  /** `noplace`: nothing chosen yet */
  readonly state: 'loading' | 'ready' | 'error' | 'noplace';
  readonly error: CallError | null;
  /** what is shown was kept on the phone, the server could not be reached */
  readonly offline: boolean;
  readonly fetchedAt: number | null;
  readonly refresh: () => Promise<void>;
}

const isCopy = (value: unknown): value is Copy =>
  isRecord(value) &&
  typeof value.fetchedAt === 'number' &&
  isRecord(value.pack) &&
  typeof value.pack.hash === 'string';
const keptCopy = (region: string) => kept(`pack:${region}`, 1, isCopy);

const EMPTY: PackState = { region: null, copy: null, error: null, askedAt: 0 };
const FRESH_MS = 10 * 60_000;
const packStore = createStore<PackState>(EMPTY);

/** Shows the kept pack at once, then asks whether it is still the current one. */
async function openRegion(region: string): Promise<void> {
  if (packStore.get().region !== region) {
    packStore.set({ ...EMPTY, region, copy: keptCopy(region).read() });
  }
  const { askedAt, error } = packStore.get();
  if (askedAt === 0 || (!error && Date.now() - askedAt > FRESH_MS)) await refresh();
}

async function refresh(): Promise<void> {
  const { region, copy } = packStore.get();
  if (region === null) return;
  packStore.set({ ...packStore.get(), askedAt: Date.now() });
  try {
    const answer = await call('policy.pack', copy ? { region, hash: copy.pack.hash } : { region });
    const pack = 'unchanged' in answer ? copy?.pack : answer;
    if (!pack) throw new CallError('Internal');
    const next: Copy = { pack, fetchedAt: Date.now() };
    keptCopy(region).write(next);
    if (packStore.get().region === region) packStore.set({ ...packStore.get(), copy: next, error: null });
    void prefetchDocuments(pack.documents);
  } catch (thrown) {
    const error = thrown instanceof CallError ? thrown : new CallError('Internal', String(thrown));
    if (packStore.get().region === region) packStore.set({ ...packStore.get(), error });
  }
}

const unreachable = (error: CallError | null) => error?.name === 'NetworkError' || error?.name === 'Timeout';

/** The policies of the chosen place. */
export function usePack(): UsePack {
  const { place } = usePlace();
  const { region, copy, error } = useStore(packStore);
  const wanted = place?.region ?? null;
  useEffect(() => {
    if (wanted !== null) void openRegion(wanted);
  }, [wanted]);
  const mine = wanted !== null && wanted === region;
  const pack = mine ? (copy?.pack ?? null) : null;
  const state = wanted === null ? 'noplace' : pack ? 'ready' : mine && error ? 'error' : 'loading';
  return {
    pack,
    state,
    error: mine ? error : null,
    offline: pack !== null && unreachable(error),
    fetchedAt: pack ? (copy?.fetchedAt ?? null) : null,
    refresh,
  };
}

/** 离线·更新于 10:32, or null while the server can be reached. */
export function useOffline(): string | null {
  const { copy, error } = useStore(packStore);
  return copy && unreachable(error) ? `离线 · 更新于 ${momentText(copy.fetchedAt)}` : null;
}

/** Once per start: the network coming back refreshes what is shown. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange?.(({ isConnected }) => {
    if (!isConnected) {
      packStore.set({ ...packStore.get(), error: new CallError('NetworkError') });
      return;
    }
    retryScene();
    if (unreachable(packStore.get().error)) void refresh();
  });
}

/** Reads ahead before the first page asks. */
export function warmUp(): void {
  const region = placeStore.get().place?.region;
  if (region) void openRegion(region);
}
