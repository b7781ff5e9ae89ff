/** What staff do with a posting of their county, and how a unit ends its own. */
import { and, eq, isNull } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { OwnPostingView, StaffAction } from '@/contract/postings';
import type { PostingState } from '@/domain/jobs';
import type { Standing } from '@/domain/jobs/standing';
import { type Context, servicesOf, staffOf } from '../../context';
import { closedByDesk } from '../../hands/call-off';
import { heldGathering } from '../../hands/seats';
import type { PostingRow } from '../../jobs/view';
import { type EventName, recordEvent, tellThose, tellUnit } from '../../postings/events';
import { isOwn, type Poster, posterOf } from '../../postings/poster';
import { DOUBTED, openReports } from '../../postings/reports';
import { shownIn } from '../../postings/shown';
import { standingOf } from '../../postings/standing';
import { mayOf, whyNot } from '../../postings/state';
import { tellStanding } from '../../postings/tell-involved';
import { ownView } from '../../postings/view';
import { refuse } from '../../refuse';
import { posting, postingReport } from '../../store/schema';
import type { Queries } from '../../store/store';
import { requireOther } from './other';

type Act = InputOf<'postings.act'>;

export async function act(context: Context, input: Act): Promise<OwnPostingView> {
  staffOf(context);
  const poster = await posterOf(context);
  if (!poster.writes) throw refuse('NotAllowed');
  const row = await servicesOf(context).store.db.transaction(async (queries) => {
    // of day labour, and first: places that came free are given away when it is open again
    await heldGathering(queries, input.id);
    const held = await heldFor(context, queries, poster, input, input.action);
    const before = await standingOf(queries, held);
    if (input.action === 'judge') return judge(context, queries, poster, { held, before }, input);
    const { to, event, told } = stepOf(input);
    const verified = input.action === 'verify' && {
      verifiedBy: poster.name,
      verifiedOn: context.today,
    };
    const reason = 'reason' in input ? input.reason : null;
    const done = await changed(context, queries, held, {
      ...verified,
      state: to,
      // why it was held back is nobody's to read once it is open
      reason: to === 'open' ? null : reason,
    });
    await recordEvent(context, queries, held, { by: poster, action: event, state: to, reason });
    await tellUnit(context, queries, done, told, reason ?? undefined);
    await tellStanding(context, queries, before, done, reason);
    return done;
  });
  return ownView(context, poster, row);
}

interface Step {
  readonly to: PostingState;
  readonly event: EventName;
  /** to the unit */
  readonly told: string;
}

const STEPS: Record<Exclude<Act['action'], 'judge'>, Step> = {
  verify: { to: 'open', event: 'verified', told: '区县核实过了，大家都看得到。' },
  hide: { to: 'hidden', event: 'hidden', told: '区县把这条隐藏了，大家看不到。' },
  hold: { to: 'held', event: 'held', told: '区县先把这条扣下了，照下面写的改好，再交一次。' },
  release: { to: 'open', event: 'released', told: '区县看过了，又可以看到了。' },
};
const stepOf = ({ action }: Exclude<Act, { action: 'judge' }>): Step => STEPS[action];

/** Whoever posted it, or staff. */
export async function close(context: Context, input: InputOf<'postings.close'>): Promise<OwnPostingView> {
  const poster = await posterOf(context);
  if (!poster.writes) throw refuse('NotAllowed');
  const reason = input.reason || null;
  const row = await servicesOf(context).store.db.transaction(async (queries) => {
    // of day labour, and first: whoever calls it off holds it before its posting
    const gathering = await heldGathering(queries, input.id);
    const held = await heldFor(context, queries, poster, input, 'close');
    const before = await standingOf(queries, held);
    const done = await changed(context, queries, held, { state: 'closed', reason });
    const stopped = poster.as === 'staff' && held.source !== 'desk';
    await recordEvent(context, queries, held, {
      ...{ by: poster, action: stopped ? 'closed_by_desk' : 'closed', state: 'closed', reason },
    });
    if (poster.as === 'staff')
      await tellUnit(context, queries, done, '区县把这条停招了，大家看不到。', reason ?? undefined);
    if (gathering && held.source === 'hands') await closedByDesk(context, queries, gathering, reason);
    if (poster.as === 'staff') await tellStanding(context, queries, before, done, reason);
    return done;
  });
  return ownView(context, poster, row);
}

