/** Postings around a place, or offered to the people of a county; and how many there are. */
import type { InputOf, OutputOf } from '@/contract/api';
import { type Context, servicesOf } from '../../context';
import { cursorOf, cursorText } from '../../jobs/cursor';
import {
  countAround,
  countOffered,
  FIRST,
  type Found,
  findAround,
  findOffered,
  type Wanted,
} from '../../jobs/find';
import { offeredCodes, placeFrom } from '../../jobs/from';
import { linesOf } from '../../jobs/lines';
import { personOf } from '../../jobs/looker';

type Search = InputOf<'jobs.search'>;
type Answer = OutputOf<'jobs.search'>;

const PAGE = 20;
/** Fewer than these are little: then it looks farther by itself. */
const LITTLE = 5;
const WIDER = [10_000, 30_000, 60_000, 100_000];
const MOST = 1_000;

export async function search(context: Context, input: Search): Promise<Answer> {
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
  if (input.scope === 'away') {
    const found = await findOffered(store.pool, { ...wanted, offered: offeredCodes(context, from) });
    return answer(context, input, found, { person, from, place: null }, null, false);
  }
  const place = placeFrom(context, from);
  const asked = filter.within ?? place.within;
  let within = cursor?.within ?? asked;
  let found = await findAround(store.pool, { ...wanted, at: place.at, within });
  // once begun, a list stays as wide as it is
  for (const wider of cursor ? [] : WIDER.filter((one) => one > asked)) {
    if (found.length >= LITTLE) break;
    within = wider;
    found = await findAround(store.pool, { ...wanted, at: place.at, within });
  }
  return answer(context, input, found, { person, from, place }, within, within > asked);
}

function answer(
  context: Context,
  { sort }: Search,
  found: readonly Found[],
  eyes: Parameters<typeof linesOf>[2],
  within: number | null,
  widened: boolean,
): Answer {
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    postings: linesOf(context, shown, eyes),
    within,
    widened,
    next: found.length > PAGE && last ? cursorText({ sort, within: within ?? 0, ...last }) : null,
  };
}

export async function count(context: Context, input: InputOf<'jobs.count'>): Promise<OutputOf<'jobs.count'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const { scope, from } = input;
  const place = scope === 'near' ? placeFrom(context, from) : null;
  const offered = scope === 'away' ? offeredCodes(context, from) : [];
  const number = (filter: typeof input.filter, unsaid = false) => {
    const wanted = { filter, unsaid, today: context.today };
    return place
      ? countAround(store.pool, { ...wanted, at: place.at, within: filter.within ?? place.within }, MOST + 1)
      : countOffered(store.pool, { ...wanted, offered }, MOST + 1);
  };
  const found = await number(input.filter);
  const unsaid = input.filter.pay_from ? await number(input.filter, true) : 0;
  return { count: Math.min(found, MOST), more: found > MOST, unsaid: Math.min(unsaid, MOST) };
}
