/** What becomes of a posting as it is sent: seen, held back for what it demands, or waiting for the county. */
import type { PostingDraft, PostingState } from '@/domain/jobs';
import { decidedAnew, looksAnew, type Said } from '@/domain/jobs/decided';
import { findingsOf, holdReason } from '@/domain/jobs/hold';
import type { Context } from '../context';
import type { PostingRow } from '../jobs/view';
import type { Queries } from '../store/store';
import { draftIn } from './draft-in';
import { isDoubted, isKnown } from './known';
import { deskOf, type Poster } from './poster';
import { openReports } from './reports';
import { isOver } from './state';

export interface Becomes {
  readonly state: PostingState;
  readonly reason: string | null;
  /** of one that was there: what the county has not seen so, in words */
  readonly anew: readonly string[];
}

/** Held back for what it demands, unless staff have released just that; waiting for the county while it knows nobody. */
export async function becomes(
  context: Context,
  queries: Queries,
  poster: Poster,
  draft: PostingDraft,
  known: PostingRow | null,
): Promise<Becomes> {
  const over = known !== null && (isOver(known.state) || known.openUntil < context.today);
  const anew = known ? changes(known, draft, over) : [];
  const becoming = (state: PostingState, reason: string | null = null): Becomes => ({ state, reason, anew });
  const reason = holdReason(findingsOf(draft));
  const released = known?.state === 'open' && holdReason(findingsOf(draftIn(known))) === reason;
  if (reason !== null && !released) return becoming('held', reason);
  const doubted = async () =>
    known !== null && ((await openReports(queries, known.id)) > 0 || (await isDoubted(queries, known.id)));
  // what the county has said of it is not undone by the township
  if (poster.as === 'staff') return becoming(poster.decides || !(await doubted()) ? 'open' : 'proposed');
  // people see the county's word on it, and some have applied: what stands there now nobody has looked at
  if (anew.length > 0) return becoming('proposed');
  // what the desk held back in its own words is looked at again
  if (known?.state === 'held' || known?.state === 'proposed') return becoming('proposed');
  if (await doubted()) return becoming('proposed');
  // what it has seen it has seen, also where the unit is not known for long enough any more
  if (known?.state === 'open' && !over) return becoming('open');
  const desk = deskOf({ county: draft.county, offeredTo: draft.offered_to });
  const trusted = await isKnown(queries, poster.unitId ?? '', desk, context.today);
  return becoming(trusted ? 'open' : 'proposed');
}

/** One that is begun anew has another last day by its nature. */
function changes(known: PostingRow, draft: PostingDraft, over: boolean): string[] {
  const [before, after] = [saidIn(draftIn(known)), saidIn(draft)];
  const words = over ? decidedAnew(before, after) : looksAnew(before, after);
  const { lat, lng } = draft.point;
  const moved =
    (draft.exact === 'exact' || known.exact === 'exact') && !(known.lat === lat && known.lng === lng);
  return moved && !words.includes('地方') ? [...words, '地方'] : words;
}

const saidIn = ({ words: { also: _, ...words }, point: _p, exact: _e, ...said }: PostingDraft): Said => ({
  ...said,
  ...words,
});
