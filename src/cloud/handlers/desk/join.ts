/** Cases of the same matter, handled together from one tap; each keeps its own figures and its own way. */
import { inArray } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import { append, type CaseRecord, happened } from '../../cases/record';
import { type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { serviceCase } from '../../store/schema';
import type { Queries } from '../../store/store';
import { uuidOf } from '../../uuid';
import { actorOf, held, mayNow } from './act';
import { wageServices } from './alike';
import { deskCase } from './show';

export async function join(context: Context, input: InputOf<'desk.join'>): Promise<DeskCase> {
  const { store } = servicesOf(context);
  if (input.with === input.id) throw refuseField('with', '这是同一件');
  const record = await store.db.transaction(async (queries) => {
    // always in the same order: two officers who join each other's do not wait for each other
    await queries
      .select({ id: serviceCase.id })
      .from(serviceCase)
      .where(inArray(serviceCase.id, [input.id, input.with]))
      .orderBy(serviceCase.id)
      .for('update');
    const found = await held(context, queries, input.id);
    const actor = actorOf(context);
    if (happened(found, { id: input.event, actor, action: 'join' })) return found;
    if (found.at.version !== input.version) throw refuse('CaseChanged');
    const other = await held(context, queries, input.with);
    if (!wageServices(context).includes(other.row.service)) throw refuse('NotFound');
    await mayNow(context, queries, found, 'join');
    const group = other.at.group ?? (await grouped(context, queries, other, input.event));
    return append(context, queries, found, { id: input.event, actor, action: 'join', data: { group } });
  });
  return deskCase(context, record);
}

/** The other one stood alone until now: it begins the group. Its event follows from this one's, so it too happens once. */
async function grouped(
  context: Context,
  queries: Queries,
  other: CaseRecord,
  event: string,
): Promise<string> {
  try {
    await mayNow(context, queries, other, 'join');
  } catch (thrown) {
    const why = (thrown as { data?: { fields?: readonly { message: string }[] } }).data?.fields?.[0]?.message;
    throw refuseField('with', `那一件现在不能并：${why ?? '状态不对'}`);
  }
  const { cipher } = servicesOf(context).store;
  const group = uuidOf(cipher.blind('wage_join', event));
  const id = uuidOf(cipher.blind('wage_join_other', event));
  await append(context, queries, other, { id, actor: actorOf(context), action: 'join', data: { group } });
  return group;
}
