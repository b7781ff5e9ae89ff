/** The answers as the phone keeps them, with whose they are. */
import { checkFact } from '@/domain/eligibility/check-facts';
import { type FactId, type Facts, isFactId } from '@/domain/eligibility/facts';
import { isRecord, kept } from './storage';

export interface KeptAnswers {
  readonly facts: Facts;
  /** answered 不清楚: not asked again */
  readonly skipped: readonly FactId[];
  /** in the order asked */
  readonly history: readonly FactId[];
  /** the account they belong to; null: given signed out, they go with whoever signs in first */
  readonly owner: string | null;
  /** somebody else may have signed in since */
  readonly doubted: boolean;
}

export const NONE: KeptAnswers = { facts: {}, skipped: [], history: [], owner: null, doubted: false };
export const nothingIn = ({ history, skipped }: KeptAnswers): boolean =>
  history.length + skipped.length === 0;

const isIds = (value: unknown): value is FactId[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && isFactId(id));
const isAnswers = (value: unknown): value is KeptAnswers =>
  isRecord(value) && isRecord(value.facts) && isIds(value.skipped) && isIds(value.history);

// on this phone only, unless the person asks to have them kept (client/saved.ts)
const store = kept('answers', 1, isAnswers);

/** What was kept is not trusted: a value the catalogue does not know would be believed, or break a page. */
function sound({ facts, skipped, history, owner, doubted }: KeptAnswers): KeptAnswers {
  const entries = Object.entries(facts).filter(
    ([id, value]) => isFactId(id) && checkFact(id, value) === null,
  );
  const known = Object.fromEntries(entries) as Facts;
  return {
    facts: known,
    skipped,
    history: history.filter((id) => id in known),
    owner: typeof owner === 'string' ? owner : null,
    doubted: doubted === true,
  };
}

export const keptAnswers = {
  read: (): KeptAnswers => sound(store.read() ?? NONE),
  /** false when the phone would not keep them */
  write: (answers: KeptAnswers): boolean => store.write(answers),
  remove: (): void => store.remove(),
};
