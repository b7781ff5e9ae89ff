/** Invented postings, the same for the same seed: for demonstrations, tests and the bench. */
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { Cooperation, PostingDraft } from '@/domain/jobs';
import { type Random, seededRandom } from '@/domain/register/random';
import { centreOf } from './boundaries';
import { OFFERS, type Offer } from './sample-offers';
import { pointIn, type SampleCounty, sampleCounty, weighted } from './sample-towns';

export interface SamplePostingOptions {
  readonly seed: number;
  /** six digits each: where the work is, or whose people it is offered to */
  readonly counties: readonly string[];
  /** `YYYY-MM-DD`: nothing ends before it */
  readonly today: string;
}

export interface SamplePosting {
  readonly sourceId: string;
  readonly draft: PostingDraft;
}

/** Where work elsewhere is: 青岛市市南区, 深圳市宝安区, 宁波市北仑区, 成都市龙泉驿区. */
const AWAY: readonly (readonly [string, string, Cooperation])[] = [
  ['370202', '山东省青岛市市南区', 'lu_yu'],
  ['440306', '广东省深圳市宝安区', 'other'],
  ['330206', '浙江省宁波市北仑区', 'other'],
  ['510112', '四川省成都市龙泉驿区', 'chuan_yu'],
];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const between = (random: Random, [low, high]: readonly [number, number]) => low + random() * (high - low);
/** yes, no, not said */
const perhaps = (random: Random, yes: number) => (random() < yes ? true : random() < 0.5 ? false : null);

/** Whole tens of yuan by the month and the day, cents by the piece. One in eight does not say. */
function payOf(random: Random, { unit, pay }: Offer): PostingDraft['pay'] {
  const step = unit === 'piece' ? 10 : unit === 'month' ? 10_000 : 1_000;
  const from_fen = Math.round((between(random, pay) * 100) / step) * step;
  const more = Math.round((from_fen * (1 + random() * 0.4)) / step) * step;
  if (random() < 0.125) return null;
  return {
    from_fen,
    to_fen: random() < 0.5 && more > from_fen ? more : null,
    unit,
    pieces_per_day: unit === 'piece' && random() < 0.8 ? 30 + Math.floor(random() * 90) : null,
  };
}

/** @yields `count` postings, by turns in the counties */
export function* samplePostings(count: number, options: SamplePostingOptions): Generator<SamplePosting> {
  const random = seededRandom(options.seed);
  const counties = options.counties.map(sampleCounty);
  const today = dayNumber(options.today);
  for (let index = 0; index < count; index++) {
    const county = counties[index % counties.length] as SampleCounty;
    yield { sourceId: `样例-${String(index + 1).padStart(7, '0')}`, draft: draftOf(random, county, today) };
  }
}

function draftOf(random: Random, county: SampleCounty, today: number): PostingDraft {
  const offer = weighted(random, OFFERS);
  const town = weighted(random, county.towns);
  const [title, skills] = pick(random, offer.titles);
  const away = offer.kind === 'cooperation' ? pick(random, AWAY) : null;
  const day = offer.kind === 'day_labour';
  const there = away && centreOf(away[0]);
  const starts = random() < (day ? 0.8 : 0.4) ? today + Math.floor(random() * (day ? 6 : 40)) : null;
  const place = there
    ? { county: away[0], town: null, village: null, point: there, exact: 'county' as const }
    : {
        county: county.code,
        town: town.name,
        village: `样例${1 + Math.floor(random() * 9)}村`,
        point: pointIn(random, county, town),
        exact: 'exact' as const,
      };
  return {
    kind: offer.kind,
    title,
    employer: `样例${county.name}${offer.employer}${1 + Math.floor(random() * 400)}`,
    credit_code: null,
    ...place,
    address: away ? null : `样例路${1 + Math.floor(random() * 200)}号`,
    offered_to: away ? county.code : null,
    pay: payOf(random, offer),
    people: Math.round(between(random, offer.people)),
    shift: pick(random, offer.shifts),
    board: pick(random, offer.board),
    lodging: pick(random, offer.board),
    childcare_hours: perhaps(random, 0.2),
    elders: perhaps(random, offer.light),
    light: perhaps(random, offer.light),
    skills,
    starts_on: starts === null ? null : isoOf(starts),
    open_until: isoOf((starts ?? today) + Math.floor(random() * (day ? 5 : 120))),
    words: {
      about: `样例岗位：${title}。`,
      paid: day ? '当天结清' : '每月10日发上月工资',
      hours: '8:30—17:30',
      insurance: offer.unit === 'month' ? ['social'] : ['injury'],
      contract: offer.unit === 'month' ? 'labour' : 'service',
      phone: `160${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
      route: null,
      gather: day ? `早上6:30，${town.name}市场门口` : null,
      bus: away ? '样例点对点专车，县客运站出发' : null,
      cooperation: away?.[2] ?? null,
      destination: away?.[1] ?? null,
      brand: offer.kind === 'brand' ? '样例品牌' : null,
      also: [],
    },
  };
}
