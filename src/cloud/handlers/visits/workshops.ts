import { and, eq, gt, lte } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { quarterOf } from '@/domain/visits';
import { type Context, servicesOf, staffOf } from '../../context';
import { visit } from '../../store/schema';
import type { Reach } from '../../visits/scope';
import { openWritten } from './content';
import { visitsRuleOf } from './rule';

/** Workshops that somebody visited within a year, and whether they were seen in the month's quarter. */
export async function workshopsIn(
  context: Context,
  { town, village }: Reach,
  month: string,
): Promise<OutputOf<'visits.residents'>['workshops']> {
  const { county } = staffOf(context);
  const quarter = quarterOf(month);
  const rows = await servicesOf(context)
    .store.db.select()
    .from(visit)
    .where(
      and(
        eq(visit.county, county),
        eq(visit.kind, 'workshop'),
        ...(town === null ? [] : [eq(visit.town, town)]),
        ...(village === null ? [] : [eq(visit.village, village)]),
        gt(visit.visitedOn, isoOf(dayNumber(quarter.from) - 366)),
        lte(visit.visitedOn, quarter.to),
      ),
    );
  const last = new Map<string, string>();
  for (const row of rows) {
    const written = openWritten(context, row);
    if (written.kind !== 'workshop') continue;
    const before = last.get(written.name) ?? '';
    last.set(written.name, row.visitedOn > before ? row.visitedOn : before);
  }
  const due_by = visitsRuleOf(context, county)?.workshops_quote ? quarter.to : null;
  return [...last]
    .sort(([a], [b]) => a.localeCompare(b, 'zh-CN'))
    .map(([name, on]) => ({ name, visited_on: on >= quarter.from ? on : null, due_by }));
}
