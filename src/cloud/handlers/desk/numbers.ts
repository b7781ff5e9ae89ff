/** The numbers of the office, counted in the database; no case is opened for them. */
import { and, between, notInArray, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { addMonths, dayNumber, isoOf } from '@/domain/calendar/days';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuseField } from '../../refuse';
import { serviceCase } from '../../store/schema';
import { scopeOf } from './queue';

type Output = OutputOf<'desk.numbers'>;
const MOST_MONTHS = 36;
const NO_TOWN = '（没有写）';

/**
 * `received`, `in_time`, `late`: of the cases filed in these days, those decided within their limit and those after it ·
 * `closed`, `stars`: of those that ended in these days · `open`, `overdue`: now, whenever they were filed, for an old
 * case must not drop out of sight with its month.
 */
export async function numbers(context: Context, input: InputOf<'desk.numbers'>): Promise<Output> {
  const { from, to } = input;
  if (to < from) throw refuseField('to', '结束的日期要在开始的日期以后');
  if (isoOf(addMonths(dayNumber(from), MOST_MONTHS)) <= to)
    throw refuseField('from', '最多看三年，请缩短一点');
  // a bundle's own case is nobody's work: its steps are counted
  const bundles = context.book.services.filter(({ bundle }) => bundle !== undefined).map(({ id }) => id);
  const whole = bundles.length === 0 ? undefined : notInArray(serviceCase.service, bundles);
  const scope = and(scopeOf(staffOf(context)), whole);
  const [parts, asked] = await Promise.all([
    partsOf(context, scope, from, to),
    askedOf(context, scope, from, to),
  ]);
  const titles = new Map(context.book.services.map(({ id, title }) => [id, title]));
  const rated = sum(parts, 'ratings');
  return {
    from,
    to,
    total: {
      received: sum(parts, 'received'),
      closed: sum(parts, 'closed'),
      in_time: sum(parts, 'in_time'),
      late: sum(parts, 'late'),
      open: sum(parts, 'open'),
      overdue: sum(parts, 'overdue'),
      stars: rated === 0 ? null : Math.round((sum(parts, 'stars') / rated) * 10) / 10,
      ...asked(null),
    },
    by_service: grouped(parts, ({ service }) => service).map(([service, own]) => ({
      service,
      title: titles.get(service) ?? service,
      ...lineOf(own),
      ...asked(service),
    })),
    by_town: grouped(parts, ({ town }) => town ?? NO_TOWN).map(([town, own]) => ({ town, ...lineOf(own) })),
    by_month: await monthsOf(context, scope, from, to),
  };
}

interface Part {
  readonly service: string;
  readonly town: string | null;
  readonly received: number;
  readonly closed: number;
  readonly in_time: number;
  readonly late: number;
  readonly open: number;
  readonly overdue: number;
  readonly stars: number;
  readonly ratings: number;
}

const sum = (parts: readonly Part[], key: Exclude<keyof Part, 'service' | 'town'>): number =>
  parts.reduce((total, part) => total + part[key], 0);

const lineOf = (parts: readonly Part[]) => ({
  received: sum(parts, 'received'),
  in_time: sum(parts, 'in_time'),
  late: sum(parts, 'late'),
  overdue: sum(parts, 'overdue'),
});

/** The most received first. */
function grouped(parts: readonly Part[], by: (part: Part) => string): [string, Part[]][] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(by(part), [...(groups.get(by(part)) ?? []), part]);
  return [...groups].sort(([a, x], [b, y]) => sum(y, 'received') - sum(x, 'received') || (a < b ? -1 : 1));
}

const { filedOn, closedOn, inTime, state, dueOn } = serviceCase;
const when = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** One row for each service in each town. */
async function partsOf(context: Context, scope: SQL | undefined, from: string, to: string): Promise<Part[]> {
  const filed = between(filedOn, from, to);
  const closed = between(closedOn, from, to);
  const open = sql`${closedOn} is null`;
  const { stars } = serviceCase;
  return servicesOf(context)
    .store.db.select({
      service: serviceCase.service,
      town: serviceCase.town,
      received: when(filed),
      closed: when(closed),
      in_time: when(sql`${filed} and ${inTime}`),
      late: when(sql`${filed} and not ${inTime}`),
      open: when(open),
      // while the resident has to bring something the office is not late
      overdue: when(sql`${open} and ${state} <> 'supplement' and ${dueOn} < ${context.today}`),
      stars: sql<number>`coalesce(sum(${stars}) filter (where ${closed}), 0)::int`,
      ratings: sql<number>`(count(${stars}) filter (where ${closed}))::int`,
    })
    .from(serviceCase)
    .where(and(scope, sql`(${filed} or ${closed} or ${open})`))
    .groupBy(serviceCase.service, serviceCase.town);
}

/** How many people filed, and what wage matters ask for: of each service, and of all together. */
async function askedOf(context: Context, scope: SQL | undefined, from: string, to: string) {
  const { personId, accountId, unitId, id, service, askedFen } = serviceCase;
  const rows = await servicesOf(context)
    .store.db.select({
      service: sql<string | null>`${service}`,
      people: sql<number>`count(distinct coalesce(${personId}, ${unitId}, ${accountId}, ${id}))::int`,
      asked_fen: sql<number | null>`sum(${askedFen})::float8`,
    })
    .from(serviceCase)
    .where(and(scope, between(filedOn, from, to)))
    .groupBy(sql`rollup(${service})`);
  return (of: string | null) => {
    const found = rows.find((row) => row.service === of);
    return { people: found?.people ?? 0, asked_fen: found?.asked_fen ?? null };
  };
}

/** Every month of the stretch, also one in which nothing happened. */
async function monthsOf(context: Context, scope: SQL | undefined, from: string, to: string) {
  const { db } = servicesOf(context).store;
  const count = async (column: typeof filedOn | typeof closedOn) => {
    const month = sql<string>`to_char(${column}, 'YYYY-MM')`;
    const rows = await db
      .select({ month, n: sql<number>`count(*)::int` })
      .from(serviceCase)
      .where(and(scope, between(column, from, to)))
      .groupBy(month);
    return new Map(rows.map((row) => [row.month, row.n]));
  };
  const [received, closed] = await Promise.all([count(filedOn), count(closedOn)]);
  const months: Output['by_month'] = [];
  const first = dayNumber(`${from.slice(0, 7)}-01`);
  for (let day = first; isoOf(day) <= to; day = addMonths(first, months.length)) {
    const month = isoOf(day).slice(0, 7);
    months.push({ month, received: received.get(month) ?? 0, closed: closed.get(month) ?? 0 });
  }
  return months;
}
