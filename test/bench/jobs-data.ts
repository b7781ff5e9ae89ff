/** A million postings in clusters inside the real county boundaries, put into a database as fast as it takes them. */
import { getTableColumns } from 'drizzle-orm';
import type { Pool } from 'pg';
import { posting } from '@/cloud/store/schema';
import { cellOf } from '@/domain/geo/cells';
import { keysOf, POSTING_KINDS, type Point, SHIFTS, SKILLS } from '@/domain/jobs';
import { type Boundary, boundaries, convert, isIn } from '../../src/cli/jobs/boundaries';
import { seeded } from '../residents';

type Random = () => number;
const KINDS = keysOf(POSTING_KINDS);
const SKILL_NAMES = keysOf(SKILLS);
const SHIFT_NAMES = keysOf(SHIFTS);
const KM = 1 / 111.2;

interface Cluster {
  readonly county: Boundary;
  readonly middle: Point;
  /** degrees */
  readonly spread: number;
  readonly weight: number;
}

const bell = (random: Random) => random() + random() + random() + random() - 2;

function within(county: Boundary, random: Random): Point {
  const { west, east, south, north } = county.box;
  for (let tries = 0; tries < 200; tries++) {
    const at = { lat: south + random() * (north - south), lng: west + random() * (east - west) };
    if (isIn(county, at)) return at;
  }
  return { lat: (south + north) / 2, lng: (west + east) / 2 };
}

/** A seat and a few towns a county; some counties offer ten times as much as others. */
function clustersOf(random: Random): Cluster[] {
  return [...boundaries().values()].flatMap((county) => {
    const size = 0.2 + random() ** 3 * 5;
    const towns = 2 + Math.floor(random() * 7);
    return Array.from({ length: towns }, (_, town) => ({
      county,
      middle: within(county, random),
      spread: (town === 0 ? 3 : 1 + random()) * KM,
      weight: town === 0 ? size : (size * random()) / towns,
    }));
  });
}

/** Places to draw from: a point of the clusters, as dense as they are. */
export function placesFrom(random: Random): () => { county: Boundary; wgs: Point } {
  const clusters = clustersOf(random);
  const sums: number[] = [];
  for (const { weight } of clusters) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const aim = random() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < aim) low = middle + 1;
      else high = middle;
    }
    const { county, middle, spread } = clusters[low] as Cluster;
    for (let tries = 0; tries < 20; tries++) {
      const wgs = {
        lat: middle.lat + bell(random) * spread,
        lng: middle.lng + (bell(random) * spread) / Math.cos((middle.lat * Math.PI) / 180),
      };
      if (isIn(county, wgs)) return { county, wgs };
    }
    return { county, wgs: middle };
  };
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
/** yes, no, or not said */
const said = (random: Random) => pick([true, false, null, null], random);
const WORDS = {
  about: null,
  paid: null,
  hours: null,
  insurance: [],
  contract: null,
  phone: null,
  route: null,
  gather: null,
  bus: null,
  cooperation: null,
  destination: null,
  brand: null,
  also: [],
};

function rowOf(number: number, place: { county: Boundary; wgs: Point }, random: Random) {
  const at = convert(place.wgs, 'wgs84', 'gcj02');
  const id = `00000000-0000-4000-8000-${Math.floor(random() * 2 ** 47)
    .toString(16)
    .padStart(12, '0')}`;
  const pay = random() < 0.1 ? null : 150_000 + Math.floor(random() * 90) * 10_000;
  const posted = new Date(Date.now() - Math.floor(random() * 60 * 86_400_000)).toISOString();
  return {
    id: id.replace(
      '00000000',
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ),
    source: 'bench',
    source_id: String(number),
    print: String(number),
    // half of all offers come from enterprises
    kind: POSTING_KINDS[random() < 0.5 ? 'enterprise' : pick(KINDS, random)].no,
    state: 'open',
    title: '样例岗位',
    employer: '样例单位',
    county: place.county.code,
    lat: at.lat,
    lng: at.lng,
    exact: 'exact',
    cell: cellOf(at),
    pay_from: pay,
    pay_unit: pay === null ? null : 'month',
    month_fen: pay ?? -1,
    shift: random() < 0.5 ? null : pick(SHIFT_NAMES, random),
    board: pick(['free', 'paid', 'none', null], random),
    lodging: pick(['free', 'paid', 'none', null], random),
    childcare_hours: said(random),
    elders: said(random),
    light: said(random),
    skills: random() < 0.4 ? [] : [pick(SKILL_NAMES, random)],
    starts_on: null,
    open_until: '2099-12-31',
    posted_at: posted,
    shown_at: posted,
    changed_at: posted,
    version: 1,
    words: WORDS,
  };
}

const BATCH = 10_000;

/** Indexes are made afterwards, all at once. */
export async function fillPostings(pool: Pool, many: number, seed = 7): Promise<void> {
  const random = seeded(seed);
  const next = placesFrom(random);
  const { rows: indexes } = await pool.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = 'job_posting' and indexname not like '%_pkey'`,
  );
  for (const { name } of indexes) await pool.query(`drop index ${name}`);
  const columns = Object.values(getTableColumns(posting))
    .filter(({ generated }) => generated === undefined)
    .map(({ name }) => name)
    .join(', ');
  for (let from = 0; from < many; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, many - from) }, (_, at) =>
      rowOf(from + at, next(), random),
    );
    await pool.query(
      `insert into job_posting (${columns}) select ${columns} from jsonb_populate_recordset(null::job_posting, $1)`,
      [JSON.stringify(rows)],
    );
  }
  for (const { made } of indexes) await pool.query(made);
  await pool.query('vacuum (analyze) job_posting');
}
