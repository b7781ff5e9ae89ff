import { checkFact } from '@/domain/eligibility/check-facts';
import { type FactId, type Facts, type FactValue, isFactId } from '@/domain/eligibility/facts';
import { saidBy, withAnswer } from '@/domain/eligibility/interview';
import type { Option, Question } from '@/domain/eligibility/questions';
import { isRecord, kept } from './storage';
import { createStore, useStore } from './store';
import { clearTrail } from './trail';

interface Answers {
  readonly facts: Facts;
  /** answered 不清楚: not asked again */
  readonly skipped: readonly FactId[];
  /** in the order asked */
  readonly history: readonly FactId[];
  /** false: this phone would not store the last answer; it lasts until the app is closed */
  readonly kept: boolean;
}

export interface UseAnswers extends Answers {
  /** `null` takes the answer back */
  answer(id: FactId, value: FactValue | null): void;
  /** choose an answer of a question; what it said before is taken back first */
  choose(question: Question, option: Option): void;
  /** 不清楚: nothing is known, and it is not asked again */
  skip(question: Question): void;
  wipe(): void;
}

const NONE: Answers = { facts: {}, skipped: [], history: [], kept: true };
const isIds = (value: unknown): value is FactId[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && isFactId(id));
const isAnswers = (value: unknown): value is Answers =>
  isRecord(value) && isRecord(value.facts) && isIds(value.skipped) && isIds(value.history);

// On this phone only: nothing of it is ever sent.
const keptAnswers = kept('answers', 1, isAnswers);
const store = createStore<Answers>(sound(keptAnswers.read() ?? NONE));

/** What was kept is not trusted: a value the catalogue does not know would be believed, or break a page. */
function sound(answers: Answers): Answers {
  const entries = Object.entries(answers.facts).filter(
    ([id, value]) => isFactId(id) && checkFact(id, value) === null,
  );
  const facts = Object.fromEntries(entries) as Facts;
  return { ...answers, facts, history: answers.history.filter((id) => id in facts), kept: true };
}

function save(next: Omit<Answers, 'kept'>): void {
  const { facts, skipped, history } = next;
  const kept = keptAnswers.write({ facts, skipped, history, kept: true });
  store.set({ facts, skipped, history, kept });
}

const without = (ids: readonly FactId[], id: FactId) => ids.filter((other) => other !== id);
const asked = (ids: readonly FactId[], id: FactId) => (ids.includes(id) ? ids : [...ids, id]);

function answer(id: FactId, value: FactValue | null): void {
  const { facts, skipped, history } = store.get();
  const next = { ...facts, [id]: value };
  if (value === null) delete next[id];
  save({
    facts: next,
    skipped: without(skipped, id),
    history: value === null ? without(history, id) : asked(history, id),
  });
}

function choose(question: Question, option: Option): void {
  const { facts, skipped, history } = store.get();
  const settled = saidBy(question, facts);
  save({
    facts: withAnswer(facts, question, option),
    skipped: skipped.filter((id) => !settled.includes(id)),
    history: [...history.filter((id) => !settled.includes(id)), ...(Object.keys(option.sets) as FactId[])],
  });
}

function skip(question: Question): void {
  const { facts, skipped, history } = store.get();
  const settled = saidBy(question, facts);
  save({
    facts: withAnswer(facts, question, null),
    skipped: [...skipped.filter((id) => !settled.includes(id)), ...question.facts],
    history: history.filter((id) => !settled.includes(id)),
  });
}

function wipe(): void {
  clearTrail();
  keptAnswers.remove();
  store.set(NONE);
}

/** The person's answers, shared by all pages and kept at every change. */
export const useAnswers = (): UseAnswers => ({ ...useStore(store), answer, choose, skip, wipe });
