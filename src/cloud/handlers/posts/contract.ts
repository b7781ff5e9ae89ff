/** Contracts of public-welfare posts: somebody holds one, and it ends. */
import { and, eq, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { parseDay } from '@/domain/calendar/days';
import { hasPrivateNumber } from '@/domain/identity';
import { contractProblems } from '@/domain/posts';
import { type Context, servicesOf, staffOf } from '../../context';
import { liner, nameIn } from '../../posts/lines';
import { postOr404 } from '../../posts/reach';
import { requireOther, whoHolds } from '../../posts/who-holds';
import { refuse, refuseField } from '../../refuse';
import { postHolder, publicPost } from '../../store/schema';

/** Whoever is in the register is linked with it; somebody who is not is kept by name. */
export async function hold(context: Context, input: InputOf<'posts.hold'>): Promise<OutputOf<'posts.hold'>> {
  const { accountId, county } = staffOf(context);
  const { store } = servicesOf(context);
  const post = await postOr404(context, input.post);
  const [same] = await store.db.select().from(postHolder).where(eq(postHolder.id, input.id));
  if (same) {
    if (same.postId !== post.id || same.createdBy !== accountId) throw refuse('NotFound');
    return (await liner(context, county, [same]))(same);
  }
  const problems = contractProblems(input);
  if (problems.length > 0)
    throw refuse('InvalidInput', { fields: problems.map(({ at, message }) => ({ path: at, message })) });
  const { name, personId, householdId, namesake } = await whoHolds(context, input, post);
  const content = JSON.stringify({ name, ...(namesake && { namesake }) });
  const row = await store.db.transaction(async (queries) => {
    // whoever takes the post away holds it too
    const [held] = await queries.select().from(publicPost).where(eq(publicPost.id, post.id)).for('update');
    if (!held || held.endedOn !== null)
      throw refuse('ActionNotAllowed', { fields: [{ path: 'post', message: '这个岗位已经撤了' }] });
    await requireOther(context, queries, { personId, householdId });
    const [made] = await queries
      .insert(postHolder)
      .values({
        ...{ id: input.id, postId: post.id, county, personId, householdId },
        ...{ startsOn: input.starts_on, endsOn: input.ends_on, createdBy: accountId, createdAt: context.now },
        contentEnc: store.cipher.seal('post_holder.content', input.id, content),
      })
      .onConflictDoNothing()
      .returning();
    return made;
  });
  if (!row) throw refuse('AlreadyFiled');
  return (await liner(context, county, [row]))(row);
}

/** Ended twice, it is ended as it was said first. */
export async function end(context: Context, input: InputOf<'posts.end'>): Promise<OutputOf<'posts.end'>> {
  const { accountId, county, office } = staffOf(context);
  const { db, cipher } = servicesOf(context).store;
  const [row] = await db.select().from(postHolder).where(eq(postHolder.id, input.id));
  if (!row) throw refuse('NotFound');
  await postOr404(context, row.postId);
  if (parseDay(input.on) === null || input.on > context.today)
    throw refuseField('on', '请写退岗的日期，不能是以后的日子');
  // what has not begun can be taken back
  if (input.on < row.startsOn && row.startsOn <= context.today)
    throw refuseField('on', `退岗在上岗（${row.startsOn}）以前，请改日期`);
  if (hasPrivateNumber(input.why)) throw refuseField('why', '里面好像有身份证号或卡号，请删掉');
  // why somebody left may be an illness: sealed with the name
  const content = JSON.stringify({ name: nameIn(context, row), why: input.why });
  await db.transaction(async (queries) => {
    await requireOther(context, queries, row);
    await queries
      .update(postHolder)
      .set({
        ...{ endedOn: input.on, contentEnc: cipher.seal('post_holder.content', row.id, content) },
        ...{ endedBy: accountId, endedOffice: office, endedAt: context.now },
      })
      .where(and(eq(postHolder.id, row.id), isNull(postHolder.endedOn)));
  });
  const [now] = await db.select().from(postHolder).where(eq(postHolder.id, row.id));
  return (await liner(context, county, [now ?? row]))(now ?? row);
}
