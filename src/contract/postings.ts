/** Postings as those see them who stand behind them: the desk, employers, and whoever says that one is not true. */
import { z } from 'zod';
import { CONTRACTS, COOPERATIONS, INSURANCES, KEEPS, keysOf, PAY_UNITS, SHIFTS } from '@/domain/jobs';
import { RECORD_KINDS, REPORT_REASONS } from '@/domain/jobs/reports';
import { day, done, errors, id, moment, post, procedure, regionCode, typed, words } from './base';
import { employerRecord, postingKind, postingView, skill } from './jobs';

const keep = z.enum(keysOf(KEEPS));
const reportReason = z.enum(keysOf(REPORT_REASONS));
const cursor = z.string().max(120).optional();
const text = (max: number) => typed(max).nullable();
const distinct = <T>(list: readonly T[]) => new Set(list).size === list.length;
/** what is too much, too little or past is said in words by domain/jobs */
const number = z.int().min(-2_000_000_000).max(2_000_000_000);
const calendarDay = z.string().max(10);

/** What the desk or an employer says of a posting. */
export const postingInput = z.strictObject({
  kind: postingKind,
  title: typed(40),
  /** of a unit: its own name, whatever is written here */
  employer: typed(60),
  credit_code: text(30),
  county: regionCode,
  town: text(40),
  village: text(40),
  address: text(120),
  /** GCJ-02; null: the township's or the county's */
  point: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).nullable(),
  offered_to: regionCode.nullable(),
  pay: z
    .strictObject({
      from_fen: number,
      to_fen: number.nullable(),
      unit: z.enum(keysOf(PAY_UNITS)),
      pieces_per_day: number.nullable(),
    })
    .nullable(),
  people: number.nullable(),
  shift: z.enum(keysOf(SHIFTS)).nullable(),
  board: keep.nullable(),
  lodging: keep.nullable(),
  childcare_hours: z.boolean().nullable(),
  elders: z.boolean().nullable(),
  light: z.boolean().nullable(),
  skills: z.array(skill).max(16).refine(distinct),
  starts_on: calendarDay.nullable(),
  open_until: calendarDay,
  about: text(1000),
  paid: text(200),
  hours: text(200),
  insurance: z
    .array(z.enum(keysOf(INSURANCES)))
    .max(4)
    .refine(distinct),
  contract: z.enum(keysOf(CONTRACTS)).nullable(),
  phone: text(32),
  route: text(200),
  gather: text(200),
  bus: text(200),
  cooperation: z.enum(keysOf(COOPERATIONS)).nullable(),
  destination: text(100),
  brand: text(40),
});
export type PostingInput = z.infer<typeof postingInput>;

