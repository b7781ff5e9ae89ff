/**
 * Every table of the house. Columns that end in `_enc` are sealed field by field (field-cipher.ts) and bound to
 * their row's `id`; columns that end in `_hash` are keyed blind indexes. Nothing personal stands in the clear.
 * Keys are chosen so that every table can be sharded by its first key column; indexes are btree only.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

// ---- accounts and how one signs in

export const account = pgTable('account', {
  id: uuid('id').primaryKey(),
  phoneEnc: bytea('phone_enc'),
  /** the register's person, after the second proof */
  personId: uuid('person_id'),
  boundAt: at('bound_at'),
  /** `phone`: the signed-in phone is the register's; `in_person`: a village worker has looked; `request`: staff answered */
  boundHow: text('bound_how'),
  /** whoever verifies the code sees the masked name */
  showsName: boolean('shows_name').notNull().default(false),
  createdAt: at('created_at').notNull(),
});

/** One way of signing in: `phone` or `wechat`, by the blind index of number or openid. */
export const login = pgTable(
  'login',
  {
    kind: text('kind').notNull(),
    subjectHash: bytea('subject_hash').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectHash, t.kind] }), index('login_account').on(t.accountId)],
);

export const session = pgTable(
  'session',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    /** shown to the owner; the token itself is known to the phone alone */
    id: uuid('id').notNull(),
    accountId: uuid('account_id').notNull(),
    /** opened inside WeChat's cloud: good for that WeChat user alone */
    openidHash: bytea('openid_hash'),
    device: text('device').notNull(),
    createdAt: at('created_at').notNull(),
    usedAt: at('used_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('session_account').on(t.accountId)],
);

/** The one code that was sent to a phone for a purpose; a new one replaces it. */
export const smsCode = pgTable(
  'sms_code',
  {
    phoneHash: bytea('phone_hash').notNull(),
    purpose: text('purpose').notNull(),
    codeHash: bytea('code_hash').notNull(),
    sentAt: at('sent_at').notNull(),
    tries: integer('tries').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.phoneHash, t.purpose] })],
);

/** Who acts for the county, where, and until when. One role an account; given by the county's administrator. */
export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    office: text('office').notNull(),
    until: day('until').notNull(),
    /** `village`, `town`, `county`, `admin` */
    role: text('role').notNull().default('county'),
    /** of a village worker and a township clerk, as the register writes them */
    town: text('town'),
    village: text('village'),
    /** service ids of a county handler; null: all */
    services: text('services').array(),
    nameEnc: bytea('name_enc'),
    /** who it is in the register, if anybody: nobody decides for the own household */
    personId: uuid('person_id'),
    /** null: from the command line */
    givenBy: uuid('given_by'),
    givenAt: at('given_at'),
  },
  (t) => [index('staff_county').on(t.county, t.role)],
);

/** 回避: an officer says that somebody is a relative. It stays, for every case of that household. */
export const staffRelation = pgTable(
  'staff_relation',
  {
    staffId: uuid('staff_id').notNull(),
    householdId: uuid('household_id').notNull(),
    declaredAt: at('declared_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.householdId] })],
);

// ---- the register

export const household = pgTable(
  'household',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    noHash: bytea('no_hash').notNull(),
  },
  (t) => [uniqueIndex('household_no').on(t.noHash, t.county)],
);

export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    householdId: uuid('household_id').notNull(),
    /** an adult may hide the details from the household; it stays when the account goes */
    hidesDetails: boolean('hides_details').notNull().default(false),
    /** blind indexes of the place (places.ts), also of one that the row leaves open; null: not filled in yet */
    townHash: bytea('town_hash'),
    villageHash: bytea('village_hash'),
  },
  (t) => [
    index('person_household').on(t.householdId),
    index('person_place').on(t.county, t.townHash, t.villageHash),
  ],
);

/** The ID number's blind index; a table of its own so that it can be sharded by the hash. */
export const idIndex = pgTable('id_index', {
  idHash: bytea('id_hash').primaryKey(),
  personId: uuid('person_id').notNull(),
});

