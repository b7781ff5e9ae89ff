/** What is late is reported one desk higher, by itself; where a calendar has come out meanwhile, the date is filled in. */
import { and, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { Level } from '@/domain/cases';
import { append, type CaseRow, type NewEvent, recordsOf } from '../cases/record';
import { type Context, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import { serviceCase } from '../store/schema';
import type { Database } from '../store/store';
import { uuidOf } from '../uuid';

const BATCH = 50;
/** So many that cannot be read are no single cases any more. */
const MOST_LEFT = 1000;
/** The desk above has this long before it goes one further. */
const PATIENCE_DAYS = 7;
const SYSTEM = { kind: 'system', id: null } as const;

const NEXT: Readonly<Record<Level, Level | 'admin'>> = { village: 'town', town: 'county', county: 'admin' };

/**
 * What an employer has left lying goes to the desk next to the person first, and from there up like everything else.
 */
function nextOf({ book }: Context, row: CaseRow): Level | 'admin' {
  const { about } = book.services.find(({ id }) => id === row.service) ?? {};
  if (about === undefined || row.level !== 'county' || row.escalated !== null)
    return NEXT[row.level as Level];
  return row.village !== null && row.town !== null ? 'village' : row.town !== null ? 'town' : 'admin';
}

/** The same for the same case and state: two workers cannot do it twice. Keyed, so that nobody takes it first. */
const eventId = (context: Context, row: CaseRow, what: string): string =>
  uuidOf(servicesOf(context).store.cipher.blind('work_event', `${what} ${row.id} ${row.version}`));

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
    id: eventId(context, row, 'escalate'),
    actor: SYSTEM,
    action: 'escalate',
    data: { to: nextOf(context, row), was_due: row.dueOn as string },
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
    id: eventId(context, row, 'redate'),
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
  const left: string[] = [];
  let total = 0;
  for (;;) {
    const others = left.length === 0 ? where : and(where, notInArray(serviceCase.id, left));
    const rows = await servicesOf(context).store.db.transaction(async (queries) => {
      const batch = await queries
        .select()
        .from(serviceCase)
        .where(others)
        .orderBy(serviceCase.dueOn, serviceCase.id)
        .limit(BATCH)
        .for('update', { skipLocked: true });
      for (const row of batch) {
        if (await oneCase(context, queries, row, eventFor(row))) total++;
        else left.push(row.id);
      }
      return batch.length;
    });
    if (rows < BATCH || left.length >= MOST_LEFT) return total;
  }
}

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * A case that cannot be read or moved is for a person to look at; it does not hold up the others. What the database does
 * not take undoes this case alone; when it is away, the whole batch fails at its end.
 * @returns whether it was done
 */
async function oneCase(
  context: Context,
  queries: Transaction,
  row: CaseRow,
  event: NewEvent,
): Promise<boolean> {
  try {
    return await queries.transaction(async (inner) => {
      const [record] = await recordsOf(context, [row], inner);
      if (record) await append(context, inner, record, event);
      return record !== undefined;
    });
  } catch (error) {
    process.stderr.write(`case ${row.id}: ${wordsOf(error)}\n`);
    return false;
  }
}
