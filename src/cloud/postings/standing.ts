/** How a posting stands with the desk, as those read it who have applied or joined. */
import { asc, inArray } from 'drizzle-orm';
import type { Standing } from '@/domain/jobs/standing';
import { type posting, postingEvent } from '../store/schema';
import type { Queries, Store } from '../store/store';
import { isOver } from './state';

type Row = Pick<typeof posting.$inferSelect, 'id' | 'state'>;
type Happened = Pick<typeof postingEvent.$inferSelect, 'action' | 'state'>;
type Any = Queries | Store['db'];

/** What weighs more stands, until it is seen again. */
const WEIGHT: Readonly<Record<Standing, number>> = { checking: 1, stopped: 2, untrue: 3 };

function wordOf({ action, state }: Happened): Standing | null {
  if (action === 'judged_true') return 'untrue';
  if (action === 'closed_by_desk') return 'stopped';
  return state === 'hidden' || state === 'held' ? 'checking' : null;
}

/** Open to everybody; or what people said of it was not so, and its days are over. */
const isCleared = ({ action, state }: Happened): boolean =>
  state === 'open' || (action === 'judged_untrue' && isOver(state));

/** @param events in the order in which they happened */
export function standingIn(state: Row['state'], events: readonly Happened[]): Standing | null {
  if (state === 'open') return null;
  const since = events.slice(events.map(isCleared).lastIndexOf(true) + 1);
  const words = since.flatMap((one) => wordOf(one) ?? []);
  // what an import holds back leaves no event
  if (state === 'hidden' || state === 'held') words.push('checking');
  const [worst] = words.sort((one, other) => WEIGHT[other] - WEIGHT[one]);
  // ended while it was looked into, nobody looks any more
  return worst === 'checking' && isOver(state) ? 'stopped' : (worst ?? null);
}

/** Those that are missing stand well. */
export async function standingsOf(queries: Any, rows: readonly Row[]): Promise<Map<string, Standing>> {
  const asked = rows.filter(({ state }) => state !== 'open');
  if (asked.length === 0) return new Map();
  const events = await queries
    .select({ of: postingEvent.postingId, action: postingEvent.action, state: postingEvent.state })
    .from(postingEvent)
    .where(
      inArray(
        postingEvent.postingId,
        asked.map(({ id }) => id),
      ),
    )
    .orderBy(asc(postingEvent.seq));
  return new Map(
    asked.flatMap(({ id, state }) => {
      const standing = standingIn(
        state,
        events.filter(({ of }) => of === id),
      );
      return standing === null ? [] : [[id, standing] as const];
    }),
  );
}

export const standingOf = async (queries: Any, row: Row): Promise<Standing | null> =>
  (await standingsOf(queries, [row])).get(row.id) ?? null;
