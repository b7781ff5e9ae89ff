/** My card: kept on the phone at every change, and on the server as soon as there is a signal. */
import { useEffect } from 'react';
import { type CallError, call } from '@/client/call';
import { newId } from '@/client/new-id';
import {
  canSend,
  currentOwner,
  expectHeir,
  isOf,
  type Owner,
  onForgotten,
  onInherited,
  takeHeir,
  useOwner,
} from '@/client/owner';
import { isRecord, keptMany } from '@/client/storage';
import { createStore, useStore } from '@/client/store';
import { keepTrying, whenAwake } from '@/client/waking';
import type { CardView } from '@/contract/work';
import { type Card, EMPTY_CARD, LONGEST_WORDS } from '@/domain/jobs/card';

interface OwnCard extends Owner {
  readonly id: string;
  readonly card: Card;
  /** the saving on the server it builds on; 0: never there */
  readonly rev: number;
  /** changed since the server last had it */
  readonly unsent: boolean;
}

const isCard = (value: unknown): value is OwnCard =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  'account' in value &&
  typeof value.rev === 'number' &&
  isRecord(value.card) &&
  isRecord(value.card.wishes) &&
  Array.isArray(value.card.skills);
const keptCards = keptMany('work-card', 1, isCard);

/** `blank`: nothing was done yet; `other`: another phone has changed it meanwhile; nothing is overwritten before the person has chosen. */
type Standing = 'blank' | 'saved' | 'sending' | 'waiting' | 'phone' | 'other' | 'long' | 'full';
interface State {
  readonly cards: readonly OwnCard[];
  readonly standing: Standing;
  /** of the other phone */
  readonly theirs: CardView | null;
  readonly proofs: CardView['proofs'];
}
const store = createStore<State>({ cards: keptCards.all(), standing: 'blank', theirs: null, proofs: [] });
const PAUSE_MS = 1200;
let timer: ReturnType<typeof setTimeout> | null = null;

const mine = (owner: Owner): OwnCard | undefined => store.get().cards.find((one) => isOf(one, owner));

function put(card: OwnCard): boolean {
  const others = store.get().cards.filter(({ id }) => id !== card.id);
  store.set({ ...store.get(), cards: [...others, card] });
  return keptCards.write(card.id, card);
}

function remove(id: string): void {
  keptCards.remove(id);
  store.set({ ...store.get(), cards: store.get().cards.filter((one) => one.id !== id) });
}

const stand = (standing: Standing, more: Partial<State> = {}) =>
  store.set({ ...store.get(), standing, ...more });

function write(card: Card): void {
  const now = currentOwner();
  const before = mine(now) ?? { ...now, id: newId(), rev: 0 };
  if (now.account === null) expectHeir('card');
  const kept = put({ ...before, card, unsent: true });
  stand(kept ? (canSend(now) ? 'sending' : 'phone') : 'full');
  if (timer) clearTimeout(timer);
  timer = setTimeout(() => void push(), PAUSE_MS);
}

/** One at a time, and never for somebody who is not on the screen. */
let pushing = false;
async function push(): Promise<void> {
  const own = mine(currentOwner());
  if (pushing || !own?.unsent || !canSend(own) || store.get().standing === 'other') return;
  if (own.card.words.trim().length > LONGEST_WORDS) return stand('long');
  pushing = true;
  const sent = own.card;
  try {
    const view = await call('work.save_card', { card: wire(sent), rev: own.rev }, { once: true });
    taken(own.id, sent, view);
  } catch (thrown) {
    await refused(thrown as CallError);
  }
  pushing = false;
  if (mine(currentOwner())?.unsent && store.get().standing === 'sending') void push();
}

/** What was typed while it was on its way is not there yet. */
function taken(id: string, sent: Card, { rev, proofs }: CardView): void {
  const now = store.get().cards.find((one) => one.id === id);
  if (!now) return;
  const unsent = JSON.stringify(now.card) !== JSON.stringify(sent);
  put({ ...now, rev, unsent });
  stand(unsent ? 'sending' : 'saved', { proofs });
}

async function refused(error: CallError): Promise<void> {
  if (error.name === 'PersonChanged') return;
  if (error.name === 'CardChanged') {
    const theirs = await call('work.card', {}).catch(() => null);
    return stand(theirs ? 'other' : 'waiting', { theirs });
  }
  stand('waiting');
  keepTrying();
}

/** The contract's type knows no readonly lists. */
type Wire = NonNullable<CardView['card']>;
const wire = (card: Card): Wire => ({
  ...card,
  skills: [...card.skills],
  wishes: { ...card.wishes, kinds: [...card.wishes.kinds], shifts: [...card.wishes.shifts] },
});

async function pull(): Promise<void> {
  const owner = currentOwner();
  if (!mine(owner)?.unsent) stand('blank', { theirs: null, proofs: [] });
  if (!canSend(owner)) return;
  try {
    const view = await call('work.card', {});
    const own = mine(currentOwner());
    stand(store.get().standing, { proofs: view.proofs });
    if (own?.unsent && view.card && own.rev !== view.rev) return stand('other', { theirs: view });
    if (own?.unsent) return void push();
    if (view.card) take(view);
    // thrown away on another phone
    else if (own && own.rev > 0) forget(own);
  } catch {
    // what is on the phone stays
  }
}

function take({ card, rev }: CardView): void {
  if (!card) return;
  const now = currentOwner();
  put({ ...now, id: mine(now)?.id ?? newId(), card, rev, unsent: false });
  stand('saved', { theirs: null });
}

/** @param whose the one of the other phone, or the one on the screen */
function choose(whose: 'theirs' | 'mine'): void {
  const { theirs } = store.get();
  const own = mine(currentOwner());
  if (!theirs || !own) return;
  if (whose === 'theirs') {
    // thrown away there
    if (!theirs.card) forget(own);
    take(theirs);
    return;
  }
  put({ ...own, rev: theirs.rev, unsent: true });
  stand('sending', { theirs: null });
  void push();
}

const forget = (own: OwnCard | undefined): void => {
  if (own) remove(own.id);
  stand('blank', { theirs: null });
};

/** Thrown away on the server, where it can be there, and then on the phone. @throws CallError, with nothing thrown away */
async function drop(): Promise<void> {
  if (timer) clearTimeout(timer);
  // what is on its way would bring it back
  while (pushing) await new Promise((resolve) => setTimeout(resolve, 50));
  const own = mine(currentOwner());
  if (canSend(currentOwner())) await call('work.drop_card', {}, { once: true });
  forget(own);
}

export interface UseCard {
  readonly card: Card;
  readonly proofs: CardView['proofs'];
  readonly standing: Standing;
  readonly write: (card: Card) => void;
  readonly choose: (whose: 'theirs' | 'mine') => void;
  readonly drop: () => Promise<void>;
  /** something of it is kept */
  readonly kept: boolean;
}

export function useCard(): UseCard {
  const owner = useOwner();
  const { standing, proofs } = useStore(store);
  useEffect(() => {
    void pull();
  }, [owner]);
  const own = mine(owner);
  return { card: own?.card ?? EMPTY_CARD, proofs, standing, write, choose, drop, kept: own !== undefined };
}

whenAwake({
  wake: () => void push(),
  needed: () => Boolean(mine(currentOwner())?.unsent),
});

const inherit = (account: string): void => {
  for (const one of store.get().cards) if (one.account === null) put({ ...one, account });
};
const first = takeHeir('card');
if (first !== null) inherit(first);
onInherited((account) => {
  takeHeir('card');
  inherit(account);
});
onForgotten((gone) => {
  for (const one of store.get().cards) if (gone(one)) remove(one.id);
});