/** For the own unit nobody does these; ended, it would be nobody's to look into. */
const JUDGING: readonly StaffAction[] = ['verify', 'release', 'judge', 'close'];

/** @throws NotFound for another's posting, CaseChanged, ActionNotAllowed with the reason */
async function heldFor(
  context: Context,
  queries: Queries,
  poster: Poster,
  { id, version }: { readonly id: string; readonly version: number },
  action: StaffAction,
): Promise<PostingRow> {
  const [row] = await queries.select().from(posting).where(eq(posting.id, id)).for('update');
  if (!row || !isOwn(poster, row)) throw refuse('NotFound');
  if (row.version !== version) throw refuse('CaseChanged');
  const reports = await openReports(queries, id);
  if (JUDGING.includes(action)) await requireOther(context, queries, poster, row);
  if (mayOf(poster, row, reports, context.today).includes(action)) return row;
  const message = whyNot(poster, action, row, reports, context.today);
  throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message }] });
}

async function changed(
  context: Context,
  queries: Queries,
  held: PostingRow,
  values: Partial<typeof posting.$inferInsert> & Pick<PostingRow, 'state'>,
): Promise<PostingRow> {
  const [row] = await queries
    .update(posting)
    .set({
      ...values,
      ...shownIn(context, held, values.state),
      ...{ version: held.version + 1, changedAt: context.now },
    })
    .where(eq(posting.id, held.id))
    .returning();
  if (!row) throw refuse('NotFound');
  return row;
}

/** What was hidden for another reason stays hidden. */
function judged({ today }: Context, { state, reason, openUntil }: PostingRow, right: boolean): PostingState {
  if (right) return state === 'open' ? 'hidden' : state;
  if (state !== 'hidden' || reason !== DOUBTED) return state;
  return openUntil < today ? 'expired' : 'open';
}

/** All that was said and not answered yet is answered at once. */
async function judge(
  context: Context,
  queries: Queries,
  poster: Poster,
  { held, before }: { readonly held: PostingRow; readonly before: Standing | null },
  { outcome, reason }: Extract<Act, { action: 'judge' }>,
): Promise<PostingRow> {
  const right = outcome === 'true';
  const said = await queries
    .update(postingReport)
    .set({ outcome, decidedAt: context.now })
    .where(and(eq(postingReport.postingId, held.id), isNull(postingReport.outcome)))
    .returning({ accountId: postingReport.accountId });
  const state = judged(context, held, right);
  const done = await changed(context, queries, held, {
    state,
    reason: state === 'open' ? null : right ? reason : held.reason,
  });
  await recordEvent(context, queries, held, {
    ...{ by: poster, action: right ? 'judged_true' : 'judged_untrue', state, reason },
  });
  await tellUnit(
    context,
    queries,
    done,
    right ? '有人说这条信息不实，区县核实是这样，不再显示。' : '有人说这条信息不实，区县核实不是这样。',
    reason,
  );
  await tellStanding(context, queries, before, done, reason);
  await tellThose(
    context,
    queries,
    said.flatMap(({ accountId }) => accountId ?? []),
    {
      source: `doubt ${done.id} ${done.version}`,
      kind: 'notice',
      content: {
        title: done.title,
        text: right
          ? '您说这条岗位信息不实，区县核实了，是这样。这条不再显示，谢谢您。'
          : '您说这条岗位信息不实，区县核实了，不是这样，这条照样显示。',
        said: reason,
      },
    },
  );
  return done;
}
