/** How many may be announced by whom nobody has vouched for: a private person, and a unit the county does not know. */
import { ORPCError } from '@orpc/server';
import { and, count, eq, gt, inArray } from 'drizzle-orm';
import { announceCan, dailyWords, type Unvouched } from '@/domain/hands';
import { type Context, servicesOf } from '../context';
import { wordOnUnit } from '../postings/known';
import { refuse } from '../refuse';
import { account, gathering } from '../store/schema';
import type { Queries } from '../store/store';
import type { Organiser } from './organiser';

export interface Vouching {
  /** null: somebody vouches for it */
  readonly unvouched: Unvouched | null;
  /** of a unit whose word the county doubts: nobody goes there before the county has looked */
  readonly waits: boolean;
}

export async function vouchingFor(
  context: Context,
  { as, unitId }: Organiser,
  county: string,
): Promise<Vouching> {
  if (as === 'staff') return { unvouched: null, waits: false };
  if (unitId === null) return { unvouched: 'person', waits: false };
  const { db } = servicesOf(context).store;
  const word = await wordOnUnit(db, unitId, county, context.today);
  return { unvouched: word === 'known' ? null : 'unit', waits: word === 'against' };
}

/** One more today. @throws ActionNotAllowed in words */
export async function takeDay(context: Context, who: Unvouched, { unitId, phone }: Organiser): Promise<void> {
  try {
    // by the telephone: another account with it is the same person
    await servicesOf(context).limits.take(`gather_${who}`, unitId ?? phone ?? '');
  } catch (thrown) {
    if (!(thrown instanceof ORPCError) || thrown.code !== 'TooManyTries') throw thrown;
    throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: dailyWords(who) }] });
  }
}

/** In the transaction that adds one, with the account held. @throws ActionNotAllowed in words */
export async function requireFew(
  { now }: Context,
  queries: Queries,
  who: Unvouched,
  { accountId, unitId }: Organiser,
  personId: string | null,
): Promise<void> {
  const accounts =
    personId === null
      ? []
      : await queries.select({ id: account.id }).from(account).where(eq(account.personId, personId));
  const own =
    unitId === null
      ? inArray(gathering.accountId, [accountId, ...accounts.map(({ id }) => id)])
      : eq(gathering.unitId, unitId);
  const kind = eq(gathering.kind, unitId === null ? 'person' : 'unit');
  const [found] = await queries
    .select({ n: count() })
    .from(gathering)
    .where(and(own, kind, eq(gathering.state, 'open'), gt(gathering.endsAt, now)));
  const can = announceCan(who, found?.n ?? 0);
  if (!can.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'gathering', message: can.why }] });
}
