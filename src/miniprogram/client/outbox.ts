import type { InputOf, Path } from '@/contract/api';
import type { CallError } from './call';
import { createStore, useStore } from './store';

export type OutboxKind = 'file' | 'act' | 'report' | 'visit';

/** What left the person's hands but perhaps not yet the phone. */
export interface OutboxItem {
  readonly id: string;
  readonly kind: OutboxKind;
  readonly title: string;
  readonly state: 'waiting' | 'sending' | 'delivered' | 'refused';
  /** when it was sent off, ms */
  readonly at: number;
  /** why it still waits, or was refused */
  readonly error: CallError | null;
  readonly path: Path;
  /** as it was sent: a refused one is opened again as a form */
  readonly input: unknown;
  /** what the server answered; null before */
  readonly result: unknown;
  /** false: this phone would not store it; it lasts until the app is closed */
  readonly kept: boolean;
}

export interface Sending<P extends Path> {
  /** made by the phone: the id of the case, the event, the visit */
  readonly id: string;
  readonly kind: OutboxKind;
  readonly path: P;
  readonly input: InputOf<P>;
  /** how it is called in the list: 外出务工交通补助 */
  readonly title: string;
}

const store = createStore<readonly OutboxItem[]>([]);

/** Tries at once. Without a signal it stays, `waiting`, and goes by itself later. Never rejects. */
export async function send<P extends Path>(sending: Sending<P>): Promise<OutboxItem> {
  const item = { ...sending, at: Date.now(), error: null, result: null, kept: true };
  const waiting: OutboxItem = { ...item, state: 'waiting' };
  store.set([...store.get().filter(({ id }) => id !== sending.id), waiting]);
  return waiting;
}

/** Of the person on the screen, in the order they were sent off. */
export const useOutbox = (): readonly OutboxItem[] => useStore(store);

/** Tries everything that waits, now. */
export function retryAll(): void {}

/** Takes a delivered or refused one off the list. One that waits stays. */
export function forget(id: string): void {
  store.set(store.get().filter((one) => one.id !== id || one.state === 'waiting' || one.state === 'sending'));
}
