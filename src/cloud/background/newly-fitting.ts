/**
 * "您新符合一项政策": after a register import or with a new pack, what fits each matched account now is compared with what fitted
 * it when it was looked at last. What is new is told once, with the clause it rests on.
 */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, max, or } from 'drizzle-orm';
import { type Benefit, changeDays, type Decision } from '@/domain/eligibility';
import { check } from '../benefits/check';
import { memberOf, registerFacts } from '../cases/applicant';
import { consentsOf } from '../consent/given';
import { type Context, packFor, servicesOf } from '../context';
import { wordsOf } from '../error-words';
import { tellAccounts } from '../messages/tell-account';
import { recordLooksIn } from '../store/audit';
import { account, fitting, person, personVersion, reach, registerImport, toldBenefit } from '../store/schema';
import type { Queries } from '../store/store';

const BATCH = 100;
const PLACE = 'fitting.benefits';
const LOOK = '台账或政策有了变化，核对有没有新符合的政策';

type Row = typeof fitting.$inferSelect;

/** @returns how many messages were written */
export async function tellNewlyFitting(context: Context): Promise<number> {
  const stamp = await stampOf(context);
  let told = 0;
  for (let last: string | null = ''; last !== null; ) {
    const done: { told: number; last: string | null } = await batch(context, stamp, last);
    told += done.told;
    last = done.last;
  }
  return told;
}

/** Which packs are in force, and which import was the last. */
async function stampOf(context: Context): Promise<string> {
  // a document that begins or ends changes what fits as much as a new one
  const hashes = [...context.packs.values()]
    .map((pack) => `${pack.hash} ${changeDays(pack).filter((day) => day <= context.today).length}`)
    .sort();
  const [newest] = await servicesOf(context)
    .store.db.select({ id: registerImport.id })
    .from(registerImport)
    .where(isNotNull(registerImport.finishedAt))
    .orderBy(desc(registerImport.finishedAt))
    .limit(1);
  return `${packPart(hashes)} ${newest?.id ?? ''}`;
}

const packPart = (hashes: readonly string[]) =>
  createHash('sha256').update(hashes.join()).digest('hex').slice(0, 16);

/** The rows are the lock: an account is looked at by one worker. One that cannot be read holds up no other. */
function batch(context: Context, stamp: string, from: string) {
  const { store } = servicesOf(context);
  return store.db.transaction(async (queries) => {
    const rows = await queries
      .select()
      .from(fitting)
      .where(
        and(
          // two ranges of the index; "is not" would read all of them
          or(lt(fitting.stamp, stamp), gt(fitting.stamp, stamp)),
          from === '' ? undefined : gt(fitting.id, from),
        ),
      )
      .orderBy(asc(fitting.id))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    let told = 0;
    const looked: Row[] = [];
    for (const row of rows) {
      const found = await inPeace(row, () =>
        queries.transaction((inner) => lookAt(context, inner, row, stamp)),
      );
      // looked at again in the next round
      if (!found) continue;
      told += found.told;
      if (found.looked) looked.push(row);
      await queries
        .update(fitting)
        .set({ stamp, checkedAt: context.now, benefitsEnc: found.benefitsEnc })
        .where(eq(fitting.id, row.id));
    }
    const looks = looked.map(({ id, personId }) => ({
      actorKind: 'system' as const,
      actorId: null,
      office: '就业帮扶码',
      purpose: LOOK,
      personId,
      accountId: id,
    }));
    if (looks.length > 0) await recordLooksIn(queries, store.keys.audit, looks, context.now);
    return { told, last: rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null };
  });
}

async function inPeace(row: Row, look: () => Promise<Looked>): Promise<Looked | null> {
  try {
    return await look();
  } catch (error) {
    process.stderr.write(`account ${row.id}: ${wordsOf(error)}\n`);
    return null;
  }
}

interface Looked {
  readonly told: number;
  /** the register's row was opened */
  readonly looked: boolean;
  readonly benefitsEnc: Buffer | null;
}

