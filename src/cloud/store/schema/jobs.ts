/** Work: postings and who offers them. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Exactness, Keep, PayUnit, PostingState, PostingWords, Shift, Skill } from '@/domain/jobs';
// by its path: the tests' setup and drizzle-kit know no other way
import { TRAITS_SQL } from '../../../domain/jobs/traits';
import { at, day } from './columns';

export const posting = pgTable(
  'job_posting',
  {
    id: uuid('id').primaryKey(),
    /** who supplied it: `desk`, `employer`, or the name of an import; with its own id there, it is one posting */
    source: text('source').notNull(),
    sourceId: text('source_id').notNull(),
    /** the same offer from two sources has the same print */
    print: text('print').notNull(),
    /** number of the kind: domain/jobs/kinds.ts */
    kind: smallint('kind').notNull(),
    state: text('state').$type<PostingState>().notNull(),
    /** why it was held back, hidden or closed */
    reason: text('reason'),
    title: text('title').notNull(),
    employer: text('employer').notNull(),
    creditCode: char('credit_code', { length: 18 }),
    /** the unit whose account posted it; null: nobody's account */
    unitId: uuid('unit_id'),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    village: text('village'),
    address: text('address'),
    /** GCJ-02 */
    lat: doublePrecision('lat').notNull(),
    lng: doublePrecision('lng').notNull(),
    exact: text('exact').$type<Exactness>().notNull(),
    /** domain/geo/cells.ts */
    cell: bigint('cell', { mode: 'number' }).notNull(),
    /** work elsewhere: whose people it is offered to */
    offeredTo: char('offered_to', { length: 6 }),
    payFrom: integer('pay_from'),
    payTo: integer('pay_to'),
    payUnit: text('pay_unit').$type<PayUnit>(),
    piecesPerDay: integer('pieces_per_day'),
    /** fen a month as reckoned in domain/jobs/pay.ts; −1: not said, so no floor of pay finds it */
    monthFen: integer('month_fen').notNull(),
    people: integer('people'),
    shift: text('shift').$type<Shift>(),
    board: text('board').$type<Keep>(),
    lodging: text('lodging').$type<Keep>(),
    childcareHours: boolean('childcare_hours'),
    elders: boolean('elders'),
    light: boolean('light'),
    skills: text('skills').array().$type<Skill[]>().notNull(),
    startsOn: day('starts_on'),
    openUntil: day('open_until').notNull(),
    /** as its source says */
    postedAt: at('posted_at').notNull(),
    /** since when everybody sees it: the county may look long after it was sent, a file may bring what is days old */
    shownAt: at('shown_at').notNull(),
    changedAt: at('changed_at').notNull(),
    version: integer('version').notNull(),
    /** who looked at it and when: an office's short name, never a person's */
    verifiedBy: text('verified_by'),
    verifiedOn: day('verified_on'),
    words: jsonb('words').$type<PostingWords>().notNull(),
    /** what is asked for by yes or no, as bits: domain/jobs/traits.ts */
    traits: integer('traits').generatedAlwaysAs(sql.raw(TRAITS_SQL)),
  },
  (t) => [
    uniqueIndex('job_posting_source').on(t.source, t.sourceId),
    // near by: everything the search needs stands in the index, so that it reads no rows; far fewer open ones than ended ones
    index('job_posting_near')
      .on(
        ...([t.cell, t.kind, t.monthFen, t.openUntil, t.shownAt, t.lat, t.lng, t.id] as const),
        ...([t.traits, t.startsOn, t.county] as const),
      )
      .where(sql`state = 'open' and offered_to is null`),
    index('job_posting_away')
      .on(t.offeredTo, t.shownAt, t.id)
      .where(sql`state = 'open' and offered_to is not null`),
    index('job_posting_desk').on(t.county, t.state, t.postedAt, t.id),
    // the desk of those whom work elsewhere is offered to
    index('job_posting_desk_away')
      .on(t.offeredTo, t.state, t.postedAt, t.id)
      .where(sql`offered_to is not null`),
    index('job_posting_unit').on(t.unitId, t.postedAt),
    index('job_posting_print').on(t.print),
    index('job_posting_ends').on(t.openUntil).where(sql`state = 'open'`),
  ],
);
