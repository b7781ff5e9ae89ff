/** The person's own answers kept on the server, so that another phone has them too. Only when they agreed to that. */
import { CONSENTS } from '@/domain/privacy/consents';
import { bringBack, currentAnswers, watchAnswers } from './answers';
import { call } from './call';
import { currentSession, onHeardOfMe, personalStore } from './session';
import { useStore } from './store';

interface Saved {
  /** null: not asked yet, or nobody's */
  readonly on: boolean | null;
  /** the last change did not reach the server yet */
  readonly late: boolean;
}

const store = personalStore<Saved>({ on: null, late: false });
let asking = '';
let timer: ReturnType<typeof setTimeout> | null = null;
let sent = '';
const PAUSE_MS = 1200;

async function push(): Promise<void> {
  const { facts } = currentAnswers();
  const text = JSON.stringify(facts);
  if (text === sent) return;
  try {
    await call('facts.save', { facts });
    sent = text;
    store.set({ on: true, late: false });
  } catch {
    // the answers stay on the phone; they go with the next change, or when the app is opened again
    if (store.get().on) store.set({ on: true, late: true });
  }
}

watchAnswers(() => {
  if (timer) clearTimeout(timer);
  // asked again when the time is up: the person may have changed meanwhile
  timer = setTimeout(() => {
    if (store.get().on && !currentSession().signed?.acting) void push();
  }, PAUSE_MS);
});

/** Once a person: on a new phone the answers come back. */
onHeardOfMe(({ account, acting }) => {
  if (acting || (asking === account && store.get().on !== null)) return;
  asking = account;
  sent = '';
  // after whoever else hears of it: the answers on this phone must be theirs first
  setTimeout(() => void pull(), 0);
});

async function pull(): Promise<void> {
  try {
    const { facts, saved_at } = await call('facts.saved', {});
    store.set({ on: saved_at !== null, late: false });
    if (saved_at === null) return;
    sent = JSON.stringify(facts);
    bringBack(facts);
    await push();
  } catch {
    // not known now; asked again when the app is opened again
    asking = '';
  }
}

export const useSaved = (): Saved => useStore(store);

/** Agrees in the words shown, and keeps what there is. @throws CallError */
export async function saveAnswers(): Promise<void> {
  await call(
    'consent.give',
    { kind: 'saved_answers', version: CONSENTS.saved_answers.version },
    { once: true },
  );
  await call('facts.save', { facts: currentAnswers().facts });
  sent = JSON.stringify(currentAnswers().facts);
  store.set({ on: true, late: false });
}

/** Takes the consent back: the server deletes what it has, the phone keeps its own. @throws CallError */
export async function stopSaving(): Promise<void> {
  await call('consent.withdraw', { kind: 'saved_answers' }, { once: true });
  store.set({ on: false, late: false });
}
