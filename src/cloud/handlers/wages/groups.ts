/** People who ask for the same pay. Each keeps their own figures: of the others they see the number. */
import { randomInt } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { WageGroupView } from '@/contract/wages';
import { codeHashOf } from '../../cases/wage-filing';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse, refuseField } from '../../refuse';
import { wageGroup, wageMember } from '../../store/schema';
import type { Queries } from '../../store/store';

interface Content {
  readonly code: string;
  readonly employer: string;
  readonly site: string | null;
}

/** 规则 5: ten or more are handled first; 62–64: they name representatives. */
const REPRESENTED = 10;
const MOST = 20;
const CODES = 10_000_000_000;

type GroupRow = typeof wageGroup.$inferSelect;
const PLACE = 'wage_group.content';

/** The same id again is the same group: sent twice, there is one. */
export async function create(context: Context, input: InputOf<'wages.group_create'>): Promise<WageGroupView> {
  const { id: accountId } = askerOf(context).subject;
  const { store, limits } = servicesOf(context);
  const { cipher } = store;
  const [known] = await store.db.select().from(wageGroup).where(eq(wageGroup.id, input.id));
  if (known) {
    if (known.founderId !== accountId) throw refuse('NotFound');
    return viewOf(context, known.id);
  }
  await limits.take('group_account', accountId);
  await holdAccount(context, accountId, async (queries) => {
    // the other tap was faster
    const [there] = await queries
      .select({ id: wageGroup.id })
      .from(wageGroup)
      .where(eq(wageGroup.id, input.id));
    if (there) return;
    await fits(queries, accountId);
    for (let tries = 0; ; tries++) {
      const code = String(randomInt(CODES)).padStart(10, '0');
      const content: Content = { code, employer: input.employer, site: input.site || null };
      const [made] = await queries
        .insert(wageGroup)
        .values({
          id: input.id,
          codeHash: codeHashOf(cipher, code),
          founderId: accountId,
          contentEnc: cipher.seal(PLACE, input.id, JSON.stringify(content)),
          createdAt: context.now,
        })
        .onConflictDoNothing()
        .returning({ id: wageGroup.id });
      if (made) break;
      if (tries === 4) throw refuse('NotFound');
    }
    await joinGroup(context, queries, input.id, accountId);
  });
  return viewOf(context, input.id);
}

export async function join(context: Context, { code }: { code: string }): Promise<WageGroupView> {
  const { id: accountId } = askerOf(context).subject;
  const { store, limits } = servicesOf(context);
  await limits.take('group_code', accountId);
  const [found] = await store.db
    .select({ id: wageGroup.id })
    .from(wageGroup)
    .where(eq(wageGroup.codeHash, codeHashOf(store.cipher, code)));
  if (!found) throw refuseField('code', '没有这个号码。请和告诉您的人再对一遍，一共十位数字');
  await holdAccount(context, accountId, async (queries) => {
    await fits(queries, accountId);
    await joinGroup(context, queries, found.id, accountId);
  });
  return viewOf(context, found.id);
}

async function fits(queries: Queries, accountId: string): Promise<void> {
  const mine = await queries
    .select({ id: wageMember.groupId })
    .from(wageMember)
    .where(eq(wageMember.accountId, accountId));
  if (mine.length >= MOST) throw refuseField('code', `一个人最多在${MOST}个里面，先退出用不着的`);
}

/** In twice is in once. */
export async function joinGroup(
  { now }: Context,
  queries: Queries,
  groupId: string | undefined,
  accountId: string,
): Promise<void> {
  if (groupId === undefined) return;
  // held against its last member leaving meanwhile
  const [there] = await queries
    .select({ id: wageGroup.id })
    .from(wageGroup)
    .where(eq(wageGroup.id, groupId))
    .for('key share');
  if (!there) return;
  await queries.insert(wageMember).values({ groupId, accountId, joinedAt: now }).onConflictDoNothing();
}

export async function mine(context: Context): Promise<WageGroupView[]> {
  const { id: accountId } = askerOf(context).subject;
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select({ group: wageGroup, at: wageMember.joinedAt })
    .from(wageMember)
    .innerJoin(wageGroup, eq(wageGroup.id, wageMember.groupId))
    .where(eq(wageMember.accountId, accountId))
    .orderBy(asc(wageMember.joinedAt));
  const counts = await countsOf(
    context,
    rows.map(({ group }) => group.id),
  );
  return rows.map(({ group, at }) => {
    const joined = counts.get(group.id) ?? 0;
    return {
      ...contentOf(cipher, group),
      id: group.id,
      founder: group.founderId === accountId,
      joined,
      joined_at: at.toISOString(),
      representatives: joined >= REPRESENTED,
    };
  });
}

const contentOf = (cipher: { open(place: string, id: string, sealed: Buffer): string }, row: GroupRow) =>
  JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Content;

async function countsOf(context: Context, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await servicesOf(context)
    .store.db.select({ id: wageMember.groupId, n: sql<number>`count(*)::int` })
    .from(wageMember)
    .where(inArray(wageMember.groupId, ids))
    .groupBy(wageMember.groupId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

async function viewOf(context: Context, id: string): Promise<WageGroupView> {
  const found = (await mine(context)).find((one) => one.id === id);
  if (!found) throw refuse('NotFound');
  return found;
}

export async function leave(context: Context, { id }: { id: string }): Promise<{ done: true }> {
  const { id: accountId } = askerOf(context).subject;
  await servicesOf(context).store.db.transaction((queries) => leaveGroups(queries, accountId, id));
  return { done: true };
}

/** One group, or all of somebody whose account goes. A group that nobody is in any more is gone. */
export async function leaveGroups(queries: Queries, accountId: string, id?: string): Promise<void> {
  // whoever joins meanwhile comes before or after
  const own = queries
    .select({ id: wageMember.groupId })
    .from(wageMember)
    .where(eq(wageMember.accountId, accountId));
  await queries
    .select({ id: wageGroup.id })
    .from(wageGroup)
    .where(and(inArray(wageGroup.id, own), id === undefined ? undefined : eq(wageGroup.id, id)))
    .orderBy(wageGroup.id)
    .for('update');
  const left = await queries
    .delete(wageMember)
    .where(
      and(eq(wageMember.accountId, accountId), id === undefined ? undefined : eq(wageMember.groupId, id)),
    )
    .returning({ id: wageMember.groupId });
  const ids = left.map((one) => one.id);
  if (ids.length === 0) return;
  const inside = queries.select({ id: wageMember.groupId }).from(wageMember);
  await queries
    .delete(wageGroup)
    .where(and(inArray(wageGroup.id, ids), sql`${wageGroup.id} not in ${inside}`));
}
