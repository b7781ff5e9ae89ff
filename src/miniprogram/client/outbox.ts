/** What the person sends off: it goes at once, or waits on the phone for a signal. */
import { useMemo } from 'react';
import type { InputOf, Path } from '@/contract/api';
import { attempt, isDue, sendAll } from './outbox-send';
import {
  itemOf,
  nextSeq,
  type OutboxItem,
  type OutboxKind,
  outbox,
  putItem,
  removeItem,
} from './outbox-store';
import { currentOwner, isOf, useOwner } from './owner';
import { useStore } from './store';

export type { OutboxItem, OutboxKind } from './outbox-store';

export interface Sending<P extends Path> {
  /** made by the phone: of the case, the event, the visit. Sent off again under the same id, it replaces what waits */
  readonly id: string;
  readonly kind: OutboxKind;
  readonly path: P;
  readonly input: InputOf<P>;
  /** how it is called in the list: 外出务工交通补助 */
  readonly title: string;
}

/** So long a page waits for the answer; what comes later is in the list. */
const PATIENCE_MS = 10_000;

/** Tries at once. Without a signal it stays, `waiting`, and goes by itself later. Never rejects. */
export async function send<P extends Path>(sending: Sending<P>): Promise<OutboxItem> {
  const { id, kind, path, input, title } = sending;
  const known = itemOf(id);
  if (known?.state !== 'delivered' && known?.state !== 'sending') {
    const fresh = { state: 'waiting', at: Date.now(), error: null, result: null, kept: true } as const;
    const seq = known?.seq ?? nextSeq();
    putItem({
      id,
      kind,
      path,
      input,
      title,
      ...fresh,
      ...currentOwner(),
      seq,
      notBefore: 0,
      filesAgain: false,
    });
  }
  void attempt(id);
  return answered(id);
}

/** Resolves with the item as it is when it was answered, when it waits for better times, or when patience ends. */
function answered(id: string): Promise<OutboxItem> {
  return new Promise((resolve) => {
    let last = itemOf(id);
    const look = () => {
      const item = itemOf(id);
      last = item ?? last;
      const open = item?.state === 'sending' || (item?.state === 'waiting' && !item.error && isDue(item));
      if (!open) end();
    };
    const unsubscribe = outbox.subscribe(look);
    const timer = setTimeout(() => end(), PATIENCE_MS);
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      if (last) resolve(last);
    };
    look();
  });
}

/** Of the person on the screen, in the order they were sent off. */
export function useOutbox(): readonly OutboxItem[] {
  const owner = useOwner();
  const all = useStore(outbox);
  return useMemo(() => all.filter((one) => isOf(one, owner)), [all, owner]);
}

/** Tries everything that waits, now. */
export function retryAll(): void {
  void sendAll();
}

/** Takes a delivered or refused one off the list. One that waits stays. */
export function forget(id: string): void {
  const state = itemOf(id)?.state;
  if (state === 'delivered' || state === 'refused') removeItem(id);
}
