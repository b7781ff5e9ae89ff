/** The two sides of a wage record, and what both read. */
import { eq } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import { knownIn, type Side, standingOf } from '@/domain/hands';
import { askerOf, type Context, servicesOf } from '../context';
import { refuse } from '../refuse';
import { gathering, hand } from '../store/schema';
import type { Queries } from '../store/store';
import { isOrganiser, organisers } from './organiser';
import { isOwnHand } from './own';
import { attendanceOf, type KeptRow, proposalOf } from './record';
import type { GatheringRow, HandRow } from './seats';
import { tellHands } from './tell';

export type AgreementShown = OutputOf<'hands.agreement'>;

export interface Party {
  readonly side: Side;
  readonly accountId: string;
  readonly row: HandRow;
  readonly of: GatheringRow;
}

/**
 * Both sides of it, on their own phones alone: nobody taps for somebody else.
 * @throws NotFound for everybody else, and for the organiser once somebody left without a wage agreed
 */
export async function partyOf(context: Context, memberId: string): Promise<Party> {
  const { account, mandate } = askerOf(context);
  const { db } = servicesOf(context).store;
  const [found] = await db
    .select({ row: hand, of: gathering })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(eq(hand.id, memberId));
  if (!found || mandate) throw refuse('NotFound');
  if (isOwnHand(context, found.row)) return { side: 'worker', accountId: account.id, ...found };
  // whoever left, and never agreed on a wage, is nobody to the organiser any more
  const gone = found.row.state === 'left' && found.row.agreement === null;
  if (!gone && (await isOrganiser(context, found.of, account.id)))
    return { side: 'organiser', accountId: account.id, ...found };
  throw refuse('NotFound');
}

export function agreementOf(
  context: Context,
  { side, row, of }: Party,
  rows: readonly KeptRow[],
): AgreementShown {
  const { last, taps } = standingOf(rows);
  const terms = last?.terms ?? proposalOf(context, of, row);
  return {
    ...{ id: row.id, gathering: of.id, side, county: of.county, as: of.kind },
    about: last?.seq ?? 0,
    terms: { ...terms, known: knownIn(terms) },
    attendance: attendanceOf(context, of, row),
    // what was only published was written by nobody's hand
    written_by: last && last.seq > 1 ? last.side : null,
    organiser_at: taps.organiser,
    worker_at: taps.worker,
    agreed_at: row.agreedAt?.toISOString() ?? null,
    number: row.agreement,
    hash: row.agreement === null ? null : (rows.at(-1)?.hash ?? null),
    now: context.now.toISOString(),
  };
}

/** The other side, on whichever phones it is. */
export async function tellOther(
  context: Context,
  queries: Queries,
  { side, row, of }: Party,
  what: string,
  text: string,
): Promise<void> {
  const others = side === 'worker' ? await organisers(context, queries, of) : [row.accountId];
  const told = others.map((accountId) => ({ id: row.id, accountId }));
  await tellHands(context, queries, of, told, { what: `${what} ${side}`, text, urgent: false });
}
