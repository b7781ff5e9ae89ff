/** Time passes at once: the date of some open cases lies in the past, in the row as in the event it came from. */
import type { Store } from '@/cloud/store/store';

/** @returns how many are late now */
export async function makeLate({ pool }: Pick<Store, 'pool'>, most: number): Promise<number> {
  const { rowCount } = await pool.query(
    `with late as (
       select id, version from service_case
       where closed_on is null and due_on > current_date and due_of <> 'supplement' and escalated is null
       limit $1 for update skip locked),
     dated as (
       update case_event e set due = jsonb_set(e.due, '{on}', '"2026-02-02"')
       from late where e.case_id = late.id and e.seq = late.version returning e.case_id)
     update service_case c set due_on = '2026-02-02', sort_on = '2026-02-02' from dated where c.id = dated.case_id`,
    [most],
  );
  return rowCount ?? 0;
}
