/** What a resident says and allows. */
import { char, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

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
