/** jobs list: what stands in the database, by source. */
import type { Store } from '@/cloud/store/store';
import { POSTING_STATES, type PostingState } from '@/domain/jobs/states';

export async function listSources(
  { pool }: Pick<Store, 'pool'>,
  source: string | null,
  say: (line: string) => void,
): Promise<void> {
  const { rows } = await pool.query<{ source: string; state: PostingState; n: number; last: string }>(
    `select source, state, count(*)::int as n, to_char(max(changed_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as last
     from job_posting where $1::text is null or source = $1 group by source, state order by source, state`,
    [source],
  );
  const names = [...new Set(rows.map((row) => row.source))];
  if (names.length === 0) say('还没有岗位');
  for (const name of names) {
    const own = rows.filter((row) => row.source === name);
    const last = own
      .map((row) => row.last)
      .sort()
      .at(-1);
    const parts = own.map(({ state, n }) => `${POSTING_STATES[state]} ${n}`);
    say(`${name}：${parts.join('，')}（最近变动 ${last}）`);
  }
}
