/** What a wage record says of who came: until somebody did, it is what was agreed and no more. */
import { momentInChina } from '../wages/diary-words';
import { CAME_HOW, type CameHow } from './gathering';

export interface Attendance {
  /** the hour of the work has come */
  readonly begun: boolean;
  readonly came_at: string | null;
  readonly came_how: CameHow | null;
  readonly left_at: string | null;
  readonly cancelled: boolean;
  /** null: it was not, or that was not kept */
  readonly cancelled_at: string | null;
}

const when = (at: string | null) => (at === null ? '' : `${momentInChina(at)} `);

/** 2026-11-25 07:31 签到，请人的点了名 */
export function attendanceWords(of: Attendance): string {
  const { begun, came_at, came_how, left_at, cancelled, cancelled_at } = of;
  const off = cancelled ? `${when(cancelled_at)}这个活取消了` : '';
  if (came_at !== null) {
    const how = came_how ? CAME_HOW[came_how] : '';
    return [[`${when(came_at)}签到`, how].filter(Boolean).join('，'), off].filter(Boolean).join('；');
  }
  const gone = left_at === null ? '' : `${when(left_at)}退出了`;
  const without = gone || off ? '没有签到' : begun ? '没有签到记录' : '还没有开工，没有签到';
  return [gone, off, without].filter(Boolean).join('；');
}

export const hasCome = ({ came_at }: Attendance): boolean => came_at !== null;

/** Whoever was not ticked may have worked all the same; who left or was called off before it began has not. */
export const mayHaveWorked = (of: Attendance): boolean =>
  hasCome(of) || (of.begun && of.left_at === null && !of.cancelled);

export const recordName = (of: Attendance): string => (hasCome(of) ? '工钱记录' : '工钱约定');

/** What it proves, where nobody has checked in; null: who came is written there. */
export function agreedOnly(of: Attendance): string | null {
  if (hasCome(of)) return null;
  const said = '这是约定：两边说好了工钱，不证明去干了活。';
  return mayHaveWorked(of) ? `${said}没有签到记录，也不等于没有去干。` : said;
}
