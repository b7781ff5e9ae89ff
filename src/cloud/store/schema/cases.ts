/** Cases and everything they need. */
import { sql } from 'drizzle-orm';
import {
  bigint,
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
    /** 0 comes first in the queue: known to be among those whom the region's document puts first; 1 is everybody else */
    rank: integer('rank').notNull().default(1),
    /** those it is handled together with */
    groupId: uuid('group_id'),
    /** of a step of a bundle: the bundle's own case */
    parentId: uuid('parent_id'),
    /** keyed hashes of who did not pay and of the site: the same one is found, nobody is read out */
    employerHash: bytea('employer_hash'),
    siteHash: bytea('site_hash'),
    /** months for which pay is missing, and the sum asked for */
    owedFrom: char('owed_from', { length: 7 }),
    owedTo: char('owed_to', { length: 7 }),
    askedFen: bigint('asked_fen', { mode: 'number' }),
    /** the hearing that is set */
    hearingOn: day('hearing_on'),
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
    // and with those who come first: each rank is walked by itself
    index('service_case_rank').on(t.county, t.rank, t.level, t.sortOn, t.id).where(sql`closed_on is null`),
    index('service_case_group').on(t.groupId).where(sql`group_id is not null`),
    index('service_case_parent').on(t.parentId).where(sql`parent_id is not null`),
    index('service_case_employer').on(t.county, t.employerHash).where(sql`employer_hash is not null`),
    index('service_case_site').on(t.county, t.siteHash).where(sql`site_hash is not null`),
    index('service_case_hearing').on(t.county, t.hearingOn).where(sql`hearing_on is not null`),
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

/** Several who ask for the same pay. Each keeps their own figures; only the number of them is told. */
export const wageGroup = pgTable(
  'wage_group',
  {
    id: uuid('id').primaryKey(),
    codeHash: bytea('code_hash').notNull(),
    founderId: uuid('founder_id').notNull(),
    /** the code, and the employer and site as the founder wrote them */
    contentEnc: bytea('content_enc').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [uniqueIndex('wage_group_code').on(t.codeHash)],
);

export const wageMember = pgTable(
  'wage_member',
  {
    groupId: uuid('group_id').notNull(),
    accountId: uuid('account_id').notNull(),
    joinedAt: at('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.accountId] }), index('wage_member_account').on(t.accountId)],
);
