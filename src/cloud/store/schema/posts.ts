/** Public-welfare posts of the villages, and who holds them. */
import { sql } from 'drizzle-orm';
import { char, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PostKind } from '@/domain/posts';
import { at, bytea, day } from './columns';

export const publicPost = pgTable(
  'public_post',
  {
    /** made by whoever enters it: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    county: char('county', { length: 6 }).notNull(),
    town: text('town').notNull(),
    village: text('village').notNull(),
    kind: text('kind').$type<PostKind>().notNull(),
    title: text('title').notNull(),
    /** how many the post is for */
    people: integer('people').notNull(),
    /** what one does, in the office's words */
    duty: text('duty'),
    version: integer('version').notNull(),
    createdBy: uuid('created_by').notNull(),
    changedAt: at('changed_at').notNull(),
    /** there is no such post any more */
    endedOn: day('ended_on'),
  },
  (t) => [
    check('public_post_people', sql`people > 0`),
    index('public_post_place').on(t.county, t.town, t.village, t.id),
  ],
);

export const postHolder = pgTable(
  'post_holder',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id').notNull(),
    county: char('county', { length: 6 }).notNull(),
    /** in the register; null: the register does not know them */
    personId: uuid('person_id'),
    householdId: uuid('household_id'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    /** left, or not renewed */
    endedOn: day('ended_on'),
    endedWhy: text('ended_why'),
    /** who said so, for which office, and when; null: before that was kept */
    endedBy: uuid('ended_by'),
    endedOffice: text('ended_office'),
    endedAt: at('ended_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    /** holder and desk were told that it ends soon */
    toldAt: at('told_at'),
    /** the name */
    contentEnc: bytea('content_enc').notNull(),
  },
  (t) => [
    check('post_holder_days', sql`ends_on > starts_on`),
    uniqueIndex('post_holder_once').on(t.postId, t.personId, t.startsOn),
    index('post_holder_post').on(t.postId),
    index('post_holder_person').on(t.personId),
    index('post_holder_household').on(t.householdId).where(sql`ended_on is null`),
    index('post_holder_county').on(t.county, t.startsOn, t.id).where(sql`ended_on is null`),
    index('post_holder_ends').on(t.endsOn).where(sql`ended_on is null`),
  ],
);
