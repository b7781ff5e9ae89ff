/**
 * The questions in plain words. A group asks about several facts at once ("which of these lists?"): it settles
 * one fact a tap and is asked again for the rest, so that nothing the person did not say becomes a "no".
 */
import { FACT_IDS, type FactId, type Facts } from './facts';
import { GROUPS, OTHERS } from './question-forms';
import { LINE, YES_NO, type YesNo } from './question-words';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly sets: Facts;
}

export interface Question {
  readonly id: string;
  /** facts it can settle; 不清楚 skips all of them */
  readonly facts: readonly FactId[];
  readonly title: string;
  readonly why: string;
  readonly sensitive?: true;
  /** position of the answer most people give, for the estimate of what is left; −1 = the last */
  readonly usual: number;
  readonly input:
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'date' | 'number' | 'semester' | 'home';
        readonly fact: FactId;
        readonly unit?: string;
      };
}

/** Facts nobody is asked for: they follow from others, or an office holds them. */
export const NOT_ASKED: readonly FactId[] = [
  'eliminated_on',
  'work_county',
  'stable_since',
  'transport_last_paid_on',
  'transport_paid_within_12_months',
  'can_go_out',
  'birth_date',
  'age',
];

/** Whoever opens this page is usually listed, able and willing; everything else is the exception. */
const USUALLY_YES: readonly FactId[] = [
  'fpzp',
  'continued',
  'poverty_alleviated',
  'labour_capacity',
  'employment_will',
  'household_able_willing',
  'household_has_worker',
  'resident_pension_payer',
];

const yesNo = (fact: FactId, { title, why, yes = '是', no = '不是', hint, sensitive }: YesNo): Question => ({
  id: fact,
  facts: [fact],
  title,
  why,
  usual: USUALLY_YES.includes(fact) ? 0 : -1,
  ...(sensitive ? { sensitive } : {}),
  input: {
    kind: 'choice',
    options: [
      { id: 'yes', label: yes, ...(hint ? { hint } : {}), sets: { [fact]: true } },
      { id: 'no', label: no, sets: { [fact]: false } },
    ],
  },
});

/** The question for exactly one fact, or null for a fact nobody is asked for. */
export function questionFor(fact: FactId): Question | null {
  const wording = YES_NO[fact];
  const other = OTHERS.find(({ facts }) => facts.includes(fact));
  return other ?? (wording ? yesNo(fact, wording) : null);
}

/**
 * The question to ask next for a fact: its group, as far as its other facts still matter, or the fact alone.
 * @param live facts that still matter and were not skipped
 * @param asked whether one of the group was answered before ("anything else?")
 */
export function groupFor(
  fact: FactId,
  live: ReadonlySet<FactId>,
  asked: (fact: FactId) => boolean,
): Question | null {
  const group = GROUPS.find(({ facts }) => facts.includes(fact));
  const facts = (group?.facts ?? []).filter((id) => live.has(id));
  if (!group || facts.length < 2) return questionFor(fact);
  const none: Facts = Object.fromEntries(facts.map((id) => [id, false]));
  const again = group.facts.some(asked);
  const options: Option[] = facts.map((id) => {
    const hint = YES_NO[id]?.hint;
    return { id, label: LINE[id] as string, ...(hint ? { hint } : {}), sets: { [id]: true } };
  });
  return {
    id: group.id,
    facts,
    title: again ? group.again : group.title,
    why: group.why,
    usual: !again && group.id.startsWith('lists') ? 0 : -1,
    ...(group.sensitive ? { sensitive: group.sensitive } : {}),
    input: {
      kind: 'choice',
      options: [...options, { id: 'none', label: again ? '没有别的了' : '都没有', sets: none }],
    },
  };
}

/** Every fact that a person can be asked for. */
export const ASKED: readonly FactId[] = FACT_IDS.filter((id) => !NOT_ASKED.includes(id));
