/** Saved searches as they are kept, and what is new for one. */
import { and, between, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import type { PostingFilter } from '@/contract/jobs';
import { covered, metresBetween, square } from '@/domain/geo/cells';
import type { Point } from '@/domain/jobs';
import type { Wanted } from '@/domain/jobs/wishes';
import { type Context, servicesOf } from '../context';
import { filtered } from '../jobs/filter';
import { pointOf } from '../policy-book/points';
import type { FieldCipher } from '../store/field-cipher';
import { posting, type workSearch } from '../store/schema';

const PLACE = 'work_search.content';

export const sealSearch = (cipher: FieldCipher, id: string, wanted: Wanted): Buffer =>
  cipher.seal(PLACE, id, JSON.stringify(wanted));

export const wantedIn = (
  cipher: FieldCipher,
  row: Pick<typeof workSearch.$inferSelect, 'id' | 'contentEnc'>,
) => JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Wanted;

/** As the list of work looks around a place when nobody says how far. */
const WITHIN = 30_000;
const MOST_RINGS = 60;
/** More than that is said as that. */
export const MOST_NEW = 99;

/** Postings of a search that came after a moment; at most one more than are counted. */
export async function newFor(context: Context, wanted: Wanted, since: Date): Promise<string[]> {
  const { scope, county, town, filter } = wanted;
  const at = scope === 'near' ? pointOf(context.book, county, town ?? null) : null;
  const where: SQL | undefined =
    scope === 'away'
      ? eq(posting.offeredTo, county)
      : at
        ? around(at, filter.within ?? WITHIN)
        : and(eq(posting.county, county), isNull(posting.offeredTo));
  const rows = await servicesOf(context)
    .store.db.select({ id: posting.id, lat: posting.lat, lng: posting.lng })
    .from(posting)
    .where(and(filtered(filter as PostingFilter, scope, context.today), where, gt(posting.postedAt, since)))
    .limit(1000);
  const within = filter.within ?? WITHIN;
  return rows
    .filter((row) => at === null || metresBetween(at, row) <= within)
    .slice(0, MOST_NEW + 1)
    .map(({ id }) => id);
}

/** Every row of cells as one range: few enough for the index, however far one goes. */
function around(at: Point, within: number): SQL | undefined {
  let rings = 1;
  while (rings < MOST_RINGS && covered(at, rings) < within) rings++;
  const column = square(at, rings).filter((_, n) => n % (2 * rings + 1) === 0);
  return or(...column.map((first) => between(posting.cell, first, first + 2 * rings)));
}
