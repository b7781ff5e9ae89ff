/** Publishing and changing: staff of the county at once, a new employer once the county has looked. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { OwnPostingView } from '@/contract/postings';
import type { PostingDraft } from '@/domain/jobs';
import { printOf } from '@/domain/jobs/print';
import { type PostingProblem, postingProblems } from '@/domain/jobs/problems';
import { type Context, servicesOf } from '../../context';
import type { PostingRow } from '../../jobs/view';
import { becomes } from '../../postings/becomes';
import { draftOf } from '../../postings/draft';
import { draftIn } from '../../postings/draft-in';
import { recordEvent } from '../../postings/events';
import { isOwn, ownOr404, type Poster, posterOf } from '../../postings/poster';
import { openReports } from '../../postings/reports';
import { shownIn } from '../../postings/shown';
import { standingOf } from '../../postings/standing';
import { isOver, mayOf, whyNot } from '../../postings/state';
import { tellStanding } from '../../postings/tell-involved';
import { ownView } from '../../postings/view';
import { requireFewWaiting } from '../../postings/waiting';
import { refuse, refuseField } from '../../refuse';
import { columnsOf } from '../../store/jobs/columns';
import { posting } from '../../store/schema';
import type { Queries } from '../../store/store';
import { requireOther } from './other';

type Input = InputOf<'postings.publish'>;

export async function own(context: Context, { id }: InputOf<'postings.own'>): Promise<OwnPostingView> {
  const poster = await posterOf(context);
  return ownView(context, poster, await ownOr404(context, poster, id));
}

/** Sent twice, it is published once. */
export async function publish(context: Context, input: Input): Promise<OwnPostingView> {
  const poster = await posterOf(context);
  if (!poster.writes) throw refuse('NotAllowed');
  const { store, limits } = servicesOf(context);
  await limits.take('publish_account', poster.accountId);
  const draft = draftOf(context, poster, input.posting);
  const row = await store.db.transaction(async (queries) => {
    const [known] = await queries.select().from(posting).where(eq(posting.id, input.id)).for('update');
    if (known) return change(context, queries, poster, known, input, draft);
    if (input.version !== 0) throw refuse('NotFound');
    complain(context, draft);
    await requireOther(context, queries, poster, { unitId: null, creditCode: draft.credit_code });
    return insert(context, queries, poster, input.id, draft);
  });
  return ownView(context, poster, row);
}

