/** 信息不实: three different people hide a posting until staff have looked. */

import { and, desc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { dayInChina } from '@/domain/calendar/china';
import { HIDES_AT } from '@/domain/jobs/reports';
import { isOwnSource } from '@/domain/jobs/states';
import { type Account, askerOf, type Context, servicesOf } from '../../context';
import { provenPhone } from '../../hands/contact';
import type { PostingRow } from '../../jobs/view';
import { regionOf } from '../../policy-book/book';
import { type EventName, recordEvent, tellUnit } from '../../postings/events';
import { deskOf, isWide } from '../../postings/poster';
import { COUNTED, DOUBTED, openReports } from '../../postings/reports';
import { tellStanding } from '../../postings/tell-involved';
import { refuse } from '../../refuse';
import { personById } from '../../store/people';
import { account as accounts, login, posting, postingEvent, postingReport } from '../../store/schema';
import type { Queries } from '../../store/store';

export async function report(
  context: Context,
  input: InputOf<'postings.report'>,
): Promise<OutputOf<'postings.report'>> {
  const { account } = askerOf(context);
  const { limits } = servicesOf(context);
  await limits.take('doubt_account', account.id);
  const whoHash = await whoOf(context, account);
  const phone = await provenPhone(context, account.id);
  const home = await countyOf(context, account);
  const { cipher } = servicesOf(context).store;
  const phoneHash = phone === null ? null : cipher.blind('doubt', `phone ${phone}`);
  let again = true;
  let answered: OutputOf<'postings.report'>['answered'] = null;
  await servicesOf(context).store.db.transaction(async (queries) => {
    // the posting first: whoever judges what was said holds it, and then tells those who said it
    const [row] = await queries.select().from(posting).where(eq(posting.id, input.posting)).for('update');
    const [held] = await queries
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.id, account.id))
      .for('key share');
    if (!held) throw refuse('SessionEnded');
    if (!row || !(await isSeen(queries, row))) throw refuse('NotFound');
    if (row.state !== 'open' && row.state !== 'hidden')
      throw refuse('ActionNotAllowed', {
        fields: [{ path: 'posting', message: '这条已经停招了，不用再说' }],
      });
    const last = await answeredBefore(queries, row.id, whoHash, phoneHash);
    const proven = phone !== null || account.personId !== null;
    const [made] = await queries
      .insert(postingReport)
      .values({
        id: input.id,
        postingId: row.id,
        county: isWide(row) && regionOf(context.book, home) === row.offeredTo ? home : deskOf(row),
        accountId: account.id,
        ...{ whoHash, phoneHash, counts: proven && !(await isSettled(queries, row, last)) },
        reasons: [...input.reasons],
        contentEnc: input.text ? cipher.seal('posting_report.content', input.id, input.text) : null,
        saidAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: postingReport.id });
    if (!made) return;
    again = false;
    answered = last && { outcome: last.outcome, on: dayInChina(last.at) };
    if (row.state === 'open' && (await openReports(queries, row.id, COUNTED)) >= HIDES_AT)
      await hide(context, queries, row);
  });
  return { again, answered };
}

interface Answered {
  readonly outcome: 'true' | 'untrue';
  readonly at: Date;
}

/** What was answered the last time, to the same person: what is said now is looked at anew. */
async function answeredBefore(
  queries: Queries,
  postingId: string,
  whoHash: Buffer,
  phoneHash: Buffer | null,
): Promise<Answered | null> {
  const same = or(
    eq(postingReport.whoHash, whoHash),
    phoneHash === null ? undefined : eq(postingReport.phoneHash, phoneHash),
  );
  const [last] = await queries
    .select({ outcome: postingReport.outcome, decidedAt: postingReport.decidedAt })
    .from(postingReport)
    .where(and(eq(postingReport.postingId, postingId), same, isNotNull(postingReport.outcome)))
    .orderBy(desc(postingReport.decidedAt))
    .limit(1);
  return last?.outcome && last.decidedAt ? { outcome: last.outcome, at: last.decidedAt } : null;
}

/**
 * Found untrue, and nothing was changed since: it is read once more, and does not hide the posting once more. What comes
 * from elsewhere leaves no event when it is changed.
 */
async function isSettled(queries: Queries, row: PostingRow, last: Answered | null): Promise<boolean> {
  if (last?.outcome !== 'untrue') return false;
  if (!isOwnSource(row.source)) return row.changedAt <= last.at;
  const [changed] = await queries
    .select({ id: postingEvent.id })
    .from(postingEvent)
    .where(
      and(
        eq(postingEvent.postingId, row.id),
        eq(postingEvent.action, 'changed' satisfies EventName),
        gt(postingEvent.at, last.at),
      ),
    )
    .limit(1);
  return changed === undefined;
}

/**
 * The person of the register; of somebody who is not in it the first way of signing in, which outlives the account. One
 * who is matched with neither and has proven no telephone is heard, and does not count among the three.
 */
async function whoOf(context: Context, { id, personId }: Account): Promise<Buffer> {
  const { db, cipher } = servicesOf(context).store;
  if (personId !== null) return cipher.blind('doubt', `person ${personId}`);
  const ways = await db.select().from(login).where(eq(login.accountId, id)).orderBy(login.kind);
  const [way] = ways;
  return cipher.blind('doubt', way ? `${way.kind} ${way.subjectHash.toString('hex')}` : `account ${id}`);
}

/** Whose desk hears of work that is offered to all of a region. Empty: not known here, so that each of them hears it. */
async function countyOf(context: Context, { personId }: Account): Promise<string> {
  const { db } = servicesOf(context).store;
  return personId === null ? '' : ((await personById(db, personId))?.county ?? '');
}

/** A posting that is hidden for what people say can still be doubted by whoever has it open; others are nobody's to see. */
async function isSeen(queries: Queries, { id, state }: PostingRow): Promise<boolean> {
  if (state === 'proposed' || state === 'held') return false;
  return state !== 'hidden' || (await openReports(queries, id)) > 0;
}

async function hide(context: Context, queries: Queries, row: PostingRow): Promise<void> {
  const [hidden] = await queries
    .update(posting)
    .set({ state: 'hidden', reason: DOUBTED, version: row.version + 1, changedAt: context.now })
    .where(eq(posting.id, row.id))
    .returning();
  if (!hidden) return;
  await recordEvent(context, queries, row, { by: null, action: 'reported', state: 'hidden' });
  await tellUnit(
    context,
    queries,
    hidden,
    '有几个人说这条信息不实，先不显示了。区县正在核实，可以打电话说明。',
  );
  await tellStanding(context, queries, null, hidden);
}
