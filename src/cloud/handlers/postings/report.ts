/** 信息不实: three different people hide a posting until staff have looked. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { HIDES_AT } from '@/domain/jobs/reports';
import { type Account, askerOf, type Context, servicesOf } from '../../context';
import { provenPhone } from '../../hands/contact';
import type { PostingRow } from '../../jobs/view';
import { regionOf } from '../../policy-book/book';
import { recordEvent, tellUnit } from '../../postings/events';
import { deskOf, isWide } from '../../postings/poster';
import { COUNTED, DOUBTED, openReports } from '../../postings/reports';
import { tellStanding } from '../../postings/tell-involved';
import { refuse } from '../../refuse';
import { personById } from '../../store/people';
import { account as accounts, login, posting, postingReport } from '../../store/schema';
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
    const [made] = await queries
      .insert(postingReport)
      .values({
        id: input.id,
        postingId: row.id,
        county: isWide(row) && regionOf(context.book, home) === row.offeredTo ? home : deskOf(row),
        accountId: account.id,
        ...{ whoHash, phoneHash, counts: phone !== null || account.personId !== null },
        reasons: [...input.reasons],
        contentEnc: input.text ? cipher.seal('posting_report.content', input.id, input.text) : null,
        saidAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: postingReport.id });
    if (!made) return;
    again = false;
    if (row.state === 'open' && (await openReports(queries, row.id, COUNTED)) >= HIDES_AT)
      await hide(context, queries, row);
  });
  return { again };
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
