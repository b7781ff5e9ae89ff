/** Day labour: who is wanted where and when, who comes, and the wage both have agreed on. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CameHow, GatheringState, HandPayUnit, HandState, RecordRow, Side } from '@/domain/hands';
import { at, bytea, day } from './columns';

/** What the organiser says beside what is reckoned with: nothing personal. */
export interface GatheringWords {
  readonly paid: string | null;
  readonly bring: string | null;
  readonly route: string | null;
}

export const gathering = pgTable(
  'hands_gathering',
  {
    /** of the posting as well: made by whoever publishes, sent twice it is there once */
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** published by a unit, else null */
    unitId: uuid('unit_id'),
    /** `unit`, `staff`, `person` */
    kind: text('kind').$type<'unit' | 'staff' | 'person'>().notNull(),
    /** as everybody reads it: of a person only a masked name */
    employer: text('employer').notNull(),
    work: text('work').notNull(),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    village: text('village'),
    address: text('address').notNull(),
    day: day('day').notNull(),
    fromTime: char('from_time', { length: 5 }).notNull(),
    toTime: char('to_time', { length: 5 }).notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    people: integer('people').notNull(),
    /** places held: joined, and those who came */
    taken: integer('taken').notNull().default(0),
    /** counts the arrivals in the waiting list */
    queued: bigint('queued', { mode: 'number' }).notNull().default(0),
    payFen: integer('pay_fen').notNull(),
    payUnit: text('pay_unit').$type<HandPayUnit>().notNull(),
    state: text('state').$type<GatheringState>().notNull(),
    reason: text('reason'),
    /** null: it was not, or before that was kept */
    cancelledAt: at('cancelled_at'),
    createdAt: at('created_at').notNull(),
    remindedAt: at('reminded_at'),
    /** those with whom it came to nothing are not known any more */
    forgottenAt: at('forgotten_at'),
    words: jsonb('words').$type<GatheringWords>().notNull(),
    /** name and telephone of whoever stands there */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [
    check('hands_places', sql`taken >= 0 and taken <= people`),
    check('hands_times', sql`starts_at < ends_at`),
    index('hands_gathering_account').on(t.accountId, t.startsAt),
    index('hands_gathering_unit').on(t.unitId, t.startsAt),
    index('hands_gathering_office').on(t.county, t.startsAt).where(sql`kind = 'staff'`),
    index('hands_gathering_ends').on(t.endsAt),
    index('hands_gathering_next').on(t.startsAt, t.id).where(sql`state = 'open'`),
  ],
);

export const hand = pgTable(
  'hands_member',
  {
    /** made by the phone: sent twice, joined once */
    id: uuid('id').primaryKey(),
    gatheringId: uuid('gathering_id').notNull(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id'),
    /** the person of the register, or the account of somebody who is not in it: one place each */
    whoId: uuid('who_id').notNull(),
    state: text('state').$type<HandState>().notNull(),
    /** place in the waiting list, by arrival; null: never waited */
    seq: bigint('seq', { mode: 'number' }),
    joinedAt: at('joined_at').notNull(),
    leftAt: at('left_at'),
    /** by the clock of whoever checked in; `code`, `list`, `gathering` */
    cameAt: at('came_at'),
    cameHow: text('came_how').$type<CameHow>(),
    /** id of the check-in, made by the organiser's phone */
    markId: uuid('mark_id'),
    /** the wage was agreed: number of the record */
    agreement: text('agreement'),
    agreedAt: at('agreed_at'),
    /** name and telephone, for the organiser */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [
    uniqueIndex('hands_member_once').on(t.gatheringId, t.whoId).where(sql`state <> 'left'`),
    uniqueIndex('hands_member_agreement').on(t.agreement).where(sql`agreement is not null`),
    uniqueIndex('hands_member_mark').on(t.markId).where(sql`mark_id is not null`),
    index('hands_member_queue').on(t.gatheringId, t.seq).where(sql`state = 'waiting'`),
    index('hands_member_account').on(t.accountId, t.joinedAt),
    index('hands_member_person').on(t.personId),
  ],
);

/** The wage record, append only: proposals and taps, each with the hash of the one before. */
export const handRecord = pgTable(
  'hands_record',
  {
    /** made by the phone: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    /** 1, 2, 3 …: two at the same moment cannot both be written */
    seq: integer('seq').notNull(),
    kind: text('kind').$type<RecordRow['kind']>().notNull(),
    side: text('side').$type<Side>().notNull(),
    about: integer('about').notNull(),
    accountId: uuid('account_id').notNull(),
    at: at('at').notNull(),
    hash: char('hash', { length: 64 }).notNull(),
    /** what was proposed; of a tap nothing */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [uniqueIndex('hands_record_seq').on(t.memberId, t.seq)],
);
