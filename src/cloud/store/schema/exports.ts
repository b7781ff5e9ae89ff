/** Decided cases, for the provincial system. */
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';

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
