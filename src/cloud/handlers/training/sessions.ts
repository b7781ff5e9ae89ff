/** Sessions for everybody to see. */

import { and, asc, count, eq, gt, gte, inArray, like, lte, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { SessionFilter } from '@/contract/training';
import { momentOf } from '@/domain/training';
import { type Context, packFor, servicesOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { refuse } from '../../refuse';
import { trainingSession } from '../../store/schema';
import { sessionLineOf, sessionViewOf, waitingOf } from '../../training/view';

const PAGE = 20;
const DAY_MS = 86_400_000;

export async function sessions(
  context: Context,
  input: InputOf<'training.sessions'>,
): Promise<OutputOf<'training.sessions'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('sessions_caller', context.credentials.caller);
  const { db } = store;
  const { cursor, ...filter } = input;
  const wanted = filtered(context, filter);
  const rows = await db
    .select()
    .from(trainingSession)
    .where(and(wanted, after(cursor, { at: trainingSession.startsAt, id: trainingSession.id, order: 'asc' })))
    .orderBy(asc(trainingSession.startsAt), asc(trainingSession.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(trainingSession).where(wanted);
  const waiting = await waitingOf(
    context,
    shown.map(({ id }) => id),
  );
  return {
    sessions: shown.map((row) => sessionLineOf(context, row, waiting.get(row.id) ?? 0)),
    total,
    towns: await townsOf(context, filter),
    next: rows.length > PAGE && last ? cursorText(last.startsAt, last.id) : null,
  };
}

/** @throws RegionWithoutPack for a place that nobody here serves */
function filtered(context: Context, filter: SessionFilter): SQL | undefined {
  const { town, kinds, trade, from, to, childcare, evening, free } = filter;
  const one = trainingSession;
  return and(
    // begun is too late to enrol; it stays in "mine"
    eq(one.state, 'open'),
    gt(one.startsAt, context.now),
    placed(context, filter.place),
    town ? eq(one.town, town) : undefined,
    kinds && kinds.length > 0 ? inArray(one.kind, kinds) : undefined,
    trade ? eq(one.trade, trade) : undefined,
    from ? gte(one.endsOn, from) : undefined,
    to ? lte(one.startsAt, new Date(momentOf(to, '00:00') + DAY_MS)) : undefined,
    childcare ? eq(one.childcare, true) : undefined,
    evening ? eq(one.evening, true) : undefined,
    free ? and(sql`taken < capacity`, gt(one.enrolUntil, context.now)) : undefined,
  );
}

/** A county, or a region with all its counties. */
function placed(context: Context, place: string | undefined): SQL | undefined {
  if (place === undefined) return undefined;
  const region = packFor(context, place)?.region;
  if (!region) throw refuse('RegionWithoutPack');
  if (region.units.some(({ code }) => code === place)) return eq(trainingSession.county, place);
  return like(trainingSession.county, `${place.replace(/(00){1,2}$/, '')}%`);
}

/** Towns of the place that have any, to choose from. */
async function townsOf(context: Context, { place }: SessionFilter): Promise<string[]> {
  const rows = await servicesOf(context)
    .store.db.selectDistinct({ town: trainingSession.town })
    .from(trainingSession)
    .where(filtered(context, { ...(place !== undefined && { place }) }));
  return rows.flatMap(({ town }) => town ?? []).sort((a, b) => a.localeCompare(b, 'zh-CN'));
}

/** What a unit proposes is nobody's to see before the county agreed. */
export async function show(
  context: Context,
  input: InputOf<'training.show'>,
): Promise<OutputOf<'training.show'>> {
  const { db } = servicesOf(context).store;
  const [row] = await db.select().from(trainingSession).where(eq(trainingSession.id, input.id));
  if (!row || (row.state !== 'open' && row.state !== 'cancelled')) throw refuse('NotFound');
  return sessionViewOf(context, row, (await waitingOf(context, [row.id])).get(row.id) ?? 0);
}
