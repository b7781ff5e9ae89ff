/** Day labour: who is wanted, who comes, and the wage agreed on both phones. */
import { z } from 'zod';
import { CAME_HOW, GATHERING_STATES, HAND_PAY_UNITS, HAND_STATES, KNOWN_BY, SIDES } from '@/domain/hands';
import { keysOf } from '@/domain/jobs';
import { STANDINGS } from '@/domain/jobs/standing';
import { day, errors, id, moment, nothing, phone, post, procedure, regionCode, typed, words } from './base';

const payUnit = z.enum(HAND_PAY_UNITS);
const calendarDay = z.string().max(10);
const time = z.string().max(5);
const fen = z.int().min(-1_000_000_000).max(1_000_000_000);
const handState = z.enum(keysOf(HAND_STATES));
const cameHow = z.enum(keysOf(CAME_HOW));
const knownBy = z.enum(keysOf(KNOWN_BY));
const side = z.enum(SIDES);
const can = z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), why: z.string() })]);

const draft = z.strictObject({
  work: words(40),
  county: regionCode,
  town: typed(40).nullable(),
  village: typed(40).nullable(),
  address: words(120),
  day: calendarDay,
  from: time,
  to: time,
  people: z.int().min(-1_000_000).max(1_000_000),
  pay_fen: fen,
  pay_unit: payUnit,
  /** when it is paid, in the organiser's words */
  paid: words(60),
  bring: typed(100).nullable(),
  route: typed(120).nullable(),
  /** asked for only where nobody knows it */
  name: words(40).optional(),
  phone: phone.optional(),
});
export type GatheringInput = z.infer<typeof draft>;

/** How the wage record of one person stands. */
const agreeing = z.object({
  organiser: z.boolean(),
  worker: z.boolean(),
  agreed_at: moment.nullable(),
  number: z.string().nullable(),
});

export const handView = z.object({
  id,
  state: handState,
  /** how many stand before; null when not waiting */
  ahead: z.int().nullable(),
  came_at: moment.nullable(),
  came_how: cameHow.nullable(),
  leave: can,
  /** can check in, around the work, with the organiser's number */
  come: can,
  agreeing,
});
export type HandView = z.infer<typeof handView>;

export const gatheringView = z.object({
  id,
  state: z.enum(GATHERING_STATES),
  reason: z.string().nullable(),
  work: z.string(),
  employer: z.string(),
  /** a unit with a credit code, an office, or somebody of their own */
  as: z.enum(['unit', 'staff', 'person']),
  /** the desk has looked at it, by whom and when; null: nobody has */
  verified: z.object({ by: z.string(), on: day }).nullable(),
  /** what the desk has said against it; null: nothing, or it is open again */
  standing: z.enum(keysOf(STANDINGS)).nullable(),
  /** the county looks at it before anybody sees it */
  waits: z.boolean(),
  county: regionCode,
  county_name: z.string(),
  town: z.string().nullable(),
  village: z.string().nullable(),
  address: z.string(),
  day,
  from: z.string(),
  to: z.string(),
  people: z.int(),
  /** have a place */
  joined: z.int(),
  waiting: z.int(),
  pay_fen: z.int(),
  pay_unit: payUnit,
  paid: z.string().nullable(),
  bring: z.string().nullable(),
  route: z.string().nullable(),
  /** of a unit or an office; of a person only for those who joined */
  phone: z.string().nullable(),
  join: can,
  /** I publish it */
  organiser: z.boolean(),
  mine: handView.nullable(),
  now: moment,
});
export type GatheringView = z.infer<typeof gatheringView>;

const terms = z.strictObject({
  place: typed(160),
  day: calendarDay,
  from: time,
  to: time,
  work: typed(60),
  pay_fen: fen,
  pay_unit: payUnit,
  paid: typed(60),
});
export type TermsInput = z.infer<typeof terms>;

const attendance = z.object({
  begun: z.boolean(),
  came_at: moment.nullable(),
  came_how: cameHow.nullable(),
  left_at: moment.nullable(),
  cancelled: z.boolean(),
  cancelled_at: moment.nullable(),
});

export const agreementView = z.object({
  /** of the one who works */
  id,
  gathering: id,
  side,
  /** number of the proposal that stands; 0: as it was published, nobody has written anything yet */
  about: z.int(),
  terms: z.object({
    ...terms.shape,
    day,
    employer: z.string(),
    employer_phone: z.string().nullable(),
    worker: z.string(),
    worker_phone: z.string().nullable(),
    /** who says so, of each */
    known: z.object({
      ...{ employer: knownBy, employer_phone: knownBy, worker: knownBy, worker_phone: knownBy },
    }),
  }),
  /** what became of it: an agreement is no proof of work */
  attendance,
  county: regionCode,
  as: z.enum(['unit', 'staff', 'person']),
  /** who wrote the proposal that stands; null: as it was published */
  written_by: side.nullable(),
  organiser_at: moment.nullable(),
  worker_at: moment.nullable(),
  agreed_at: moment.nullable(),
  number: z.string().nullable(),
  hash: z.string().nullable(),
  now: moment,
});
export type AgreementView = z.infer<typeof agreementView>;

const rosterLine = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  known: z.object({ name: knownBy, phone: knownBy }),
  state: handState,
  /** place in the waiting list, from 1 */
  place: z.int().nullable(),
  came_at: moment.nullable(),
  came_how: cameHow.nullable(),
  agreeing,
});
export type HandLine = z.infer<typeof rosterLine>;

