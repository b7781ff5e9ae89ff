/** Postings of a county, by what is to be done with them; and those of one unit. */

import { and, desc, eq, gte, ilike, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { POSTING_KINDS } from '@/domain/jobs';
import { OVER } from '@/domain/jobs/states';
import { countyName } from '../../cases/names';
import { type Context, servicesOf, staffOf } from '../../context';
import { after, cursorText } from '../../cursor';
import type { PostingRow } from '../../jobs/view';
import { isKnown } from '../../postings/known';
import { ownPostings, type Poster, posterOf, unitPosterOf } from '../../postings/poster';
import { ownLines } from '../../postings/view';
import { posting, postingReport } from '../../store/schema';

type Queue = InputOf<'postings.queue'>;

const PAGE = 20;
const MOST = 1000;

export async function queue(context: Context, input: Queue): Promise<OutputOf<'postings.queue'>> {
  staffOf(context);
  const poster = await posterOf(context);
  const page = await pageOf(
    context,
    poster,
    and(shown(context, poster, input.show), filtered(input)),
    input.cursor,
  );
  // whoever turns the page has them
  if (input.cursor !== undefined) return { ...page, counts: null, towns: null, writes: poster.writes };
  const [counts, towns] = await Promise.all([countsOf(context, poster), townsOf(context, poster)]);
  return { ...page, counts, towns, writes: poster.writes };
}

export async function mine(
  context: Context,
  { ended = false, cursor }: InputOf<'postings.mine'>,
): Promise<OutputOf<'postings.mine'>> {
  const poster = await unitPosterOf(context);
  const over = or(
    inArray(posting.state, [...OVER]),
    and(eq(posting.state, 'open'), lt(posting.openUntil, context.today)),
  );
  return {
    employer: poster.name,
    credit_code: poster.creditCode ?? '',
    county: poster.county,
    county_name: countyName(context.book, poster.county),
    known: await isKnown(servicesOf(context).store.db, poster.unitId ?? '', poster.county, context.today),
    ...(await pageOf(context, poster, ended ? over : sql`not (${over})`, cursor)),
  };
}

/** The newest first; the cursor is a posting, so that what is published meanwhile moves nothing. */
async function pageOf(context: Context, poster: Poster, where: SQL | undefined, cursor: string | undefined) {
  const { db } = servicesOf(context).store;
  const rows = await db
    .select()
    .from(posting)
    .where(
      and(ownPostings(poster), where, after(cursor, { at: posting.postedAt, id: posting.id, order: 'desc' })),
    )
    .orderBy(desc(posting.postedAt), desc(posting.id))
    .limit(PAGE + 1);
  const shownRows = rows.slice(0, PAGE);
  const last: PostingRow | undefined = shownRows.at(-1);
  return {
    postings: await ownLines(context, poster, shownRows),
    next: rows.length > PAGE && last ? cursorText(last.postedAt, last.id) : null,
  };
}

const reportedIn = ({ county, region }: Poster): SQL => {
  const desks = [county, ...(region === null ? [] : [region])];
  return sql`${posting.id} in (select ${postingReport.postingId} from ${postingReport} where ${and(inArray(postingReport.county, desks), isNull(postingReport.outcome))})`;
};

function shown({ today }: Context, poster: Poster, show: Queue['show']): SQL | undefined {
  const inTime = gte(posting.openUntil, today);
  switch (show) {
    case 'reported':
      return reportedIn(poster);
    case 'unverified':
      return and(eq(posting.state, 'open'), isNull(posting.verifiedOn), inTime);
    case 'open':
    case 'proposed':
      return and(eq(posting.state, show), inTime);
    case 'ended':
      return or(
        inArray(posting.state, [...OVER]),
        and(inArray(posting.state, ['open', 'proposed']), lt(posting.openUntil, today)),
      );
    default:
      return eq(posting.state, show);
  }
}

/** What is typed is looked for as it stands: no sign in it means anything. */
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const filtered = ({ kind, town, find }: Queue): SQL | undefined =>
  and(
    kind === undefined ? undefined : eq(posting.kind, POSTING_KINDS[kind].no),
    town ? eq(posting.town, town) : undefined,
    find ? or(ilike(posting.title, like(find)), ilike(posting.employer, like(find))) : undefined,
  );

async function countsOf(
  context: Context,
  poster: Poster,
): Promise<NonNullable<OutputOf<'postings.queue'>['counts']>> {
  const { db } = servicesOf(context).store;
  const number = async (show: Queue['show']) => {
    const some = db
      .select({ id: posting.id })
      .from(posting)
      .where(and(ownPostings(poster), shown(context, poster, show)))
      .limit(MOST)
      .as('some');
    const [found] = await db.select({ n: sql<number>`count(*)::int` }).from(some);
    return found?.n ?? 0;
  };
  const [proposed, held, reported, unverified] = await Promise.all(
    (['proposed', 'held', 'reported', 'unverified'] as const).map(number),
  );
  return {
    proposed: proposed ?? 0,
    held: held ?? 0,
    reported: reported ?? 0,
    unverified: unverified ?? 0,
  };
}

async function townsOf(context: Context, poster: Poster): Promise<string[]> {
  if (poster.town !== null) return [poster.town];
  const rows = await servicesOf(context)
    .store.db.selectDistinct({ town: posting.town })
    .from(posting)
    .where(and(eq(posting.county, poster.county), isNull(posting.offeredTo)))
    .limit(200);
  return rows.flatMap(({ town }) => town ?? []).sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
