/** My work: the skills card, saved searches, applications, and going to work or leaving it. */
import { z } from 'zod';
import { keysOf, PAY_UNITS, SHIFTS } from '@/domain/jobs';
import { ANSWERS, APPLICATION_STATES } from '@/domain/jobs/application';
import { LONGEST_WORDS, REACHES, STARTS } from '@/domain/jobs/card';
import { FORMS, WHERE } from '@/domain/jobs/spells';
import { STANDINGS } from '@/domain/jobs/standing';
import { POSTING_STATES } from '@/domain/jobs/states';
import { MOST_SEARCHES } from '@/domain/jobs/wishes';
import {
  day,
  done,
  errors,
  facts,
  id,
  moment,
  nothing,
  post,
  procedure,
  regionCode,
  typed,
  words,
} from './base';
import { postingFilter, postingKind, skill } from './jobs';
import { difference } from './postings';

const distinct = <T>(list: readonly T[]) => new Set(list).size === list.length;
const fenOfPay = z.int().min(100).max(100_000_000);

export const card = z.strictObject({
  skills: z.array(skill).max(16).refine(distinct),
  /** what else one can do */
  words: typed(LONGEST_WORDS),
  wishes: z.strictObject({
    kinds: z.array(postingKind).max(9).refine(distinct),
    pay_from: fenOfPay.nullable(),
    reach: z.enum(keysOf(REACHES)).nullable(),
    shifts: z
      .array(z.enum(keysOf(SHIFTS)))
      .max(4)
      .refine(distinct),
    board: z.boolean(),
    lodging: z.boolean(),
    start: z.enum(keysOf(STARTS)).nullable(),
  }),
});

/** What is known without being typed: of courses, and of the register's own row. */
const proof = z.object({
  title: z.string(),
  /** who says so */
  source: z.string(),
  on: day.nullable(),
  /** of a certificate */
  number: z.string().nullable(),
});

export const cardView = z.object({
  card: card.nullable(),
  /** counts the savings: the second phone is told, nothing is overwritten */
  rev: z.int(),
  saved_at: moment.nullable(),
  proofs: z.array(proof),
});
export type CardView = z.infer<typeof cardView>;

const wanted = z.strictObject({
  scope: z.enum(['near', 'away']),
  county: regionCode,
  town: typed(40).optional(),
  filter: postingFilter,
});
const searchView = wanted.extend({
  id,
  /** named by itself */
  name: z.string(),
  saved_at: moment,
});
export type SearchView = z.infer<typeof searchView>;
const searches = z.object({
  searches: z.array(searchView),
  /** told of new work, once a week at most */
  told: z.boolean(),
  last_told: day.nullable(),
});
export type SearchesView = z.infer<typeof searches>;

const interview = z.object({ on: day, time: z.string(), place: z.string(), text: z.string().nullable() });

export const applicationView = z.object({
  /** the case */
  id,
  number: z.string(),
  state: z.enum(keysOf(APPLICATION_STATES)),
  version: z.int(),
  sent_on: day,
  posting: z.object({
    id,
    title: z.string(),
    employer: z.string(),
    state: z.enum(keysOf(POSTING_STATES)),
    phone: z.string().nullable(),
    kind: postingKind,
    county: regionCode,
    starts_on: day.nullable(),
  }),
  /** what the posting said when it was applied for, and what of it reads otherwise now; null: not kept then */
  promised: z
    .object({
      lines: z.array(z.object({ what: z.string(), text: z.string() })),
      changed: z.array(difference),
    })
    .nullable(),
  /** what the desk has said against the posting: then neither a telephone nor an interview is given */
  standing: z.enum(keysOf(STANDINGS)).nullable(),
  interview: interview.nullable(),
  /** what the employer said last */
  said: z.string().nullable(),
  /** nobody answered in time: the village worker asks */
  asked_for: z.boolean(),
  answer_by: day.nullable(),
});
export type ApplicationView = z.infer<typeof applicationView>;

/** An applicant as the employer sees them: what they sent, and nothing else of them. */
export const applicantView = z.object({
  id,
  number: z.string(),
  version: z.int(),
  state: z.enum(keysOf(APPLICATION_STATES)),
  sent_on: day,
  name: z.string(),
  /** null: the posting ended long ago, or they were declined: domain/jobs/application.ts */
  phone: z.string().nullable(),
  /** in words */
  skills: z.string().nullable(),
  words: z.string().nullable(),
  start: z.string().nullable(),
  interview: interview.nullable(),
  answer_by: day.nullable(),
  /** answers that are possible now */
  may: z.array(z.enum(keysOf(ANSWERS))),
});
export type ApplicantView = z.infer<typeof applicantView>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写几点几分，像 09:30');
const answering = {
  /** the case, and the version that was on the screen */
  id,
  version: z.int(),
  /** made by whoever answers: sent twice, it happens once */
  event: id,
};
const answer = z.discriminatedUnion('answer', [
  z.strictObject({ ...answering, answer: z.literal('seen') }),
  z.strictObject({
    ...answering,
    answer: z.literal('interview'),
    on: day,
    time,
    place: words(60),
    text: words(200).optional(),
  }),
  z.strictObject({ ...answering, answer: z.literal('taken'), text: words(200).optional() }),
  z.strictObject({ ...answering, answer: z.literal('declined'), text: words(200) }),
]);

