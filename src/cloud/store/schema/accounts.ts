/** Accounts, how one signs in, and who works at the desk. */
import { boolean, char, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

export const account = pgTable(
  'account',
  {
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
  },
  (t) => [index('account_person').on(t.personId)],
);

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
