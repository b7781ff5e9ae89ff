/** New work for what somebody looks for again and again: one message a week at most, whatever they look for. */

import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { hourInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { NEWS_DAYS, searchName } from '@/domain/jobs/wishes';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import { tellAccounts } from '../messages/tell-account';
import { account, workNotice, workSearch } from '../store/schema';
import type { Queries } from '../store/store';
import { MOST_NEW, newFor, wantedIn } from '../work/searches';

const BATCH = 50;
/** nobody is told of work at night */
const FROM_HOUR = 9;
const TO_HOUR = 20;

type Notice = typeof workNotice.$inferSelect;

/** @returns how many were told */
export async function tellNewPostings(context: Context): Promise<number> {
  const hour = hourInChina(context.now);
  if (hour < FROM_HOUR || hour >= TO_HOUR) return 0;
  let told = 0;
  for (let last: Notice | undefined; ; ) {
    const rows = await due(context, last);
    for (const row of rows) if (await inPeace(context, row)) told++;
    last = rows.at(-1);
    if (rows.length < BATCH) return told;
  }
}

const due = (context: Context, last: Notice | undefined): Promise<Notice[]> =>
  servicesOf(context)
    .store.db.select()
    .from(workNotice)
    .where(
      and(
        eq(workNotice.wanted, true),
        lte(workNotice.nextOn, context.today),
        last && sql`(${workNotice.nextOn}, ${workNotice.id}) > (${last.nextOn}::date, ${last.id}::uuid)`,
      ),
    )
    .orderBy(asc(workNotice.nextOn), asc(workNotice.id))
    .limit(BATCH);

const inDays = ({ today }: Context, days: number): string => isoOf(dayNumber(today) + days);

/**
 * What is new is looked for before the row is held. The row is the lock, and says in the same transaction that it was
 * told: a worker that dies has told nobody. One that cannot be read holds up nobody else; it is looked at again tomorrow.
 */
async function inPeace(context: Context, row: Notice): Promise<boolean> {
  const { db } = servicesOf(context).store;
  const set = (queries: Queries, values: Partial<Notice>) =>
    queries.update(workNotice).set(values).where(asItWas(row));
  try {
    const lines = await linesFor(context, row);
    return await db.transaction(async (queries) => {
      const [held] = await queries.select().from(workNotice).where(asItWas(row)).for('update');
      // another worker was faster, or they are not wanted any more
      if (!held) return false;
      const told = lines.length > 0 && (await tell(context, queries, row, lines));
      await set(
        queries,
        told
          ? { since: context.now, toldOn: context.today, nextOn: inDays(context, NEWS_DAYS) }
          : { nextOn: inDays(context, 1) },
      );
      return told;
    });
  } catch (error) {
    process.stderr.write(`account ${row.id}: ${wordsOf(error)}\n`);
  }
  await set(db, { nextOn: inDays(context, 1) });
  return false;
}

const asItWas = ({ id, since, nextOn }: Notice) =>
  and(
    eq(workNotice.id, id),
    eq(workNotice.wanted, true),
    eq(workNotice.since, since),
    eq(workNotice.nextOn, nextOn),
  );

/** A line a search that has something new; a posting is counted where it is found first. */
async function linesFor(context: Context, { id, since }: Notice): Promise<string[]> {
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select()
    .from(workSearch)
    .where(eq(workSearch.accountId, id))
    .orderBy(asc(workSearch.savedAt));
  const counted = new Set<string>();
  const lines: string[] = [];
  for (const row of rows) {
    const wanted = wantedIn(cipher, row);
    const found = (await newFor(context, wanted, since)).filter((one) => !counted.has(one));
    for (const one of found) counted.add(one);
    if (found.length === 0) continue;
    const many = found.length > MOST_NEW ? `${MOST_NEW}个以上` : `${found.length}个`;
    lines.push(`${searchName(wanted, countyName(context.book, wanted.county))}：新的${many}`);
  }
  return lines;
}

async function tell(
  context: Context,
  queries: Queries,
  { id, since }: Notice,
  lines: readonly string[],
): Promise<boolean> {
  // held against being deleted meanwhile
  const [held] = await queries
    .select({ id: account.id })
    .from(account)
    .where(eq(account.id, id))
    .for('key share');
  if (!held) return false;
  const written = await tellAccounts(context, queries, [
    {
      accountId: id,
      source: `work ${since.getTime()}`,
      kind: 'work',
      ref: 'searches',
      content: {
        title: '有新的活',
        text: `系统：${lines.join('；')}。不想再收到，打开就能一下关掉。`,
        outside: '您存的找活条件有了新的',
      },
    },
  ]);
  return written > 0;
}
