/** Once a week at most: one word to WeChat that something unread lies in the inbox. */

import { sql } from 'drizzle-orm';
import { hourInChina } from '@/domain/calendar/china';
import { type Context, servicesOf } from '../context';
import { DIGEST_DAYS } from '../messages/plan';
import { deliveryOf } from '../messages/tell-account';
import { delivery } from '../store/schema';
import { uuidOf } from '../uuid';

const BATCH = 200;
const DAY_MS = 24 * 3_600_000;
/** nobody is asked to look at it at night */
const FROM_HOUR = 9;
const TO_HOUR = 20;

/** @returns how many were put into the outbox */
export async function digestsDue(context: Context): Promise<number> {
  const hour = hourInChina(context.now);
  if (hour < FROM_HOUR || hour >= TO_HOUR) return 0;
  let total = 0;
  for (;;) {
    const made = await batch(context);
    total += made;
    if (made < BATCH) return total;
  }
}

/** The row of settings is the lock: two workers never make two for the same week. */
function batch(context: Context): Promise<number> {
  const { db, cipher } = servicesOf(context).store;
  const before = new Date(context.now.getTime() - DIGEST_DAYS * DAY_MS).toISOString();
  return db.transaction(async (queries) => {
    const { rows } = await queries.execute<{ id: string }>(sql`
      select r.id from reach r
      where r.digest and r.openid_enc is not null and (r.digest_at is null or r.digest_at <= ${before}::timestamptz)
        and exists (select 1 from permit p where p.account_id = r.id and p.template = 'digest' and p.remaining > 0)
        and exists (select 1 from message m where m.account_id = r.id and m.read_at is null and not m.urgent
          and m.created_at > coalesce(r.digest_at, ${before}::timestamptz))
      order by r.id limit ${BATCH} for update of r skip locked`);
    if (rows.length === 0) return 0;
    const of = (accountId: string) => uuidOf(cipher.blind('digest', `${accountId} ${context.today}`));
    await queries
      .insert(delivery)
      .values(
        rows.map(({ id }) =>
          deliveryOf(context, { id: of(id), accountId: id, urgent: false, channel: 'wechat' }),
        ),
      )
      .onConflictDoNothing();
    await queries.execute(sql`
      update reach set digest_at = ${context.now.toISOString()}::timestamptz
      where id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
    return rows.length;
  });
}