/** What can be done with it, by whoever asks, as it stands. */
export const STAFF_ACTIONS = ['verify', 'hide', 'hold', 'release', 'close', 'change', 'judge'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

const ownLine = postingView.omit({ alike: true, reasons: true, metres: true, gathering: true }).extend({
  version: z.int(),
  source: z.string(),
  /** people who said it is not true and were not answered yet */
  reports: z.int(),
  /**
   * everybody who ever applied, those who are waiting for an answer, those taken on who went to work; and those who say
   * themselves that they did
   */
  applied: z.int(),
  waiting: z.int(),
  started: z.int(),
  said: z.int(),
  may: z.array(z.enum(STAFF_ACTIONS)),
});
export type OwnPosting = z.infer<typeof ownLine>;

/** What reads otherwise than it did. */
export const difference = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const history = z.array(
  z.object({
    at: moment,
    /** an office, the unit, or the portal itself */
    who: z.string(),
    what: z.string(),
    reason: z.string().nullable(),
    /** of a change, for staff alone: what stood there before and what then; null: it did not say */
    changes: z.array(difference),
  }),
);

const ownView = z.object({
  posting: ownLine,
  history,
  /** for staff alone; nobody's name stands in it */
  reports: z.array(
    z.object({
      reasons: z.array(reportReason),
      text: z.string().nullable(),
      said_at: moment,
      /** among the three who hide it: in the register, or with a proven telephone */
      counts: z.boolean(),
      outcome: z.enum(['true', 'untrue']).nullable(),
    }),
  ),
});
export type OwnPostingView = z.infer<typeof ownView>;

const acting = { id, version: z.int().min(0).max(2_000_000_000) };
const reason = words(300);
const changing = errors('NotAllowed', 'NotFound', 'InvalidInput', 'CaseChanged', 'ActionNotAllowed');

const publishedRecord = employerRecord.extend({
  id,
  credit_code: z.string(),
  employer: z.string(),
  withdrawn: z.boolean(),
});

export const postingsContract = {
  /** Three different people hide a posting until staff have looked. */
  report: procedure
    .meta({ who: 'signed_in' })
    .route(post('/postings/report', 'This posting is not true'))
    .input(
      z.strictObject({
        /** made by the phone: sent twice, said once */
        id,
        posting: id,
        reasons: z.array(reportReason).min(1).max(7).refine(distinct),
        text: typed(300).optional(),
      }),
    )
    .output(
      z.object({
        /** had been said by the same person, and is not answered yet */
        again: z.boolean(),
        /** what the same person was told the last time, where it is said anew */
        answered: z.object({ outcome: z.enum(['true', 'untrue']), on: day }).nullable(),
      }),
    )
    .errors(errors('NotFound', 'ActionNotAllowed', 'TooManyTries')),

  /** Of my unit; of the county where staff asks. */
  mine: procedure
    .meta({ who: 'signed_in' })
    .route(post('/postings/mine', 'Postings of my unit'))
    .input(z.strictObject({ ended: z.boolean().optional(), cursor }))
    .output(
      z.object({
        employer: z.string(),
        credit_code: z.string(),
        county: regionCode,
        county_name: z.string(),
        /** the county has looked at one of its postings: the next one is seen at once */
        known: z.boolean(),
        postings: z.array(ownLine),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('NotAllowed')),
  /** A posting with its history, for whoever stands behind it. */
  own: procedure
    .meta({ who: 'signed_in' })
    .route(post('/postings/own', 'One posting, for whoever stands behind it'))
    .input(z.strictObject({ id }))
    .output(ownView)
    .errors(errors('NotAllowed', 'NotFound')),
  publish: procedure
    .meta({ who: 'signed_in' })
    .route(post('/postings/publish', 'Publish a posting, or change it'))
    /** `version`: that was on the screen; 0: a new one */
    .input(z.strictObject({ ...acting, posting: postingInput }))
    .output(ownView)
    .errors({ ...changing, ...errors('RegionWithoutPack', 'TooManyTries') }),
  close: procedure
    .meta({ who: 'signed_in' })
    .route(post('/postings/close', 'Nobody is wanted any more'))
    .input(z.strictObject({ ...acting, reason: typed(300).optional() }))
    .output(ownView)
    .errors(changing),

  queue: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/queue', 'Postings of the county, by what is to be done'))
    .input(
      z.strictObject({
        show: z.enum(['proposed', 'held', 'reported', 'unverified', 'open', 'hidden', 'ended']),
        kind: postingKind.optional(),
        town: typed(40).optional(),
        /** in the title or the employer's name */
        find: typed(40).optional(),
        cursor,
      }),
    )
    .output(
      z.object({
        postings: z.array(ownLine),
        next: z.string().nullable(),
        /** up to 1000; more is said as 1000. Null: of a further page, as are the towns */
        counts: z
          .object({ proposed: z.int(), held: z.int(), reported: z.int(), unverified: z.int() })
          .nullable(),
        towns: z.array(z.string()).nullable(),
        /** may publish and decide; a village worker reads */
        writes: z.boolean(),
      }),
    )
    .errors(errors('NotAllowed', 'InvalidInput')),
  act: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/act', 'Verify, hide, hold back, release, judge what was said of it'))
    .input(
      z.discriminatedUnion('action', [
        z.strictObject({ ...acting, action: z.literal('verify') }),
        z.strictObject({ ...acting, action: z.literal('hide'), reason }),
        z.strictObject({ ...acting, action: z.literal('hold'), reason }),
        z.strictObject({ ...acting, action: z.literal('release'), reason }),
        /** what people said of it: true, and it stays hidden; untrue, and it is shown again; they are told */
        z.strictObject({
          ...acting,
          action: z.literal('judge'),
          outcome: z.enum(['true', 'untrue']),
          reason,
        }),
      ]),
    )
    .output(ownView)
    .errors(changing),
  numbers: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/numbers', 'Openings, applications and starts by township and kind'))
    .input(z.strictObject({ from: day, to: day }))
    .output(
      z.object({
        from: day,
        to: day,
        lines: z.array(
          z.object({
            /** null: not said, or work elsewhere */
            town: z.string().nullable(),
            kind: postingKind,
            /** open now, and the people wanted there as far as it is said */
            postings: z.int(),
            people: z.int(),
            /** in these days */
            applications: z.int(),
            starts: z.int(),
            /** say themselves that they began; whoever hires has not said so */
            said: z.int(),
          }),
        ),
      }),
    )
    .errors(errors('NotAllowed', 'InvalidInput')),

  /** What offices have published of employers, as this desk has written it down. */
  records: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/records', 'Published records of employers'))
    .input(z.strictObject({ credit_code: typed(30).optional(), cursor }))
    .output(z.object({ records: z.array(publishedRecord), next: z.string().nullable() }))
    .errors(errors('NotAllowed', 'InvalidInput')),
  add_record: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/add_record', 'Write down what an office has published'))
    .input(
      z.strictObject({
        id,
        kind: z.enum(keysOf(RECORD_KINDS)),
        credit_code: words(30),
        employer: words(60),
        office: words(60),
        about: text(300),
        /** one of these two has to be there: whoever reads it can look it up */
        number: text(60),
        link: text(300),
        published_on: day,
        until: day.nullable(),
      }),
    )
    .output(publishedRecord)
    .errors(errors('NotAllowed', 'InvalidInput', 'TooManyTries')),
  withdraw_record: procedure
    .meta({ who: 'staff' })
    .route(post('/postings/withdraw_record', 'It was a mistake, or the office took it back'))
    .input(z.strictObject({ id, reason }))
    .output(done)
    .errors(errors('NotAllowed', 'NotFound')),
};
