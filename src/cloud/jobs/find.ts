/** Which postings, in which order. Around a place in widening rings of cells, or offered to people elsewhere. */
import type { PostingFilter, PostingSort } from '@/contract/jobs';
import { bands, covered, reach, ringsFor } from '@/domain/geo/cells';
import type { Point } from '@/domain/jobs';
import type { Store } from '../store/store';
import { type Filtered, inIndex, onTraits, onTraitsOrUnsaid } from './filter';
import { type Looked, rankOf } from './order';
import { type Param, type Statement, statement } from './statement';

type Pool = Pick<Store['pool'], 'query'>;

/** Where in the order: before everything, or behind the last one of a page. */
export interface After {
  readonly rank: number;
  readonly metres: number;
  readonly id: string;
}
export const FIRST: After = {
  rank: Number.NEGATIVE_INFINITY,
  metres: -1,
  id: '00000000-0000-0000-0000-000000000000',
};

export interface Wanted extends Filtered, Looked {
  readonly sort: PostingSort;
  readonly after: After;
  readonly many: number;
}
export interface Circle {
  readonly at: Point;
  /** metres */
  readonly within: number;
}
export interface Cells extends Circle, Filtered {
  readonly cells: { readonly low: readonly number[]; readonly high: readonly number[] };
}
export interface Offers {
  readonly offered: readonly string[];
}

export interface Found {
  readonly id: string;
  readonly rank: number;
  readonly metres: number;
  /** as the database writes it; `rowOf` reads it */
  readonly row: Readonly<Record<string, unknown>>;
}

/** Each found one with its row, at once: asking again would cost as much as finding. */
const withRow = (found: string) => `select found.*, of.row from (${found}) found
  cross join lateral (select row_to_json(p) as row from job_posting p where p.id = found.id offset 0) of
  order by found.rank, found.metres, found.id`;

const behind = <A extends Wanted>(param: Param<A>) =>
  `(rank, metres, id) > (${param('float8', ({ after }) => after.rank)}, ${param('float8', ({ after }) => after.metres)},
     ${param('uuid', ({ after }) => after.id)})
   order by rank, metres, id limit ${param('int', ({ many }) => many)}`;

/** Haversine, as `metresBetween` reckons it. */
function metresFrom<A extends Circle>(param: Param<A>): string {
  const lat = param('float8', ({ at }) => at.lat);
  const lng = param('float8', ({ at }) => at.lng);
  return `12742000 * asin(sqrt(power(sin(radians(lat - ${lat}) / 2), 2)
    + cos(radians(lat)) * cos(radians(${lat})) * power(sin(radians(lng - ${lng}) / 2), 2)))`;
}

/** `offset 0`: each stretch of cells is looked up in the index by itself, whatever the planner thinks of their number. */
export const inCells = <A extends Cells>(param: Param<A>, columns: string, unsaid = false) => `
  from unnest(${param('bigint[]', ({ cells }) => cells.low)}, ${param('bigint[]', ({ cells }) => cells.high)}) as band(low, high)
  cross join lateral (
    select ${columns}, ${metresFrom(param)} as metres from job_posting
    where cell between band.low and band.high and state = 'open' and offered_to is null
    and ${inIndex(param)} and ${(unsaid ? onTraitsOrUnsaid : onTraits)(param)}
    offset 0) one
  where metres <= ${param('float8', ({ within }) => within)}`;

const nearBy = (sort: PostingSort, unsaid: boolean): Statement<Wanted & Cells, Found> =>
  statement(`jobs-near-${sort}${unsaid ? '-unsaid' : ''}`, (param) =>
    withRow(
      `select id, rank, metres ${inCells(param, `id, ${rankOf(sort, 'near', param)} as rank`, unsaid)} and ${behind(param)}`,
    ),
  );

export const offeredTo = <A extends Filtered & Offers>(param: Param<A>, unsaid = false) =>
  `from job_posting where state = 'open' and offered_to is not null
   and offered_to = any(${param('text[]', ({ offered }) => offered)}) and ${inIndex(param)} and ${(unsaid ? onTraitsOrUnsaid : onTraits)(param)}`;

const elsewhere = (sort: PostingSort, unsaid: boolean): Statement<Wanted & Offers, Found> =>
  statement(`jobs-away-${sort}${unsaid ? '-unsaid' : ''}`, (param) =>
    withRow(`select id, rank, metres from (
        select id, ${rankOf(sort, 'away', param)} as rank, 0::float8 as metres ${offeredTo(param, unsaid)}) one
        where ${behind(param)}`),
  );

const near = (unsaid: boolean) => ({
  ...{ near: nearBy('near', unsaid), pay: nearBy('pay', unsaid) },
  ...{ new: nearBy('new', unsaid), fit: nearBy('fit', unsaid) },
});
const away = (unsaid: boolean) => ({
  ...{ pay: elsewhere('pay', unsaid), new: elsewhere('new', unsaid), fit: elsewhere('fit', unsaid) },
});
/** Written apart: whoever asks only for what is said reads the index alone. */
const NEAR = { said: near(false), all: near(true) };
const AWAY = { said: away(false), all: away(true) };
const ofThose = ({ filter, unsaidOnly }: Filtered) => (filter.or_unsaid || unsaidOnly ? 'all' : 'said');

