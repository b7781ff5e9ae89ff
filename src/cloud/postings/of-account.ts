/** What of postings belongs to an account: to take away, and to be forgotten. */

import { desc, eq } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { REPORT_REASONS } from '@/domain/jobs/reports';
import { type Context, servicesOf } from '../context';
import { posting, postingEvent, postingReport } from '../store/schema';
import type { Queries } from '../store/store';

const OUTCOMES = { true: '核实属实', untrue: '核实不属实' } as const;

/** In words, for the export. */
export async function doubtsTold(context: Context, accountId: string): Promise<Record<string, unknown>[]> {
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select({ row: postingReport, title: posting.title })
    .from(postingReport)
    .leftJoin(posting, eq(posting.id, postingReport.postingId))
    .where(eq(postingReport.accountId, accountId))
    .orderBy(desc(postingReport.saidAt));
  return rows.map(({ row, title }) => ({
    岗位: title,
    说的: row.reasons.map((reason) => REPORT_REASONS[reason]).join('、'),
    另外写的: row.contentEnc && cipher.open('posting_report.content', row.id, row.contentEnc),
    日期: dayInChina(row.saidAt),
    结果: row.outcome === null ? '还没有核实' : OUTCOMES[row.outcome],
  }));
}

/**
 * That somebody said it stays, for three people must stay three; who and in which words does not. What was done with
 * a posting stays under the office or the unit.
 */
export const forgetPostings = async (queries: Queries, accountId: string): Promise<void> => {
  await queries
    .update(postingReport)
    .set({ accountId: null, contentEnc: null })
    .where(eq(postingReport.accountId, accountId));
  await queries.update(postingEvent).set({ actorId: null }).where(eq(postingEvent.actorId, accountId));
};
