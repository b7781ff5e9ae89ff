/** What somebody enrolled is told, in the transaction that changes it: told again, it is the same message. */
import { chinaClock } from '@/domain/calendar/china';
import { dayAt } from '@/domain/training';
import type { Context } from '../context';
import type { Told } from '../messages/tell-account';
import { tellThere } from '../messages/tell-there';
import type { Queries } from '../store/store';
import type { EnrolmentRow, SessionRow } from './seats';

export interface News {
  /** the same for the same news */
  readonly what: string;
  readonly text: string;
  readonly said?: string;
  /** something to do, or something that changes a plan */
  readonly urgent: boolean;
  readonly dueOn?: string;
}

/** @returns how many were told */
export const tellEnrolled = (
  context: Context,
  queries: Queries,
  session: SessionRow,
  rows: readonly EnrolmentRow[],
  newsOf: (row: EnrolmentRow) => News,
): Promise<number> =>
  tellThere(
    context,
    queries,
    rows.map((row): Told => {
      const { what, text, said, urgent, dueOn } = newsOf(row);
      return {
        accountId: row.accountId,
        source: `training ${row.id} ${what}`,
        kind: 'training',
        ref: session.id,
        urgent,
        ...(dueOn !== undefined && { dueOn }),
        content: { title: session.title, text, ...(said !== undefined && { said }) },
      };
    }),
  );

const chinaTime = (moment: Date): string => {
  const at = chinaClock(moment);
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日${at.slice(11, 16)}`;
};

/** A seat came free, and is kept until a moment. */
export const tellOffers = (
  context: Context,
  queries: Queries,
  session: SessionRow,
  rows: readonly EnrolmentRow[],
): Promise<number> =>
  tellEnrolled(context, queries, session, rows, ({ offerUntil }) => {
    const until = offerUntil ?? session.startsAt;
    return {
      what: `offer ${until.getTime()}`,
      text: `轮到您了，有一个名额给您留到${chinaTime(until)}。去的话请在这以前确认，过了就给下一位。`,
      urgent: true,
      dueOn: lastDay(until, context.today),
    };
  });

/** What ends early in the morning is to be done the evening before: told after the quiet hours it would be too late. */
function lastDay(until: Date, today: string): string {
  const day = dayAt(until.getTime() - EARLY_MS);
  return day < today ? today : day;
}
const EARLY_MS = 9 * 3_600_000;
