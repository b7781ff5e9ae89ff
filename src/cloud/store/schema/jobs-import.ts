/** Who says that there is this work: one row for every id of every source, several of one posting where they agree. */
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns';

export const jobClaim = pgTable(
  'job_claim',
  {
    source: text('source').notNull(),
    sourceId: text('source_id').notNull(),
    postingId: uuid('posting_id').notNull(),
    /** of what the source said last: said again it changes nothing */
    digest: bytea('digest').notNull(),
    /** why the import held it back; what staff released or held themselves is known by the difference */
    held: text('held'),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.sourceId] }),
    index('job_claim_posting').on(t.postingId, t.source, t.sourceId),
  ],
);
