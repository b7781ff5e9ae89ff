/** What cannot be right about a posting, by whatever way it comes in: each a sentence with what to do. */

import { dayNumber, parseDay } from '../calendar/days';
import { checkIdNumber } from '../identity';
import { shortYuan } from '../money/yuan';
import type { PayUnit } from './kinds';
import { PAY_UNITS } from './kinds';
import type { Pay, PostingDraft } from './posting';

/** All that is looked at here; where it is, is looked at elsewhere. */
export type Claimed = Omit<PostingDraft, 'point' | 'exact' | 'credit_code' | 'words'> & {
  readonly words: Omit<PostingDraft['words'], 'also'>;
};

export interface PostingProblem {
  /** the field, and the part of it: `pay.from_fen` */
  readonly at: string;
  readonly message: string;
}

const FEN = 100;
/**
 * Yuan below and above which a figure is a slip of the pen (a wrong unit, a nought too many), not an offer. These are no
 * wages anybody has set.
 */
const PLAUSIBLE: Readonly<Record<PayUnit, readonly [number, number]>> = {
  month: [100, 100_000],
  day: [10, 5_000],
  hour: [3, 1_000],
  piece: [0.01, 10_000],
};
const MOST_PIECES = 100_000;
const MOST_PEOPLE = 10_000;
/** Open for longer, or begun longer ago, is a wrong year. */
const LONGEST_OPEN = 3 * 366;
const LONGEST_BEGUN = 366;

function payProblems({ from_fen, to_fen, unit, pieces_per_day }: Pay): PostingProblem[] {
  const [least, most] = PLAUSIBLE[unit];
  const problems: PostingProblem[] = [];
  const amount = (at: string, fen: number) => {
    if (fen <= 0)
      problems.push({ at, message: `写了${shortYuan(fen)}元：没有说工资的就空着，有工资的写数字，单位是元` });
    else if (fen < least * FEN)
      problems.push({
        at,
        message: `${PAY_UNITS[unit]}${shortYuan(fen)}元太少，不像是真的：看看是不是把单位写成了千元、万元，或者选错了按月、按天`,
      });
    else if (fen > most * FEN)
      problems.push({
        at,
        message: `${PAY_UNITS[unit]}${shortYuan(fen)}元太多，不像是真的：看看是不是多打了0、写成了年薪，或者选错了按月、按天`,
      });
  };
  amount('pay.from_fen', from_fen);
  if (to_fen !== null) amount('pay.to_fen', to_fen);
  if (to_fen !== null && to_fen < from_fen)
    problems.push({
      at: 'pay.to_fen',
      message: `最高${shortYuan(to_fen)}元比最低${shortYuan(from_fen)}元还少：请看是不是写反了`,
    });
  if (pieces_per_day !== null && unit !== 'piece')
    problems.push({ at: 'pay.pieces_per_day', message: '不是按件算的，就不用写一天多少件' });
  else if (pieces_per_day !== null && (pieces_per_day < 1 || pieces_per_day > MOST_PIECES))
    problems.push({ at: 'pay.pieces_per_day', message: `一天的件数要在1到${MOST_PIECES}之间，不知道就空着` });
  return problems;
}

const isDay = (text: string) => parseDay(text) !== null;

function dayProblems({ kind, starts_on, open_until }: Claimed, today: string): PostingProblem[] {
  const problems: PostingProblem[] = [];
  const now = dayNumber(today);
  if (!isDay(open_until))
    problems.push({ at: 'open_until', message: '要写一个日历上有的日子，例如2026-12-31' });
  else if (open_until < today)
    problems.push({
      at: 'open_until',
      message: `${open_until}已经过了，这个岗位已经截止：还在招就改成以后的日子，不招了就不用再发`,
    });
  else if (dayNumber(open_until) > now + LONGEST_OPEN)
    problems.push({ at: 'open_until', message: `${open_until}太远了，最多三年：看看年份是不是写错了` });
  if (starts_on === null) return problems;
  if (!isDay(starts_on))
    problems.push({ at: 'starts_on', message: '要写一个日历上有的日子，例如2026-12-01' });
  else if (kind === 'day_labour' && starts_on < today)
    problems.push({ at: 'starts_on', message: `${starts_on}已经过了：零工写哪天开工，天天都要人就空着` });
  else if (dayNumber(starts_on) < now - LONGEST_BEGUN)
    problems.push({
      at: 'starts_on',
      message: `${starts_on}是一年以前：看看年份是不是写错了，已经开工还在招的空着`,
    });
  else if (dayNumber(starts_on) > now + LONGEST_OPEN)
    problems.push({ at: 'starts_on', message: `${starts_on}太远了，最多三年：看看年份是不是写错了` });
  return problems;
}

const ID_LIKE = /(?<!\d)\d{17}[\dXx](?![\dXx])/g;
const IN_PLACES = ['title', 'employer', 'town', 'village', 'address'] as const;
const IN_TEXTS = ['about', 'paid', 'hours', 'route', 'gather', 'bus', 'destination', 'brand'] as const;

/** Somebody's number has no place in what everybody reads. */
function privateProblems(posting: Claimed, today: string): PostingProblem[] {
  const texts: [string, string | null][] = [
    ...IN_PLACES.map((at): [string, string | null] => [at, posting[at]]),
    ...IN_TEXTS.map((at): [string, string | null] => [at, posting.words[at]]),
  ];
  return texts.flatMap(([at, text]) =>
    (text?.match(ID_LIKE) ?? []).some((number) => checkIdNumber(number, today).ok)
      ? [{ at, message: '里面有一个身份证号码。岗位谁都看得到，请删掉' }]
      : [],
  );
}

/** @param today `YYYY-MM-DD`. @returns empty: it can be taken */
export function postingProblems(draft: Claimed, today: string): PostingProblem[] {
  const { kind, pay, people, phone, offered_to } = { ...draft, phone: draft.words.phone };
  const problems = [...(pay ? payProblems(pay) : []), ...dayProblems(draft, today)];
  if (people !== null && (people < 1 || people > MOST_PEOPLE))
    problems.push({ at: 'people', message: `人数要在1到${MOST_PEOPLE}之间，不知道就空着` });
  if (phone !== null && !/^\+?[\d][\d\-() 转,、/]{4,31}$/.test(phone.normalize('NFKC')))
    problems.push({ at: 'phone', message: '电话里只写数字，例如 023-12345678 或者11位手机号' });
  if (kind === 'cooperation' && offered_to === null)
    problems.push({ at: 'offered_to', message: '外出务工要写是面向哪个区县（或省、市）的人，写6位代码' });
  return [...problems, ...privateProblems(draft, today)];
}
