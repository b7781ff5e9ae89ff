/** Openings, applications and starts of a county, counted in the database. */

import { and, between, count, eq, gte, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { chinaMidnight } from '@/domain/calendar/china';
import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';
import { kindOfNo } from '@/domain/jobs';
import { type Context, servicesOf, staffOf } from '../../context';
import { ownPostings, posterOf } from '../../postings/poster';
import { refuseField } from '../../refuse';
import { posting, workApplication } from '../../store/schema';
import { people, SAID, STARTED, stoodAt } from '../../work/counted';

type Output = OutputOf<'postings.numbers'>;
type Line = Output['lines'][number];
const MOST_MONTHS = 36;

/** Work elsewhere stands in no township of the county. */
const TOWN = sql<string | null>`case when ${posting.offeredTo} is null then ${posting.town} end`;
/** begin and end of a day in China */
const dayAt = (day: string, plus: number) => new Date(chinaMidnight(day).getTime() + plus);

/**
 * `postings`, `people`: open now · `applications`, `starts`, `said`: in these days, whether the posting is still open or
 * not; each a person and a posting, once, however often they applied or began; what was withdrawn in them is none
 */
export async function numbers(context: Context, { from, to }: InputOf<'postings.numbers'>): Promise<Output> {
  staffOf(context);
  if (to < from) throw refuseField('to', '结束的日期要在开始的日期以后');
  if (isoOf(addMonths(dayNumber(from), MOST_MONTHS)) <= to)
    throw refuseField('from', '最多看三年，请缩短一点');
  const poster = await posterOf(context);
  const own = ownPostings(poster);
  const end = dayAt(to, 86_399_999);
  // of what is offered to the whole region, its own people
  const applied = and(own, stoodAt(end), eq(workApplication.county, poster.county));
  const { db } = servicesOf(context).store;
  const place = { town: TOWN, kind: posting.kind };
  const [openings, applications, starts] = await Promise.all([
    db
      .select({ ...place, n: count(), wanted: sql<number>`coalesce(sum(${posting.people}), 0)::float8` })
      .from(posting)
      .where(and(own, eq(posting.state, 'open'), gte(posting.openUntil, context.today)))
      .groupBy(TOWN, posting.kind),
    db
      .select({ ...place, n: people() })
      .from(workApplication)
      .innerJoin(posting, eq(posting.id, workApplication.postingId))
      .where(and(applied, between(workApplication.sentAt, dayAt(from, 0), end)))
      .groupBy(TOWN, posting.kind),
    db
      .select({ ...place, n: people(STARTED), said: people(SAID) })
      .from(workApplication)
      .innerJoin(posting, eq(posting.id, workApplication.postingId))
      .where(and(applied, between(workApplication.startedOn, from, to)))
      .groupBy(TOWN, posting.kind),
  ]);
  const lines = new Map<string, Line>();
  const add = (town: string | null, kind: number, counts: Partial<Line>) => {
    const key = `${town ?? ''} ${kind}`;
    const none = { postings: 0, people: 0, applications: 0, starts: 0, said: 0 };
    lines.set(key, { town, kind: kindOfNo(kind), ...none, ...lines.get(key), ...counts });
  };
  for (const { town, kind, n, wanted } of openings) add(town, kind, { postings: n, people: wanted });
  for (const { town, kind, n } of applications) add(town, kind, { applications: n });
  for (const { town, kind, n, said } of starts) add(town, kind, { starts: n, said });
  return { from, to, lines: [...lines.values()] };
}
