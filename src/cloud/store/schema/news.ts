/** Policy news: short items of the county's staff, bound to documents. Nothing personal. */
import { sql } from 'drizzle-orm';
import { char, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';

export const news = pgTable(
  'news',
  {
    /** made by whoever publishes: sent twice, it is there once */
    id: uuid('id').primaryKey(),
    /** whose desk: a county, or the region when its own desk says it to all of its counties */
    place: char('place', { length: 6 }).notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    /** the document and its items, as the policy book names them */
    document: text('document').notNull(),
    items: text('items').array().notNull(),
    /** where one goes from here; null: only the text */
    service: text('service'),
    /** what the picture shows, for whoever does not see it; null: there is none */
    pictureSays: text('picture_says'),
    office: text('office').notNull(),
    publishedBy: uuid('published_by').notNull(),
    publishedAt: at('published_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    index('news_shown').on(t.place, t.publishedAt, t.id).where(sql`withdrawn_at is null`),
    index('news_desk').on(t.place, t.publishedAt, t.id),
  ],
);

/** Beside its item: lists are read without it. Everybody may see it, so it is not sealed. */
export const newsPicture = pgTable('news_picture', {
  newsId: uuid('news_id').primaryKey(),
  type: text('type').notNull(),
  bytes: bytea('bytes').notNull(),
});