const pdf = z.object({ name: z.string(), type: z.literal('application/pdf'), base64: z.string() });

export const handsContract = {
  show: procedure
    .meta({ who: 'public' })
    .route(post('/hands/show', 'One gathering, and how it stands with me'))
    .input(z.strictObject({ id }))
    .output(gatheringView)
    .errors(errors('NotFound', 'NotReady')),
  /** Is a printed wage record genuine. */
  verify: procedure
    .meta({ who: 'public' })
    .route(post('/hands/verify', 'Is this wage record genuine'))
    .input(z.strictObject({ number: typed(40), proof: typed(64) }))
    .output(
      z.object({
        genuine: z.boolean(),
        /** null where it is not genuine; people are masked */
        record: z
          .object({
            employer: z.string(),
            worker: z.string(),
            place: z.string(),
            day,
            work: z.string(),
            pay_fen: z.int(),
            pay_unit: payUnit,
            paid: z.string(),
            agreed_at: moment,
            known: z.object({ employer: knownBy, worker: knownBy }),
            attendance,
            hash: z.string(),
          })
          .nullable(),
      }),
    )
    .errors(errors('TooManyTries', 'NotReady')),

  publish: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/publish', 'Hands are wanted for a day'))
    .input(z.strictObject({ id, gathering: draft }))
    .output(gatheringView)
    .errors(
      errors(
        ...(['NotAllowed', 'NotFound', 'CaseChanged', 'InvalidInput', 'RegionWithoutPack'] as const),
        ...(['ActionNotAllowed', 'TooManyTries'] as const),
      ),
    ),
  /** Everybody who joined or waits is told. */
  cancel: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/cancel', 'Call it off; everybody is told'))
    .input(z.strictObject({ id, reason: words(200) }))
    .output(gatheringView.extend({ told: z.int() }))
    .errors(errors('NotFound', 'InvalidInput', 'ActionNotAllowed')),
  mine: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您报的零工' })
    .route(post('/hands/mine', 'What I joined, and what I organise'))
    .input(nothing)
    .output(z.object({ joined: z.array(gatheringView), organised: z.array(gatheringView) })),
  join: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您报了零工' })
    .route(post('/hands/join', 'Join, or stand in the waiting list'))
    .input(
      z.strictObject({
        /** made by the phone: sent twice, joined once */
        id,
        gathering: id,
        /** asked for only where the register does not know */
        name: words(40).optional(),
        phone: phone.optional(),
      }),
    )
    .output(gatheringView.extend({ again: z.boolean() }))
    .errors(errors('NotFound', 'InvalidInput', 'ActionNotAllowed', 'AlreadyFiled', 'TooManyTries')),
  leave: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您退了零工' })
    .route(post('/hands/leave', 'Give the place to the next'))
    .input(z.strictObject({ id }))
    .output(gatheringView)
    .errors(errors('NotFound', 'ActionNotAllowed')),
  roster: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/roster', 'Who comes to my gathering'))
    .input(z.strictObject({ id }))
    .output(z.object({ gathering: gatheringView, people: z.array(rosterLine) }))
    .errors(errors('NotFound')),
  /** Sent once or many times: kept once. */
  mark: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/mark', 'Somebody came: scanned or ticked by the organiser'))
    .input(
      z.strictObject({
        id,
        gathering: id,
        /** from the list, or the code that was scanned: one of the two */
        member: id.optional(),
        code: z.string().trim().max(600).optional(),
        at: moment,
      }),
    )
    .output(z.object({ id, member: id, name: z.string(), again: z.boolean() }))
    .errors(errors('NotFound', 'InvalidInput', 'ActionNotAllowed')),
  /** Six digits on the organiser's phone, another number every ten minutes. */
  code: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/code', 'The number to check in with, on the organiser’s phone'))
    .input(z.strictObject({ id }))
    .output(z.object({ code: z.string(), text: z.string(), until: moment }))
    .errors(errors('NotFound')),
  here: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/here', 'I am here: the number on the organiser’s phone'))
    .input(z.strictObject({ id, code: typed(12) }))
    .output(gatheringView)
    .errors(errors('NotFound', 'InvalidInput', 'ActionNotAllowed', 'TooManyTries')),

  agreement: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/agreement', 'The wage record of one who works, for both sides'))
    .input(z.strictObject({ id }))
    .output(agreementView)
    .errors(errors('NotFound')),
  /** A correction: what the other had agreed to counts no more. */
  propose: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/propose', 'Correct what stands in the wage record'))
    .input(z.strictObject({ id, record: id, about: z.int().min(0).max(1_000_000), terms }))
    .output(agreementView)
    .errors(errors('NotFound', 'InvalidInput', 'CaseChanged', 'ActionNotAllowed', 'TooManyTries')),
  tap: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/tap', 'Just so: I agree to what stands there'))
    .input(z.strictObject({ id, record: id, about: z.int().min(0).max(1_000_000) }))
    .output(agreementView)
    .errors(errors('NotFound', 'CaseChanged', 'ActionNotAllowed', 'TooManyTries')),
  paper: procedure
    .meta({ who: 'signed_in' })
    .route(post('/hands/paper', 'The agreed wage as one page'))
    .input(z.strictObject({ id }))
    .output(pdf)
    .errors(errors('NotFound', 'ActionNotAllowed')),
};
