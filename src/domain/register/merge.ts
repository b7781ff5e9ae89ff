/**
 * Whose word counts: the facts used for deciding, out of what the register says, what the person says and what they
 * asked to have corrected. The rule stands in docs/adr/0011-whose-word-counts.md. Unknown never becomes no.
 */
import { FACT_IDS, type FactId, type Facts, type FactValue, factSpec } from '../eligibility/facts';

/** A fact as the register gives it. */
export interface RegisterEntry {
  readonly fact: FactId;
  readonly value: FactValue;
  /** the office */
  readonly source: string;
  /** `YYYY-MM-DD`: the day of the data */
  readonly date: string;
}

/** 这不对: what the person asked the office to correct. */
export interface Dispute {
  readonly fact: FactId;
  /** null: the person only says that it is wrong */
  readonly said: FactValue | null;
  readonly since: string;
  readonly answered: boolean;
}

export interface MergedFact {
  readonly fact: FactId;
  /** the value decided by; null when nobody's counts */
  readonly value: FactValue | null;
  /** whose value that is */
  readonly by: 'register' | 'person' | null;
  readonly register: RegisterEntry | null;
  /** what the person says, where it is something else than the register */
  readonly said: FactValue | null;
  /** the correction that the office has not answered yet */
  readonly open: Dispute | null;
}

export interface Merged {
  readonly facts: Facts;
  /** every fact that somebody says anything of, in the order of the catalogue */
  readonly known: readonly MergedFact[];
}

export interface Said {
  readonly register?: readonly RegisterEntry[];
  /** the person's own answers */
  readonly own: Facts;
  readonly disputed?: readonly Dispute[];
}

/** Whether the person's own word counts: with the register, and against it. */
export const personMaySay = (fact: FactId): boolean => factSpec(fact).sources.includes('resident');

export function mergeFacts({ register = [], own, disputed = [] }: Said): Merged {
  const registered = new Map(register.map((entry) => [entry.fact, entry]));
  // of two corrections of one fact the later one is meant
  const open = new Map(disputed.filter(({ answered }) => !answered).map((one) => [one.fact, one]));
  const known = FACT_IDS.flatMap((fact): MergedFact[] => {
    const entry = registered.get(fact) ?? null;
    const dispute = open.get(fact) ?? null;
    const said = own[fact] ?? dispute?.said ?? null;
    if (entry === null && said === null && dispute === null) return [];
    return [mergeOne(fact, entry, own[fact] ?? null, said, dispute)];
  });
  const decided = known.flatMap(({ fact, value }) => (value === null ? [] : [[fact, value] as const]));
  return { facts: Object.fromEntries(decided) as Facts, known };
}

function mergeOne(
  fact: FactId,
  register: RegisterEntry | null,
  answer: FactValue | null,
  said: FactValue | null,
  open: Dispute | null,
): MergedFact {
  const other = said !== null && said !== register?.value ? said : null;
  // where the register alone may say, an answer stands in for it until it says something; a correction does not
  const counts = personMaySay(fact) ? said : register === null ? answer : null;
  if (counts !== null && counts !== register?.value)
    return { fact, value: counts, by: 'person', register, said: other, open };
  const by = register === null ? null : 'register';
  return { fact, value: register?.value ?? null, by, register, said: other, open };
}