/** A person's whole register row as it stood: a new version only when something changed. */
export const personVersion = pgTable(
  'person_version',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull(),
    /** the day the row speaks of */
    dataDate: day('data_date').notNull(),
    /** the last data date on which a file said the same again */
    confirmedOn: day('confirmed_on').notNull(),
    recordedAt: at('recorded_at').notNull(),
    importId: uuid('import_id').notNull(),
    rowEnc: bytea('row_enc').notNull(),
    /** keyed digest of the row's content: the same again is no new version */
    digest: bytea('digest').notNull(),
  },
  (t) => [index('person_version_person').on(t.personId, t.dataDate, t.recordedAt)],
);

export const registerImport = pgTable('register_import', {
  id: uuid('id').primaryKey(),
  county: char('county', { length: 6 }),
  fileName: text('file_name').notNull(),
  sha256: char('sha256', { length: 64 }).notNull(),
  startedAt: at('started_at').notNull(),
  finishedAt: at('finished_at'),
  counts: jsonb('counts').notNull(),
});

// ---- what a resident says and allows

/** Name and ID number given, waiting for the second proof. One an account. */
export const claim = pgTable('claim', {
  /** the account */
  id: uuid('id').primaryKey(),
  identityEnc: bytea('identity_enc').notNull(),
  /** blind index of what the confirmation QR says; null after it was used */
  confirmHash: bytea('confirm_hash'),
  confirmUntil: at('confirm_until').notNull(),
  createdAt: at('created_at').notNull(),
});

/** Asked of the office: verification, a correction of the register, a complaint about the portal. */
export const request = pgTable(
  'request',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    kind: text('kind').notNull(),
    accountId: uuid('account_id'),
    payloadEnc: bytea('payload_enc').notNull(),
    createdAt: at('created_at').notNull(),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by'),
    /** `done` or `declined` */
    outcome: text('outcome'),
    answerEnc: bytea('answer_enc'),
  },
  (t) => [
    index('request_county').on(t.county, t.answeredAt, t.createdAt),
    index('request_account').on(t.accountId),
  ],
);

/** Answers that only the person knows, kept here because the person agreed. */
export const savedFacts = pgTable('saved_facts', {
  /** the account */
  id: uuid('id').primaryKey(),
  factsEnc: bytea('facts_enc').notNull(),
  savedAt: at('saved_at').notNull(),
});

/** A consent is given once and withdrawn once; giving it again is another row. */
export const consent = pgTable(
  'consent',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    givenAt: at('given_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [index('consent_account').on(t.accountId)],
);

/** 代办: somebody may do named things for a resident until a day. */
export const mandate = pgTable(
  'mandate',
  {
    id: uuid('id').primaryKey(),
    holderId: uuid('holder_id'),
    helperId: uuid('helper_id'),
    services: text('services').array().notNull(),
    until: day('until').notNull(),
    /** `code`: the helper typed what the holder's phone showed; `sms`: what the holder's SMS said */
    how: text('how').notNull(),
    /** what the holder called the helper, or the helper the holder */
    labelEnc: bytea('label_enc'),
    offerHash: bytea('offer_hash'),
    offerUntil: at('offer_until').notNull(),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    index('mandate_holder').on(t.holderId),
    index('mandate_helper').on(t.helperId),
    uniqueIndex('mandate_offer').on(t.offerHash),
  ],
);

// ---- the code

export const codeKey = pgTable('code_key', {
  id: uuid('id').primaryKey(),
  kid: text('kid').notNull().unique(),
  publicJwk: jsonb('public_jwk').notNull(),
  privateEnc: bytea('private_enc').notNull(),
  createdAt: at('created_at').notNull(),
});

/** A random reference stands for one holder on one day; what the code says is not kept. */
export const codeRef = pgTable(
  'code_ref',
  {
    ref: bytea('ref').primaryKey(),
    personId: uuid('person_id').notNull(),
    /** who showed it: the person, or the guardian */
    accountId: uuid('account_id').notNull(),
    day: day('day').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('code_ref_account').on(t.accountId, t.day), index('code_ref_person').on(t.personId, t.day)],
);

// ---- who looked

/** Append only. Every row carries the keyed hash of the one before; the newest is also in `audit_head`. */
export const accessLog = pgTable(
  'access_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    /** `staff`, `helper`, `household`, `system` */
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    office: text('office').notNull(),
    purpose: text('purpose').notNull(),
    /** whose data: a person of the register, an account, or everybody of a county */
    personId: uuid('person_id'),
    accountId: uuid('account_id'),
    county: char('county', { length: 6 }),
    hash: bytea('hash').notNull(),
  },
  (t) => [
    index('access_log_person').on(t.personId),
    index('access_log_account').on(t.accountId),
    index('access_log_county').on(t.county),
    index('access_log_actor').on(t.actorId, t.at),
  ],
);

