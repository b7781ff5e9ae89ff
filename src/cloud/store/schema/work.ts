/** Work as one person lives it: card, saved searches, applications, and where they work. */
import { sql } from 'drizzle-orm';
import { boolean, char, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationState } from '@/domain/jobs/application';
import type { Promised } from '@/domain/jobs/promised';
import { at, bytea, day } from './columns';

/** 名片. One an account. */
export const workCard = pgTable('work_card', {
  /** the account */
  id: uuid('id').primaryKey(),
  /** counts the savings */
  rev: integer('rev').notNull(),
  contentEnc: bytea('content_enc').notNull(),
  savedAt: at('saved_at').notNull(),
});

/** What somebody looks for again and again; what they cannot do may show in it, so it is sealed. */
export const workSearch = pgTable(
  'work_search',
  {
    /** made by the phone: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    contentEnc: bytea('content_enc').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [index('work_search_account').on(t.accountId, t.savedAt)],
);

/** Whether and when somebody was told of new work: the lock of whoever tells them. */
export const workNotice = pgTable(
  'work_notice',
  {
    /** the account */
    id: uuid('id').primaryKey(),
    wanted: boolean('wanted').notNull(),
    /** postings after this moment are new */
    since: at('since').notNull(),
    toldOn: day('told_on'),
    /** not looked at again before this day */
    nextOn: day('next_on').notNull(),
  },
  (t) => [index('work_notice_next').on(t.nextOn, t.id).where(sql`wanted`)],
);

/** Which case is about which posting. How it stands is a copy of what the case says, for finding it. */
export const workApplication = pgTable(
  'work_application',
  {
    /** the case; what the employer reads is among its answers */
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** the person of the register, or the account of somebody who is not in it: one application each */
    whoId: uuid('who_id').notNull(),
    postingId: uuid('posting_id').notNull(),
    /** the unit that posted it */
    unitId: uuid('unit_id'),
    /** the county desk that published it or is responsible for it */
    county: char('county', { length: 6 }).notNull(),
    state: text('state').$type<ApplicationState>().notNull(),
    sentAt: at('sent_at').notNull(),
    seenAt: at('seen_at'),
    answeredAt: at('answered_at'),
    interviewOn: day('interview_on'),
    /** what the posting said when it was applied for, plain as its row is; null: from before this was kept */
    promised: jsonb('promised').$type<Promised>(),
    /** the first day at work there, as they say; stays for the figures when their account goes */
    startedOn: day('started_on'),
    /** whoever withdraws later, or deletes the account, changes no figure of a time that is over */
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('work_application_once').on(t.postingId, t.whoId).where(sql`state <> 'withdrawn'`),
    index('work_application_posting').on(t.postingId, t.sentAt, t.id),
    index('work_application_account').on(t.accountId, t.sentAt),
    index('work_application_who').on(t.whoId, t.sentAt),
    index('work_application_unit').on(t.unitId, t.state, t.sentAt),
  ],
);

/** Somebody went to work, and perhaps left. */
export const workSpell = pgTable(
  'work_spell',
  {
    /** made by the phone: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** from a posting: counted there */
    postingId: uuid('posting_id'),
    startedOn: day('started_on').notNull(),
    endedOn: day('ended_on'),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    /** the day on which it is looked whether it has brought a subsidy; null: done. Set wherever the work is */
    lookOn: day('look_on'),
    /** employer, form, place, whether paid; and the answers that stood before, to be put back */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [
    index('work_spell_account').on(t.accountId, t.startedOn),
    uniqueIndex('work_spell_open').on(t.accountId).where(sql`ended_on is null`),
    index('work_spell_posting').on(t.postingId).where(sql`posting_id is not null`),
    index('work_spell_look').on(t.lookOn, t.id).where(sql`look_on is not null and ended_on is null`),
  ],
);
