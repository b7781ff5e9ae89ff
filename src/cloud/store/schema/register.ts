/** The register: one person, one household, each row as it stood. */
import { boolean, char, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

export const household = pgTable(
  'household',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    noHash: bytea('no_hash').notNull(),
  },
  (t) => [uniqueIndex('household_no').on(t.noHash, t.county)],
);

export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    householdId: uuid('household_id').notNull(),
    /** an adult may hide the details from the household; it stays when the account goes */
    hidesDetails: boolean('hides_details').notNull().default(false),
    /** blind indexes of the place (places.ts), also of one that the row leaves open; null: not filled in yet */
    townHash: bytea('town_hash'),
    villageHash: bytea('village_hash'),
  },
  (t) => [
    index('person_household').on(t.householdId),
    index('person_place').on(t.county, t.townHash, t.villageHash),
  ],
);

/** The ID number's blind index; a table of its own so that it can be sharded by the hash. */
export const idIndex = pgTable('id_index', {
  idHash: bytea('id_hash').primaryKey(),
  personId: uuid('person_id').notNull(),
});

/** A person's whole register row as it stood: a new version only when something changed. */
export const personVersion = pgTable(
  'person_version',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull(),
    /** the day the row speaks of */
    dataDate: day('data_date').notNull(),
    /** the last data date on which a file said the same again */
    confirmedOn: day('confirmed_on').notNull(),
    recordedAt: at('recorded_at').notNull(),
    importId: uuid('import_id').notNull(),
    rowEnc: bytea('row_enc').notNull(),
    /** keyed digest of the row's content: the same again is no new version */
    digest: bytea('digest').notNull(),
  },
  (t) => [index('person_version_person').on(t.personId, t.dataDate, t.recordedAt)],
);

export const registerImport = pgTable('register_import', {
  id: uuid('id').primaryKey(),
  county: char('county', { length: 6 }),
  fileName: text('file_name').notNull(),
  sha256: char('sha256', { length: 64 }).notNull(),
  startedAt: at('started_at').notNull(),
  finishedAt: at('finished_at'),
  counts: jsonb('counts').notNull(),
});
