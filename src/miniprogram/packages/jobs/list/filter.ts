/** What somebody looks for. */
import type { PostingFilter } from '@/contract/jobs';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { POSTING_KINDS, type PostingKind, type Shift, type Skill } from '@/domain/jobs';

export type Scope = 'near' | 'away';
export type Sort = 'near' | 'pay' | 'new' | 'fit';
export const SORTS: readonly Sort[] = ['near', 'pay', 'new', 'fit'];
export const STARTS = ['any', 'now', 'week', 'month'] as const;
/** yuan a month */
export const PAY_STEPS = [2000, 3000, 4000, 5000, 6000, 8000] as const;
/** metres; 0: as far as it takes, the server begins near */
export const WITHINS = [0, 3000, 10_000, 30_000, 60_000, 100_000] as const;
const WITHIN = 0;

/** Conditions that are on or off. */
export const SWITCHES = ['board', 'lodging', 'childcare', 'elders', 'light'] as const;
export type Switch = (typeof SWITCHES)[number];

export interface Looking extends Readonly<Record<Switch, boolean>> {
  readonly kinds: readonly PostingKind[];
  /** yuan a month; 0: whatever */
  readonly pay: number;
  /** metres; 0: as far as it takes */
  readonly within: number;
  readonly shifts: readonly Shift[];
  readonly skills: readonly Skill[];
  readonly start: (typeof STARTS)[number];
  readonly sort: Sort;
  /** of the switches also those that do not say */
  readonly unsaid?: boolean;
}

export const EVERYTHING: Looking = {
  board: false,
  lodging: false,
  childcare: false,
  elders: false,
  light: false,
  kinds: [],
  pay: 0,
  within: WITHIN,
  shifts: [],
  skills: [],
  start: 'any',
  sort: 'near',
};

const isKind = (text: string): text is PostingKind => text in POSTING_KINDS;
/** `workshop,enterprise` of an address */
export const kindsOf = (text: string | undefined): readonly PostingKind[] =>
  (text ?? '').split(',').filter(isKind);

/** Adds it, or takes it out. */
export const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** How many conditions hide behind the button. */
export const hidden = ({ kinds, pay, within, lodging, elders, shifts, skills, start }: Looking): number =>
  kinds.length +
  shifts.length +
  skills.length +
  [pay > 0, within !== WITHIN, lodging, elders, start !== 'any'].filter(Boolean).length;

/** Nothing was left out but by distance. */
export const isEverything = (looking: Looking): boolean =>
  hidden({ ...looking, within: WITHIN }) === 0 && SWITCHES.every((name) => !looking[name]);

/** Work elsewhere has no distance. */
export const sortIn = (scope: Scope, sort: Sort): Sort =>
  scope === 'away' && sort === 'near' ? 'new' : sort;

const DAYS = { now: 0, week: 7, month: 31 } as const;

/** As the server is asked. */
export function filterOf(looking: Looking, scope: Scope, today: string): PostingFilter {
  const { kinds, pay, within, board, lodging, shifts, childcare, elders, light, skills, start } = looking;
  const unsaid = looking.unsaid === true && SWITCHES.some((name) => looking[name]);
  return {
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(pay > 0 && { pay_from: pay * 100 }),
    ...(scope === 'near' && within > 0 && { within }),
    ...(board && { board }),
    ...(lodging && { lodging }),
    ...(shifts.length > 0 && { shifts: [...shifts] }),
    ...(childcare && { childcare_hours: true }),
    ...(elders && { elders }),
    ...(light && { light }),
    ...(skills.length > 0 && { skills: [...skills] }),
    ...(unsaid && { or_unsaid: true }),
    ...(start !== 'any' && { starts_by: isoOf(dayNumber(today) + DAYS[start]) }),
  };
}
