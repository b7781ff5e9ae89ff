/** A contract of a public-welfare post ends soon: its holder and the desk are told, once. */
import { and, eq, gte, inArray, isNull, lte, notExists, or } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { dayWords } from '@/domain/jobs/why';
import { SOON_DAYS } from '@/domain/posts';
import { type Context, packFor, servicesOf } from '../context';
import { type Content, type Told, tellAccounts } from '../messages/tell-account';
import type { HolderRow } from '../posts/flags';
import { nameIn } from '../posts/lines';
import { isRenewed, notOver, renewals } from '../posts/running';
import { account, postHolder, publicPost, staff } from '../store/schema';
import type { Queries } from '../store/store';
import { inPeace } from './in-peace';

/** @returns how many contracts: none that is renewed already */
export async function tellEndingPosts(context: Context): Promise<number> {
  let told = 0;
  for (const { id } of await endingSoon(context))
    told += Number(await inPeace(context, `post ${id}`, false, (queries) => tellOne(context, queries, id)));
  return told;
}

/** Not told yet, and not renewed: those are left out here, or they would be gone through every minute for a month. */
async function endingSoon(context: Context): Promise<Pick<HolderRow, 'id'>[]> {
  const { db } = servicesOf(context).store;
  const until = isoOf(dayNumber(context.today) + SOON_DAYS);
  const rows = await db
    .select()
    .from(postHolder)
    .where(
      and(
        isNull(postHolder.endedOn),
        isNull(postHolder.toldAt),
        gte(postHolder.endsOn, context.today),
        lte(postHolder.endsOn, until),
        notExists(renewals(db)),
      ),
    );
  // whom the register does not know is known by name alone, and that is sealed
  const nameless = [...new Set(rows.filter(({ personId }) => personId === null).map(({ postId }) => postId))];
  if (nameless.length === 0) return rows;
  const beside = await db
    .select()
    .from(postHolder)
    .where(and(inArray(postHolder.postId, nameless), isNull(postHolder.personId), notOver(context)));
  return rows.filter((row) => row.personId !== null || !isSurelyRenewed(context, row, beside));
}

/** One that cannot be read is for a person to look at. */
function isSurelyRenewed(context: Context, row: HolderRow, beside: readonly HolderRow[]): boolean {
  try {
    return isRenewed(row, beside, (one) => nameIn(context, one));
  } catch {
    return false;
  }
}

async function tellOne(context: Context, queries: Queries, id: string): Promise<boolean> {
  const [row] = await queries.select().from(postHolder).where(eq(postHolder.id, id)).for('update');
  if (!row || row.toldAt !== null || row.endedOn !== null) return false;
  const [post] = await queries.select().from(publicPost).where(eq(publicPost.id, row.postId));
  if (!post) return false;
  const others = await queries.select().from(postHolder).where(eq(postHolder.postId, post.id));
  // not said to have been told: the next one may be taken back
  if (isRenewed(row, others, (one) => nameIn(context, one))) return false;
  await queries.update(postHolder).set({ toldAt: context.now }).where(eq(postHolder.id, id));
  const holders = row.personId
    ? await queries
        .select({ id: account.id })
        .from(account)
        .where(eq(account.personId, row.personId))
        .for('key share')
    : [];
  // the village's and the town's own desk; where the town has nobody, the county's
  const officers = await queries
    .select({ id: staff.id, role: staff.role, village: staff.village })
    .from(staff)
    .innerJoin(account, eq(account.id, staff.id))
    .where(
      and(
        eq(staff.county, row.county),
        gte(staff.until, context.today),
        or(eq(staff.town, post.town), inArray(staff.role, ['county', 'admin'])),
      ),
    );
  const near = officers.filter(
    ({ role, village }) => role === 'town' || (role === 'village' && village === post.village),
  );
  const desk = near.length > 0 ? near : officers.filter(({ role }) => role !== 'village');
  const day = dayWords(row.endsOn);
  const after = afterwards(context, row.county);
  const told = (accountId: string, urgent: boolean, text: string, cite: Cited = {}): Told => ({
    ...{ accountId, source: `post ${row.id} ends`, kind: 'post', ref: row.id, urgent },
    dueOn: row.endsOn,
    content: { title: post.title, text, ...cite },
  });
  await tellAccounts(context, queries, [
    ...holders.map((one) =>
      told(
        one.id,
        true,
        `您的公益性岗位合同${day}到期。还想干，请问村里、乡镇能不能续签；不续的，${after.text}。`,
        after.cite,
      ),
    ),
    ...desk
      .filter((one) => !holders.some(({ id: holder }) => holder === one.id))
      .map((one) =>
        told(one.id, false, `${post.town}${post.village}有一份合同${day}到期，请续签或者记退岗。`),
      ),
  ]);
  return true;
}

type Cited = Pick<Content, 'cite' | 'document'>;

/** What the region's document says of those whose post is not renewed; where it says nothing, what is open to everybody. */
function afterwards(context: Context, county: string): { readonly text: string; readonly cite: Cited } {
  const pack = packFor(context, county);
  const rule = pack?.region.jobs?.post_ends;
  const benefit = pack?.benefits.find(({ id }) => id === rule?.benefit);
  const document = pack?.documents.find(({ id }) => id === benefit?.document);
  const item = benefit?.items[0];
  if (!rule || !document || item === undefined) return { text: '可以登记找活', cite: {} };
  const cite = { cite: { document: document.number, item }, document: document.id };
  return { text: `${rule.text}（${document.number}${item}）`, cite };
}
