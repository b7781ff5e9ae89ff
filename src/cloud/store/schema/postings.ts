/** What is said of postings, what was done with them, and what offices have published of employers. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, char, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PostingDraft, PostingState } from '@/domain/jobs';
import type { RecordKind, ReportReason } from '@/domain/jobs/reports';
import { at, bytea, day } from './columns';

/** 信息不实. It outlives the account of whoever said it, without a name: three different people stay three. */
export const postingReport = pgTable(
  'posting_report',
  {
    /** made by the phone: sent twice, said once */
    id: uuid('id').primaryKey(),
    postingId: uuid('posting_id').notNull(),
    /** whose desk looks at it */
    county: char('county', { length: 6 }).notNull(),
    /** null: the account is gone */
    accountId: uuid('account_id'),
    /** the person of the register, or the first way of signing in of somebody who is not in it: one a posting */
    whoHash: bytea('who_hash').notNull(),
    /** the proven telephone, whoever the register says it is: one a posting; null: none was proven */
    phoneHash: bytea('phone_hash'),
    /** of the three who hide it: in the register, or with a proven telephone */
    counts: boolean('counts').notNull().default(true),
    reasons: text('reasons').array().$type<ReportReason[]>().notNull(),
    contentEnc: bytea('content_enc'),
    saidAt: at('said_at').notNull(),
    outcome: text('outcome').$type<'true' | 'untrue'>(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    // answered, it is over: what is said afterwards is said anew
    uniqueIndex('posting_report_once').on(t.postingId, t.whoHash).where(sql`outcome is null`),
    uniqueIndex('posting_report_phone').on(t.postingId, t.phoneHash).where(sql`outcome is null`),
    uniqueIndex('posting_report_account').on(t.postingId, t.accountId).where(sql`outcome is null`),
    index('posting_report_who').on(t.postingId, t.whoHash, t.decidedAt),
    index('posting_report_open').on(t.county, t.postingId).where(sql`outcome is null`),
    index('posting_report_mine').on(t.accountId, t.saidAt),
  ],
);

/** What happened to a posting; rows are added, never changed. */
export const postingEvent = pgTable(
  'posting_event',
  {
    id: uuid('id').primaryKey(),
    postingId: uuid('posting_id').notNull(),
    /** in which order it was done: `at` is when it was asked for, and who waited for another is written down after it */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
    at: at('at').notNull(),
    /** the office or the unit, never a person's name; `system` */
    who: text('who').notNull(),
    /** null: the portal itself, or an account that is gone */
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    state: text('state').$type<PostingState>().notNull(),
    reason: text('reason'),
    /** whose desk it was on then, for it may move; null: the unit did it */
    desk: char('desk', { length: 6 }),
    /** by somebody who decides on new employers */
    decides: boolean('decides').notNull().default(false),
    /** of a change: the posting as it stood, plain as its row is */
    before: jsonb('before').$type<PostingDraft>(),
  },
  (t) => [index('posting_event_posting').on(t.postingId, t.seq), index('posting_event_actor').on(t.actorId)],
);

/** Published by an office: the only thing shown of an employer that owed wages. Matched by credit code alone. */
export const employerRecord = pgTable(
  'employer_record',
  {
    id: uuid('id').primaryKey(),
    creditCode: char('credit_code', { length: 18 }).notNull(),
    employer: text('employer').notNull(),
    kind: text('kind').$type<RecordKind>().notNull(),
    /** who published it */
    office: text('office').notNull(),
    about: text('about'),
    /** 文号: this or the address is where it can be looked up; without either nobody but the desk sees it */
    number: text('number'),
    link: text('link'),
    publishedOn: day('published_on').notNull(),
    /** until when it stands there, as published; null: it does not say */
    until: day('until'),
    /** whose desk wrote it down */
    county: char('county', { length: 6 }).notNull(),
    /** null: came in a file */
    enteredBy: uuid('entered_by'),
    enteredAt: at('entered_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnWhy: text('withdrawn_why'),
  },
  (t) => [
    index('employer_record_code').on(t.creditCode).where(sql`withdrawn_at is null`),
    index('employer_record_desk').on(t.county, t.enteredAt, t.id),
  ],
);
