/** A contract of a public-welfare post ends soon: its holder and the desk are told, once. */
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { SOON_DAYS } from '@/domain/posts';
import { type Context, servicesOf } from '../context';
import { type Told, tellAccounts } from '../messages/tell-account';
import { nameIn } from '../posts/lines';
import { isRenewed } from '../posts/running';
import { account, postHolder, publicPost, staff } from '../store/schema';

/** @returns how many contracts: none that is renewed already */
export async function tellEndingPosts(context: Context): Promise<number> {
  const { db } = servicesOf(context).store;
  const until = isoOf(dayNumber(context.today) + SOON_DAYS);
  const soon = await db
    .select({ id: postHolder.id })
    .from(postHolder)
    .where(
      and(
        isNull(postHolder.endedOn),
        isNull(postHolder.toldAt),
        gte(postHolder.endsOn, context.today),
        lte(postHolder.endsOn, until),
      ),
    );
  let told = 0;
  for (const { id } of soon) told += Number(await tellOne(context, id));
  return told;
}

async function tellOne(context: Context, id: string): Promise<boolean> {
  return servicesOf(context).store.db.transaction(async (queries) => {
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
    const told = (accountId: string, urgent: boolean, text: string): Told => ({
      ...{ accountId, source: `post ${row.id} ends`, kind: 'post', ref: row.id, urgent },
      dueOn: row.endsOn,
      content: { title: post.title, text },
    });
    await tellAccounts(context, queries, [
      ...holders.map((one) =>
        told(
          one.id,
          true,
          `您的公益性岗位合同${row.endsOn}到期。还想干，请问村里、乡镇能不能续签；不续的，可以要求职业指导、培训，找新的活。`,
        ),
      ),
      ...desk
        .filter((one) => !holders.some(({ id: holder }) => holder === one.id))
        .map((one) =>
          told(one.id, false, `${post.town}${post.village}有一份合同${row.endsOn}到期，请续签或者记退岗。`),
        ),
    ]);
    return true;
  });
}
