/** Cases and everything they need. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

/** Everything a resident files. Every column is a copy of what the events say, for finding it; they alone count. */
export const serviceCase = pgTable(
  'service_case',
  {
    /** made by whoever files: sent twice, it is filed once */
    id: uuid('id').primaryKey(),
    number: text('number').notNull(),
    /** null: without a name */
    accountId: uuid('account_id'),
    personId: uuid('person_id'),
    householdId: uuid('household_id'),
    unitId: uuid('unit_id'),
    /** without a name: the hash of the key shown once */
    keyHash: bytea('key_hash'),
    service: text('service').notNull(),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    village: text('village'),
    level: text('level').notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    assigneeId: uuid('assignee_id'),
    dueOn: day('due_on'),
    /** `due_on`, or the end of time where nothing is due: what the queue is sorted by */
    sortOn: day('sort_on').notNull(),
    /** `accept`, `decide`, `pay`, `countersign`, `supplement` */
    dueOf: text('due_of'),
    /** a year whose calendar is not out yet keeps the date open */
    dueMissing: integer('due_missing'),
    /** the desk it was reported to when it was late */
    escalated: text('escalated'),
    escalatedOn: day('escalated_on'),
    filedAt: at('filed_at').notNull(),
    filedOn: day('filed_on').notNull(),
    closedOn: day('closed_on'),
    /** decided within the limit; null before, and where there is none */
    inTime: boolean('in_time'),
    stars: integer('stars'),
    exportedAt: at('exported_at'),
    /** who may read it: the answers, sealed once more as they stand now */
    answersEnc: bytea('answers_enc').notNull(),
  },
  (t) => [
    uniqueIndex('service_case_number').on(t.number),
    index('service_case_account').on(t.accountId, t.filedAt, t.id),
    index('service_case_person').on(t.personId, t.service),
    index('service_case_unit').on(t.unitId),
    // the queue: open ones by what is due next; a closed case has no part in it
    index('service_case_queue').on(t.county, t.level, t.sortOn, t.id).where(sql`closed_on is null`),
    index('service_case_town').on(t.county, t.town, t.sortOn, t.id).where(sql`closed_on is null`),
    index('service_case_assignee').on(t.assigneeId, t.sortOn, t.id).where(sql`closed_on is null`),
    index('service_case_late').on(t.dueOn).where(sql`closed_on is null`),
    index('service_case_filed').on(t.county, t.filedOn),
    index('service_case_closed').on(t.county, t.closedOn),
  ],
);

/** A file handed in with one case can be used again in another. */
export const caseFile = pgTable(
  'case_file',
  {
    caseId: uuid('case_id').notNull(),
    fileId: uuid('file_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.fileId] }), index('case_file_file').on(t.fileId)],
);

/** Append only: time line, audit and deadlines come from here. */
export const caseEvent = pgTable(
  'case_event',
  {
    caseId: uuid('case_id').notNull(),
    /** 1, 2, 3 …: two who act on the same version cannot both be written */
    seq: integer('seq').notNull(),
    /** made by whoever acts: sent twice, it happens once */
    id: uuid('id').notNull(),
    at: at('at').notNull(),
    day: day('day').notNull(),
    /** `resident`, `helper`, `staff`, `system` */
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    office: text('office'),
    action: text('action').notNull(),
    /** the state it led to */
    state: text('state').notNull(),
    dataEnc: bytea('data_enc').notNull(),
    due: jsonb('due'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    uniqueIndex('case_event_once').on(t.caseId, t.id),
    index('case_event_id').on(t.id),
  ],
);

/** A form not sent yet. `rev` counts the savings: the second device is told, nothing is overwritten. */
export const draft = pgTable(
  'draft',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    service: text('service').notNull(),
    serviceVersion: integer('service_version').notNull(),
    rev: integer('rev').notNull(),
    device: text('device').notNull(),
    contentEnc: bytea('content_enc').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [index('draft_account').on(t.accountId, t.savedAt)],
);

/** An employer: files for itself once somebody is bound to its credit code. */
export const unit = pgTable(
  'unit',
  {
    id: uuid('id').primaryKey(),
    codeHash: bytea('code_hash').notNull(),
    /** name and credit code */
    contentEnc: bytea('content_enc').notNull(),
    county: char('county', { length: 6 }).notNull(),
  },
  (t) => [uniqueIndex('unit_code').on(t.codeHash)],
);

export const unitMember = pgTable(
  'unit_member',
  {
    unitId: uuid('unit_id').notNull(),
    accountId: uuid('account_id').notNull(),
    since: at('since').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.unitId] })],
);
