/** Whoever has applied or joined hears at once what the desk says of a posting, in the transaction that says it. */
import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { type Standing, standingTold } from '@/domain/jobs/standing';
import type { Context } from '../context';
import { heldGathering, moveUp } from '../hands/seats';
import { tellHands, tellMovedUp } from '../hands/tell';
import type { PostingRow } from '../jobs/view';
import { tellThere } from '../messages/tell-there';
import { account, gathering, hand, workApplication } from '../store/schema';
import type { Queries } from '../store/store';
import { standingOf } from './standing';

/** Taken on longer ago they are at work there, and know more of it than the desk. */
const TAKEN_DAYS = 30;

/**
 * @param before how it stood with the desk: what was never said against it is not taken back
 * @param said the desk's own words, of a decision; what is only looked into is nobody's to say
 */
export async function tellStanding(
  context: Context,
  queries: Queries,
  before: Standing | null,
  row: PostingRow,
  said?: string | null,
): Promise<void> {
  const now = await standingOf(queries, row);
  if (now === before) return;
  if (now === null) {
    await tellInvolved(context, queries, row, row.state === 'open' ? 'again' : 'over');
    if (row.state === 'open' && row.source === 'hands') await fillAgain(context, queries, row.id);
    return;
  }
  await tellInvolved(context, queries, row, now, now === 'checking' ? null : said);
}

async function tellInvolved(
  context: Context,
  queries: Queries,
  row: PostingRow,
  standing: Standing | 'again' | 'over',
  said?: string | null,
): Promise<void> {
  const { id, title, version } = row;
  if (row.source === 'hands') {
    const [of] = await queries
      .select()
      .from(gathering)
      .where(and(eq(gathering.id, id), eq(gathering.state, 'open'), gt(gathering.endsAt, context.now)));
    const rows = of
      ? await queries
          .select()
          .from(hand)
          .where(and(eq(hand.gatheringId, id), inArray(hand.state, ['joined', 'waiting', 'came'])))
      : [];
    if (of)
      await tellHands(context, queries, of, rows, {
        what: `standing ${version}`,
        text: standingTold(standing, '这个活'),
        ...(said && { said }),
        urgent: true,
      });
  }
  await tellThere(
    context,
    queries,
    (await applicantsOf(context, queries, id)).map(({ accountId, application }) => ({
      accountId,
      source: `standing ${application} ${version}`,
      kind: 'case',
      caseId: application,
      urgent: true,
      content: { title, text: standingTold(standing, '这条招工'), ...(said && { said }) },
    })),
  );
}

/** Who waits for an answer, is invited, or was taken on just now: the account, and the person's others. */
function applicantsOf({ now }: Context, queries: Queries, id: string) {
  const since = new Date(now.getTime() - TAKEN_DAYS * 86_400_000);
  return queries
    .select({ application: workApplication.id, accountId: account.id })
    .from(workApplication)
    .innerJoin(
      account,
      or(eq(account.id, workApplication.accountId), eq(account.personId, workApplication.whoId)),
    )
    .where(
      and(
        eq(workApplication.postingId, id),
        or(
          inArray(workApplication.state, ['sent', 'seen', 'invited']),
          and(eq(workApplication.state, 'taken'), gt(workApplication.answeredAt, since)),
        ),
      ),
    );
}

/** Places that came free meanwhile went to nobody. The caller holds it since before the posting. */
async function fillAgain(context: Context, queries: Queries, id: string): Promise<void> {
  const held = await heldGathering(queries, id);
  if (held && held.startsAt > context.now)
    await tellMovedUp(context, queries, held, await moveUp(queries, held));
}
