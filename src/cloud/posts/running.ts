/** Which contracts run today, who is counted, and which are followed by another of the same person. */
import { and, eq, gt, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../context';
import { postHolder } from '../store/schema';
import type { Queries } from '../store/store';
import type { HolderRow } from './flags';

/** Not over: it runs, or will. */
export const notOver = ({ today }: Context): SQL | undefined =>
  and(isNull(postHolder.endedOn), gte(postHolder.endsOn, today));

/** A contract that runs today: what begins later fills no post yet. */
export const running = (context: Context): SQL | undefined =>
  and(notOver(context), lte(postHolder.startsOn, context.today));

export const isRunning = (
  { endedOn, startsOn, endsOn }: Pick<HolderRow, 'endedOn' | 'startsOn' | 'endsOn'>,
  today: string,
): boolean => endedOn === null && startsOn <= today && endsOn >= today;

/** Whom the register knows counts once, with however many contracts. */
export const HELD = sql<number>`count(distinct coalesce(${postHolder.personId}, ${postHolder.id}))::int`;
export const heldIn = (rows: readonly HolderRow[], today: string): number =>
  new Set(rows.filter((row) => isRunning(row, today)).map(({ personId, id }) => personId ?? id)).size;

export const bareName = (text: string): string => text.normalize('NFKC').replace(/[\s·•・‧.．]/g, '');

/** Another contract of the same person in the same post that goes on later. */
export const isRenewed = (
  row: HolderRow,
  others: readonly HolderRow[],
  nameOf: (row: HolderRow) => string,
): boolean =>
  others.some(
    (other) =>
      other.postId === row.postId &&
      other.endedOn === null &&
      other.startsOn > row.startsOn &&
      other.endsOn > row.endsOn &&
      other.personId === row.personId &&
      (row.personId !== null || bareName(nameOf(other)) === bareName(nameOf(row))),
  );

const later = alias(postHolder, 'later');

/** The same of a row of a query, for whom the register knows: who is kept by name is found by opening the names. */
export const renewals = (queries: Queries) =>
  queries
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.postId, postHolder.postId),
        eq(later.personId, postHolder.personId),
        isNull(later.endedOn),
        gt(later.startsOn, postHolder.startsOn),
        gt(later.endsOn, postHolder.endsOn),
      ),
    );
