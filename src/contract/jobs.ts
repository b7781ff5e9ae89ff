/** Work near home and elsewhere: postings for everybody to see. */
import { z } from 'zod';
import {
  CONTRACTS,
  COOPERATIONS,
  EXACTNESS,
  INSURANCES,
  KEEPS,
  keysOf,
  PAY_UNITS,
  POSTING_KINDS,
  SHIFTS,
  SKILLS,
} from '@/domain/jobs';
import { RECORD_KINDS } from '@/domain/jobs/reports';
import { POSTING_STATES } from '@/domain/jobs/states';
import { day, errors, id, moment, post, procedure, regionCode, typed } from './base';

export const postingKind = z.enum(keysOf(POSTING_KINDS));
export const skill = z.enum(keysOf(SKILLS));
const keep = z.enum(keysOf(KEEPS));
const shift = z.enum(keysOf(SHIFTS));
const cursor = z.string().max(120).optional();

/** Where one looks from. A phone's location is never kept, and fuzzy is enough. */
export const lookFrom = z.union([
  z.strictObject({
    // whatever a phone says: what cannot be is told in words
    lat: z.number().min(-180).max(180),
    lng: z.number().min(-180).max(180),
    /** a browser says WGS-84, WeChat whatever it was asked for */
    datum: z.enum(['wgs84', 'gcj02']),
  }),
  z.strictObject({ county: regionCode, town: typed(40).optional() }),
]);
export type LookFrom = z.infer<typeof lookFrom>;

export const postingFilter = z.strictObject({
  kinds: z.array(postingKind).max(9).optional(),
  /** fen a month, compared with domain/jobs/pay.ts; postings that do not say their pay are left out, and counted */
  pay_from: z.int().min(0).max(100_000_000).optional(),
  /** metres */
  within: z.int().min(500).max(100_000).optional(),
  board: z.boolean().optional(),
  lodging: z.boolean().optional(),
  shifts: z.array(shift).max(4).optional(),
  childcare_hours: z.boolean().optional(),
  elders: z.boolean().optional(),
  light: z.boolean().optional(),
  skills: z.array(skill).max(16).optional(),
  /** begins on this day or before; those that begin at once are among them */
  starts_by: day.optional(),
  /** of board, lodging, times for children, age and light work also those that do not say */
  or_unsaid: z.boolean().optional(),
});
export type PostingFilter = z.infer<typeof postingFilter>;

export const POSTING_SORTS = ['near', 'pay', 'new', 'fit'] as const;
export type PostingSort = (typeof POSTING_SORTS)[number];

const search = z.strictObject({
  /** `near`: around a place; `away`: offered to the people of a county, wherever the work is */
  scope: z.enum(['near', 'away']),
  from: lookFrom,
  filter: postingFilter,
  sort: z.enum(POSTING_SORTS),
  cursor,
});

const pay = z.object({
  from_fen: z.int(),
  to_fen: z.int().nullable(),
  unit: z.enum(keysOf(PAY_UNITS)),
  pieces_per_day: z.int().nullable(),
});

/** Why it is shown to this person: each a fact of the posting, and of the person where `mine`. */
const reason = z.object({
  text: z.string(),
  mine: z.boolean(),
  cite: z.string().nullable(),
  /** where it can be read; `said` is the text without its clause; no benefit: said of such work, nobody's by name */
  passage: z
    .object({ said: z.string(), document: z.string(), item: z.string(), benefit: z.string().nullable() })
    .nullable(),
  /** it says how far */
  far: z.boolean(),
});

export const postingLine = z.object({
  id,
  kind: postingKind,
  title: z.string(),
  employer: z.string(),
  county: regionCode,
  county_name: z.string(),
  town: z.string().nullable(),
  /** GCJ-02 */
  lat: z.number(),
  lng: z.number(),
  exact: z.enum(keysOf(EXACTNESS)),
  /** null: away, or where one looks from is not known */
  metres: z.int().nullable(),
  pay: pay.nullable(),
  /** fen a month and the way it was reckoned */
  monthly: z.object({ fen: z.int(), way: z.string().nullable() }).nullable(),
  starts_on: day.nullable(),
  open_until: day,
  posted_at: moment,
  verified: z.boolean(),
  /** wanted by somebody of their own: no unit, no office */
  by_person: z.boolean(),
  reasons: z.array(reason),
});
export type PostingLine = z.infer<typeof postingLine>;

/** What an office has published of the employer, matched by its credit code; undecided complaints are nobody's to see. */
export const employerRecord = z.object({
  kind: z.enum(keysOf(RECORD_KINDS)),
  office: z.string(),
  about: z.string().nullable(),
  /** 文号; this or the address is always there */
  number: z.string().nullable(),
  link: z.string().nullable(),
  published_on: day,
  until: day.nullable(),
});
export type EmployerRecord = z.infer<typeof employerRecord>;

