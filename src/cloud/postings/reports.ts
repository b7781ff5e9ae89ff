import { and, count, eq, isNull } from 'drizzle-orm';
import { postingReport } from '../store/schema';
import type { Queries } from '../store/store';

/** The reason of a posting that was hidden by what people said, and by nobody else. */
export const DOUBTED = '三个人说信息不实，正在核实';

/** People who said that it is not true and were not answered yet. */
export async function openReports(queries: Queries, postingId: string): Promise<number> {
  const [found] = await queries
    .select({ n: count() })
    .from(postingReport)
    .where(and(eq(postingReport.postingId, postingId), isNull(postingReport.outcome)));
  return found?.n ?? 0;
}
