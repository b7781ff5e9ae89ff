/**
 * What an import of postings does with each row. One posting may stand on the word of several sources; the first one's
 * words are shown. Whoever leaves hands it on, and only the last one's leaving withdraws it.
 */
import type { PoolClient } from 'pg';
import { ALL, DECIDED, SAID } from './staging';

export interface PostingCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** there already from another source, which is now named beside this one */
  readonly merged: number;
  /** no longer in the file */
  readonly vanished: number;
  /** of them: nobody else says so, withdrawn */
  readonly withdrawn: number;
  /** changed where somebody had looked at it: nobody has looked at what stands there now */
  readonly unverified: number;
  /** postings of this source that stand now, before the import */
  readonly live: number;
}

/** Whoever stands behind it beside the source belongs to the posting, not to what this source says. */
const decided = (of: string): string =>
  `(${DECIDED.map((name) => (name === 'words' ? `${of}.words - 'also'` : `${of}.${name}`)).join(', ')})`;
const STILL = (before: string, after: string) => `${decided(before)} is not distinct from ${decided(after)}`;

const LIVE = `('open', 'held', 'proposed', 'hidden')`;

/** Compares; writes nothing but the transaction's own tables. @param source `$1` of every statement */
export async function planPostings(client: PoolClient, source: string): Promise<PostingCounts> {
  await client.query('create unique index on incoming_job (source_id)');
  await client.query('create index on incoming_job (print) where posting_id is null');
  await client.query('analyze incoming_job');
  await client.query('analyze present_job');
  await knownOnes(client, source);
  await newOnes(client, source);
  await client.query(
    `create temporary table leaving_job on commit drop as
     select c.source_id, c.posting_id, p.state, (p.source = c.source and p.source_id = c.source_id) as first,
       exists (select 1 from job_claim o where o.posting_id = c.posting_id and (o.source, o.source_id) <> (c.source, c.source_id))
         as others, i.action
     from job_claim c join job_posting p on p.id = c.posting_id
     left join incoming_job i on i.source_id = c.source_id
     where c.source = '${quote(source)}' and (i.action in ('new', 'join') and i.posting_id <> c.posting_id
       or not exists (select 1 from present_job n where n.source_id = c.source_id) and p.state in ${LIVE})`,
  );
  // withdrawn, it would come back open with its row: what people hid or held back is theirs to end
  await client.query(
    `delete from leaving_job where action is null and first and not others and state in ('hidden', 'held')`,
  );
  return counts(client, source);
}

/** create table as takes no parameters */
const quote = (text: string) => text.replaceAll("'", "''");

/** Ids that this source has said before. What another source's posting no longer matches becomes one of its own. */
async function knownOnes(client: PoolClient, source: string): Promise<void> {
  await client.query(
    `update incoming_job i set posting_id = k.posting_id, action = k.action
     from (
       select c.source_id, c.posting_id, case
         when p.source = c.source and p.source_id = c.source_id then case
           when c.digest = n.digest and p.state not in ('withdrawn', 'expired') then 'same'
           when p.print = n.print or not exists (select 1 from job_claim o
             where o.posting_id = c.posting_id and (o.source, o.source_id) <> (c.source, c.source_id)) then 'update'
           end
         when p.print = n.print and p.state not in ('withdrawn', 'expired') then
           case when c.digest = n.digest then 'same' else 'second' end
         end as action
       from incoming_job n join job_claim c on c.source = $1 and c.source_id = n.source_id
       join job_posting p on p.id = c.posting_id
     ) k
     where i.source_id = k.source_id and k.action is not null`,
    [source],
  );
}

/**
 * The same print from another source is the same offer: one each, the oldest first. What staff hid or held back takes
 * the newcomer with it; what was held back for its words does not, whoever wrote them, and is not joined for its own.
 */
async function newOnes(client: PoolClient, source: string): Promise<void> {
  await client.query(
    `with mine as (
       select source_id, print, row_number() over (partition by print order by line) as turn
       from incoming_job where action is null and held is null
     ), theirs as (
       select p.id, p.print, row_number() over (partition by p.print order by p.posted_at, p.id) as turn
       from job_posting p
       where p.print in (select print from mine) and p.source <> $1
         and (p.state in ('open', 'hidden') or p.state = 'held' and
           (select e.action from posting_event e where e.posting_id = p.id order by e.seq desc limit 1) = 'held')
         and not exists (select 1 from job_claim c join present_job n on n.source_id = c.source_id
           where c.posting_id = p.id and c.source = $1)
     )
     update incoming_job i set action = 'join', posting_id = t.id
     from mine m join theirs t using (print, turn) where i.source_id = m.source_id`,
    [source],
  );
  await client.query(`update incoming_job set action = 'new', posting_id = id where action is null`);
}

