/**
 * Every table of the house. Columns that end in `_enc` are sealed field by field (field-cipher.ts) and bound to
 * their row's `id`; columns that end in `_hash` are keyed blind indexes. Nothing personal stands in the clear.
 * Keys are chosen so that every table can be sharded by its first key column; indexes are btree only.
 */
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

/** Who acts for the county, and where. */
export const staff = pgTable('staff', {
  id: uuid('id').primaryKey(),
  county: char('county', { length: 6 }).notNull(),
  office: text('office').notNull(),
  until: day('until').notNull(),
});

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
  },
  (t) => [index('person_household').on(t.householdId), index('person_county').on(t.county)],
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
    index('access_log_actor').on(t.actorId),
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
  (t) => [index('attachment_case').on(t.caseId), index('attachment_account').on(t.accountId)],
);