const form = z.enum(keysOf(FORMS));
const where = z.enum(keysOf(WHERE));
export const spellView = z.object({
  id,
  employer: z.string(),
  posting: id.nullable(),
  form,
  where,
  started_on: day,
  ended_on: day.nullable(),
  /** on leaving: whether everything was paid; null: still there, or not said */
  paid: z.boolean().nullable(),
  /** from a posting that was applied for here: what it said of the wage then, for when it is not paid; null: not known */
  promised: z
    .object({ unit: z.enum(keysOf(PAY_UNITS)).nullable(), fen: z.int().nullable(), story: z.string() })
    .nullable(),
  said_at: moment,
  /** the last thing said of it can be taken back until then; null: no more */
  undo_until: moment.nullable(),
});
export type SpellView = z.infer<typeof spellView>;

/** Facts to be put among the person's own answers; null takes one back. */
const said = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()]));
const spellSaid = z.object({ spell: spellView, facts: said });

export const workContract = {
  card: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您找活的名片' })
    .route(post('/work/card', 'My skills card'))
    .input(nothing)
    .output(cardView),
  save_card: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您改了找活的名片' })
    .route(post('/work/save_card', 'Keep my skills card'))
    .input(z.strictObject({ card, rev: z.int().min(0).max(1_000_000) }))
    .output(cardView)
    .errors(errors('CardChanged')),
  drop_card: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/drop_card', 'Throw my skills card away'))
    .input(nothing)
    .output(done),

  searches: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/searches', 'What I look for again and again'))
    .input(nothing)
    .output(searches),
  save_search: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/save_search', `Look for this again; ${MOST_SEARCHES} at most`))
    /** made by the phone: sent twice, it is there once */
    .input(z.strictObject({ id, wanted }))
    .output(searches)
    .errors(errors('TooManySearches', 'RegionWithoutPack', 'NotFound')),
  drop_search: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/drop_search', 'Do not look for this any more'))
    .input(z.strictObject({ id }))
    .output(searches),
  /** One tap: no message any more, or messages again. */
  notify: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/notify', 'Tell me of new work, or do not'))
    .input(z.strictObject({ on: z.boolean() }))
    .output(searches),

  applications: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您的应聘' })
    .route(post('/work/applications', 'What I applied for'))
    .input(nothing)
    .output(z.array(applicationView)),
  calendar: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您面试的日期' })
    .route(post('/work/calendar', 'An interview as a calendar file'))
    .input(z.strictObject({ id }))
    .output(z.object({ name: z.string(), text: z.string() }))
    .errors(errors('NotFound', 'ActionNotAllowed')),

  /** For the unit that posted it, and the county desk; only those who applied. */
  applicants: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/applicants', 'Who applied for a posting of mine'))
    .input(z.strictObject({ posting: id, cursor: z.string().max(120).optional() }))
    .output(
      z.object({
        posting: z.object({ id, title: z.string(), people: z.int().nullable(), taken: z.int() }),
        applicants: z.array(applicantView),
        next: z.string().nullable(),
      }),
    )
    .errors(errors('NotFound', 'NotAllowed', 'InvalidInput')),
  answer: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/answer', 'Answer somebody who applied'))
    .input(answer)
    .output(applicantView)
    .errors(
      errors('NotFound', 'NotAllowed', 'InvalidInput', 'CaseChanged', 'ActionNotAllowed', 'TooManyTries'),
    ),

  spells: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/spells', 'Where I work, and worked'))
    .input(nothing)
    .output(z.array(spellView)),
  /** What is known goes in, what is to be answered comes out: the answers stay the person's own. */
  start: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/start', '我上班了'))
    .input(
      z.strictObject({ id, posting: id.optional(), employer: words(60), form, where, on: day, known: facts }),
    )
    .output(spellSaid)
    .errors(errors('InvalidInput', 'NotFound', 'SpellOpen', 'TooManyTries', 'AlreadyFiled')),
  leave: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/leave', '我不干了'))
    .input(z.strictObject({ id, on: day, paid: z.boolean(), known: facts }))
    .output(spellSaid)
    .errors(errors('InvalidInput', 'NotFound', 'TooManyTries')),
  /** Within a day: what was said last was a slip. */
  undo: procedure
    .meta({ who: 'signed_in' })
    .route(post('/work/undo', 'Take back what I said last'))
    .input(z.strictObject({ id }))
    .output(
      z.object({
        spell: spellView.nullable(),
        facts: said,
        /** corrections asked for with it: not asked for any more, or answered already */
        corrections: z.object({ withdrawn: z.int(), answered: z.int() }),
      }),
    )
    .errors(errors('NotFound', 'UndoOver')),
};
