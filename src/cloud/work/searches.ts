/** Saved searches as they are kept, and what is new for one. */
import { and, arrayOverlaps, between, eq, gt, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { PostingFilter } from '@/contract/jobs';
import { bands, metresBetween, ringsFor } from '@/domain/geo/cells';
import { POSTING_KINDS, type Point } from '@/domain/jobs';
import type { Wanted } from '@/domain/jobs/wishes';
import { type Context, packFor, servicesOf } from '../context';
import { countAround } from '../jobs/find';
import { offeredCodes, placeFrom } from '../jobs/from';
import { LITTLE, widthsOf } from '../jobs/widths';
import type { FieldCipher } from '../store/field-cipher';
import { posting, type workSearch } from '../store/schema';

const PLACE = 'work_search.content';

export const sealSearch = (cipher: FieldCipher, id: string, wanted: Wanted): Buffer =>
  cipher.seal(PLACE, id, JSON.stringify(wanted));

export const wantedIn = (
  cipher: FieldCipher,
  row: Pick<typeof workSearch.$inferSelect, 'id' | 'contentEnc'>,
) => JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Wanted;

/** More than that is said as that. */
export const MOST_NEW = 99;
/** Of one county in one week there are not more to be counted. */
const LOOKED_AT = 2000;

/** Open postings of a search that came after a moment; at most one more than are counted. */
export async function newFor(context: Context, wanted: Wanted, since: Date): Promise<string[]> {
  const { scope, county, filter } = wanted;
  const here = scope === 'near' ? await placeOf(context, wanted) : null;
  // as the list has it; a county whose pack is gone is itself alone
  const offered = packFor(context, county) ? offeredCodes(context, { county }) : [county];
  const rows = await servicesOf(context)
    .store.db.select({ id: posting.id, lat: posting.lat, lng: posting.lng })
    .from(posting)
    .where(
      and(
        eq(posting.state, 'open'),
        gte(posting.openUntil, context.today),
        gt(posting.shownAt, since),
        scope === 'away' ? inArray(posting.offeredTo, offered) : isNull(posting.offeredTo),
        scope === 'away' ? undefined : here ? around(here) : eq(posting.county, county),
        ...conditions(filter),
      ),
    )
    .limit(LOOKED_AT);
  return rows
    .filter((row) => here === null || metresBetween(here.at, row) <= here.within)
    .slice(0, MOST_NEW + 1)
    .map(({ id }) => id);
}

interface Circle {
  readonly at: Point;
  readonly within: number;
}

/** As far as the list of work looks for the same, which goes farther while it finds little. */
async function placeOf(context: Context, { county, town, ...wanted }: Wanted): Promise<Circle | null> {
  if (!packFor(context, county)) return null;
  const filter = wanted.filter as PostingFilter;
  const place = placeFrom(context, { county, ...(town !== undefined && { town }) });
  const { at } = place;
  const asked = { ...{ filter, today: context.today, at }, widths: widthsOf(filter, place), enough: LITTLE };
  const { within } = await countAround(servicesOf(context).store.pool, asked, LITTLE);
  return { at, within };
}

/** Every row of cells as one range: few enough for the index, however far one goes. */
function around({ at, within }: Circle): SQL | undefined {
  const { low, high } = bands(at, ringsFor(at, within));
  return or(...low.map((first, row) => between(posting.cell, first, high[row] as number)));
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
