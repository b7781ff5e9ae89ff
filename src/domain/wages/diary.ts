/** 记工本: what a worker writes down day by day. Nothing written is ever changed: a correction is a new entry. */

import { parseDay } from '../calendar/days';
import { groupedYuan } from '../money/yuan';

export const PAY_KINDS = ['month', 'day', 'hour', 'piece'] as const;
export type PayKind = (typeof PAY_KINDS)[number];

/** What was agreed; `rate` in fen a month, a day, an hour or a piece. */
export interface Pay {
  readonly pay_kind: PayKind | null;
  readonly pay_rate: number | null;
}

/** One employment. */
export interface Job extends Pay {
  /** uuid made on the phone */
  readonly id: string;
  readonly title: string;
  readonly county: string | null;
  /** a value of the question `work_kind` */
  readonly work_kind: string | null;
  readonly site_name: string;
  readonly employer_name: string;
  /** who is in charge */
  readonly boss: string;
  readonly boss_phone: string;
  readonly started_on: string | null;
  readonly ended_on: string | null;
}

/** `correction` takes back the entry it replaces; a changed entry is one of its own kind that replaces the old one. */
export const ENTRY_KINDS = ['work', 'paid', 'promise', 'note', 'correction'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A file as it was when it was added. */
export interface FileRef {
  /** uuid; the content lies in the phone's file store */
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO moment by this phone's clock */
  readonly added_at: string;
}

export interface Entry {
  /** uuid made on the phone */
  readonly id: string;
  readonly job: string;
  /** `YYYY-MM-DD`; a correction stays on the day of what it corrects */
  readonly day: string;
  readonly kind: EntryKind;
  /** half days worked: 2 is a day */
  readonly halves?: number;
  /** the whole month was worked, for who is paid by the month */
  readonly full_month?: true;
  readonly minutes?: number;
  readonly overtime_minutes?: number;
  /** hundredths of a piece, a square metre, … */
  readonly pieces?: number;
  readonly place?: string;
  readonly in_charge?: string;
  /** fen received */
  readonly paid?: number;
  /** `YYYY-MM` the money is for; else the oldest month that is owed */
  readonly paid_for?: string;
  readonly promise?: string;
  /** the day by which it was promised */
  readonly promised_day?: string;
  readonly note?: string;
  readonly files?: readonly FileRef[];
  /** ISO moment by this phone's clock */
  readonly written_at: string;
  /** id of the entry this one stands in for */
  readonly replaces?: string;
}

export const monthOf = (day: string): string => day.slice(0, 7);

/** The pay as people say it: 每天300元. */
export const PAY_WORDS: Readonly<Record<PayKind, { readonly of: string; readonly unit: string }>> = {
  month: { of: '按月', unit: '月' },
  day: { of: '按天', unit: '天' },
  hour: { of: '按小时', unit: '小时' },
  piece: { of: '按件', unit: '件' },
};

/** 3 half days → 1.5 */
export const daysText = (halves: number): string => `${halves / 2}`;
/** 450 minutes → 7.5 */
export const hoursText = (minutes: number): string => `${Math.round(minutes / 0.6) / 100}`;
export const piecesText = (hundredths: number): string => `${hundredths / 100}`;

export const payText = ({ pay_kind, pay_rate }: Pay): string =>
  pay_kind === null || pay_rate === null
    ? '工钱没写'
    : `${PAY_WORDS[pay_kind].of}，每${PAY_WORDS[pay_kind].unit}${groupedYuan(pay_rate)}元`;

/** Why an entry cannot be written as it is; null when it can. */
export function entryProblem(entry: Entry): string | null {
  if (parseDay(entry.day) === null) return '这一天日历上没有，请重选';
  const amounts = [entry.halves, entry.minutes, entry.overtime_minutes, entry.pieces, entry.paid];
  if (amounts.some((n) => n !== undefined && (!Number.isSafeInteger(n) || n < 0)))
    return '数目要是0或者更大的数，请改一下';
  if (entry.kind === 'correction') return entry.replaces ? null : '没有说要划掉哪一条';
  if (entry.kind === 'work' && !isWork(entry)) return '请写干了几天、几小时或者几件';
  if (entry.kind === 'paid' && !entry.paid) return '请写拿到多少钱';
  if (entry.kind === 'promise' && !entry.promise && !entry.promised_day)
    return '请写对方怎么说的，或者答应哪一天给';
  if (entry.kind === 'note' && !entry.note && !entry.files?.length) return '请写几个字，或者加一张照片';
  return null;
}

const isWork = ({ halves, minutes, overtime_minutes, pieces, full_month }: Entry): boolean =>
  Boolean(halves || minutes || overtime_minutes || pieces || full_month);
