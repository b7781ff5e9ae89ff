/** A post is entered, changed, or taken away. */
import { and, eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { hasPrivateNumber } from '@/domain/identity';
import { type Context, servicesOf, staffOf } from '../../context';
import { deskPosts } from '../../posts/lines';
import { mayEnter } from '../../posts/reach';
import { notOver } from '../../posts/running';
import { refuse, refuseField } from '../../refuse';
import { postHolder, publicPost } from '../../store/schema';
import type { Queries } from '../../store/store';

const MOST_PEOPLE = 500;

/** Sent twice, it is there once. */
export async function put(context: Context, input: InputOf<'posts.put'>): Promise<OutputOf<'posts.put'>> {
  const { accountId, county } = staffOf(context);
  const { id, version, post: draft, end = false } = input;
  mayEnter(context, draft);
  if (draft.people < 1 || draft.people > MOST_PEOPLE)
    throw refuseField('post.people', `请写这个岗位要几个人，1到${MOST_PEOPLE}`);
  for (const at of ['town', 'village', 'title', 'duty'] as const)
    if (hasPrivateNumber(draft[at] ?? ''))
      throw refuseField(`post.${at}`, '里面好像有身份证号或卡号。谁都看得到，请删掉');
  const { db } = servicesOf(context).store;
  const row = await db.transaction(async (queries) => {
    const [known] = await queries.select().from(publicPost).where(eq(publicPost.id, id)).for('update');
    const values = { ...draft, duty: draft.duty || null, changedAt: context.now };
    if (!known) {
      if (version !== 0) throw refuse('NotFound');
      const [anew] = await queries
        .insert(publicPost)
        .values({ ...values, id, county, version: 1, createdBy: accountId })
        .onConflictDoNothing()
        .returning();
      if (!anew) throw refuse('CaseChanged');
      return anew;
    }
    if (known.county !== county) throw refuse('NotFound');
    mayEnter(context, known);
    if (version === 0 && known.version === 1 && known.createdBy === accountId) return known;
    if (version !== known.version) throw refuse('CaseChanged');
    if (end) await requireEmpty(context, queries, id);
    const [changed] = await queries
      .update(publicPost)
      .set({ ...values, version: version + 1, ...(end && { endedOn: context.today }) })
      .where(eq(publicPost.id, id))
      .returning();
    return changed ?? known;
  });
  const [shown] = await deskPosts(context, [row]);
  if (!shown) throw refuse('NotFound');
  return shown;
}

async function requireEmpty(context: Context, queries: Queries, postId: string): Promise<void> {
  const [one] = await queries
    .select({ id: postHolder.id })
    .from(postHolder)
    .where(and(eq(postHolder.postId, postId), notOver(context)))
    .limit(1);
  if (one)
    throw refuse('ActionNotAllowed', {
      fields: [{ path: 'end', message: '还有人在这个岗位上，或者合同还没有开始，请先记退岗，再撤岗位' }],
    });
}
