/** What happens to a posting is written down with it, and its unit is told. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PostingState } from '@/domain/jobs';
import type { Context } from '../context';
import type { PostingRow } from '../jobs/view';
import { type Told, tellAccounts } from '../messages/tell-account';
import { account, postingEvent, unitMember } from '../store/schema';
import type { Queries } from '../store/store';

export const EVENTS = {
  proposed: '交给区县核实',
  published: '发布了',
  changed: '改了内容',
  verified: '核实了',
  hidden: '隐藏了',
  held: '先扣下了',
  released: '放开了',
  closed: '停招了',
  reported: '三个人说信息不实，先隐藏，等核实',
  judged_true: '核实：信息不实，属实',
  judged_untrue: '核实：信息属实，举报不成立',
} as const;
export type EventName = keyof typeof EVENTS;

interface Happened {
  readonly who: string;
  readonly actorId: string | null;
  readonly action: EventName;
  readonly state: PostingState;
  readonly reason?: string | null;
}

/** In the transaction that does it. */
export async function recordEvent(
  { now }: Context,
  queries: Queries,
  postingId: string,
  { reason = null, ...happened }: Happened,
): Promise<void> {
  await queries.insert(postingEvent).values({ id: randomUUID(), postingId, at: now, reason, ...happened });
}

/** Everybody who is bound to the unit now. */
export async function tellUnit(
  context: Context,
  queries: Queries,
  row: PostingRow,
  text: string,
  said?: string,
): Promise<void> {
  if (row.unitId === null) return;
  const members = await queries
    .select({ accountId: unitMember.accountId })
    .from(unitMember)
    .where(and(eq(unitMember.unitId, row.unitId), isNull(unitMember.endedAt)));
  await tellThose(
    context,
    queries,
    members.map(({ accountId }) => accountId),
    {
      source: `posting ${row.id} ${row.version}`,
      kind: 'notice',
      urgent: true,
      content: { title: row.title, text, ...(said !== undefined && { said }) },
    },
  );
}

/** Those whose account is still there: what is written to another would stay behind. */
export async function tellThose(
  context: Context,
  queries: Queries,
  accountIds: readonly string[],
  told: Omit<Told, 'accountId'>,
): Promise<void> {
  if (accountIds.length === 0) return;
  const there = await queries
    .select({ id: account.id })
    .from(account)
    .where(inArray(account.id, [...accountIds]))
    .orderBy(account.id)
    .for('key share');
  await tellAccounts(
    context,
    queries,
    there.map(({ id }) => ({ ...told, accountId: id })),
  );
}
