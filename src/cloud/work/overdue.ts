/** What is late is reported one desk higher, by itself; where a calendar has come out meanwhile, the date is filled in. */
import { createHash } from 'node:crypto';
import { and, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { ImpossibleEvent, type Level } from '@/domain/cases';
import { append, type CaseRow, type NewEvent, recordsOf } from '../cases/record';
import { type Context, servicesOf } from '../context';
import { serviceCase } from '../store/schema';
import type { Queries } from '../store/store';

const BATCH = 50;
/** The desk above has this long before it goes one further. */
const PATIENCE_DAYS = 7;
const SYSTEM = { kind: 'system', id: null } as const;

const NEXT: Readonly<Record<Level, Level | 'admin'>> = { village: 'town', town: 'county', county: 'admin' };

/** The same for the same case and state: two workers cannot do it twice, whatever happens between them. */
function eventId(row: CaseRow, what: string): string {
  const hex = createHash('sha256').update(`${what} ${row.id} ${row.version}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @returns how many were reported */
export async function escalateOverdue(context: Context): Promise<number> {
  const patient = isoOf(dayNumber(context.today) - PATIENCE_DAYS);
  const late = and(
    isNull(serviceCase.closedOn),
    lt(serviceCase.dueOn, context.today),
    ne(serviceCase.state, 'supplement'),
    or(isNull(serviceCase.escalated), ne(serviceCase.escalated, 'admin')),
    or(isNull(serviceCase.escalatedOn), lte(serviceCase.escalatedOn, patient)),
  );
  return inBatches(context, late, (row) => ({
    id: eventId(row, 'escalate'),
    actor: SYSTEM,
    action: 'escalate',
    data: { to: NEXT[row.level as Level], was_due: row.dueOn as string },
  }));
}

/** Cases whose date lay in a year without a calendar: it has one now. @returns how many have a date */
export async function redateMissing(context: Context): Promise<number> {
  const loaded = context.book.calendars.years.map(({ year }) => year);
  const dated = and(
    isNull(serviceCase.closedOn),
    isNotNull(serviceCase.dueMissing),
    loaded.length === 0 ? sql`false` : inArray(serviceCase.dueMissing, loaded),
  );
  return inBatches(context, dated, (row) => ({
    id: eventId(row, 'redate'),
    actor: SYSTEM,
    action: 'redate',
    data: {},
  }));
}

/** A batch is one transaction on rows nobody else holds, so several workers share the work without doubles. */
async function inBatches(
  context: Context,
  where: ReturnType<typeof and>,
  eventFor: (row: CaseRow) => NewEvent,
): Promise<number> {
  let total = 0;
  for (;;) {
    const { seen, done } = await servicesOf(context).store.db.transaction((queries) =>
      oneBatch(context, queries, where, eventFor),
    );
    total += done;
    if (seen < BATCH || done === 0) return total;
  }
}

async function oneBatch(
  context: Context,
  queries: Queries,
  where: ReturnType<typeof and>,
  eventFor: (row: CaseRow) => NewEvent,
): Promise<{ seen: number; done: number }> {
  const rows = await queries
    .select()
    .from(serviceCase)
    .where(where)
    .orderBy(serviceCase.dueOn, serviceCase.id)
    .limit(BATCH)
    .for('update', { skipLocked: true });
  let done = 0;
  for (const row of rows) {
    const record = await readable(context, queries, row);
    if (!record) continue;
    await append(context, queries, record, eventFor(row));
    done++;
  }
  return { seen: rows.length, done };
}

/** A case whose events do not add up is for a person to look at; it does not hold up the others. */
async function readable(context: Context, queries: Queries, row: CaseRow) {
  try {
    return (await recordsOf(context, [row], queries))[0] ?? null;
  } catch (error) {
    if (!(error instanceof ImpossibleEvent)) throw error;
    process.stderr.write(`case ${row.id}: ${error.message}\n`);
    return null;
  }
}
