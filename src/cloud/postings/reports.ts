import { and, count, eq, isNull, type SQL } from 'drizzle-orm';
import { postingReport } from '../store/schema';
import type { Queries } from '../store/store';

/** The reason of a posting that was hidden by what people said, and by nobody else. */
export const DOUBTED = '三个人说信息不实，正在核实';

/** In the register, or with a proven telephone: each a human being of their own. */
export const COUNTED = eq(postingReport.counts, true);

/** People who said that it is not true and were not answered yet. */
export async function openReports(queries: Queries, postingId: string, which?: SQL): Promise<number> {
  const [found] = await queries
    .select({ n: count() })
    .from(postingReport)
    .where(and(eq(postingReport.postingId, postingId), isNull(postingReport.outcome), which));
  return found?.n ?? 0;
}
