/** Where one looks from. */
import gcoord from 'gcoord';
import type { LookFrom } from '@/contract/jobs';
import type { Away, Exactness, Point } from '@/domain/jobs';
import { type Context, packFor } from '../context';
import { pointOf } from '../policy-book/points';
import { refuse, refuseField } from '../refuse';

/** A place to look from. */
export interface Place {
  /** GCJ-02 */
  readonly at: Point;
  /** what it is called in a distance; null: the middle of a county, from which nobody's distance is known */
  readonly name: string | null;
  /** where one looks from is itself not exact */
  readonly about: boolean;
  readonly exact: Exactness;
  /** metres to look within when nobody says: a county is wider than a walk from its middle */
  readonly within: number;
}

const WITHIN = 30_000;
const WITHIN_COUNTY = 60_000;

const inChina = ({ lat, lng }: Point) => lat >= 3.4 && lat <= 53.6 && lng >= 73.4 && lng <= 135.2;

/** @throws InvalidInput in words that say what to do instead */
function checked(from: Point): Point {
  if (inChina(from)) return from;
  if (inChina({ lat: from.lng, lng: from.lat }))
    throw refuseField('from', '经度和纬度好像写反了。请重新定位，或者选一个乡镇来看');
  throw refuseField('from', '这个位置不在国内，可能在海上或者国外。请重新定位，或者选一个乡镇来看');
}

/** GCJ-02. @throws InvalidInput */
export function pointFrom({ lat, lng, datum }: Extract<LookFrom, { lat: number }>): Point {
  const said = checked({ lat, lng });
  if (datum === 'gcj02') return said;
  const [x, y] = gcoord.transform([said.lng, said.lat], gcoord.WGS84, gcoord.GCJ02);
  return { lat: y, lng: x };
}

/**
 * @throws InvalidInput, also for a whole province; RegionWithoutPack for a place that nobody here serves
 */
export function placeFrom(context: Context, from: LookFrom): Place {
  if ('county' in from) {
    if (!packFor(context, from.county)) throw refuse('RegionWithoutPack');
    const found = pointOf(context.book, from.county, from.town ?? null);
    if (!found) throw refuseField('from', '不知道这个地方在哪里，请选到区县或者乡镇');
    const { lat, lng, exact } = found;
    const known = exact !== 'county' && from.town !== undefined;
    return {
      at: { lat, lng },
      name: known ? (from.town as string) : null,
      about: true,
      exact: known ? exact : 'county',
      within: known ? WITHIN : WITHIN_COUNTY,
    };
  }
  return { at: pointFrom(from), name: '您', about: false, exact: 'exact', within: WITHIN };
}

/**
 * Codes that work elsewhere may be offered to: the county's, its province's, the region's; of a region all its counties.
 * @throws InvalidInput where no county is said, RegionWithoutPack
 */
export function offeredCodes(context: Context, from: LookFrom): string[] {
  if (!('county' in from)) throw refuseField('from', '外出的活按区县发布，请先选您是哪个区县的');
  const pack = packFor(context, from.county);
  if (!pack) throw refuse('RegionWithoutPack');
  const { region } = pack;
  const unit = region.units.find(
    ({ code, aliases }) => code === from.county || aliases?.includes(from.county),
  );
  const own = unit ? [unit] : region.units;
  return [
    ...new Set([
      from.county,
      ...own.flatMap(({ code, aliases = [] }) => [...(code ? [code] : []), ...aliases]),
      region.id,
      `${from.county.slice(0, 2)}0000`,
    ]),
  ];
}

/** 离家 2.1 公里: home is the township of the register, when that is where one looks from. */
export function awayFrom(
  place: Place | null,
  from: LookFrom,
  home: { readonly county: string | null; readonly town: string | null },
  metres: number | null,
): Away | null {
  if (!place || place.name === null || metres === null) return null;
  const atHome = 'county' in from && from.county === home.county && from.town === home.town;
  return { metres, from: atHome ? '家' : place.name, about: place.about };
}