async function lookAt(context: Context, queries: Queries, row: Row, stamp: string): Promise<Looked> {
  const { cipher } = servicesOf(context).store;
  const same = row.stamp.split(' ')[0] === stamp.split(' ')[0];
  if (same && row.benefitsEnc && !(await changedSince(queries, row)))
    return { told: 0, looked: false, benefitsEnc: row.benefitsEnc };
  // without the consent nothing is read, and nothing of before is kept
  if (!(await consentsOf(context, row.id, queries)).has('register'))
    return { told: 0, looked: false, benefitsEnc: null };
  const member = await memberOf(context, row.personId, queries);
  if (!member) return { told: 0, looked: false, benefitsEnc: null };
  const { facts } = await registerFacts(context, member, row.id, queries);
  const fits = fitsNow(context, member.county, facts);
  const benefitsEnc = cipher.seal(PLACE, row.id, JSON.stringify(fits.map(({ benefit }) => benefit.id)));
  if (!row.benefitsEnc || !(await wanted(queries, row.id))) return { told: 0, looked: true, benefitsEnc };
  const before = JSON.parse(cipher.open(PLACE, row.id, row.benefitsEnc)) as string[];
  const anew = fits.filter(({ benefit }) => !before.includes(benefit.id));
  return { told: await tell(context, queries, row.id, anew), looked: true, benefitsEnc };
}

/** Anybody of the household: some policies look at all of them. */
async function changedSince(queries: Queries, { personId, checkedAt }: Row): Promise<boolean> {
  const household = queries.select({ id: person.householdId }).from(person).where(eq(person.id, personId));
  const [found] = await queries
    .select({ newest: max(personVersion.recordedAt) })
    .from(personVersion)
    .innerJoin(person, eq(person.id, personVersion.personId))
    .where(inArray(person.householdId, household));
  return found?.newest != null && found.newest > checkedAt;
}

async function wanted(queries: Queries, accountId: string): Promise<boolean> {
  const [set] = await queries.select({ policies: reach.policies }).from(reach).where(eq(reach.id, accountId));
  return set?.policies ?? true;
}

interface Fit {
  readonly benefit: Benefit;
  readonly decision: Decision;
}

/** What the person gets something of; what somebody else has to keep to is no news to them. */
function fitsNow(context: Context, county: string, facts: Parameters<typeof check>[1]['facts']): Fit[] {
  const pack = packFor(context, county);
  const decisions = check(context, { region: county, facts })?.decisions ?? [];
  return decisions.flatMap((decision) => {
    const benefit = pack?.benefits.find(({ id }) => id === decision.benefit);
    const fits = decision.status === 'eligible' || decision.status === 'in_scope';
    const theirs = benefit && benefit.kind !== 'duty' && benefit.paid_to !== 'employer';
    return fits && theirs ? [{ benefit, decision }] : [];
  });
}

async function tell(
  context: Context,
  queries: Queries,
  accountId: string,
  fits: readonly Fit[],
): Promise<number> {
  if (fits.length === 0) return 0;
  // held against being deleted meanwhile
  const [held] = await queries
    .select({ id: account.id })
    .from(account)
    .where(eq(account.id, accountId))
    .for('key share');
  if (!held) return 0;
  const rows = fits.map(({ benefit }) => ({
    accountId,
    benefit: benefit.id,
    document: benefit.document,
    toldAt: context.now,
  }));
  const first = await queries.insert(toldBenefit).values(rows).onConflictDoNothing().returning();
  const anew = fits.filter(({ benefit }) => first.some((one) => one.benefit === benefit.id));
  return tellAccounts(
    context,
    queries,
    anew.map(({ benefit, decision }) => messageOf(accountId, benefit, decision)),
  );
}

/** Of the people it is for: whether and how much is not said by the text. */
const IN_SCOPE = '您在政策对象范围内，金额和具体条件以当地规定为准。';

function messageOf(accountId: string, benefit: Benefit, { status, clauses, cites }: Decision) {
  const [clause] = clauses;
  const [cite] = cites;
  return {
    accountId,
    source: `benefit ${benefit.id} ${benefit.document}`,
    kind: 'benefit' as const,
    ref: benefit.id,
    content: {
      title: `您新符合一项政策：${benefit.title}`,
      text: `系统：${benefit.plain}${status === 'in_scope' ? IN_SCOPE : ''}这是按台账算的参考结果，以经办机构核定为准。`,
      ...(clause?.quote && { said: `原文：“${clause.quote}”` }),
      ...(cite && {
        cite: { document: cite.document, item: clause?.item ?? cite.item },
        document: benefit.document,
      }),
      outside: '有一项新符合的政策',
    },
  };
}