export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
});

/** The counters of rate-limiter-flexible, in the shape it wants. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

// ---- files

/** What a resident attaches to a case. The content lies in the file store, sealed with the key of its row. */
export const attachment = pgTable(
  'attachment',
  {
    /** made by the phone */
    id: uuid('id').primaryKey(),
    /** whose it is: who sent it, or for whom a helper did */
    accountId: uuid('account_id').notNull(),
    /** set when a case takes it */
    caseId: uuid('case_id'),
    nameEnc: bytea('name_enc'),
    /** 32 random bytes; without them nobody can read what lies in the file store */
    keyEnc: bytea('key_enc'),
    /** by content, once it is all here */
    type: text('type'),
    /** announced; of what is kept, once it is ready */
    bytes: integer('bytes').notNull(),
    received: integer('received').notNull().default(0),
    /** where the pieces in the file store begin */
    cuts: integer('cuts').array().notNull().default([]),
    /** of the file as it was sent */
    sha256: text('sha256'),
    thumbEnc: bytea('thumb_enc'),
    /** `receiving`, `ready`, or `gone`: unreadable, its objects are still to be removed */
    state: text('state').notNull(),
    createdAt: at('created_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    index('attachment_case').on(t.caseId),
    index('attachment_account').on(t.accountId),
    // what the sweep looks through: files that no case has taken
    index('attachment_waiting').on(t.createdAt).where(sql`case_id is null`),
  ],
);

// ---- cases

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

// ---- visits

/** A visit to a household, or to a workshop: made in the village without a signal, sent later, kept once. */
export const visit = pgTable(
  'visit',
  {
    id: uuid('id').primaryKey(),
    /** `resident` or `workshop` */
    kind: text('kind').notNull(),
    personId: uuid('person_id'),
    householdId: uuid('household_id'),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    village: text('village'),
    staffId: uuid('staff_id').notNull(),
    visitedOn: day('visited_on').notNull(),
    /** false: nobody was there */
    met: boolean('met').notNull().default(true),
    /** `2026-11`: what it counts for */
    month: char('month', { length: 7 }).notNull(),
    contentEnc: bytea('content_enc').notNull(),
    recordedAt: at('recorded_at').notNull(),
    /** the township has entered it */
    enteredAt: at('entered_at'),
  },
  (t) => [
    index('visit_person').on(t.personId, t.month),
    index('visit_place').on(t.county, t.town, t.village, t.month),
  ],
);

// ---- decided cases, for the provincial system

/** Signs what is exported; nothing else, so that no code of a resident can ever pass for an export. */
export const exportKey = pgTable('export_key', {
  id: uuid('id').primaryKey(),
  kid: text('kid').notNull().unique(),
  publicJwk: jsonb('public_jwk').notNull(),
  privateEnc: bytea('private_enc').notNull(),
  createdAt: at('created_at').notNull(),
});

/** One decision of a case in one exported file, and what the other side answered. */
export const caseExport = pgTable(
  'case_export',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    /** the event that decided it: decided again, or corrected, it is exported again */
    seq: integer('seq').notNull(),
    /** the file */
    batch: uuid('batch').notNull(),
    sentAt: at('sent_at').notNull(),
    answeredAt: at('answered_at'),
    /** `accepted` or `rejected` */
    status: text('status'),
    reasonEnc: bytea('reason_enc'),
  },
  (t) => [index('case_export_case').on(t.caseId, t.seq)],
);
