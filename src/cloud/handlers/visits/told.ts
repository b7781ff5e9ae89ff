import { desc, eq } from 'drizzle-orm';
import { VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';
import { type Context, servicesOf } from '../../context';
import { visit } from '../../store/schema';
import { openWritten } from './content';

/** What was written of a person's visits, in words: it is about them, so they get all of it (个人信息保护法 45). */
export async function visitsTold(context: Context, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(visit)
    .where(eq(visit.personId, personId))
    .orderBy(desc(visit.visitedOn), desc(visit.recordedAt));
  return rows.flatMap((row) => {
    const written = openWritten(context, row);
    if (written.kind !== 'resident') return [];
    const { how, work, wants, note } = written.content;
    return {
      日期: row.visitedOn,
      单位: written.office,
      怎么走访的: VISIT_HOW[how],
      干活的情况: VISIT_WORK[work],
      想要: wants.map((want) => VISIT_WANTS[want]).join('、') || null,
      备注: note || null,
    };
  });
}
