/** Postings somebody saved: whole, with the day, on this phone alone, so that they are there without a network. */
import type { PostingView } from '@/contract/jobs';
import { placeless } from './look-from';
import {
  currentOwner,
  expectHeir,
  isOf,
  type Owner,
  onForgotten,
  onInherited,
  takeHeir,
  useOwner,
} from './owner';
import { isRecord, keptMany } from './storage';
import { createStore, useStore } from './store';

export interface Saved extends Owner {
  /** ms: when it was looked at last */
  readonly at: number;
  readonly posting: PostingView;
  /** why it has ended, as the server said last */
  readonly over?: string | undefined;
}

const isSaved = (value: unknown): value is Saved =>
  isRecord(value) &&
  typeof value.at === 'number' &&
  isRecord(value.posting) &&
  typeof value.posting.id === 'string' &&
  Array.isArray(value.posting.reasons);
const keptSaved = keptMany('job', 1, isSaved);
const store = createStore<readonly Saved[]>(keptSaved.all());

// two people of one phone may have saved the same posting
const keyOf = ({ account, acting, posting }: Saved): string => [posting.id, account, acting].join('.');
const sameAs = (one: Saved) => (other: Saved) => keyOf(one) === keyOf(other);

keptSaved.onOtherTab(() => store.set(keptSaved.all()));

/** @returns false when the phone would not keep it */
export function savePosting(posting: PostingView): boolean {
  // what is like it is no part of it, and it goes out of date first
  return put({ ...currentOwner(), at: Date.now(), posting: { ...placeless(posting), alike: [] } });
}

/** What is known of its end stays known without a network. */
export function noteOver(id: string, over: string | undefined): void {
  const owner = currentOwner();
  for (const one of store.get())
    if (isOf(one, owner) && one.posting.id === id && one.over !== over) put({ ...one, over });
}

function put(saved: Saved): boolean {
  if (!keptSaved.write(keyOf(saved), saved)) return false;
  if (saved.account === null) expectHeir('jobs');
  store.set([...store.get().filter((one) => !sameAs(saved)(one)), saved]);
  return true;
}

function remove(saved: Saved): void {
  keptSaved.remove(keyOf(saved));
  store.set(store.get().filter((one) => !sameAs(saved)(one)));
}

export function unsavePosting(id: string): void {
  const owner = currentOwner();
  for (const one of store.get()) if (isOf(one, owner) && one.posting.id === id) remove(one);
}

/** Of whoever is on the screen, the newest first. */
export function useSavedPostings(): readonly Saved[] {
  const owner = useOwner();
  return [...useStore(store)].filter((one) => isOf(one, owner)).sort((a, b) => b.at - a.at);
}

const inherit = (account: string): void => {
  for (const one of store.get()) if (one.account === null && put({ ...one, account })) remove(one);
};
const first = takeHeir('jobs');
if (first !== null) inherit(first);
onInherited((account) => {
  takeHeir('jobs');
  inherit(account);
});

onForgotten((gone) => {
  for (const one of store.get()) if (gone(one)) remove(one);
});
