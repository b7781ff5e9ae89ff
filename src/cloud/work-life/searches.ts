/** Saved searches as they are kept, and what is new for one. */
import { and, arrayOverlaps, between, eq, gt, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { covered, metresBetween, square } from '@/domain/geo/cells';
import { POSTING_KINDS, type Point } from '@/domain/jobs';
import type { Wanted } from '@/domain/jobs/wishes';
import { type Context, packFor, servicesOf } from '../context';
import { offeredCodes } from '../jobs/from';
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
/** Of one county in one week there are not more to be counted. */
const LOOKED_AT = 2000;

/** Open postings of a search that came after a moment; at most one more than are counted. */
export async function newFor(context: Context, wanted: Wanted, since: Date): Promise<string[]> {
  const { scope, county, town, filter } = wanted;
  const at = scope === 'near' ? pointOf(context.book, county, town ?? null) : null;
  const within = filter.within ?? WITHIN;
  // as the list has it; a county whose pack is gone is itself alone
  const offered = packFor(context, county) ? offeredCodes(context, { county }) : [county];
  const rows = await servicesOf(context)
    .store.db.select({ id: posting.id, lat: posting.lat, lng: posting.lng })
    .from(posting)
    .where(
      and(
        eq(posting.state, 'open'),
        gte(posting.openUntil, context.today),
        gt(posting.postedAt, since),
        scope === 'away' ? inArray(posting.offeredTo, offered) : isNull(posting.offeredTo),
        scope === 'away' ? undefined : at ? around(at, within) : eq(posting.county, county),
        ...conditions(filter),
      ),
    )
    .limit(LOOKED_AT);
  return rows
    .filter((row) => at === null || metresBetween(at, row) <= within)
    .slice(0, MOST_NEW + 1)
    .map(({ id }) => id);
}

/** Every row of cells as one range: few enough for the index, however far one goes. */
function around(at: Point, within: number): SQL | undefined {
  let rings = 1;
  while (rings < MOST_RINGS && covered(at, rings) < within) rings++;
  const firsts = square(at, rings).filter((_, n) => n % (2 * rings + 1) === 0);
  return or(...firsts.map((first) => between(posting.cell, first, first + 2 * rings)));
}

/** The same as the list of work has them: what is not said is not what was asked for. */
function conditions(filter: Wanted['filter']): (SQL | undefined)[] {
  const { kinds = [], shifts = [], skills = [], starts_by } = filter;
  return [
    kinds.length === 0
      ? undefined
      : inArray(
          posting.kind,
          kinds.map((kind) => POSTING_KINDS[kind].no),
        ),
    filter.pay_from ? gte(posting.monthFen, filter.pay_from) : undefined,
    filter.board ? eq(posting.board, 'free') : undefined,
    filter.lodging ? eq(posting.lodging, 'free') : undefined,
    shifts.length === 0 ? undefined : inArray(posting.shift, [...shifts]),
    filter.childcare_hours ? eq(posting.childcareHours, true) : undefined,
    filter.elders ? eq(posting.elders, true) : undefined,
    filter.light ? eq(posting.light, true) : undefined,
    skills.length === 0 ? undefined : arrayOverlaps(posting.skills, [...skills]),
    starts_by ? or(isNull(posting.startsOn), lte(posting.startsOn, starts_by)) : undefined,
  ];
}
