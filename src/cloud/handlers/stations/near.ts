/** Where one is helped with work. Needs no database: the stations are policy data. */
import type { InputOf, OutputOf } from '@/contract/api';
import type { StationView } from '@/contract/stations';
import { metresBetween } from '@/domain/geo/cells';
import type { Point } from '@/domain/jobs';
import type { NamedStation, Station } from '@/domain/stations';
import type { Context } from '../../context';
import { pointFrom } from '../../jobs/from';
import { documentOf, type RegionBook, regionOf } from '../../policy-book/book';
import { pointOf } from '../../policy-book/points';
import { refuse } from '../../refuse';

type Input = InputOf<'stations.near'>;
type Output = OutputOf<'stations.near'>;

const SHOWN = 100;

/** @throws RegionWithoutPack */
export function near(context: Context, { from, county }: Input): Output {
  const here = 'county' in from ? townPoint(context, from) : pointFrom(from);
  const own = 'county' in from ? from.county : (county ?? nearestCounty(context, here));
  const book = context.book.regions.find(({ region }) => region.id === regionOf(context.book, own ?? ''));
  if (!book || own === null) throw refuse('RegionWithoutPack');
  const seen = book.stations.stations.filter(({ sample }) => !sample || demoOf(context));
  const views = seen.map((one) => viewOf(book, one, here));
  const unit = book.region.units.find(({ code, aliases }) => code === own || aliases?.includes(own));
  const town = 'county' in from ? from.town : undefined;
  const rank = (one: StationView) =>
    one.county_name !== unit?.name ? 2 : town !== undefined && one.town === town ? 0 : 1;
  const inside = views
    .filter(({ province }) => province === null)
    .sort((a, b) => far(a) - far(b) || rank(a) - rank(b));
  return {
    region: book.region.id,
    near: inside.slice(0, SHOWN),
    more: inside.length > SHOWN,
    elsewhere: byProvince(views),
    hotlines: book.region.hotlines.map((one) => ({ ...one })),
    named: book.stations.named.map((one) => namedView(context, book, one, seen)),
  };
}

/** the demonstration alone shows invented ones */
const demoOf = ({ services }: Context): boolean => services?.demo != null;

/** Only a township's own point: the middle of a county says little of how far it is. */
function townPoint({ book }: Context, from: Input['from']): Point | null {
  if (!('county' in from) || from.town === undefined) return null;
  const found = pointOf(book, from.county, from.town);
  return found?.exact === 'town' ? found : null;
}

function nearestCounty({ book }: Context, here: Point | null): string | null {
  if (!here) return null;
  let best: readonly [string, number] | null = null;
  for (const [code, centre] of Object.entries(book.centres)) {
    const metres = metresBetween(here, centre);
    if (regionOf(book, code) !== null && (!best || metres < best[1])) best = [code, metres];
  }
  return best?.[0] ?? null;
}

/** what is not known comes last */
const far = ({ metres }: StationView): number => metres ?? 1e9;

function viewOf({ region }: RegionBook, one: Station, here: Point | null): StationView {
  const { id, kind, name, sample, unit, town, village, far: away, address, hours, phone, services } = one;
  const point = one.point ?? null;
  return {
    ...{ id, kind, name, sample },
    county_name: region.units.find((place) => place.id === unit)?.name ?? null,
    town: town ?? null,
    village: village ?? null,
    province: away?.province ?? null,
    city: away?.city ?? null,
    address: address ?? null,
    hours: hours ?? null,
    phone: phone ?? null,
    services: [...services],
    point,
    metres: point && here ? Math.round(metresBetween(here, point)) : null,
  };
}

function byProvince(views: readonly StationView[]): Output['elsewhere'] {
  const names = [...new Set(views.flatMap(({ province }) => province ?? []))];
  return names
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
    .map((province) => ({
      province,
      stations: views
        .filter((one) => one.province === province)
        .sort((a, b) => (a.city ?? '').localeCompare(b.city ?? '', 'zh-CN')),
    }));
}

function namedView(
  { book, today }: Context,
  { region }: RegionBook,
  { kind, document, item, quote, office }: NamedStation,
  seen: readonly Station[],
): Output['named'][number] {
  const found = documentOf(book, document);
  const to = found?.effective.to ?? null;
  const runs = region.offices.find(({ id }) => id === office);
  return {
    ...{ kind, document, item, quote },
    number: found?.number ?? '',
    office: runs ? { name: runs.name, phone: runs.phone } : null,
    supplied: seen.some((one) => one.kind === kind),
    expired: to !== null && today > to,
  };
}
