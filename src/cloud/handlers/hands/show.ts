/** Gatherings as they are looked at: one, and all of one's own. */
import { and, asc, desc, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import { askerOf, type Context, servicesOf } from '../../context';
import { officesOwn } from '../../hands/organiser';
import { ownHands } from '../../hands/own';
import { gatheringViewOf, gatheringViews, isPublic, mineIn } from '../../hands/view';
import { refuse } from '../../refuse';
import { gathering, hand } from '../../store/schema';
import { unitOf } from '../../training/provider';

const NEWEST = 100;

export async function show(context: Context, { id }: { id: string }): Promise<OutputOf<'hands.show'>> {
  const view = await gatheringViewOf(context, id);
  // hidden by the desk: those who are in it still see it
  if (!view || (!view.organiser && view.mine === null && !(await isPublic(context, id))))
    throw refuse('NotFound');
  return view;
}

/** What is still to come or under way, the soonest first; then what is over or called off, the newest first. */
function nextFirst({ now }: Context): SQL[] {
  const over = sql`(${gathering.state} = 'cancelled' or ${gathering.endsAt} <= ${now.toISOString()}::timestamptz)`;
  return [
    sql`${over}`,
    sql`case when not ${over} then ${gathering.startsAt} end`,
    desc(gathering.startsAt),
    asc(gathering.id),
  ];
}

export async function mine(context: Context): Promise<OutputOf<'hands.mine'>> {
  const { account, mandate } = askerOf(context);
  const { db } = servicesOf(context).store;
  const joined = await db
    .select({ of: gathering, row: hand })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(ownHands(context))
    .orderBy(...nextFirst(context))
    .limit(NEWEST);
  const bound = mandate ? null : await unitOf(context, account.id);
  const organised = mandate
    ? []
    : await db
        .select()
        .from(gathering)
        .where(
          or(
            // what was announced for an office is the office's
            and(eq(gathering.accountId, account.id), ne(gathering.kind, 'staff')),
            bound ? eq(gathering.unitId, bound.unitId) : undefined,
            officesOwn(context),
          ),
        )
        .orderBy(...nextFirst(context))
        .limit(NEWEST);
  const ids = [...new Set(joined.map(({ of }) => of.id))];
  const own = await mineIn(context, ids);
  const rows = ids.map((id) => joined.find(({ of }) => of.id === id)?.of).filter((one) => one !== undefined);
  return {
    joined: await gatheringViews(context, rows, own),
    organised: await gatheringViews(context, organised),
  };
}
