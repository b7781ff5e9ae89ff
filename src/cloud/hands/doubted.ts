/** Three people say that it is not true: whoever was about to go there hears of it before they go. */
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../context';
import { gathering, hand, type posting } from '../store/schema';
import type { Queries } from '../store/store';
import { tellHands } from './tell';

export async function tellDoubted(
  context: Context,
  queries: Queries,
  { id, source, version }: typeof posting.$inferSelect,
): Promise<void> {
  if (source !== 'hands') return;
  const [of] = await queries
    .select()
    .from(gathering)
    .where(and(eq(gathering.id, id), eq(gathering.state, 'open'), gt(gathering.startsAt, context.now)));
  if (!of) return;
  const rows = await queries
    .select()
    .from(hand)
    .where(and(eq(hand.gatheringId, id), inArray(hand.state, ['joined', 'waiting'])));
  await tellHands(context, queries, of, rows, {
    what: `doubted ${version}`,
    text: '有几个人说这个活的信息不实，工作人员正在核实。去以前先打电话问清楚，不要先交钱，不要交身份证。',
    urgent: true,
  });
}
