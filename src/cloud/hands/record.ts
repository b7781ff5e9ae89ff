/** The wage record: written once, read again with its hashes checked. */
import { createHash, randomInt } from 'node:crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import type { HandView } from '@/contract/hands';
import {
  type AgreedTerms,
  type Attendance,
  hashedText,
  type RecordRow,
  type Side,
  type Standing,
  standingOf,
} from '@/domain/hands';
import { type Context, servicesOf } from '../context';
import { refuse } from '../refuse';
import { hand, handRecord } from '../store/schema';
import type { Queries } from '../store/store';
import { contactKnown, handIn, organiserIn } from './contact';
import type { GatheringRow, HandRow } from './seats';

const PLACE = 'hands_record.content';

export interface KeptRow extends RecordRow {
  readonly id: string;
  readonly hash: string;
}

/** In order. Every row was sealed for its own id. */
export async function rowsOf(context: Context, queries: Queries, memberId: string): Promise<KeptRow[]> {
  return (await rowsOfAll(context, queries, [memberId])).get(memberId) ?? [];
}

/** Of several at once: a list of three hundred is read in one go. */
export async function rowsOfAll(
  context: Context,
  queries: Queries,
  memberIds: readonly string[],
): Promise<Map<string, KeptRow[]>> {
  const found = new Map<string, KeptRow[]>();
  if (memberIds.length === 0) return found;
  const { cipher } = servicesOf(context).store;
  const rows = await queries
    .select()
    .from(handRecord)
    .where(inArray(handRecord.memberId, [...memberIds]))
    .orderBy(asc(handRecord.seq));
  for (const { memberId, id, seq, kind, side, about, at, hash, contentEnc } of rows)
    found.set(memberId, [
      ...(found.get(memberId) ?? []),
      {
        ...{ id, seq, kind, side, about, hash, at: at.toISOString() },
        terms: JSON.parse(cipher.open(PLACE, id, contentEnc)) as AgreedTerms | null,
      },
    ]);
  return found;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const START = '0'.repeat(64);

/** Whether every row is the one that was written, and none is missing before the last. */
export function isWhole(memberId: string, rows: readonly KeptRow[]): boolean {
  let before = START;
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.hash !== hashOf(hashedText(before, memberId, row))) return false;
    before = row.hash;
  }
  return true;
}

interface NewRow {
  readonly id: string;
  readonly kind: RecordRow['kind'];
  readonly side: Side;
  readonly about: number;
  readonly accountId: string;
  readonly terms: AgreedTerms | null;
  /** of what was published: when it was; else now */
  readonly at?: Date;
}

/** Adds one row at the end; the caller holds the member's row. */
export async function addRow(
  context: Context,
  queries: Queries,
  memberId: string,
  rows: readonly KeptRow[],
  { id, kind, side, about, accountId, terms, at = context.now }: NewRow,
): Promise<KeptRow> {
  const row: RecordRow = {
    ...{ seq: rows.length + 1, kind, side, terms, at: at.toISOString() },
    about: kind === 'terms' ? rows.length + 1 : about,
  };
  const hash = hashOf(hashedText(rows.at(-1)?.hash ?? START, memberId, row));
  const { cipher } = servicesOf(context).store;
  const [anew] = await queries
    .insert(handRecord)
    .values({
      ...{ id, memberId, accountId, hash, kind, side, seq: row.seq, about: row.about, at },
      contentEnc: cipher.seal(PLACE, id, JSON.stringify(terms)),
    })
    .onConflictDoNothing()
    .returning({ id: handRecord.id });
  if (!anew) throw refuse('CaseChanged');
  return { ...row, id, hash };
}

const NUMBERS = 1_000_000;

/** Both have tapped: the record gets its number, and nothing is added any more. */
export async function closeRecord(context: Context, queries: Queries, memberId: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const number = `GQ${context.today.replaceAll('-', '')}-${String(randomInt(NUMBERS)).padStart(6, '0')}`;
    const [taken] = await queries.select({ id: hand.id }).from(hand).where(eq(hand.agreement, number));
    if (taken) continue;
    await queries.update(hand).set({ agreement: number, agreedAt: context.now }).where(eq(hand.id, memberId));
    return;
  }
  throw new Error('no free number');
}

/** What became of it, as far as anybody has written it down. */
export const attendanceOf = ({ now }: Context, of: GatheringRow, row: HandRow): Attendance => ({
  begun: of.startsAt <= now,
  came_at: row.cameAt?.toISOString() ?? null,
  came_how: row.cameHow,
  left_at: row.state === 'left' ? (row.leftAt?.toISOString() ?? null) : null,
  cancelled: of.state === 'cancelled',
  cancelled_at: of.cancelledAt?.toISOString() ?? null,
});

/** As it was published, with both names: what stands when nobody has written anything yet. */
export function proposalOf(context: Context, of: GatheringRow, row: HandRow): AgreedTerms {
  const [organiser, worker] = [organiserIn(context, of), handIn(context, row)];
  return {
    employer: of.kind === 'person' ? organiser.name : of.employer,
    employer_phone: organiser.phone,
    worker: worker.name,
    worker_phone: worker.phone,
    place: [of.town, of.village, of.address].filter(Boolean).join(' '),
    ...{ day: of.day, from: of.fromTime, to: of.toTime, work: of.work },
    ...{ pay_fen: of.payFen, pay_unit: of.payUnit, paid: of.words.paid ?? '' },
    known: {
      employer: of.kind === 'person' ? contactKnown(organiser).name : 'office',
      employer_phone: contactKnown(organiser).phone,
      worker: contactKnown(worker).name,
      worker_phone: contactKnown(worker).phone,
    },
  };
}

export function agreeingOf(row: HandRow, rows: readonly KeptRow[]): HandView['agreeing'] {
  const { taps }: Standing = standingOf(rows);
  return {
    organiser: taps.organiser !== null,
    worker: taps.worker !== null,
    agreed_at: row.agreedAt?.toISOString() ?? null,
    number: row.agreement,
  };
}
