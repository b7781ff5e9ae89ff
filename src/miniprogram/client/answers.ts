import { type FactId, type Facts, type FactValue, isFactId } from '@/domain/eligibility/facts';
import { saidBy, withAnswer } from '@/domain/eligibility/interview';
import type { Option, Question } from '@/domain/eligibility/questions';
import { type KeptAnswers, keptAnswers, NONE, nothingIn } from './kept-answers';
import { currentSession, type NextPerson, onHeardOfMe, onPersonChange } from './session';
import { createStore, useStore } from './store';
import { clearTrail } from './trail';

interface Answers extends Omit<KeptAnswers, 'owner' | 'doubted'> {
  /** false: this phone would not store the last answer; it lasts until the app is closed */
  readonly kept: boolean;
}

export interface UseAnswers extends Answers {
  /** answered for somebody else: nothing of it is kept */
  readonly forAnother: boolean;
  /** `null` takes the answer back */
  answer(id: FactId, value: FactValue | null): void;
  /** choose an answer of a question; what it said before is taken back first */
  choose(question: Question, option: Option): void;
  /** 不清楚: nothing is known, and it is not asked again */
  skip(question: Question): void;
  wipe(): void;
}

/**
 * Whose answers these are. `kept`: the phone's, on the screen and in its memory · `another`: for whom one acts, in
 * memory only · `waiting`: somebody signed in, and until the server says who, the answers of an earlier account are
 * neither shown nor touched.
 */
type Mode = 'kept' | 'another' | 'waiting';

const first = keptAnswers.read();
const asShown = ({ facts, skipped, history }: KeptAnswers): Answers => ({
  facts,
  skipped,
  history,
  kept: true,
});
let mode: Mode = first.doubted && currentSession().signed ? 'waiting' : 'kept';
const store = createStore<Answers>(asShown(mode === 'kept' ? first : NONE));

function save({ facts, skipped, history }: Omit<Answers, 'kept'>): void {
  const { owner, doubted } = keptAnswers.read();
  const kept = mode !== 'kept' || keptAnswers.write({ facts, skipped, history, owner, doubted });
  store.set({ facts, skipped, history, kept });
}

/** Another person takes the screen: nothing of the one before stays on it. */
function giveOver({ token, acting, unknown }: NextPerson): void {
  clearTrail();
  let found = keptAnswers.read();
  if (unknown && nothingIn(found)) {
    keptAnswers.remove();
    found = NONE;
  }
  const foreign = token !== null && found.owner !== null;
  if (unknown && foreign && !found.doubted) keptAnswers.write({ ...found, doubted: true });
  mode = acting !== null ? 'another' : foreign && (unknown || found.doubted) ? 'waiting' : 'kept';
  store.set(asShown(mode === 'kept' ? found : NONE));
}
onPersonChange(giveOver);

/** The server said who it is: the answers are theirs, become theirs, or are somebody else's and go. */
onHeardOfMe(({ account, acting }) => {
  if (acting || mode === 'another') return;
  const found = keptAnswers.read();
  if (mode === 'kept' && found.owner === account && !found.doubted) return;
  const theirs = found.owner === null || found.owner === account ? found : NONE;
  // with what was answered while it was not yet known who
  const late = mode === 'kept' ? asShown(theirs) : merged(theirs, store.get());
  mode = 'kept';
  const { facts, skipped, history } = late;
  const kept = keptAnswers.write({ facts, skipped, history, owner: account, doubted: false });
  store.set({ facts, skipped, history, kept });
});

function merged(older: Omit<Answers, 'kept'>, newer: Omit<Answers, 'kept'>): Omit<Answers, 'kept'> {
  const facts = { ...older.facts, ...newer.facts };
  const skipped = [...newer.skipped, ...without(older.skipped, newer.skipped)];
  return {
    facts,
    skipped: skipped.filter((id) => facts[id] == null),
    history: [...without(older.history, newer.history), ...newer.history],
  };
}

const without = (ids: readonly FactId[], others: readonly FactId[]) =>
  ids.filter((id) => !others.includes(id));
const asked = (ids: readonly FactId[], id: FactId) => (ids.includes(id) ? ids : [...ids, id]);

function answer(id: FactId, value: FactValue | null): void {
  const { facts, skipped, history } = store.get();
  const next = { ...facts, [id]: value };
  if (value === null) delete next[id];
  save({
    facts: next,
    skipped: without(skipped, [id]),
    history: value === null ? without(history, [id]) : asked(history, id),
  });
}

function choose(question: Question, option: Option): void {
  const { facts, skipped, history } = store.get();
  const settled = saidBy(question, facts);
  save({
    facts: withAnswer(facts, question, option),
    skipped: without(skipped, settled),
    history: [...without(history, settled), ...(Object.keys(option.sets) as FactId[])],
  });
}

function skip(question: Question): void {
  const { facts, skipped, history } = store.get();
  const settled = saidBy(question, facts);
  save({
    facts: withAnswer(facts, question, null),
    skipped: [...without(skipped, settled), ...question.facts],
    history: without(history, settled),
  });
}

function wipe(): void {
  clearTrail();
  const { owner } = keptAnswers.read();
  if (mode === 'kept' && owner === null) keptAnswers.remove();
  else if (mode === 'kept') keptAnswers.write({ ...NONE, owner });
  store.set(asShown(NONE));
}

/** Answers kept on the server come back; what was answered here since is newer and stays. */
export function bringBack(facts: Facts): void {
  const here = store.get();
  const history = (Object.keys(facts) as FactId[]).filter(isFactId);
  if (history.some((id) => here.facts[id] == null)) save(merged({ facts, skipped: [], history }, here));
}

export const currentAnswers = (): Answers => store.get();
/** Called at every change. */
export const watchAnswers = store.subscribe;
/** Deletes what is on the screen, and what the phone keeps of it. */
export const wipeAnswers = wipe;

/** The person's answers, shared by all pages and kept at every change. */
export const useAnswers = (): UseAnswers => ({
  ...useStore(store),
  forAnother: mode === 'another',
  answer,
  choose,
  skip,
  wipe,
});
