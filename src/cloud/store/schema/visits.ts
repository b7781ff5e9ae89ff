/** Visits. */
import { boolean, char, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

/** A visit to a household, or to a workshop: made in the village without a signal, sent later, kept once. */
export const visit = pgTable(
  'visit',
  {
    id: uuid('id').primaryKey(),
    /** `resident` or `workshop` */
    kind: text('kind').notNull(),
    personId: uuid('person_id'),
    householdId: uuid('household_id'),
    county: char('county', { length: 6 }).notNull(),
    town: text('town'),
    village: text('village'),
    staffId: uuid('staff_id').notNull(),
    visitedOn: day('visited_on').notNull(),
    /** false: nobody was there */
    met: boolean('met').notNull().default(true),
    /** `2026-11`: what it counts for */
    month: char('month', { length: 7 }).notNull(),
    contentEnc: bytea('content_enc').notNull(),
    recordedAt: at('recorded_at').notNull(),
    /** the township has entered it */
    enteredAt: at('entered_at'),
  },
  (t) => [
    index('visit_person').on(t.personId, t.month),
    index('visit_place').on(t.county, t.town, t.village, t.month),
  ],
);
