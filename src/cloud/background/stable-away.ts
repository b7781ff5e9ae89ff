/**
 * Work in another district or province: perhaps a subsidy, at once or after the months that the region's document
 * names. Told once, and to nobody of whom the rules know that it is not theirs.
 */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { Facts } from '@/domain/eligibility';
import { isDue, nextLook, saidByStart, sinceOf, type Where } from '@/domain/jobs/spells';
import { dayWords, type JobsRule } from '@/domain/jobs/why';
import { check } from '../benefits/check';
import { consentsOf } from '../consent/given';
import { type Context, packFor, servicesOf } from '../context';
import { heldAccount } from '../hold-account';
import type { Told } from '../messages/tell-account';
import { tellThere } from '../messages/tell-there';
import { recordLooksIn } from '../store/audit';
import { account, reach, workSpell } from '../store/schema';
import type { Queries } from '../store/store';
import { knownFacts } from '../work/known-facts';
import { type SpellRow, spellIn } from '../work/spells';
import { inPeace } from './in-peace';

const BATCH = 50;
/** days until it is looked again where nobody knows whose county that is */
const AGAIN_DAYS = 7;
const LOOK = '您说到外地干活了，核对有没有可以问的补贴';

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

const isToLookAt = (today: string) => and(isNull(workSpell.endedOn), lte(workSpell.lookOn, today));

async function batch(context: Context): Promise<{ told: number; rows: number }> {
  const rows = await servicesOf(context)
    .store.db.select({ id: workSpell.id, accountId: workSpell.accountId })
    .from(workSpell)
    .where(isToLookAt(context.today))
    .orderBy(asc(workSpell.lookOn), asc(workSpell.id))
    .limit(BATCH);
  let told = 0;
  for (const row of rows) {
    const count = await inPeace(context, `account ${row.accountId}`, null, (queries) =>
      lookOnce(context, queries, row),
    );
    // one that cannot be read holds up nobody else, and is tried again
    if (count === null) await lookAgain(context, servicesOf(context).store.db, row.id);
    told += count ?? 0;
  }
  return { told, rows: rows.length };
}

const lookAgain = ({ today }: Context, queries: Queries, id: string) =>
  queries
    .update(workSpell)
    .set({ lookOn: isoOf(dayNumber(today) + AGAIN_DAYS) })
    .where(eq(workSpell.id, id));

/**
 * The account is held before the spell, as by whoever leaves or takes back a job; in the same transaction the row says that
 * it was looked at: a worker that dies has told nobody.
 */
async function lookOnce(
  context: Context,
  queries: Queries,
  { id, accountId }: Pick<SpellRow, 'id' | 'accountId'>,
): Promise<number> {
  await heldAccount(queries, accountId);
  const [row] = await queries
    .select()
    .from(workSpell)
    .where(and(eq(workSpell.id, id), isToLookAt(context.today)))
    .for('update');
  if (!row) return 0;
  const { count, again } = await lookAt(context, queries, row);
  if (again) await lookAgain(context, queries, id);
  else
    await queries
      .update(workSpell)
      .set({ lookOn: nextIn(context, row) })
      .where(eq(workSpell.id, id));
  return count;
}

/** Wherever it is, as long as it goes on; one that cannot be read has no next. */
function nextIn(context: Context, row: SpellRow): string | null {
  const { form, where, before } = spellIn(context, row);
  const rules = [...context.packs.values()].flatMap(({ region }) => region.jobs?.transport ?? []);
  const months = rules.flatMap(({ after_months }) => after_months ?? []);
  return nextLook({ form, where, on: row.startedOn }, before as Facts, months, context.today);
}

interface Looked {
  readonly count: number;
  readonly again: boolean;
}

async function lookAt(context: Context, queries: Queries, row: SpellRow): Promise<Looked> {
  const { form, where, before } = spellIn(context, row);
  const begun = { form, where, on: row.startedOn };
  const there = saidByStart(begun, before as Facts);
  const since = sinceOf(begun, before as Facts);
  // nearer work brings nothing; somebody may not want to be told
  if (where === 'same_county' || !(await wanted(queries, row.accountId))) return { count: 0, again: false };
  const facts = { ...(await factsOf(context, queries, row.accountId)), ...(there as Facts) };
  const county = facts.home_county;
  const pack = typeof county === 'string' ? packFor(context, county) : undefined;
  if (typeof county !== 'string' || !pack) return { count: 0, again: true };
  const decisions = check(context, { region: county, facts })?.decisions ?? [];
  const told = (pack.region.jobs?.transport ?? []).flatMap((rule): Told[] => {
    const decision = decisions.find((one) => one.benefit === rule.benefit);
    const benefit = pack.benefits.find(({ id }) => id === rule.benefit);
    if (!benefit || !decision || decision.status === 'not_eligible') return [];
    const months = rule.after_months ?? 0;
    if (!isDue(since, months, context.today)) return [];
    const [cite] = decision.cites;
    return [
      {
        accountId: row.accountId,
        // changing the employer begins no new time: told once for all of it
        source: months > 0 ? `away ${benefit.id} ${since}` : `away ${benefit.id}`,
        kind: 'benefit',
        ref: benefit.id,
        content: {
          ...wordsFor(rule, benefit.title, cite, where, since, pack.region.name === pack.region.province),
          ...(cite && { cite: { document: cite.document, item: cite.item }, document: benefit.document }),
          outside: '有一项补贴可能可以问',
        },
      },
    ];
  });
  await tellThere(context, queries, told);
  return { count: told.length, again: false };
}

type Rule = JobsRule['transport'][number];

/** With months: since when. Without: what the document leaves open, so that nobody waits for a day it does not name. */
function wordsFor(
  { after_months, unsaid }: Rule,
  title: string,
  cite: { readonly document: string; readonly item: string } | undefined,
  where: Where,
  since: string,
  city: boolean,
): { title: string; text: string } {
  const there = where === 'other_province' ? (city ? '市外' : '外省') : city ? '外区县' : '外县';
  if (after_months !== undefined)
    return {
      title: `可能可以领：${title}`,
      text: `系统：按您说的，您从${dayWords(since)}起在${there}干活，满${after_months}个月了。可能可以领${title}，点开看条件、怎么申请。能不能领，以经办机构核定为准。`,
    };
  return {
    title: `可以问：${title}`,
    text: `系统：您说到${there}干活了，可以问${title}。${unsaid ?? ''}${cite ? `（${cite.document}${cite.item}）` : ''}，先打电话问。`,
  };
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