async function counts(client: PoolClient, source: string): Promise<PostingCounts> {
  const { rows } = await client.query<PostingCounts>(
    `select
       (select count(*) from incoming_job where action = 'new')::int as added,
       (select count(*) from incoming_job where action in ('update', 'second'))::int as changed,
       (select count(*) from incoming_job where action = 'same')::int as same,
       (select count(*) from incoming_job where action = 'join')::int as merged,
       (select count(*) from leaving_job where action is null)::int as vanished,
       (select count(*) from leaving_job where action is null and first and not others)::int as withdrawn,
       (select count(*) from incoming_job i join job_posting p on p.id = i.posting_id
         where i.action = 'update' and p.verified_on is not null and not (${STILL('p', 'i')}))::int as unverified,
       (select count(*) from job_claim c join job_posting p on p.id = c.posting_id
         where c.source = $1 and p.state in ${LIVE})::int as live`,
    [source],
  );
  return rows[0] as PostingCounts;
}

/** Writes what was planned. The caller's transaction makes it all or nothing. */
export async function applyPostings(client: PoolClient, source: string, now: Date): Promise<void> {
  await handOn(client, source);
  // what was hidden or held back since it was planned is not taken away either
  await client.query(
    `update job_posting p set state = 'withdrawn', reason = '来源不再发布', version = version + 1, changed_at = $1
     from leaving_job l where p.id = l.posting_id and l.action is null and l.first and not l.others
     and p.state in ('open', 'proposed')`,
    [now],
  );
  // a posting of its own keeps its claim: coming back it is the same one
  await client.query(
    `delete from job_claim c using leaving_job l
     where c.source = $1 and c.source_id = l.source_id and (l.others or not l.first)`,
    [source],
  );
  await client.query(
    `insert into job_posting (${ALL.join(', ')}) select ${ALL.join(', ')} from incoming_job where action = 'new'`,
  );
  await change(client, source, now);
  await client.query(
    `insert into job_claim (source, source_id, posting_id, digest, held)
     select $1, source_id, posting_id, digest, held from incoming_job where action <> 'same'
     on conflict (source, source_id) do update
     set posting_id = excluded.posting_id, digest = excluded.digest, held = excluded.held`,
    [source],
  );
  await nameAll(client, now);
}

/** Somebody else says so too: the posting is theirs from now on. */
const handOn = (client: PoolClient, source: string) =>
  client.query(
    `update job_posting p set source = o.source, source_id = o.source_id
     from (select distinct on (c.posting_id) c.posting_id, c.source, c.source_id
       from leaving_job l join job_claim c on c.posting_id = l.posting_id and c.source <> $1
       where l.first and l.others order by c.posting_id, c.source, c.source_id) o
     where p.id = o.posting_id`,
    [source],
  );

/** What people hid or closed stays so; what staff released or held back themselves too. */
const STATE = `case
  when p.state in ('hidden', 'closed') then p.state
  when i.held is not null and i.held is not distinct from c.held and p.state = 'open' then 'open'
  when i.held is not null then 'held'
  when p.state = 'held' and p.reason is distinct from c.held then 'held'
  else 'open' end`;

/**
 * By the row that is changed and no copy of it beside: where the desk holds it just then, that alone is read anew, so that
 * what the desk says meanwhile is not undone.
 */
const change = (client: PoolClient, source: string, now: Date) =>
  client.query(
    `update job_posting p set ${SAID.map((name) => `${name} = i.${name}`).join(', ')},
       state = ${STATE}, reason = case ${STATE} when 'held' then coalesce(i.held, p.reason)
         when 'hidden' then p.reason when 'closed' then p.reason end,
       posted_at = case when p.state in ('withdrawn', 'expired') then i.posted_at else p.posted_at end,
       shown_at = case when ${STATE} = 'open' and p.state <> 'open' then $2 else p.shown_at end,
       verified_by = case when ${STILL('p', 'i')} then p.verified_by end,
       verified_on = case when ${STILL('p', 'i')} then p.verified_on end,
       version = p.version + 1, changed_at = $2
     from incoming_job i join job_claim c on c.source = $1 and c.source_id = i.source_id
     where i.action = 'update' and p.id = i.posting_id`,
    [source, now],
  );

/** Every source by name beside the first. */
const nameAll = (client: PoolClient, now: Date) =>
  client.query(
    `update job_posting p set words = jsonb_set(p.words, '{also}', a.names),
       version = p.version + 1, changed_at = $1
     from (
       select q.id, coalesce((select jsonb_agg(distinct c.source) from job_claim c
         where c.posting_id = q.id and c.source <> q.source), '[]') as names
       from job_posting q
       where q.id in (select posting_id from incoming_job where action in ('update', 'join')
         union select posting_id from leaving_job)
     ) a
     where p.id = a.id and p.words -> 'also' <> a.names`,
    [now],
  );
