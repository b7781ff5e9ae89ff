/** Who is counted as having applied, and as having begun: a person and a posting, once. */
import { and, eq, ne, sql } from 'drizzle-orm';
import { workApplication, workSpell } from '../store/schema';

/** What was withdrawn is no application. */
export const STANDS = ne(workApplication.state, 'withdrawn');

/** Somebody who says they work there is counted where they applied: anybody can name a posting. */
export const OF_SPELL = and(
  eq(workApplication.postingId, workSpell.postingId),
  eq(workApplication.accountId, workSpell.accountId),
  STANDS,
);

/** Withdrawn and sent again, or left and come back: one. */
export const PEOPLE = sql<number>`count(distinct (${workApplication.postingId}, ${workApplication.whoId}))::int`;
