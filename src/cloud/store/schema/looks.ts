/** Who looked, and how often something was tried. */
import { bigint, char, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';

/** Append only. Every row carries the keyed hash of the one before; the newest is also in `audit_head`. */
export const accessLog = pgTable(
  'access_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    /** `staff`, `helper`, `household`, `system` */
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    office: text('office').notNull(),
    purpose: text('purpose').notNull(),
    /** whose data: a person of the register, an account, or everybody of a county */
    personId: uuid('person_id'),
    accountId: uuid('account_id'),
    county: char('county', { length: 6 }),
    hash: bytea('hash').notNull(),
  },
  (t) => [
    index('access_log_person').on(t.personId),
    index('access_log_account').on(t.accountId),
    index('access_log_county').on(t.county),
    index('access_log_actor').on(t.actorId, t.at),
  ],
);

export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
});

/** The counters of rate-limiter-flexible, in the shape it wants. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});