export const postingView = postingLine.extend({
  state: z.enum(keysOf(POSTING_STATES)),
  /** why it cannot be applied for any more */
  reason: z.string().nullable(),
  village: z.string().nullable(),
  address: z.string().nullable(),
  credit_code: z.string().nullable(),
  offered_to: regionCode.nullable(),
  people: z.int().nullable(),
  shift: shift.nullable(),
  board: keep.nullable(),
  lodging: keep.nullable(),
  childcare_hours: z.boolean().nullable(),
  elders: z.boolean().nullable(),
  light: z.boolean().nullable(),
  skills: z.array(skill),
  about: z.string().nullable(),
  paid: z.string().nullable(),
  hours: z.string().nullable(),
  insurance: z.array(z.enum(keysOf(INSURANCES))),
  contract: z.enum(keysOf(CONTRACTS)).nullable(),
  phone: z.string().nullable(),
  route: z.string().nullable(),
  gather: z.string().nullable(),
  bus: z.string().nullable(),
  cooperation: z.enum(keysOf(COOPERATIONS)).nullable(),
  destination: z.string().nullable(),
  brand: z.string().nullable(),
  /** whose word it is, every source by name */
  sources: z.array(z.string()),
  verified_by: z.string().nullable(),
  verified_on: day.nullable(),
  /** published by an office of this employer; empty: nothing known, which is no certificate */
  records: z.array(employerRecord),
  /** day labour one can join here; null: only called about */
  gathering: z.object({ people: z.int(), joined: z.int(), waiting: z.int() }).nullable(),
  /** ended: the nearest like it */
  alike: z.array(postingLine),
});
export type PostingView = z.infer<typeof postingView>;

/** Nobody has looked at it, or somebody has doubts about it: nothing of it is told, only what else there is. */
const postingChecked = z.object({
  id,
  state: z.literal('checking'),
  /** around the place one looks from, of any kind */
  alike: z.array(postingLine),
});

/** `gone`: nobody knows it. */
export const NOW_STATES = ['open', 'ended', 'checking', 'gone'] as const;

export const jobsContract = {
  search: procedure
    .meta({ who: 'public' })
    .route(post('/jobs/search', 'Work around a place, or offered to the people of a county'))
    .input(search)
    .output(
      z.object({
        postings: z.array(postingLine),
        /** the order they are in: work elsewhere has no distance, so `near` is `new` there */
        sort: z.enum(POSTING_SORTS),
        /** what distances are measured from: a township whose point nobody supplied is the middle of its county; null: away */
        measured: z.enum(keysOf(EXACTNESS)).nullable(),
        /** metres it was looked within: as asked; where nothing was asked, wider when little is near */
        within: z.int().nullable(),
        /** nobody said how far, and there was little */
        widened: z.boolean(),
        /** a distance was asked for and there is little within it: how many there would be farther out */
        wider: z.object({ within: z.int(), count: z.int(), more: z.boolean() }).nullable(),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('NotReady', 'InvalidInput', 'RegionWithoutPack', 'TooManyTries')),
  /** While one chooses chips. */
  count: procedure
    .meta({ who: 'public' })
    .route(post('/jobs/count', 'How many that would be'))
    .input(search.omit({ cursor: true, sort: true }))
    .output(
      z.object({
        /** as many as `search` would find; at most 1000, more is `more` */
        count: z.int(),
        more: z.boolean(),
        within: z.int().nullable(),
        widened: z.boolean(),
        /** left out by the floor of pay alone, for they do not say their pay */
        unsaid: z.int(),
        /** left out for they do not say whether meals, lodging, children, age or light work; counted so far and no farther */
        unsaid_traits: z.object({ count: z.int(), more: z.boolean() }),
      }),
    )
    .errors(errors('NotReady', 'InvalidInput', 'RegionWithoutPack', 'TooManyTries')),
  show: procedure
    .meta({ who: 'public' })
    .route(post('/jobs/show', 'One posting, all of it'))
    .input(z.strictObject({ id, from: lookFrom.optional() }))
    .output(z.union([postingView, postingChecked]))
    .errors(errors('NotReady', 'NotFound', 'RegionWithoutPack', 'InvalidInput', 'TooManyTries')),
  /** For what is kept on a phone: it may have ended since. */
  states: procedure
    .meta({ who: 'public' })
    .route(post('/jobs/states', 'Which of these are still open'))
    .input(z.strictObject({ ids: z.array(id).min(1).max(100) }))
    .output(z.array(z.object({ id, state: z.enum(NOW_STATES), reason: z.string().nullable() })))
    .errors(errors('NotReady', 'TooManyTries')),
};
