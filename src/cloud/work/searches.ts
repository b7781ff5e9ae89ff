/** Saved searches as they are kept, and what is new for one. */
import type { PostingFilter } from '@/contract/jobs';
import type { Wanted } from '@/domain/jobs/wishes';
import { type Context, packFor, servicesOf } from '../context';
import { type Circle, countAround } from '../jobs/find';
import { offeredCodes, placeFrom } from '../jobs/from';
import { newAround, newIn, newOffered } from '../jobs/newly';
import { LITTLE, widthsOf } from '../jobs/widths';
import type { FieldCipher } from '../store/field-cipher';
import type { workSearch } from '../store/schema';

const PLACE = 'work_search.content';

export const sealSearch = (cipher: FieldCipher, id: string, wanted: Wanted): Buffer =>
  cipher.seal(PLACE, id, JSON.stringify(wanted));

export const wantedIn = (
  cipher: FieldCipher,
  row: Pick<typeof workSearch.$inferSelect, 'id' | 'contentEnc'>,
) => JSON.parse(cipher.open(PLACE, row.id, row.contentEnc)) as Wanted;

/** More than that is said as that. */
export const MOST_NEW = 99;

/** Open postings of a search that came after a moment; at most one more than are counted. */
export async function newFor(context: Context, wanted: Wanted, since: Date): Promise<string[]> {
  const { scope, county } = wanted;
  const { pool } = servicesOf(context).store;
  const filter = wanted.filter as PostingFilter;
  const asked = { filter, today: context.today, since, most: MOST_NEW + 1 };
  // as the list has it; a county whose pack is gone is itself alone
  if (scope === 'away')
    return newOffered(pool, {
      ...asked,
      offered: packFor(context, county) ? offeredCodes(context, { county }) : [county],
    });
  const here = await placeOf(context, wanted);
  return here ? newAround(pool, { ...asked, ...here }) : newIn(pool, county, asked);
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
