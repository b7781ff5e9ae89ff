/** 名片: what somebody can do and looks for, in their own words. Nothing of why they are helped stands on it. */
import { yuan } from '../money/yuan';
import { POSTING_KINDS, type PostingKind, SHIFTS, type Shift, SKILLS, type Skill } from './kinds';

/** How far somebody goes to work. */
export const REACHES = {
  town: '就在本乡镇',
  county: '本区县里都行',
  province: '本省本市都行',
  away: '外省也行',
} as const;
export type Reach = keyof typeof REACHES;

/** When somebody can begin. */
export const STARTS = {
  now: '马上能上班',
  week: '一个星期以后',
  month: '一个月以后',
  slack: '农闲的时候',
} as const;
export type Start = keyof typeof STARTS;

/** Null, and an empty list: not said. */
export interface Wishes {
  readonly kinds: readonly PostingKind[];
  /** fen a month */
  readonly pay_from: number | null;
  readonly reach: Reach | null;
  readonly shifts: readonly Shift[];
  /** board and lodging paid for by the employer */
  readonly board: boolean;
  readonly lodging: boolean;
  readonly start: Start | null;
}

export interface Card {
  readonly skills: readonly Skill[];
  /** what else one can do, in one's own words */
  readonly words: string;
  readonly wishes: Wishes;
}

export const LONGEST_WORDS = 200;

export const NO_WISHES: Wishes = {
  kinds: [],
  pay_from: null,
  reach: null,
  shifts: [],
  board: false,
  lodging: false,
  start: null,
};
export const EMPTY_CARD: Card = { skills: [], words: '', wishes: NO_WISHES };

const inOrder = <K extends string>(words: Readonly<Record<K, unknown>>, chosen: readonly K[]): K[] =>
  (Object.keys(words) as K[]).filter((one) => chosen.includes(one));

/** The same card however it was tapped together. */
export const tidyCard = ({ skills, words, wishes }: Card): Card => ({
  skills: inOrder(SKILLS, skills),
  words: words.trim(),
  wishes: {
    ...wishes,
    kinds: inOrder(POSTING_KINDS, wishes.kinds),
    shifts: inOrder(SHIFTS, wishes.shifts),
  },
});

/** Nothing on it that an employer could read. */
export const isBlank = ({ skills, words }: Pick<Card, 'skills' | 'words'>): boolean =>
  skills.length === 0 && words.trim() === '';

/** 缝纫、开机器 */
export const skillsText = (skills: readonly Skill[]): string =>
  skills.map((skill) => SKILLS[skill]).join('、');

const keepWords = (board: boolean, lodging: boolean): string =>
  board && lodging ? '包吃住' : board ? '包吃' : lodging ? '包住' : '';

/** What is wished for, a line each; none where nothing was said. */
export function wishLines({ kinds, pay_from, reach, shifts, board, lodging, start }: Wishes): string[] {
  return [
    kinds.map((kind) => POSTING_KINDS[kind].title).join('、'),
    pay_from === null ? '' : `每月${yuan(pay_from)}元以上`,
    reach === null ? '' : REACHES[reach],
    shifts.map((shift) => SHIFTS[shift]).join('、'),
    keepWords(board, lodging),
    start === null ? '' : STARTS[start],
  ].filter((line) => line !== '');
}
