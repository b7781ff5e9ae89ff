/** Three months of work in another province: perhaps a subsidy. Told once, and to nobody of whom the rules know that it is not theirs. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { Facts } from '@/domain/eligibility';
import { saidByStart } from '@/domain/jobs/spells';
import { dayWords } from '@/domain/jobs/why';
import { check } from '../benefits/check';
import { consentsOf } from '../consent/given';
import { type Context, packFor, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import type { Told } from '../messages/tell-account';
import { tellThere } from '../messages/tell-there';
import { recordLooksIn } from '../store/audit';
import { account, reach, workSpell } from '../store/schema';
import type { Queries } from '../store/store';
import { knownFacts } from '../work/known-facts';
import { type SpellRow, spellIn } from '../work/spells';

const BATCH = 50;
/** days until it is looked again where nobody knows whose county that is */
const AGAIN_DAYS = 7;
const LOOK = '外出干活满三个月了，核对有没有可以问的补贴';

/** @returns how many were told */
export async function tellStableAway(context: Context): Promise<number> {
  let told = 0;
  for (let rows = BATCH; rows === BATCH; ) {
    const done = await batch(context);
    told += done.told;
    rows = done.rows;
  }
  return told;
}

/** The row is the lock, and says in the same transaction that it was looked at: a worker that dies has told nobody. */
function batch(context: Context): Promise<{ told: number; rows: number }> {
  return servicesOf(context).store.db.transaction(async (queries) => {
    const rows = await queries
      .select()
      .from(workSpell)
      .where(and(isNull(workSpell.endedOn), lte(workSpell.lookOn, context.today)))
      .orderBy(asc(workSpell.lookOn), asc(workSpell.id))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    let told = 0;
    for (const row of rows) {
      const { count, again } = await inPeace(row, () =>
        queries.transaction((inner) => lookAt(context, inner, row)),
      );
      told += count;
      const lookOn = again ? isoOf(dayNumber(context.today) + AGAIN_DAYS) : null;
      await queries.update(workSpell).set({ lookOn }).where(eq(workSpell.id, row.id));
    }
    return { told, rows: rows.length };
  });
}

interface Looked {
  readonly count: number;
  readonly again: boolean;
}

/** One that cannot be read holds up nobody else. */
async function inPeace(row: SpellRow, look: () => Promise<Looked>): Promise<Looked> {
  try {
    return await look();
  } catch (error) {
    process.stderr.write(`account ${row.accountId}: ${wordsOf(error)}\n`);
    return { count: 0, again: true };
  }
}

async function lookAt(context: Context, queries: Queries, row: SpellRow): Promise<Looked> {
  const { form, where, before } = spellIn(context, row);
  const there = saidByStart({ form, where, on: row.startedOn }, before as Facts);
  const since = there.stable_since;
  const done = { count: 0, again: false };
  // nearer work brings nothing after three months; somebody may not want to be told
  if (typeof since !== 'string' || !(await wanted(queries, row.accountId))) return done;
  const facts = { ...(await factsOf(context, queries, row.accountId)), ...(there as Facts) };
  const county = facts.home_county;
  const pack = typeof county === 'string' ? packFor(context, county) : undefined;
  if (typeof county !== 'string' || !pack) return { count: 0, again: true };
  const decisions = check(context, { region: county, facts })?.decisions ?? [];
  const ids = (pack.region.jobs?.transport ?? []).map(({ benefit }) => benefit);
  const told = pack.benefits.flatMap((benefit): Told[] => {
    const decision = decisions.find((one) => one.benefit === benefit.id);
    if (!ids.includes(benefit.id) || !decision || decision.status === 'not_eligible') return [];
    const [cite] = decision.cites;
    return [
      {
        accountId: row.accountId,
        // changing the employer begins no new time: told once for all of it
        source: `away ${benefit.id} ${since}`,
        kind: 'benefit',
        ref: benefit.id,
        content: {
          title: `可能可以领：${benefit.title}`,
          text: `系统：按您说的，您从${dayWords(since)}起在外省干活，满三个月了。可能可以领${benefit.title}，点开看条件、怎么申请。能不能领，以经办机构核定为准。`,
          ...(cite && { cite: { document: cite.document, item: cite.item }, document: benefit.document }),
          outside: '有一项补贴可能可以问',
        },
      },
    ];
  });
  await tellThere(context, queries, told);
  return { count: told.length, again: false };
}

async function wanted(queries: Queries, accountId: string): Promise<boolean> {
  const [set] = await queries.select({ policies: reach.policies }).from(reach).where(eq(reach.id, accountId));
  return set?.policies ?? true;
}

/** The register only with consent, and then that it was opened is written down. */
async function factsOf(context: Context, queries: Queries, id: string): Promise<Facts> {
  const { store } = servicesOf(context);
  const [own] = await queries.select({ personId: account.personId }).from(account).where(eq(account.id, id));
  const agreed = (await consentsOf(context, id, queries)).has('register');
  const personId = agreed ? (own?.personId ?? null) : null;
  const { facts, member } = await knownFacts(context, { id, personId }, queries);
  if (member) {
    const look = { actorKind: 'system' as const, actorId: null, office: '就业帮扶码', purpose: LOOK };
    const entry = { ...look, personId, accountId: id };
    await recordLooksIn(queries, store.keys.audit, [entry], context.now);
  }
  return facts;
}
