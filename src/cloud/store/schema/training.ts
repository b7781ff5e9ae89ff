/** Training: sessions, who enrolled, who came. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import { at, bytea, day } from './columns';

/** What a provider says of a session beside what is searched: nothing personal. */
export interface SessionWords {
  readonly about: string | null;
  /** what to bring */
  readonly bring: string | null;
  /** what it costs, in the provider's own words; null: the provider has not said */
  readonly fee: string | null;
  readonly phone: string | null;
  /** how to get there */
  readonly route: string | null;
}

export const trainingSession = pgTable(
  'training_session',
  {
    /** made by whoever publishes: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    address: text('address').notNull(),
    kind: text('kind').notNull(),
    trade: text('trade').notNull(),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    /** published by a unit; null: by the county's staff */
    unitId: uuid('unit_id'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    version: integer('version').notNull(),
    /** `proposed`, `open`, `declined`, `cancelled` */
    state: text('state').notNull(),
    /** why it was declined or cancelled */
    reason: text('reason'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    fromTime: char('from_time', { length: 5 }).notNull(),
    toTime: char('to_time', { length: 5 }).notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    enrolUntil: at('enrol_until').notNull(),
    capacity: integer('capacity').notNull(),
    /** seats held: enrolled, offered, confirmed, and those who came */
    taken: integer('taken').notNull().default(0),
    /** counts the arrivals in the waiting list */
    queued: bigint('queued', { mode: 'number' }).notNull().default(0),
    childcare: boolean('childcare').notNull(),
    evening: boolean('evening').notNull(),
    /** everybody was reminded the day before */
    remindedAt: at('reminded_at'),
    words: jsonb('words').$type<SessionWords>().notNull(),
    /** names and phones that nobody needs any more are gone */
    forgottenAt: at('forgotten_at'),
  },
  (t) => [
    check('training_seats', sql`taken >= 0 and taken <= capacity`),
    check('training_times', sql`starts_at < ends_at and enrol_until <= starts_at`),
    index('training_session_open').on(t.county, t.startsAt, t.id).where(sql`state = 'open'`),
    index('training_session_next').on(t.startsAt, t.id).where(sql`state = 'open'`),
    index('training_session_old').on(t.endsAt).where(sql`forgotten_at is null`),
    index('training_session_desk').on(t.county, t.state, t.startsAt),
    index('training_session_unit').on(t.unitId, t.startsAt),
  ],
);

export const trainingEnrolment = pgTable(
  'training_enrolment',
  {
    /** made by the phone: sent twice, enrolled once */
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id').notNull(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id'),
    /** the person of the register, or the account of somebody who is not in it: one seat each */
    whoId: uuid('who_id').notNull(),
    state: text('state').notNull(),
    /** 0: the document puts them first */
    rank: integer('rank').notNull(),
    /** the benefit that says so */
    first: text('first'),
    /** place in the waiting list, by arrival; null: never waited */
    seq: bigint('seq', { mode: 'number' }),
    offerUntil: at('offer_until'),
    enrolledAt: at('enrolled_at').notNull(),
    endedAt: at('ended_at'),
    certificate: text('certificate'),
    certifiedOn: day('certified_on'),
    /** name and telephone, for the provider */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [
    uniqueIndex('training_enrolment_once')
      .on(t.sessionId, t.whoId)
      .where(sql`state not in ('cancelled', 'expired')`),
    uniqueIndex('training_enrolment_certificate').on(t.certificate).where(sql`certificate is not null`),
    index('training_enrolment_queue').on(t.sessionId, t.rank, t.seq).where(sql`state = 'waiting'`),
    index('training_enrolment_offer').on(t.offerUntil).where(sql`state = 'offered'`),
    index('training_enrolment_account').on(t.accountId),
    index('training_enrolment_person').on(t.personId),
  ],
);

/** Somebody was there on a day: scanned or ticked, perhaps without a signal, kept once. */
export const trainingMark = pgTable(
  'training_mark',
  {
    /** made by the trainer's phone */
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    day: day('day').notNull(),
    /** by the trainer's clock */
    at: at('at').notNull(),
    markedBy: uuid('marked_by').notNull(),
    /** `code` or `list` */
    how: text('how').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('training_mark_day').on(t.enrolmentId, t.day),
    index('training_mark_session').on(t.sessionId, t.day),
  ],
);
