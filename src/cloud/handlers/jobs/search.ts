/** Postings around a place, or offered to the people of a county. */
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { metresBetween, square } from '@/domain/geo/cells';
import { type Context, servicesOf } from '../../context';
import { filtered, unsaid } from '../../jobs/filter';
import { pointFrom } from '../../jobs/from';
import { lineOf } from '../../jobs/view';
import { posting } from '../../store/schema';

const PAGE = 20;
const MOST = 1000;
type Asked = Pick<InputOf<'jobs.search'>, 'scope' | 'from' | 'filter'>;

function wanted(context: Context, { scope, from }: Asked): SQL | undefined {
  const at = pointFrom(context, from);
  if (scope === 'away') return 'county' in from ? eq(posting.offeredTo, from.county) : undefined;
  if (at) return inArray(posting.cell, square(at, 14));
  return 'county' in from ? eq(posting.county, from.county) : undefined;
}

export async function search(
  context: Context,
  input: InputOf<'jobs.search'>,
): Promise<OutputOf<'jobs.search'>> {
  const { db } = servicesOf(context).store;
  const at = pointFrom(context, input.from);
  const rows = await db
    .select()
    .from(posting)
    .where(and(filtered(input.filter, input.scope, context.today), wanted(context, input)))
    .orderBy(desc(posting.postedAt), posting.id)
    .limit(MOST);
  const within = input.filter.within ?? 30_000;
  const lines = rows
    .map((row) => ({ row, metres: at && input.scope === 'near' ? metresBetween(at, row) : null }))
    .filter(({ metres }) => metres === null || metres <= within)
    .sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
    .slice(0, PAGE)
    .map(({ row, metres }) =>
      lineOf(context, row, { metres: metres === null ? null : Math.round(metres), reasons: [] }),
    );
  return { postings: lines, within: at ? within : null, widened: false, next: null };
}

export async function count(context: Context, input: InputOf<'jobs.count'>): Promise<OutputOf<'jobs.count'>> {
  const { db } = servicesOf(context).store;
  const number = async (filter: typeof input.filter, more?: SQL) => {
    const where = and(filtered(filter, input.scope, context.today), wanted(context, input), more);
    const [found] = await db.select({ n: sql<number>`count(*)::int` }).from(posting).where(where);
    return found?.n ?? 0;
  };
  const found = await number(input.filter);
  const { pay_from, ...rest } = input.filter;
  return {
    count: Math.min(found, MOST),
    more: found > MOST,
    unsaid: pay_from ? await number(rest, unsaid) : 0,
  };
}
