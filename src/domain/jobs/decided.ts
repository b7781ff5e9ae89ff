/**
 * What somebody reads of a posting and decides by. Staff vouch for all of it: changed, it is not what they have seen.
 * Only fewer people and an earlier last day can do nobody harm.
 */
import type { PostingDraft, PostingWords } from './posting';

/** A posting without its folds, as a form has it. */
export type Said = Omit<PostingDraft, 'words' | 'point' | 'exact'> & Omit<PostingWords, 'also'>;

/** The words for each, as a notice says what was changed. */
const CALLED: Readonly<Record<Exclude<keyof Said, 'people' | 'open_until'>, string>> = {
  kind: '哪一种',
  title: '招什么工',
  employer: '单位',
  credit_code: '单位',
  county: '地方',
  town: '地方',
  village: '地方',
  address: '地方',
  offered_to: '给哪里的人看',
  destination: '地方',
  route: '怎么去',
  gather: '集合',
  bus: '接送的车',
  cooperation: '劳务协作',
  brand: '劳务品牌',
  pay: '工钱',
  paid: '怎么发工钱',
  phone: '电话',
  about: '干什么活',
  skills: '要会什么',
  hours: '上下班时间',
  shift: '班次',
  starts_on: '哪天上班',
  board: '吃住',
  lodging: '吃住',
  insurance: '保险',
  contract: '签什么',
  childcare_hours: '谁能干',
  elders: '谁能干',
  light: '谁能干',
};
const KEYS = Object.keys(CALLED) as (keyof typeof CALLED)[];

/** In which order things were ticked is nothing. */
const plain = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null), (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** @returns what is not as it was, in words; empty: whoever looked at it has seen what stands there */
export function decidedAnew(before: Said, after: Said): string[] {
  const changed = KEYS.filter((key) => plain(before[key]) !== plain(after[key]));
  return [...new Set(changed.map((key) => CALLED[key]))];
}

/** Of one that people see now: also a later last day and more people are for the county to look at. */
export function looksAnew(before: Said, after: Said): string[] {
  const more =
    before.people !== after.people &&
    (before.people === null || after.people === null || after.people > before.people);
  return [
    ...decidedAnew(before, after),
    ...(more ? ['人数'] : []),
    ...(after.open_until > before.open_until ? ['招到哪天'] : []),
  ];
}