const RINGS = [1, 4, 14, 28];
/** Few of all fit: the smallest ring would hardly ever do. */
const rare = ({ kinds }: PostingFilter) => (kinds?.length ?? 0) > 0;

/** Where to look, and how far: the next width only where there are not enough within the one before. */
export interface Widening {
  readonly at: Point;
  /** metres, the narrowest first */
  readonly widths: readonly number[];
  readonly enough: number;
}
export interface Around {
  readonly found: readonly Found[];
  /** metres */
  readonly within: number;
}

/** Sorted by distance only as far out as needed; any other order has to know everything within. */
export async function findAround(pool: Pool, wanted: Wanted & Widening): Promise<Around> {
  const { at, sort, widths, enough } = wanted;
  if (sort === 'near') return outwards(pool, wanted);
  let around: Around = { found: [], within: 0 };
  for (const within of widths) {
    const found = await NEAR[ofThose(wanted)][sort].run(pool, {
      ...wanted,
      within,
      cells: bands(at, ringsFor(at, within)),
    });
    around = { found, within };
    if (found.length >= enough) break;
  }
  return around;
}

/** However far it widens, no square is looked into twice. */
async function outwards(pool: Pool, wanted: Wanted & Widening): Promise<Around> {
  const { at, filter, widths, enough, many, after } = wanted;
  const ends = widths.map((width) => ({ width, rings: ringsFor(at, width) }));
  const { width: farthest, rings: last } = ends.at(-1) ?? { width: 0, rings: 0 };
  const steps = RINGS.slice(rare(filter) ? 1 : 0).filter((one) => one < last);
  let without = -1;
  let found: Found[] = [];
  const within = (width: number) => found.filter(({ metres }) => metres <= width);
  const are = (width: number) => within(width).length >= enough;
  for (const rings of [...new Set([...steps, ...ends.map((end) => end.rings)])].sort((a, b) => a - b)) {
    // a page that begins farther out leaves out what lies wholly before it
    if (reach(rings) >= after.metres || rings === last) {
      const cells = bands(at, rings, without);
      const more = await NEAR[ofThose(wanted)].near.run(pool, { ...wanted, within: farthest, cells });
      found = [...found, ...more].sort(inOrder).slice(0, many);
    }
    without = rings;
    if (found.length === many && (found.at(-1)?.metres ?? 0) <= covered(at, rings)) break;
    if (ends.some((end) => end.rings <= rings && are(end.width))) break;
  }
  const width = widths.find(are) ?? farthest;
  return { found: within(width), within: width };
}

const inOrder = (one: Found, other: Found) =>
  one.metres - other.metres || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

export const findOffered = (pool: Pool, wanted: Wanted & Offers): Promise<Found[]> =>
  AWAY[ofThose(wanted)][wanted.sort === 'near' ? 'new' : wanted.sort].run(pool, wanted);

interface Most {
  readonly most: number;
}
const limited = <A extends Most>(param: Param<A>, from: string) =>
  `select count(*)::int as n from (select 1 ${from} limit ${param('int', ({ most }) => most)}) counted`;

const countNear = (unsaid: boolean): Statement<Cells & Most, { n: number }> =>
  statement(`jobs-count-near${unsaid ? '-unsaid' : ''}`, (param) =>
    limited(param, inCells(param, 'id', unsaid)),
  );
const countAway = (unsaid: boolean): Statement<Filtered & Offers & Most, { n: number }> =>
  statement(`jobs-count-away${unsaid ? '-unsaid' : ''}`, (param) => limited(param, offeredTo(param, unsaid)));
const COUNT_NEAR = { said: countNear(false), all: countNear(true) };
const COUNT_AWAY = { said: countAway(false), all: countAway(true) };

/** As many as `findAround` would find, page after page, and as far out. */
export async function countAround(
  pool: Pool,
  wanted: Filtered & Widening,
  most: number,
): Promise<{ readonly n: number; readonly within: number }> {
  const { at, widths, enough } = wanted;
  let counted = { n: 0, within: 0 };
  for (const within of widths) {
    const cells = bands(at, ringsFor(at, within));
    counted = {
      n: (await COUNT_NEAR[ofThose(wanted)].run(pool, { ...wanted, within, cells, most }))[0]?.n ?? 0,
      within,
    };
    if (counted.n >= enough) break;
  }
  return counted;
}

export const countOffered = async (pool: Pool, wanted: Filtered & Offers, most: number): Promise<number> =>
  (await COUNT_AWAY[ofThose(wanted)].run(pool, { ...wanted, most }))[0]?.n ?? 0;
