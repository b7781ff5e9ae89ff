/** How a batch ended, written in one transaction: what is sent, what is tried again and when, what goes another way. */
import { sql } from 'drizzle-orm';
import { type Context, servicesOf } from '../context';
import { delivery } from '../store/schema';
import type { Queries } from '../store/store';
import type { Outcome } from './channels';
import type { Plan } from './plan';
import { deliveryOf, tellAccounts } from './tell-account';

const MINUTE_MS = 60_000;
/** before the second try, the third …; after the last it is the operator's */
export const PAUSES_MIN = [1, 5, 30, 120, 720] as const;

interface Ended {
  readonly id: string;
  /** the try it was taken for: whoever lost it meanwhile has no say any more */
  readonly taken: number;
  readonly state: 'waiting' | 'sent' | 'skipped' | 'dead';
  readonly tries: number;
  readonly nextAt: Date;
  readonly unclear: boolean;
  readonly error: string | null;
  readonly providerId: string | null;
}

export async function finish(
  context: Context,
  plans: readonly Plan[],
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const ended = plans.flatMap((plan): Ended[] => {
    const outcome = outcomes.get(plan.row.id);
    return outcome ? [endOf(context, plan, outcome)] : [];
  });
  if (ended.length === 0) return;
  await servicesOf(context).store.db.transaction(async (queries) => {
    const written = await write(queries, context, ended);
    const mine = plans.filter(({ row }) => written.has(row.id));
    const states = new Map(ended.map((one) => [one.id, one]));
    await usePermits(queries, mine, states);
    await otherWay(queries, context, mine, states);
    await tellOfBadNumbers(queries, context, mine, states);
  });
}

function endOf({ now }: Context, { row, hold }: Plan, outcome: Outcome): Ended {
  const { id, tries, unclear } = row;
  const same = { id, taken: tries, tries, unclear, nextAt: now, error: null, providerId: null };
  if (hold) return { ...same, state: 'waiting', tries: tries - 1, nextAt: hold };
  if (outcome.end === 'sent') return { ...same, state: 'sent', providerId: outcome.providerId };
  if (outcome.end !== 'again') return { ...same, state: outcome.end, error: outcome.why };
  const pause = PAUSES_MIN[tries - 1];
  const failed = { ...same, unclear: unclear || outcome.unclear, error: outcome.why };
  if (pause === undefined) return { ...failed, state: 'dead' };
  return { ...failed, state: 'waiting', nextAt: new Date(now.getTime() + pause * MINUTE_MS) };
}

async function write(queries: Queries, { now }: Context, ended: readonly Ended[]): Promise<Set<string>> {
  const list = <T>(of: (one: Ended) => T) => sql.param(ended.map(of));
  const { rows } = await queries.execute<{ id: string }>(sql`
    update ${delivery} d set state = n.state, tries = n.tries, next_at = n.next_at, unclear = n.unclear,
      last_error = n.error, provider_id = n.provider, ended_at = case when n.state = 'waiting' then null
      else ${now.toISOString()}::timestamptz end
    from unnest(${list(({ id }) => id)}::uuid[], ${list(({ taken }) => taken)}::int[],
      ${list(({ state }) => state)}::text[], ${list(({ tries }) => tries)}::int[],
      ${list(({ nextAt }) => nextAt.toISOString())}::timestamptz[], ${list(({ unclear }) => unclear)}::bool[],
      ${list(({ error }) => error)}::text[], ${list(({ providerId }) => providerId)}::text[])
      as n(id, taken, state, tries, next_at, unclear, error, provider)
    where d.id = n.id and d.state = 'sending' and d.tries = n.taken
    returning d.id`);
  return new Set(rows.map(({ id }) => id));
}

type States = ReadonlyMap<string, Ended>;

/** A message used one permission up; a refusal says that there is none whatever was counted. */
async function usePermits(queries: Queries, plans: readonly Plan[], states: States): Promise<void> {
  const used = new Map<string, number>();
  for (const { row, template } of plans) {
    if (template === null) continue;
    const { state, error } = states.get(row.id) as Ended;
    const key = `${row.accountId} ${template}`;
    if (state === 'sent') used.set(key, (used.get(key) ?? 0) + 1);
    else if (error?.startsWith('NoPermission')) used.set(key, 1_000);
  }
  if (used.size === 0) return;
  const keys = [...used.keys()].map((key) => key.split(' ') as [string, string]);
  const accounts = sql`${sql.param(keys.map(([account]) => account))}::uuid[]`;
  const templates = sql`${sql.param(keys.map(([, template]) => template))}::text[]`;
  // held in one order, or two workers could wait for each other
  await queries.execute(sql`
    with used as (
      select * from unnest(${accounts}, ${templates}, ${sql.param([...used.values()])}::int[]) as u(account_id, template, n)
    ), held as (
      select p.account_id, p.template, u.n from permit p join used u using (account_id, template)
      order by p.account_id, p.template for update of p
    )
    update permit p set remaining = greatest(p.remaining - h.n, 0) from held h
    where p.account_id = h.account_id and p.template = h.template`);
}

/** What WeChat does not take goes by SMS. What was read, or whose reader is gone, goes nowhere. */
async function otherWay(
  queries: Queries,
  context: Context,
  plans: readonly Plan[],
  states: States,
): Promise<void> {
  const rows = plans.flatMap(({ row }) => {
    const { state, error } = states.get(row.id) as Ended;
    const failed = state === 'dead' || (state === 'skipped' && error !== 'Read' && error !== 'Gone');
    if (row.channel !== 'wechat' || !row.urgent || !failed) return [];
    return [deliveryOf(context, { ...row, id: row.messageId, channel: 'sms' })];
  });
  if (rows.length > 0) await queries.insert(delivery).values(rows).onConflictDoNothing();
}

const BAD_NUMBER = {
  title: '您的手机号收不到短信',
  text: '系统：给您登录用的手机号发短信，对方说这个号码不能用了。',
  said: '请用现在的手机号重新登录，再核对一次身份，办过的事都还在。用微信登录也可以，消息照样看得到。',
} as const;

/** The number is marked, and the inbox says what to do: an SMS cannot. */
async function tellOfBadNumbers(
  queries: Queries,
  context: Context,
  plans: readonly Plan[],
  states: States,
): Promise<void> {
  const bad = plans.filter(({ row }) => {
    const { state, error } = states.get(row.id) as Ended;
    return row.channel === 'sms' && state === 'skipped' && error === 'WrongNumber';
  });
  const now = context.now.toISOString();
  const anew: string[] = [];
  for (const id of [...new Set(bad.map(({ row }) => row.accountId))].sort()) {
    const { rows } = await queries.execute<{ id: string }>(sql`
      insert into reach (id, phone_bad_at) values (${id}, ${now})
      on conflict (id) do update set phone_bad_at = excluded.phone_bad_at where reach.phone_bad_at is null
      returning id`);
    anew.push(...rows.map((row) => row.id));
  }
  await tellAccounts(
    context,
    queries,
    anew.map((accountId) => ({
      accountId,
      // a number that came back can go bad again
      source: `bad number ${now}`,
      kind: 'notice' as const,
      content: BAD_NUMBER,
    })),
  );
}
