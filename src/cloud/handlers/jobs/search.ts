/** Postings around a place, or offered to the people of a county; and how many there are. */
import type { InputOf, OutputOf } from '@/contract/api';
import { SWITCHES } from '@/domain/jobs/traits';
import { type Context, servicesOf } from '../../context';
import { cursorOf, cursorText } from '../../jobs/cursor';
import type { Filtered } from '../../jobs/filter';
import {
  type Around,
  countAround,
  countOffered,
  FIRST,
  findAround,
  findOffered,
  type Wanted,
} from '../../jobs/find';
import { offeredCodes, type Place, placeFrom } from '../../jobs/from';
import { linesOf } from '../../jobs/lines';
import { personOf } from '../../jobs/looker';
import { beyond, LITTLE, widthsOf } from '../../jobs/widths';

type Answer = OutputOf<'jobs.search'>;

const PAGE = 20;
const MOST = 1_000;
/** of those that do not say: that there are some, and about how many, is what one wants to know */
const QUIET = 99;

export async function search(context: Context, input: InputOf<'jobs.search'>): Promise<Answer> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const cursor = cursorOf(input.cursor, input.sort);
  const person = await personOf(context);
  const { filter, sort, from } = input;
  const wanted: Wanted = {
    ...{ filter, sort, today: context.today, looker: person.looker },
    after: cursor ?? FIRST,
    many: PAGE + 1,
  };
  const place = input.scope === 'near' ? placeFrom(context, from) : null;
  const { found, within }: Around = place
    ? await findAround(store.pool, {
        ...{ ...wanted, at: place.at, enough: LITTLE },
        // once begun, a list stays as wide as it is
        widths: cursor ? [cursor.within] : widthsOf(filter, place),
      })
    : {
        found: await findOffered(store.pool, { ...wanted, offered: offeredCodes(context, from) }),
        within: 0,
      };
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  const little = place && !cursor && filter.within !== undefined && found.length < LITTLE;
  return {
    postings: linesOf(context, shown, { person, from, place }),
    sort: place || sort !== 'near' ? sort : 'new',
    measured: place?.exact ?? null,
    within: place ? within : null,
    widened: place !== null && within > (filter.within ?? place.within),
    wider: little ? await wider(context, wanted, place, within, found.length) : null,
    next: found.length > PAGE && last ? cursorText({ sort, within, ...last }) : null,
  };
}

/** Asked for so far and no farther: the first width that would bring more, for whoever asks for it. */
async function wider(
  context: Context,
  wanted: Wanted,
  { at }: Place,
  asked: number,
  found: number,
): Promise<Answer['wider']> {
  const { pool } = servicesOf(context).store;
  const widths = beyond(asked);
  if (widths.length === 0) return null;
  const enough = found + 1;
  const { within } = await findAround(pool, { ...wanted, sort: 'near', at, widths, enough });
  const { n } = await countAround(pool, { ...wanted, at, widths: [within], enough }, MOST + 1);
  return n < enough ? null : { within, count: Math.min(n, MOST), more: n > MOST };
}

export async function count(context: Context, input: InputOf<'jobs.count'>): Promise<OutputOf<'jobs.count'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const { scope, from, filter } = input;
  const place = scope === 'near' ? placeFrom(context, from) : null;
  const offered = place ? [] : offeredCodes(context, from);
  const number = async (widths: readonly number[], over: Partial<Filtered> = {}, most = MOST + 1) => {
    const wanted = { filter, today: context.today, ...over };
    return place
      ? countAround(store.pool, { ...wanted, at: place.at, widths, enough: LITTLE }, most)
      : { n: await countOffered(store.pool, { ...wanted, offered }, most), within: 0 };
  };
  const { n, within } = await number(place ? widthsOf(filter, place) : []);
  const unsaid = filter.pay_from ? (await number([within], { unsaid: true })).n : 0;
  // whoever has a thousand to choose from need not ask those that do not say
  const asks = !filter.or_unsaid && n <= MOST && SWITCHES.some((name) => filter[name]);
  const quiet = asks ? (await number([within], { unsaidOnly: true }, QUIET + 1)).n : 0;
  return {
    count: Math.min(n, MOST),
    more: n > MOST,
    within: place ? within : null,
    widened: place !== null && within > (filter.within ?? place.within),
    unsaid: Math.min(unsaid, MOST),
    unsaid_traits: { count: Math.min(quiet, QUIET), more: quiet > QUIET },
  };
}
