/** Postings as whoever stands behind them reads them. */
import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OwnPosting, OwnPostingView } from '@/contract/postings';
import type { PostingDraft } from '@/domain/jobs';
import { differences } from '@/domain/jobs/promised';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { recordsOf } from '../jobs/record';
import { type PostingRow, viewOf } from '../jobs/view';
import { postingEvent, postingReport, workApplication } from '../store/schema';
import { people, SAID, STANDS, STARTED } from '../work/counted';
import { draftIn } from './draft-in';
import { EVENTS, type EventName } from './events';
import type { Poster } from './poster';
import { mayOf } from './state';

interface Counts {
  readonly reports: number;
  readonly applied: number;
  readonly waiting: number;
  readonly started: number;
  readonly said: number;
}

const WAITING = ['sent', 'seen', 'invited'] as const;

export async function ownLines(
  context: Context,
  poster: Poster,
  rows: readonly PostingRow[],
): Promise<OwnPosting[]> {
  const counts = await countsOf(
    context,
    poster,
    rows.map(({ id }) => id),
  );
  const records = await recordsOf(
    context,
    rows.map(({ creditCode }) => creditCode),
  );
  return rows.map((row) => {
    const found = counts(row.id);
    // who doubts a posting is between them and the desk
    const shown = poster.as === 'unit' ? { ...found, reports: 0 } : found;
    const {
      alike: _a,
      reasons: _r,
      metres: _m,
      ...view
    } = viewOf(context, row, { metres: null, reasons: [] }, [], records(row.creditCode));
    return {
      ...view,
      version: row.version,
      source: row.source,
      ...shown,
      may: mayOf(poster, row, found.reports, context.today),
    };
  });
}

async function countsOf(
  context: Context,
  { as, county }: Poster,
  ids: readonly string[],
): Promise<(id: string) => Counts> {
  const none: Counts = { reports: 0, applied: 0, waiting: 0, started: 0, said: 0 };
  if (ids.length === 0) return () => none;
  const { db } = servicesOf(context).store;
  // a county's desk has its own people of what is offered to the whole region
  const own = as === 'staff' ? eq(workApplication.county, county) : undefined;
  const [reports, applications] = await Promise.all([
    db
      .select({ id: postingReport.postingId, n: count() })
      .from(postingReport)
      .where(and(inArray(postingReport.postingId, [...ids]), isNull(postingReport.outcome)))
      .groupBy(postingReport.postingId),
    db
      .select({
        id: workApplication.postingId,
        ...{ applied: people(), started: people(STARTED), said: people(SAID) },
        waiting: sql<number>`count(*) filter (where ${inArray(workApplication.state, [...WAITING])})::int`,
      })
      .from(workApplication)
      .where(and(STANDS, own, inArray(workApplication.postingId, [...ids])))
      .groupBy(workApplication.postingId),
  ]);
  return (id) => {
    const { id: _, ...applied } = applications.find((one) => one.id === id) ?? { id };
    return { ...none, ...applied, reports: reports.find((one) => one.id === id)?.n ?? 0 };
  };
}

/** What stood there before a change, beside what it was changed to: the next change's before, or what stands there now. */
function changesAt(
  context: Context,
  row: PostingRow,
  events: readonly { readonly before: PostingDraft | null }[],
  index: number,
): OwnPostingView['history'][number]['changes'] {
  const before = events[index]?.before ?? null;
  if (before === null) return [];
  const after = events.slice(index + 1).find((one) => one.before !== null)?.before ?? draftIn(row);
  return [...differences(before, after, (code) => countyName(context.book, code))];
}

export async function ownView(context: Context, poster: Poster, row: PostingRow): Promise<OwnPostingView> {
  const { db, cipher } = servicesOf(context).store;
  const [line] = await ownLines(context, poster, [row]);
  const newest = await db
    .select()
    .from(postingEvent)
    .where(eq(postingEvent.postingId, row.id))
    .orderBy(desc(postingEvent.seq))
    .limit(200);
  const events = newest.reverse();
  // in a village the words say who it was
  const reports =
    poster.as === 'unit' || !poster.writes
      ? []
      : await db
          .select()
          .from(postingReport)
          .where(eq(postingReport.postingId, row.id))
          .orderBy(desc(postingReport.saidAt))
          .limit(100);
  return {
    posting: line as OwnPosting,
    history: events.map(({ at, who, action, reason }, index) => ({
      at: at.toISOString(),
      who: who === 'system' ? '平台' : who,
      what: EVENTS[action as EventName] ?? action,
      reason,
      changes: poster.as === 'unit' ? [] : changesAt(context, row, events, index),
    })),
    reports: reports.map(({ id, reasons, contentEnc, saidAt, outcome, counts }) => ({
      ...{ reasons: [...reasons], counts },
      text: contentEnc && cipher.open('posting_report.content', id, contentEnc),
      said_at: saidAt.toISOString(),
      outcome,
    })),
  };
}
