/** Entries in words, for the page, the table and the paper. */

import { chinaClock } from '../calendar/china';
import { groupedYuan } from '../money/yuan';
import { daysText, type Entry, hoursText, piecesText } from './diary';

interface Work {
  readonly halves?: number;
  readonly minutes?: number;
  readonly overtime_minutes?: number;
  readonly pieces?: number;
  readonly full_month?: boolean;
}

/** 干了1天，加班2小时 */
export function workText({ halves, minutes, overtime_minutes, pieces, full_month }: Work): string {
  const parts = [
    full_month ? '这个月做满了' : '',
    halves ? (halves === 1 ? '干了半天' : `干了${daysText(halves)}天`) : '',
    minutes ? `干了${hoursText(minutes)}小时` : '',
    pieces ? `做了${piecesText(pieces)}件` : '',
    overtime_minutes ? `加班${hoursText(overtime_minutes)}小时` : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** What an entry says, in one line. */
export function entryText(entry: Entry): string {
  const { kind, paid, paid_for, promise, promised_day, note, files } = entry;
  const said = {
    work: workText(entry),
    paid: `拿到${groupedYuan(paid ?? 0)}元${paid_for ? `（算${monthText(paid_for)}的）` : ''}`,
    promise: `答应${promised_day ? `${promised_day}给` : '给'}${promise ? `：${promise}` : ''}`,
    note: note ?? '',
    correction: '划掉了',
  }[kind];
  const more = kind === 'note' ? '' : (note ?? '');
  const kept = files?.length ? `附${files.length}份${files.every(isSound) ? '录音' : '照片或文件'}` : '';
  return [said, more, kept].filter(Boolean).join('，');
}

export const isSound = ({ type }: { readonly type: string }): boolean => type.startsWith('audio/');

/** 2026年5月 */
export function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** An ISO moment as the clock in China shows it: 2026-05-04 18:03 */
export function momentInChina(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : chinaClock(at).slice(0, 16).replace('T', ' ');
}
