/** What a posting said on the day somebody applied: changed afterwards, it is still what they came for. */
import { shortYuan } from '../money/yuan';
import {
  CONTRACTS,
  COOPERATIONS,
  INSURANCES,
  KEEPS,
  PAY_UNITS,
  POSTING_KINDS,
  SHIFTS,
  SKILLS,
} from './kinds';
import type { Pay, PostingDraft } from './posting';

const KEPT = ['kind', 'title', 'employer', 'county', 'town', 'village', 'address'] as const;
const KEPT_MORE = ['offered_to', 'pay', 'shift', 'board', 'lodging', 'starts_on'] as const;
const KEPT_WORDS = ['about', 'paid', 'hours', 'insurance', 'contract', 'destination'] as const;

/** Without what is not asked about when it comes to the wage. */
export type Promised = Pick<PostingDraft, (typeof KEPT)[number] | (typeof KEPT_MORE)[number]> & {
  readonly words: Pick<PostingDraft['words'], (typeof KEPT_WORDS)[number]>;
};

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

export const promisedIn = (draft: PostingDraft): Promised => ({
  ...pick(draft, KEPT),
  ...pick(draft, KEPT_MORE),
  words: pick(draft.words, KEPT_WORDS),
});

/** A posting or what was kept of it, as a line a thing. */
type Readable = Omit<Promised, 'words'> &
  Partial<Omit<PostingDraft, 'words'>> & { readonly words: Partial<PostingDraft['words']> };

export interface SaidLine {
  readonly what: string;
  /** null: it does not say */
  readonly text: string | null;
}

/** 每月4500到6000元 */
export function payWords({ from_fen, to_fen, unit, pieces_per_day }: Pay): string {
  const to = to_fen !== null && to_fen !== from_fen ? `到${shortYuan(to_fen)}` : '';
  const pieces = pieces_per_day === null ? '' : `，一天大约${pieces_per_day}件`;
  return `${PAY_UNITS[unit]}${shortYuan(from_fen)}${to}元${pieces}`;
}

const yesNo = (value: boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : value ? '是' : '否';
const many = (words: readonly string[] | undefined): string | null => words?.join('、') || null;

/** @param county name of a six-digit code */
export function linesOf(of: Readable, county: (code: string) => string): readonly SaidLine[] {
  const { pay, shift, words } = of;
  const place = [county(of.county), of.town, of.village, of.address].filter(Boolean).join(' ');
  const keep = { board: of.board && KEEPS[of.board], lodging: of.lodging && KEEPS[of.lodging] };
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['招什么工', of.title],
    ['哪一种', POSTING_KINDS[of.kind].title],
    ['单位', of.employer],
    ['地方', place],
    ['去哪里', words.destination],
    ['给哪里的人看', of.offered_to && county(of.offered_to)],
    ['工钱', pay && payWords(pay)],
    ['怎么发工钱', words.paid],
    ['上下班时间', words.hours],
    ['班次', shift && SHIFTS[shift]],
    ['吃', keep.board],
    ['住', keep.lodging],
    ['保险', many(words.insurance?.map((one) => INSURANCES[one]))],
    ['签什么', words.contract && CONTRACTS[words.contract]],
    ['干什么活', words.about],
    ['哪天上班', of.starts_on],
    ['要几个人', of.people?.toString()],
    ['要会什么', many(of.skills?.map((one) => SKILLS[one]))],
    ['接送孩子', yesNo(of.childcare_hours)],
    ['年纪大的可以', yesNo(of.elders)],
    ['弱劳力、半劳力可以', yesNo(of.light)],
    ['招到哪天', of.open_until],
    ['统一社会信用代码', of.credit_code],
    ['电话', words.phone],
    ['怎么去', words.route],
    ['集合', words.gather],
    ['接送的车', words.bus],
    ['劳务协作', words.cooperation && COOPERATIONS[words.cooperation]],
  ];
  return said.map(([what, text]) => ({ what, text: text || null }));
}

export interface Difference {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What reads otherwise than it did, in the order of the posting. */
export function differences(
  before: PostingDraft,
  after: PostingDraft,
  county: (code: string) => string,
): readonly Difference[] {
  const { lat, lng } = before.point;
  const moved = lat !== after.point.lat || lng !== after.point.lng;
  const at = (of: PostingDraft) => `${of.point.lat}, ${of.point.lng}`;
  return [
    ...readsOtherwise(linesOf(before, county), linesOf(after, county)),
    ...(moved ? [{ what: '地图上的位置', before: at(before), after: at(after) }] : []),
  ];
}

/** What was promised, and what of it stands there otherwise now. */
export const brokenIn = (
  promised: Promised,
  now: PostingDraft,
  county: (code: string) => string,
): readonly Difference[] => readsOtherwise(linesOf(promised, county), linesOf(promisedIn(now), county));

const readsOtherwise = (before: readonly SaidLine[], after: readonly SaidLine[]): readonly Difference[] =>
  before
    .map(({ what, text }, at) => ({ what, before: text, after: after[at]?.text ?? null }))
    .filter((one) => one.before !== one.after);

/** For a complaint about the wage, in the words of whoever came for it. @param on the day they applied */
export const promisedStory = (promised: Promised, on: string, county: (code: string) => string): string =>
  `${on}应聘时，招工上写的：${linesOf(promised, county)
    .filter(({ what, text }) => text !== null && !UNASKED.includes(what))
    .map(({ what, text }) => `${what}：${text}`)
    .join('；')}。`;

/** asked for elsewhere */
const UNASKED: readonly string[] = ['哪一种', '单位', '给哪里的人看', '干什么活'];
