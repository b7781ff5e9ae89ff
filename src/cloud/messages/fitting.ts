/** Whom the worker looks at for policies that fit anew: every account that is matched with the register. */
import { sql } from 'drizzle-orm';
import type { Context } from '../context';
import { fitting } from '../store/schema';
import type { Queries, Store } from '../store/store';

/** Everybody who was matched before there was this. */
export async function fillFitting({ db }: Pick<Store, 'db'>, now: Date): Promise<void> {
  await db.execute(sql`
    insert into fitting (id, person_id, stamp, checked_at)
    select id, person_id, '', ${now.toISOString()}::timestamptz from account where person_id is not null
    on conflict (id) do nothing`);
}

/** From now on this account is looked at: with what fits it today nothing is new. */
export async function beginFitting(queries: Queries, { now }: Context, id: string, personId: string) {
  const fresh = { personId, stamp: '', checkedAt: now, benefitsEnc: null };
  await queries
    .insert(fitting)
    .values({ id, ...fresh })
    .onConflictDoUpdate({ target: fitting.id, set: fresh });
}
