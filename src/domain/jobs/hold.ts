/**
 * What a posting may not demand. One that does is held back with the reason and the law, until staff look or whoever
 * posted it takes it out: import, desk and employer alike. It reads clause by clause, so that "不收押金" is no deposit.
 */
import { HOLD_RULES, type HoldKey, type HoldRule } from './hold-rules';
import type { PostingDraft, PostingWords } from './posting';

export type { HoldKey };

/** Everything that people see and somebody has typed. */
const TYPED = ['title', 'employer', 'town', 'village', 'address'] as const;
const TYPED_WORDS = [
  ...(['about', 'paid', 'hours', 'phone', 'route', 'gather', 'bus', 'destination', 'brand'] as const),
] as const;

/** What of a posting is read. */
export type Readable = Pick<PostingDraft, 'kind' | 'title' | 'skills'> &
  Partial<Pick<PostingDraft, (typeof TYPED)[number]>> & {
    readonly words: Pick<PostingWords, (typeof TYPED_WORDS)[number]>;
  };

export interface Finding {
  readonly key: HoldKey;
  /** the posting's own words, at most 30 characters */
  readonly said: string;
  readonly why: string;
  /** law and articles */
  readonly law: string;
}

const CLAUSES = /[。；;！!？?，,\n]+/;
const LONGEST = 30;

function clausesOf(posting: Readable): string[] {
  const texts = [...TYPED.map((at) => posting[at]), ...TYPED_WORDS.map((at) => posting.words[at])];
  return texts.flatMap((text) =>
    (text ?? '')
      .normalize('NFKC')
      .split(CLAUSES)
      .map((clause) => clause.replace(/\s+/g, ''))
      .filter((clause) => clause !== ''),
  );
}

function demand(rule: HoldRule, clauses: readonly string[]): string | null {
  for (const clause of clauses) {
    if (rule.unless?.test(clause)) continue;
    const left = rule.harmless ? clause.replace(rule.harmless, '') : clause;
    const match = rule.says(left);
    if (match) return clause.length <= LONGEST ? clause : match.slice(0, LONGEST);
  }
  return null;
}

/** @returns one finding a rule, in the order of the rules; empty: nothing is held back */
export function findingsOf(posting: Readable): Finding[] {
  const clauses = clausesOf(posting);
  const whole = clauses.join('，');
  return HOLD_RULES.flatMap((rule): Finding[] => {
    if (rule.lawful?.(posting, whole)) return [];
    const said = demand(rule, clauses);
    return said === null ? [] : [{ key: rule.key, said, why: rule.why, law: rule.law }];
  });
}

/** The reason that stands beside a posting held back; null: none. */
export function holdReason(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null;
  return findings.map(({ said, why, law }) => `写了“${said}”：${why}（${law}）`).join('；');
}
