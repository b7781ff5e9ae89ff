/** Training: sessions for everybody to see, enrolling, and the provider's side. */
import { z } from 'zod';
import { ENROLMENT_STATES, kindsOf, TRADES, TRAINING_KINDS } from '@/domain/training';
import { day, errors, id, moment, nothing, phone, post, procedure, regionCode, typed, words } from './base';

const kind = z.enum(kindsOf(TRAINING_KINDS));
const trade = z.enum(kindsOf(TRADES));
const sessionState = z.enum(['proposed', 'open', 'declined', 'cancelled']);
const enrolmentState = z.enum(kindsOf(ENROLMENT_STATES));
const cursor = z.string().max(100).optional();
const time = z.string().max(5);
const calendarDay = z.string().max(10);

/** Chips of the list; counted while one chooses. */
export const sessionFilter = z.strictObject({
  /** a county, or a region with all its counties; none: everywhere */
  place: regionCode.optional(),
  town: typed(40).optional(),
  kinds: z.array(kind).max(8).optional(),
  trade: trade.optional(),
  from: day.optional(),
  to: day.optional(),
  childcare: z.boolean().optional(),
  evening: z.boolean().optional(),
  /** seats left */
  free: z.boolean().optional(),
});
export type SessionFilter = z.infer<typeof sessionFilter>;

export const sessionLine = z.object({
  id,
  version: z.int(),
  state: sessionState,
  kind,
  trade,
  title: z.string(),
  provider: z.string(),
  county: regionCode,
  county_name: z.string(),
  town: z.string().nullable(),
  address: z.string(),
  starts_on: day,
  ends_on: day,
  from: z.string(),
  to: z.string(),
  enrol_until: moment,
  capacity: z.int(),
  /** seats nobody has */
  left: z.int(),
  /** how many stand in the waiting list */
  waiting: z.int(),
  childcare: z.boolean(),
  evening: z.boolean(),
  /** open, and not too late */
  can_enrol: z.boolean(),
});
export type SessionLine = z.infer<typeof sessionLine>;

/** Why somebody stands first: the benefit of the region's pack, its passage word for word. */
const first = z.object({
  benefit: z.string(),
  title: z.string(),
  document: z.string(),
  number: z.string(),
  item: z.string(),
  quote: z.string(),
  /** the document is not in force any more: nobody stands first by it */
  expired: z.boolean(),
});

export const sessionView = sessionLine.extend({
  about: z.string().nullable(),
  bring: z.string().nullable(),
  fee: z.string().nullable(),
  phone: z.string().nullable(),
  route: z.string().nullable(),
  /** why it was declined or cancelled */
  reason: z.string().nullable(),
  /** who stands first in the waiting list; empty: the document says nothing, and it goes by time */
  first: z.array(first),
  /** whom the document names for this kind; nobody else is turned away */
  named: z.array(first),
  /** why nobody can enrol now */
  closed: z.string().nullable(),
  /** the server's clock: a phone's may be wrong */
  now: moment,
});
export type SessionView = z.infer<typeof sessionView>;

const can = z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), why: z.string() })]);

export const enrolmentView = z.object({
  id,
  session: sessionLine,
  state: enrolmentState,
  /** how many stand before; null when not waiting */
  ahead: z.int().nullable(),
  /** by this benefit the person stands first */
  first: z.string().nullable(),
  offer_until: moment.nullable(),
  enrolled_at: moment,
  attended: z.array(day),
  certificate: z.string().nullable(),
  cancel: can,
  confirm: can,
  /** the service for the allowance, once somebody has attended; null: the document says nothing of one */
  claim: z.string().nullable(),
  now: moment,
});
export type EnrolmentView = z.infer<typeof enrolmentView>;

/** What a provider says of a session. */
const sessionDraft = z.strictObject({
  kind,
  trade,
  title: words(40),
  provider: words(60),
  county: regionCode,
  town: typed(40).nullable(),
  address: words(120),
  starts_on: calendarDay,
  ends_on: calendarDay,
  from: time,
  to: time,
  enrol_on: calendarDay,
  enrol_at: time,
  capacity: z.int().min(-1_000_000).max(1_000_000),
  childcare: z.boolean(),
  about: typed(500).nullable(),
  bring: typed(200).nullable(),
  fee: typed(200).nullable(),
  phone: typed(32).nullable(),
  route: typed(200).nullable(),
});
export type SessionDraftInput = z.infer<typeof sessionDraft>;

const rosterLine = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  state: enrolmentState,
  rank: z.int(),
  /** place in the waiting list, from 1 */
  place: z.int().nullable(),
  days: z.array(day),
  certificate: z.string().nullable(),
});
export type RosterLine = z.infer<typeof rosterLine>;

const pdf = z.object({ name: z.string(), type: z.literal('application/pdf'), base64: z.string() });

