/** The personal code. */
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

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
