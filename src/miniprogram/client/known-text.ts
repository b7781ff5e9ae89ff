/** A known fact in words: what counts, who says so and when, and what else was said. */
import { FACTS, type FactId, type FactValue, factSpec, type Region } from '@/domain/eligibility';
import type { MergedFact } from '@/domain/register/merge';
import { dateText } from '@/ui/date-text';
import { factText } from './fact-text';

export interface KnownText {
  readonly title: string;
  /** null: nobody's value counts yet */
  readonly value: string | null;
  /** 农业农村部门 2026-10-31, or 您自己说的 */
  readonly source: string;
  /** the value that does not count, with whose it is */
  readonly other: string | null;
  /** 已请更正 */
  readonly open: string | null;
}

/** @param county names a county that is not of this region (client/county.ts) */
export function knownText(known: MergedFact, region?: Region, county?: (code: string) => string): KnownText {
  const { fact, value, by, register, said, open } = known;
  const words = (one: FactValue) => {
    const text = factText(fact, one, region);
    return text === one && county && factSpec(fact).type === 'county' ? county(text) : text;
  };
  const registered = register && `${register.source} ${register.date}`;
  const other =
    by === 'person' && register && register.value !== value
      ? `台账写的是：${words(register.value)}（${registered}）`
      : by !== 'person' && said !== null
        ? `您说的是：${words(said)}`
        : null;
  return {
    title: FACTS[fact].label,
    value: value === null ? null : words(value),
    source: by === 'person' ? '您自己说的' : (registered ?? '台账没有写'),
    other,
    open: open && `已请更正 · ${dateText(open.since)}`,
  };
}

const COMES_FROM: Partial<Record<FactId, readonly FactId[]>> = {
  stable_months: ['stable_since'],
  transport_paid_this_year: ['transport_last_paid_on'],
  transport_paid_within_12_months: ['transport_last_paid_on'],
  elimination_semester: ['eliminated_on'],
  work_region: ['home_county', 'work_county'],
  age: ['birth_date'],
};

/** The facts that somebody says, behind those that conditions ask for: a month count rests on a day. */
export function knownBehind(facts: readonly FactId[], known: readonly MergedFact[]): readonly MergedFact[] {
  const wanted = new Set(facts.flatMap((fact) => [fact, ...(COMES_FROM[fact] ?? [])]));
  return known.filter(({ fact }) => wanted.has(fact));
}

/** 农业农村部门 2026-10-31, once for all facts a condition rests on; undefined when none is of the register. */
export function sourceOf(facts: readonly FactId[], known: readonly MergedFact[]): string | undefined {
  const sources = knownBehind(facts, known).flatMap(({ by, register, value }) =>
    register === null || value === null
      ? []
      : [by === 'person' ? '按您自己说的' : `${register.source} ${register.date}`],
  );
  return sources.length > 0 ? [...new Set(sources)].join('；') : undefined;
}

/** The values a person can choose from when they say what is right; none where it is typed or told in words. */
export function choicesOf(fact: FactId, region?: Region): readonly { value: FactValue; label: string }[] {
  const { type, values = [] } = factSpec(fact);
  const all = type === 'bool' ? [true, false] : type === 'enum' ? values : [];
  return all.map((value) => ({ value, label: factText(fact, value, region) }));
}