async function insert(
  context: Context,
  queries: Queries,
  poster: Poster,
  id: string,
  draft: PostingDraft,
): Promise<PostingRow> {
  const print = await freePrint(queries, id, draft);
  const { state, reason } = await becomes(context, queries, poster, draft, null);
  if (state === 'proposed') await requireFewWaiting(context, queries, poster, id, draft, null);
  const unit = poster.as === 'unit';
  const [row] = await queries
    .insert(posting)
    .values({
      id,
      source: unit ? 'employer' : 'desk',
      sourceId: id,
      ...{ print, ...columnsOf(draft) },
      ...{ state, reason, version: 1, unitId: poster.unitId },
      ...{ postedAt: context.now, shownAt: context.now, changedAt: context.now },
      // the desk's own word is the office's
      ...(!unit && { verifiedBy: poster.name, verifiedOn: context.today }),
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw refuse('CaseChanged');
  await noted(context, queries, poster, row, state === 'proposed' ? 'proposed' : 'published', reason);
  return row;
}

async function change(
  context: Context,
  queries: Queries,
  poster: Poster,
  known: PostingRow,
  { version }: Input,
  asked: PostingDraft,
): Promise<PostingRow> {
  const draft = keptWhere(known, asked);
  if (!isOwn(poster, known)) throw refuse('NotFound');
  // the answer to the first sending was lost
  if (version === 0 && known.version === 1) return known;
  if (version !== known.version) throw refuse('CaseChanged');
  const reports = await openReports(queries, known.id);
  if (!mayOf(poster, known, reports, context.today).includes('change'))
    throw refuse('ActionNotAllowed', {
      fields: [{ path: 'id', message: whyNot(poster, 'change', known, reports, context.today) }],
    });
  complain(context, draft);
  await requireOther(context, queries, poster, known);
  await requireOther(context, queries, poster, { unitId: null, creditCode: draft.credit_code });
  const print = await freePrint(queries, known.id, draft);
  const { state, reason, anew } = await becomes(context, queries, poster, draft, known);
  if (state === 'proposed') await requireFewWaiting(context, queries, poster, known.id, draft, known);
  const unit = poster.as === 'unit';
  const [row] = await queries
    .update(posting)
    .set({
      ...columnsOf(draft),
      // an import that brings the same keeps its name on it
      words: { ...draft.words, also: known.words.also },
      ...{ print, state, reason, version: version + 1, changedAt: context.now },
      // begun anew, it is new
      ...(isOver(known.state) && { postedAt: context.now }),
      ...shownIn(context, known, state),
      ...(!unit && state !== 'proposed' && { verifiedBy: poster.name, verifiedOn: context.today }),
      // what was verified is not what stands there now
      ...((state === 'proposed' || (unit && (anew.length > 0 || state !== 'open'))) && {
        ...{ verifiedBy: null, verifiedOn: null },
      }),
    })
    .where(eq(posting.id, known.id))
    .returning();
  if (!row) throw refuse('NotFound');
  const why = unit && anew.length > 0 ? `改了${anew.join('、')}` : null;
  const before = await standingOf(queries, known);
  await noted(context, queries, poster, row, 'changed', reason ?? why, draftIn(known));
  await tellStanding(context, queries, before, row);
  return row;
}

/** Of the same township nobody has moved it: its point may be nearer than the one that would be looked up now. */
const keptWhere = (known: PostingRow, asked: PostingDraft): PostingDraft =>
  asked.exact !== 'exact' &&
  known.exact !== 'exact' &&
  asked.county === known.county &&
  asked.town === known.town
    ? { ...asked, point: { lat: known.lat, lng: known.lng }, exact: known.exact }
    : asked;

const noted = (
  context: Context,
  queries: Queries,
  by: Poster,
  row: PostingRow,
  action: 'proposed' | 'published' | 'changed',
  reason: string | null,
  before?: PostingDraft,
) => recordEvent(context, queries, row, { by, action, state: row.state, reason, ...(before && { before }) });

/** First half of an advisory lock's key, the second is the print's: two at once of the same offer see each other. */
const PRINT_LOCK = 7313;

/**
 * What an import is just bringing is not waited for: it may stand there beside. Before the unit is held, for whoever has
 * the print may want the unit next.
 * @throws InvalidInput where the same offer stands there already, from whatever source
 */
async function freePrint(queries: Queries, id: string, draft: PostingDraft): Promise<string> {
  const print = printOf(draft);
  await queries.execute(sql`select pg_advisory_xact_lock(${PRINT_LOCK}, hashtext(${print}))`);
  const [same] = await queries
    .select({ id: posting.id })
    .from(posting)
    .where(
      and(
        eq(posting.print, print),
        ne(posting.id, id),
        // what was hidden does not come back as another
        inArray(posting.state, ['open', 'proposed', 'held', 'hidden']),
      ),
    )
    .limit(1);
  if (same) throw refuseField('posting.title', '已经有一条一样的，不用再发；要改，请在那一条上改');
  return print;
}

const missing = ({ title, employer }: PostingDraft): PostingProblem[] => [
  ...(title === '' ? [{ at: 'title', message: '请写招什么人，比如：缝纫工' }] : []),
  ...(employer === '' ? [{ at: 'employer', message: '请写哪个单位招人' }] : []),
];

/** @throws InvalidInput at the fields */
function complain({ today }: Context, draft: PostingDraft): void {
  const problems = [...missing(draft), ...postingProblems(draft, today)];
  if (problems.length === 0) return;
  throw refuse('InvalidInput', {
    fields: problems.map(({ at, message }) => ({ path: `posting.${at}`, message })),
  });
}
