/** 我上班了 · 我不干了: which facts that says, and by when it can be taken back. */
import { addMonths, dayNumber, isoOf } from '../calendar/days';
import type { FactId, Facts, FactValue } from '../eligibility';
import type { PostingKind } from './kinds';

/** How one works, as the register calls it. */
export const FORMS = {
  unit: '在单位、工厂上班',
  flexible: '打零工、灵活就业',
  workshop: '在帮扶车间',
  public_post: '在公益性岗位',
  self: '自己当老板',
} as const;
export type Form = keyof typeof FORMS;

export const WHERE = {
  same_county: '本区县',
  other_county_same_province: '本省本市的别的区县',
  other_province: '外省',
} as const;
export type Where = keyof typeof WHERE;

/** What a kind of posting plainly is; for the others the person is asked. */
export const FORM_OF: Partial<Readonly<Record<PostingKind, Form>>> = {
  enterprise: 'unit',
  workshop: 'workshop',
  public_post: 'public_post',
  day_labour: 'flexible',
  work_relief: 'flexible',
};

export interface Begun {
  readonly form: Form;
  readonly where: Where;
  /** first day at work, `YYYY-MM-DD` */
  readonly on: string;
}

/** Null takes an answer back. */
export type Said = { readonly [K in keyof Facts]: Facts[K] | null };

/** Every fact that going to work or leaving it touches. */
export const WORK_FACTS = [
  'employed',
  'employment_form',
  'household_has_worker',
  'work_region',
  'work_county',
  'stable_since',
] as const;

/**
 * @param before what was known: whoever worked in another province already and changed the employer goes on counting
 * from the first day there (reading A4 of the transport subsidy: 换单位不重新算)
 */
export function saidByStart({ form, where, on }: Begun, before: Facts): Said {
  const away = where === 'other_province';
  const since = before.stable_since;
  const goesOn =
    away &&
    before.employed === true &&
    before.work_region === 'other_province' &&
    typeof since === 'string' &&
    since <= on;
  return {
    employed: true,
    employment_form: form,
    household_has_worker: true,
    work_region: where,
    // a county said earlier would speak for another place
    work_county: null,
    stable_since: away ? (goesOn ? since : on) : null,
  };
}

/** Once it can no longer be undone it is looked for the first time, wherever the work is. */
export const firstLook = (today: string): string => isoOf(dayNumber(today) + 1);

/**
 * The next day on which it is looked, wherever the work is: the day alone tells nobody where.
 * @param months those that any region's document names
 */
export function nextLook(
  begun: Begun,
  before: Facts,
  months: readonly number[],
  today: string,
): string | null {
  const since = dayNumber(sinceOf(begun, before));
  const days = months.map((one) => addMonths(since, one)).filter((day) => day > dayNumber(today));
  return days.length === 0 ? null : isoOf(Math.min(...days));
}

/** Since when it counts: what is told after so many months is told on that day or later. */
export function sinceOf(begun: Begun, before: Facts): string {
  const { stable_since } = saidByStart(begun, before);
  return typeof stable_since === 'string' ? stable_since : begun.on;
}

export const isDue = (since: string, months: number, today: string): boolean =>
  addMonths(dayNumber(since), months) <= dayNumber(today);

/** Whether anybody else of the household works is not said with it. */
export const saidByLeaving = (): Said => ({
  employed: false,
  employment_form: 'none',
  household_has_worker: null,
  work_region: null,
  work_county: null,
  stable_since: null,
});

interface Asked {
  readonly fact: FactId;
  readonly said: FactValue | null;
  readonly answered: boolean;
}
/** Facts of work that the register may hold. */
const DISPUTED: readonly FactId[] = ['employed', 'employment_form', 'stable_since'];

type Registered = readonly { readonly fact: FactId; readonly value: FactValue }[];

/** A register that has somebody away for longer speaks for them: another employer begins no new time. */
export function asLongAs(said: Said, register: Registered): Said {
  const registered = (fact: FactId) => register.find((one) => one.fact === fact)?.value;
  const since = registered('stable_since');
  const longer =
    typeof since === 'string' &&
    typeof said.stable_since === 'string' &&
    since <= said.stable_since &&
    registered('work_region') !== 'same_county' &&
    registered('employed') !== false;
  return longer ? { ...said, stable_since: null } : said;
}

/** What the register says otherwise, to be corrected. Taking an answer back says nothing against the register. */
export const wrongIn = (
  said: Said,
  register: Registered,
  asked: readonly Asked[],
): { fact: FactId; said: FactValue }[] =>
  DISPUTED.flatMap((fact) => {
    const own = said[fact] ?? null;
    const registered = register.find((one) => one.fact === fact)?.value;
    const again = asked.some((one) => one.fact === fact && !one.answered && one.said === own);
    return own === null || registered === undefined || registered === own || again
      ? []
      : [{ fact, said: own }];
  });

/** What stood before, to be put back. */
export const keptBefore = (before: Facts): Said =>
  Object.fromEntries(WORK_FACTS.map((fact) => [fact, before[fact] ?? null])) as Said;

export const UNDO_MS = 24 * 3_600_000;
/** @param at when it was said, ms */
export const mayUndo = (at: number, now: number): boolean => now - at < UNDO_MS;

/** What a job that was left unpaid answers of the questions on unpaid wages. */
export function unpaidAnswers(spell: {
  readonly employer: string;
  readonly started_on: string;
  readonly ended_on: string | null;
  /** what the posting said of the wage when it was applied for */
  readonly promised?: {
    readonly unit: string | null;
    readonly fen: number | null;
    readonly story: string;
  } | null;
}): Readonly<Record<string, string | number | boolean>> {
  const { employer, started_on, ended_on, promised } = spell;
  return {
    employer_name: employer,
    started_on,
    ...(ended_on !== null && { still_working: false, left_on: ended_on }),
    ...(promised?.unit && { pay_kind: promised.unit }),
    ...(promised?.fen && { pay_rate: promised.fen }),
    ...(promised && { story: promised.story }),
  };
}
