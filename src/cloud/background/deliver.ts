/** The outbox: what is due leaves the house. Each row is taken by one worker at a time, and by another when that one dies. */
import { and, inArray, lte, sql } from 'drizzle-orm';
import { type Context, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import { bySms, byWechat, type Outcome } from '../messages/channels';
import { finish } from '../messages/finish';
import { type Plan, plansFor, type Taken } from '../messages/plan';
import { delivery } from '../store/schema';

const BATCH = 50;
/** at once, of one worker */
const WIDE = 10;
/** Longer than a batch can take: whoever has not said by then how it ended is dead. */
const LEASE_MS = 5 * 60_000;
/** A function has so long for a round. */
const ROUND_MS = 40_000;

export interface Delivering {
  readonly leaseMs?: number;
  readonly batch?: number;
}

/** @returns how many left the house */
export async function deliverDue(context: Context, given: Delivering = {}): Promise<number> {
  const end = Date.now() + ROUND_MS;
  let sent = 0;
  do {
    const taken = await take(context, given);
    if (taken.length === 0) return sent;
    sent += await deliver(context, taken);
  } while (Date.now() < end);
  return sent;
}

/** Due rows that nobody holds. One that is still `sending` was tried by somebody who never said how it ended. */
async function take(context: Context, { leaseMs = LEASE_MS, batch = BATCH }: Delivering): Promise<Taken[]> {
  const { db } = servicesOf(context).store;
  const due = db
    .select({ id: delivery.id })
    .from(delivery)
    .where(and(inArray(delivery.state, ['waiting', 'sending']), lte(delivery.nextAt, context.now)))
    .orderBy(delivery.nextAt, delivery.id)
    .limit(batch)
    .for('update', { skipLocked: true });
  return db
    .update(delivery)
    .set({
      state: 'sending',
      tries: sql`${delivery.tries} + 1`,
      unclear: sql`${delivery.unclear} or ${delivery.state} = 'sending'`,
      nextAt: new Date(context.now.getTime() + leaseMs),
    })
    .where(inArray(delivery.id, due))
    .returning();
}

async function deliver(context: Context, taken: readonly Taken[]): Promise<number> {
  const plans = await plansFor(context, taken);
  const outcomes = new Map<string, Outcome>();
  const left = [...plans];
  const one = async () => {
    for (let plan = left.shift(); plan; plan = left.shift())
      outcomes.set(plan.row.id, await tried(context, plan));
  };
  await Promise.all(Array.from({ length: WIDE }, one));
  await finish(context, plans, outcomes);
  return [...outcomes.values()].filter(({ end }) => end === 'sent').length;
}

/** What nobody foresaw is written to the log, and holds up no other. */
async function tried(context: Context, { row, does }: Plan): Promise<Outcome> {
  const { wechat, sms } = servicesOf(context);
  try {
    if (does.way === 'wechat' && wechat) return await byWechat(wechat, does.push);
    if (does.way === 'sms' && sms?.notices) return await bySms(sms.notices, does.notice);
    return does.way === 'none' ? does.outcome : { end: 'skipped', why: 'NotSetUp' };
  } catch (error) {
    process.stderr.write(`delivery ${row.id}: ${wordsOf(error)}\n`);
    return { end: 'again', why: 'Unforeseen', unclear: true };
  }
}
