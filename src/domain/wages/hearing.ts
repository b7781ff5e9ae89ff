/** Is a day possible for a hearing: notice five working days before it (规则 38), a request to postpone three. */
import type { WorkCalendar } from '../calendar/work-days';
import { deadlineOf } from './deadline';
import type { DeadlineRow } from './law';

type Row = Pick<DeadlineRow, 'period'>;

export type HearingProblem =
  /** can be written down with a reason */
  | { readonly kind: 'confirm'; readonly message: string }
  | { readonly kind: 'refuse'; readonly path: 'on' | 'asked_on'; readonly message: string };

export interface HearingAsk {
  /** day of the hearing */
  readonly on: string;
  readonly today: string;
  readonly calendar: WorkCalendar;
  /** rows `w-arb-notice` and `w-arb-postpone` */
  readonly notice: Row | undefined;
  readonly postpone: Row | undefined;
  /** a hearing that is held instead of this one */
  readonly before?: string | undefined;
  /** the day a party asked for it; today where that is not said */
  readonly asked_on?: string | undefined;
  /** why it is to be this day all the same */
  readonly confirmed?: string | undefined;
}

export function hearingProblem(ask: HearingAsk): HearingProblem | null {
  const { on, today, calendar, before, notice } = ask;
  const late = before === undefined ? null : tooLate(ask, before);
  if (late) return late;
  // one that was held is written down as it was
  if (on <= today || ask.confirmed !== undefined || !notice) return null;
  const found = deadlineOf(notice, on, calendar);
  if (!found.ok)
    return {
      kind: 'confirm',
      message:
        found.error.name === 'CalendarMissing'
          ? `${found.error.year}年的放假安排还没有公布，算不出最晚哪天通知。要定这一天，请写明理由`
          : '算不出最晚哪天通知。要定这一天，请写明理由',
    };
  const last = found.statutory ?? found.advised;
  return today <= last
    ? null
    : {
        kind: 'confirm',
        message: `开庭要提前5个工作日书面通知，最晚是${last}，已经过了。要定这一天，请写明理由`,
      };
}

function tooLate(
  { calendar, postpone, today, asked_on = today }: HearingAsk,
  before: string,
): HearingProblem | null {
  if (!postpone) return null;
  const found = deadlineOf(postpone, before, calendar);
  if (!found.ok) return null;
  const last = found.statutory ?? found.advised;
  return asked_on <= last
    ? null
    : {
        kind: 'refuse',
        path: 'asked_on',
        message: `延期要在开庭3个工作日以前提出，原来${before}开庭，最晚${last}提出；提出的日子晚于这一天，不能延期`,
      };
}
