/** What residents hand in. */
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';

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