export const trainingContract = {
  sessions: procedure
    .meta({ who: 'public' })
    .route(post('/training/sessions', 'Sessions one can enrol in'))
    .input(sessionFilter.extend({ cursor }))
    .output(
      z.object({
        sessions: z.array(sessionLine),
        total: z.int(),
        towns: z.array(z.string()),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('NotReady', 'InvalidInput', 'RegionWithoutPack', 'TooManyTries')),
  show: procedure
    .meta({ who: 'public' })
    .route(post('/training/show', 'One session, and who stands first'))
    .input(z.strictObject({ id }))
    .output(sessionView)
    .errors(errors('NotFound', 'NotReady')),
  /** Is a printed certificate genuine. */
  verify: procedure
    .meta({ who: 'public' })
    .route(post('/training/verify', 'Is this certificate genuine'))
    .input(z.strictObject({ number: typed(40), proof: typed(64) }))
    .output(
      z.object({
        genuine: z.boolean(),
        name: z.string().nullable(),
        title: z.string().nullable(),
        provider: z.string().nullable(),
        starts_on: day.nullable(),
        ends_on: day.nullable(),
        certified_on: day.nullable(),
      }),
    )
    .errors(errors('TooManyTries', 'NotReady')),

  enrol: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您报了培训' })
    .route(post('/training/enrol', 'Enrol, or join the waiting list'))
    .input(
      z.strictObject({
        /** made by the phone: sent twice, enrolled once */
        id,
        session: id,
        /** asked for only where the register does not know */
        name: words(40).optional(),
        phone: phone.optional(),
        /** the person knows that it overlaps with another one */
        overlap: z.boolean().optional(),
      }),
    )
    .output(enrolmentView.extend({ again: z.boolean() }))
    .errors(
      errors(
        'NotFound',
        'InvalidInput',
        'EnrolmentClosed',
        'SessionsOverlap',
        'TooManyTries',
        'AlreadyFiled',
      ),
    ),
  cancel: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您取消了培训报名' })
    .route(post('/training/cancel', 'Give the seat, or the place in the list, back'))
    .input(z.strictObject({ id }))
    .output(enrolmentView)
    .errors(errors('NotFound', 'ActionNotAllowed')),
  confirm: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您确认了培训名额' })
    .route(post('/training/confirm', 'Take the seat that is offered'))
    .input(z.strictObject({ id }))
    .output(enrolmentView)
    .errors(errors('NotFound', 'ActionNotAllowed', 'OfferEnded')),
  mine: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您报的培训' })
    .route(post('/training/mine', 'What I am enrolled in'))
    .input(nothing)
    .output(z.array(enrolmentView)),
  calendar: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您培训的日期' })
    .route(post('/training/calendar', 'The days as a calendar file'))
    .input(z.strictObject({ id }))
    .output(z.object({ name: z.string(), text: z.string() }))
    .errors(errors('NotFound')),
  certificate: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您取了培训结业凭证' })
    .route(post('/training/certificate', 'The certificate as a PDF'))
    .input(z.strictObject({ id }))
    .output(pdf)
    .errors(errors('NotFound')),

  /** Whoever is at the desk of the county, or bound to a unit. */
  taught: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/taught', 'Sessions of the county, or of my unit'))
    .input(z.strictObject({ past: z.boolean().optional(), cursor }))
    .output(
      z.object({
        as: z.enum(['staff', 'unit']),
        provider: z.string(),
        county: regionCode,
        /** the county decides on what units propose */
        decides: z.boolean(),
        sessions: z.array(sessionView),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('NotAllowed')),
  publish: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/publish', 'Publish a session, or change it'))
    .input(
      z.strictObject({
        id,
        /** the version that was on the screen; 0: a new one */
        version: z.int().min(0).max(1_000_000),
        session: sessionDraft,
      }),
    )
    .output(sessionView)
    .errors(
      errors(
        'NotAllowed',
        'NotFound',
        'InvalidInput',
        'CaseChanged',
        'ActionNotAllowed',
        'RegionWithoutPack',
      ),
    ),
  decide: procedure
    .meta({ who: 'staff' })
    .route(post('/training/decide', 'The county agrees to a unit’s session, or not'))
    .input(
      z.strictObject({
        id,
        version: z.int().min(0).max(1_000_000),
        open: z.boolean(),
        reason: words(300).optional(),
      }),
    )
    .output(sessionView)
    .errors(errors('NotAllowed', 'NotFound', 'InvalidInput', 'CaseChanged', 'ActionNotAllowed')),
  call_off: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/call_off', 'Cancel a session; everybody enrolled is told'))
    .input(z.strictObject({ id, reason: words(300) }))
    .output(sessionView.extend({ told: z.int() }))
    .errors(errors('NotAllowed', 'NotFound', 'ActionNotAllowed')),
  roster: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/roster', 'Who is enrolled, who waits, who came'))
    .input(z.strictObject({ id }))
    .output(z.object({ session: sessionView, people: z.array(rosterLine) }))
    .errors(errors('NotAllowed', 'NotFound')),
  /** Sent once or many times: kept once. */
  mark: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/mark', 'Somebody came'))
    .input(
      z.strictObject({
        id,
        session: id,
        /** from the list, or the code that was scanned that day: one of the two */
        enrolment: id.optional(),
        code: z.string().trim().max(600).optional(),
        at: moment,
      }),
    )
    .output(z.object({ id, name: z.string(), day, again: z.boolean() }))
    .errors(errors('NotAllowed', 'NotFound', 'InvalidInput', 'ActionNotAllowed')),
  /** Those who came get a certificate; the others are noted as absent. */
  certify: procedure
    .meta({ who: 'signed_in' })
    .route(post('/training/certify', 'Issue certificates'))
    .input(z.strictObject({ id, enrolments: z.array(id).min(1).max(200) }))
    .output(z.object({ issued: z.int() }))
    .errors(errors('NotAllowed', 'NotFound', 'ActionNotAllowed')),
  numbers: procedure
    .meta({ who: 'staff' })
    .route(post('/training/numbers', 'Training of a county in figures'))
    .input(z.strictObject({ from: day, to: day }))
    .output(
      z.object({
        sessions: z.int(),
        cancelled: z.int(),
        seats: z.int(),
        enrolled: z.int(),
        waiting: z.int(),
        came: z.int(),
        certified: z.int(),
        /** of those who enrolled, known to be put first by the document */
        first: z.int(),
      }),
    )
    .errors(errors('NotAllowed', 'InvalidInput')),
};
