/** No unit fills a county's desk: so many of its postings wait there at once. */
import { and, count, eq, gte, ne, sql } from 'drizzle-orm';
import type { PostingDraft } from '@/domain/jobs';
import type { Context } from '../context';
import type { PostingRow } from '../jobs/view';
import { refuse } from '../refuse';
import { posting, unit } from '../store/schema';
import type { Queries } from '../store/store';
import { deskOf, type Poster } from './poster';

const WAITING_MOST = 20;

/** @param known as it was; one that waits there already waits on, and one that people see is only looked at again @throws ActionNotAllowed in words */
export async function requireFewWaiting(
  { today }: Context,
  queries: Queries,
  { unitId }: Poster,
  id: string,
  draft: PostingDraft,
  known: PostingRow | null,
): Promise<void> {
  if (unitId === null) return;
  const desk = deskOf({ county: draft.county, offeredTo: draft.offered_to });
  const seen = known?.state === 'open' || known?.state === 'proposed';
  if (known && seen && deskOf(known) === desk) return;
  // two at the same moment count each other
  await queries.select({ id: unit.id }).from(unit).where(eq(unit.id, unitId)).for('update');
  const [found] = await queries
    .select({ n: count() })
    .from(posting)
    .where(
      and(
        ...[eq(posting.unitId, unitId), eq(posting.state, 'proposed'), ne(posting.id, id)],
        // nobody looks at what is over
        gte(posting.openUntil, today),
        eq(sql`coalesce(${posting.offeredTo}, ${posting.county})`, desk),
      ),
    );
  if ((found?.n ?? 0) < WAITING_MOST) return;
  const message = `这个区县已经有您${WAITING_MOST}条等着核实了，请等区县看过再发；急的可以打电话问区县人社部门`;
  throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message }] });
}
