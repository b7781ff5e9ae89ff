/** What a resident is told, and how it gets to them. */
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, day } from './columns';

/** The inbox: being written here is being delivered. Its id follows from what it tells of, so nothing is told twice. */
export const message = pgTable(
  'message',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    /** `case`, `benefit`, `training`, `hands`, `post`, `notice` */
    kind: text('kind').notNull(),
    /** the case it tells of, or what else opens with it: a benefit's id, a session's */
    caseId: uuid('case_id'),
    ref: text('ref'),
    /** there is something to do, or a decision: told at once, not in the digest */
    urgent: boolean('urgent').notNull().default(false),
    /** the last day of what is to be done */
    dueOn: day('due_on'),
    contentEnc: bytea('content_enc').notNull(),
    createdAt: at('created_at').notNull(),
    readAt: at('read_at'),
  },
  (t) => [
    index('message_account').on(t.accountId, t.createdAt, t.id),
    index('message_case').on(t.caseId, t.accountId),
    index('message_old').on(t.createdAt),
  ],
);

/** The outbox: one row for each way a message goes out of the house, written with the message. */
export const delivery = pgTable(
  'delivery',
  {
    id: uuid('id').primaryKey(),
    messageId: uuid('message_id').notNull(),
    accountId: uuid('account_id').notNull(),
    /** `wechat` or `sms` */
    channel: text('channel').notNull(),
    urgent: boolean('urgent').notNull(),
    /** `waiting`, `sending`, `sent`, `skipped` (no way to them, or not wanted), `dead` (tried to the end) */
    state: text('state').notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    nextAt: at('next_at').notNull(),
    /** a try went out and nobody knows how it ended */
    unclear: boolean('unclear').notNull().default(false),
    /** the name of an error: never a number, an address or a word of the message */
    lastError: text('last_error'),
    providerId: text('provider_id'),
    endedAt: at('ended_at'),
  },
  (t) => [
    uniqueIndex('delivery_once').on(t.messageId, t.channel),
    // `sending` too: whoever took it may have died
    index('delivery_due').on(t.nextAt, t.id).where(sql`state in ('waiting', 'sending')`),
    index('delivery_account').on(t.accountId),
  ],
);

/** How somebody can be reached, and when they want to be. One an account. */
export const reach = pgTable('reach', {
  /** the account */
  id: uuid('id').primaryKey(),
  openidEnc: bytea('openid_enc'),
  sms: boolean('sms').notNull().default(true),
  digest: boolean('digest').notNull().default(true),
  /** told of policies that fit anew */
  policies: boolean('policies').notNull().default(true),
  /** hours of China; the same twice: never quiet */
  quietFrom: integer('quiet_from').notNull().default(21),
  quietTo: integer('quiet_to').notNull().default(8),
  /** the provider says that nobody has this number */
  phoneBadAt: at('phone_bad_at'),
  digestAt: at('digest_at'),
});

/** One-off permissions for a WeChat template: one is used up by each message. */
export const permit = pgTable(
  'permit',
  {
    accountId: uuid('account_id').notNull(),
    /** `task`, `progress`, `digest` */
    template: text('template').notNull(),
    remaining: integer('remaining').notNull(),
    /** what the person's phone said last: `accept`, `reject`, `ban`, `filter`, `off` */
    answer: text('answer').notNull(),
    /** the asking it was said at, last */
    askedId: uuid('asked_id').notNull(),
    answeredAt: at('answered_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.template] })],
);

/** Every time the phone asked whether messages may be sent: an asking counts once, however late it is sent again. */
export const asking = pgTable(
  'asking',
  {
    accountId: uuid('account_id').notNull(),
    /** made by the phone */
    id: uuid('id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** What fitted an account when it was looked at last: what fits now and did not then is new. */
export const fitting = pgTable(
  'fitting',
  {
    /** the account */
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull(),
    /** packs and import it was looked at with; empty: not yet */
    stamp: text('stamp').notNull(),
    checkedAt: at('checked_at').notNull(),
    /** ids; null: not looked at yet */
    benefitsEnc: bytea('benefits_enc'),
  },
  (t) => [index('fitting_stamp').on(t.stamp)],
);

/** Told once, whatever changes back and forth. */
export const toldBenefit = pgTable(
  'told_benefit',
  {
    accountId: uuid('account_id').notNull(),
    benefit: text('benefit').notNull(),
    document: text('document').notNull(),
    toldAt: at('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.benefit, t.document] })],
);
