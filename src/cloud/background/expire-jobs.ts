/** Postings whose last day is over are said to be. */
import { type Context, servicesOf } from '../context';

const BATCH = 1_000;

/** Each row is ended by one worker. @returns how many */
export async function expirePostings(context: Context): Promise<number> {
  const { pool } = servicesOf(context).store;
  let total = 0;
  for (;;) {
    const { rowCount } = await pool.query({
      name: 'jobs-expire',
      text: `update job_posting set state = 'expired', reason = null, version = version + 1, changed_at = $2
        where id in (select id from job_posting where state = 'open' and open_until < $1
          order by open_until limit ${BATCH} for update skip locked)`,
      values: [context.today, context.now],
    });
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return total;
  }
}
