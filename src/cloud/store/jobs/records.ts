/** What a file and the desk share that write down what offices have published of employers. */
import { sql } from 'drizzle-orm';
import { recordKey } from '@/domain/jobs/record-file';
import type { employerRecord } from '../schema';
import type { Queries } from '../store';

/** Whoever comes second sees what the first has written. */
const RECORDS_LOCK = 7312;
export const holdRecords = (queries: Queries) =>
  queries.execute(sql`select pg_advisory_xact_lock(${RECORDS_LOCK})`);

/** As `recordKey` has it of what is written down. */
export const keyOf = (row: typeof employerRecord.$inferSelect): string | null =>
  recordKey({ ...row, credit_code: row.creditCode, published_on: row.publishedOn });
