/** Who is counted as having applied, and as having begun: a person and a posting, once. */
import { and, eq, gt, isNotNull, min, ne, or, type SQL, sql } from 'drizzle-orm';
import { workApplication, workSpell } from '../store/schema';
import type { Queries } from '../store/store';

/** What was withdrawn is no application. */
export const STANDS = ne(workApplication.state, 'withdrawn');

/** It stood at the end of a time: what happens afterwards changes nothing of what was. */
export const stoodAt = (end: Date) => or(STANDS, gt(workApplication.withdrawnAt, end));

/** Withdrawn and sent again, or left and come back: one. */
export const people = (which?: SQL) =>
  sql<number>`(count(distinct (${workApplication.postingId}, ${workApplication.whoId})) filter (where ${which ?? sql`true`}))::int`;

/** Anybody can say that they work there: it counts where whoever hires says so too, and stands apart where nobody has. */
export const STARTED = sql`${eq(workApplication.state, 'taken')} and ${isNotNull(workApplication.startedOn)}`;
export const SAID = sql`${ne(workApplication.state, 'taken')} and ${isNotNull(workApplication.startedOn)}`;

/** Where they work is copied to what they applied by, in the transaction that says it or takes it back. */
export async function noteStart(queries: Queries, accountId: string, postingId: string): Promise<void> {
  const [first] = await queries
    .select({ on: min(workSpell.startedOn) })
    .from(workSpell)
    .where(and(eq(workSpell.accountId, accountId), eq(workSpell.postingId, postingId)));
  await queries
    .update(workApplication)
    .set({ startedOn: first?.on ?? null })
    .where(and(eq(workApplication.accountId, accountId), eq(workApplication.postingId, postingId), STANDS));
}
