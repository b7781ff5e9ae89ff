/** What a list is sorted by, as one number a posting: less comes first, then the nearer, then the id. */
import type { PostingSort } from '@/contract/jobs';
import { type Looker, POSTING_KINDS } from '@/domain/jobs';
import { skillBits, switchBits } from '@/domain/jobs/traits';
import type { Param } from './statement';

export interface Looked {
  readonly looker: Looker;
}

const LIGHT = switchBits(['light']);

/** `workRegion` from those whom it is offered to. */
const OFFERED_AS_FAR = `case when left(county, 2) in ('71', '81', '82') then ''
  when left(county, 2) <> left(offered_to, 2) then 'other_province'
  when right(county, 2) = '00' or right(offered_to, 2) = '00' or county = offered_to then ''
  else 'other_county_same_province' end`;

/** How many of the person's own facts a posting meets: those that `why` shows as `mine`, counted the same way. */
function met<A extends Looked>(param: Param<A>, scope: 'near' | 'away'): string {
  const mine = (asked: A) => asked.looker.kinds.filter(({ state }) => state === 'mine');
  const kinds = param('smallint[]', (asked) => mine(asked).map(({ kind }) => POSTING_KINDS[kind].no));
  const prefixes = param('text[]', (asked) => mine(asked).map(({ prefix }) => prefix));
  const regions = param('text[]', (asked) => mine(asked).map(({ region }) => region ?? ''));
  const bits = param('int', ({ looker: { skills, light } }) => skillBits(skills) + (light ? LIGHT : 0));
  const told = `bit_count((traits & ${bits})::bit(32))
    + (select count(*) from unnest(${kinds}, ${prefixes}, ${regions}) of_kind(no, prefix, region)
       where no = kind and starts_with(${scope === 'near' ? 'county' : 'offered_to'}::text, prefix)
       and ${scope === 'near' ? "region = ''" : `region in ('', ${OFFERED_AS_FAR})`})`;
  if (scope === 'near') return `(${told})`;
  const home = param('text', ({ looker }) => looker.home);
  const there = (region: string) =>
    param(
      'int',
      ({ looker }) => looker.away.filter((one) => one.state === 'mine' && one.region === region).length,
    );
  return `(${told}
    + (case when ${home} is null or left(county, 2) in ('71', '81', '82') then 0
       when left(county, 2) <> left(${home}, 2) then ${there('other_province')}
       when right(county, 2) = '00' or right(${home}, 2) = '00' then 0
       when county = ${home} then ${there('same_county')}
       else ${there('other_county_same_province')} end))`;
}

export function rankOf<A extends Looked>(sort: PostingSort, scope: 'near' | 'away', param: Param<A>): string {
  if (sort === 'near') return '0::float8';
  if (sort === 'pay') return '-month_fen::float8';
  // to the microsecond, which a float8 still holds
  if (sort === 'new') return '(-extract(epoch from shown_at) * 1000000)::float8';
  return `-${met(param, scope)}::float8`;
}
