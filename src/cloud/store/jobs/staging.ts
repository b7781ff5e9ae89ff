/** Postings on their way in: in a temporary table of the transaction, so that nothing is written before all was read. */

import { createHash, randomUUID } from 'node:crypto';
import { getTableColumns } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { chinaMidnight } from '@/domain/calendar/china';
import type { PostingDraft } from '@/domain/jobs';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import { printOf } from '@/domain/jobs/print';
import { posting } from '../schema';
import { columnsOf } from './columns';

/** Bytes of an advisory lock's key: one import of postings at a time. */
const IMPORT_LOCK = 7311;

export interface ReadPosting {
  readonly line: number;
  readonly sourceId: string;
  readonly draft: PostingDraft;
  /** null: now */
  readonly postedOn: string | null;
}

type Column = keyof typeof posting.$inferInsert;
const NAMES = Object.fromEntries(
  Object.entries(getTableColumns(posting))
    // what the database reckons is not given to it
    .filter(([, column]) => column.generated === undefined)
    .map(([key, column]) => [key, column.name]),
) as Readonly<Record<Column, string>>;
/** What a source says, and may say otherwise the next time. */
export const SAID: readonly string[] = (
  [
    ...([
      'print',
      'kind',
      'title',
      'employer',
      'creditCode',
      'county',
      'town',
      'village',
      'address',
    ] as const),
    ...(['lat', 'lng', 'exact', 'cell', 'offeredTo'] as const),
    ...(['payFrom', 'payTo', 'payUnit', 'piecesPerDay', 'monthFen', 'people', 'shift'] as const),
    ...([
      'board',
      'lodging',
      'childcareHours',
      'elders',
      'light',
      'skills',
      'startsOn',
      'openUntil',
      'words',
    ] as const),
  ] as const
).map((key) => NAMES[key]);
/** Of it, what people decide by: whoever vouched for it has seen just this. The days and the number change every week. */
export const DECIDED: readonly string[] = SAID.filter(
  (name) => !['print', 'cell', 'month_fen', 'people', 'open_until'].includes(name),
);
export const ALL: readonly string[] = Object.values(NAMES);

/** @returns false when another import is running */
export async function lockPostings(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1) as locked', [
    IMPORT_LOCK,
  ]);
  return rows[0]?.locked === true;
}

export async function prepareIncoming(client: PoolClient): Promise<void> {
  await client.query(`
    create temporary table incoming_job on commit drop as
    select p.*, 0 as line, ''::bytea as digest, null::text as held, null::text as action, null::uuid as posting_id
    from job_posting p limit 0`);
  // also of rows that could not be taken: they have not vanished
  await client.query('create temporary table present_job (source_id text primary key) on commit drop');
}

/** What is said about one id, whoever says it and whenever: the same digest changes nothing. */
const digestOf = (draft: PostingDraft, held: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([draft, held]))
    .digest('hex');

function record(source: string, now: Date, { line, sourceId, draft, postedOn }: ReadPosting) {
  const held = holdReason(findingsOf(draft));
  const values = {
    ...columnsOf(draft),
    id: randomUUID(),
    ...{ source, sourceId, print: printOf(draft) },
    state: held === null ? 'open' : 'held',
    reason: held,
    postedAt: postedOn === null ? now.toISOString() : chinaMidnight(postedOn).toISOString(),
    shownAt: now.toISOString(),
    changedAt: now.toISOString(),
    version: 1,
  };
  const named = Object.entries(values).map(([key, value]) => [NAMES[key as Column], value]);
  return { ...Object.fromEntries(named), line, digest: `\\x${digestOf(draft, held)}`, held };
}

/** @returns the reasons of those held back, by line */
export async function stagePostings(
  client: PoolClient,
  { source, now }: { readonly source: string; readonly now: Date },
  rows: readonly ReadPosting[],
): Promise<{ line: number; held: string }[]> {
  if (rows.length === 0) return [];
  const records = rows.map((row) => record(source, now, row));
  await client.query({
    name: 'jobs-stage',
    text: 'insert into incoming_job select * from jsonb_populate_recordset(null::incoming_job, $1::jsonb)',
    values: [JSON.stringify(records)],
  });
  return records.flatMap(({ line, held }) => (held === null ? [] : [{ line, held }]));
}

/** @returns those that stood there before in this file */
export async function stagePresent(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query({
    name: 'jobs-present',
    text: 'insert into present_job select distinct unnest($1::text[]) on conflict do nothing',
    values: [ids],
  });
}
