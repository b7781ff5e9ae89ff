/** What everybody sees only since a moment, of what is asked for: by the very conditions that the list has. */
import { bands, ringsFor } from '@/domain/geo/cells';
import type { Store } from '../store/store';
import { type Filtered, inIndex, onTraits } from './filter';
import { type Cells, type Circle, inCells, type Offers, offeredTo } from './find';
import { type Param, type Statement, statement } from './statement';

type Pool = Pick<Store['pool'], 'query'>;

export interface Newly extends Filtered {
  readonly since: Date;
  readonly most: number;
}
interface Found {
  readonly id: string;
}

const newly = <A extends Newly>(param: Param<A>) =>
  `shown_at > ${param('timestamptz', ({ since }) => since)} limit ${param('int', ({ most }) => most)}`;

const NEAR: Statement<Newly & Cells, Found> = statement(
  'jobs-new-near',
  (param) => `select id ${inCells(param, 'id, shown_at')} and ${newly(param)}`,
);
const AWAY: Statement<Newly & Offers, Found> = statement(
  'jobs-new-away',
  (param) => `select id ${offeredTo(param)} and ${newly(param)}`,
);
const COUNTY: Statement<Newly & { readonly county: string }, Found> = statement(
  'jobs-new-county',
  (param) => `select id from job_posting where state = 'open' and offered_to is null
    and county = ${param('text', ({ county }) => county)}
    and ${inIndex(param)} and ${onTraits(param)} and ${newly(param)}`,
);

const ids = (found: readonly Found[]): string[] => found.map(({ id }) => id);

export const newAround = async (pool: Pool, asked: Newly & Circle): Promise<string[]> =>
  ids(await NEAR.run(pool, { ...asked, cells: bands(asked.at, ringsFor(asked.at, asked.within)) }));

export const newOffered = async (pool: Pool, asked: Newly & Offers): Promise<string[]> =>
  ids(await AWAY.run(pool, asked));

/** Of a place that cannot be looked around. */
export const newIn = async (pool: Pool, county: string, asked: Newly): Promise<string[]> =>
  ids(await COUNTY.run(pool, { ...asked, county }));
