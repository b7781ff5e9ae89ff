/** What happens to a posting is written down with it, and its unit is told. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { PostingDraft, PostingState } from '@/domain/jobs';
import type { Context } from '../context';
import type { PostingRow } from '../jobs/view';
import type { Told } from '../messages/tell-account';
import { tellThere } from '../messages/tell-there';
import { gathering, postingEvent, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
import { deskOf, type Poster } from './poster';

export const EVENTS = {
  proposed: '交给区县核实',
  published: '发布了',
  changed: '改了内容',
  verified: '核实了',
  hidden: '隐藏了',
  held: '先扣下了',
  released: '放开了',
  closed: '停招了',
  // whoever posted it is somebody else
  closed_by_desk: '叫停了',
  reported: '三个人说信息不实，先隐藏，等核实',
  judged_true: '核实：信息不实，属实',
  judged_untrue: '核实：信息属实，举报不成立',
} as const;
export type EventName = keyof typeof EVENTS;

interface Happened {
  /** null: the portal itself, for what people said */
  readonly by: Pick<Poster, 'as' | 'accountId' | 'name' | 'decides'> | null;
  readonly action: EventName;
  readonly state: PostingState;
  readonly reason?: string | null;
  /** of a change: as it stood */
  readonly before?: PostingDraft;
}

/** In the transaction that does it. @param row as it was: whose desk has done it is read of it */
export async function recordEvent(
  { now }: Context,
  queries: Queries,
  row: Pick<PostingRow, 'id' | 'county' | 'offeredTo'>,
  { by, reason = null, ...happened }: Happened,
): Promise<void> {
  await queries.insert(postingEvent).values({
    ...{ id: randomUUID(), postingId: row.id, at: now, reason, ...happened },
    ...{ who: by?.name ?? 'system', actorId: by?.accountId ?? null },
    ...{ desk: by?.as === 'unit' ? null : deskOf(row), decides: by?.decides ?? false },
  });
}

/** Everybody who is bound to the unit now; of day labour that somebody wants by themselves, they. */
export async function tellUnit(
  context: Context,
  queries: Queries,
  row: PostingRow,
  text: string,
  said?: string,
): Promise<void> {
  const members = await behind(queries, row);
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

async function behind(queries: Queries, { id, source, unitId }: PostingRow) {
  if (unitId !== null)
    return queries
      .select({ accountId: unitMember.accountId })
      .from(unitMember)
      .where(and(eq(unitMember.unitId, unitId), isNull(unitMember.endedAt)));
  if (source !== 'hands') return [];
  return queries
    .select({ accountId: gathering.accountId })
    .from(gathering)
    .where(and(eq(gathering.id, id), eq(gathering.kind, 'person')));
}

/** Those whose account is still there. */
export const tellThose = (
  context: Context,
  queries: Queries,
  accountIds: readonly string[],
  told: Omit<Told, 'accountId'>,
): Promise<number> =>
  tellThere(
    context,
    queries,
    accountIds.map((accountId) => ({ ...told, accountId })),
  );
