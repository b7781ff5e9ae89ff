import { z } from 'zod';
import {
  ACTION_NAMES,
  type Action,
  type CaseState,
  STATE_NAMES,
  type Standing,
  SURENESS,
} from '@/domain/cases';
import { keysOf } from '@/domain/jobs';
import { STANDINGS } from '@/domain/jobs/standing';
import { MOMENTS, type MomentKind } from '@/domain/wages/law';
import { TELLABLE } from '@/domain/wages/moments';
import { day, done, errors, id, moment, nothing, post, procedure, regionCode, typed, words } from './base';
import { caseWords } from './case-words';
import { paperFile, paperFormat, paperId } from './papers';

const serviceId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9-]+$/);
const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/);
const answer = z.union([
  z.boolean(),
  z.number(),
  z.string().max(1000),
  z.array(z.string().max(200)).max(20).readonly(),
  z.null(),
]);
/** No form has half as many letters; what is kept of a draft is not to be a store for anything else. */
const LONGEST_FORM = 20_000;
export const answers = z
  .record(name, answer)
  // the longest form has 43 questions, and a draft keeps what was said before another way was chosen
  .refine((value) => Object.keys(value).length <= 50, 'too many answers')
  .refine((value) => JSON.stringify(value).length <= LONGEST_FORM, '填的内容太长了，请缩短一些');
const handedIn = z.strictObject({ file: id, evidence: name });
const files = z
  .array(handedIn)
  .max(30)
  .refine(
    (list) => new Set(list.map((one) => `${one.evidence} ${one.file}`)).size === list.length,
    '同一个文件在一项里只能交一次',
  );
/** counts that the database keeps as 32 bits */
const counted = z.int().min(0).max(1_000_000);
const caseState = z.enum(STATE_NAMES as [CaseState, ...CaseState[]]);
const action = z.enum(ACTION_NAMES as [Action, ...Action[]]);
export const momentKind = z.enum(Object.keys(MOMENTS) as [MomentKind, ...MomentKind[]]);
const device = z
  .string()
  .trim()
  .max(60)
  .regex(/^\P{Cc}*$/u)
  .optional();

export const due = z.object({
  of: z.enum(['accept', 'decide', 'pay', 'countersign', 'supplement']),
  /** null: no limit, or the calendar of `missing` is not out yet */
  on: day.nullable(),
  missing: z.int().optional(),
});

export const can = z.union([
  z.object({ ok: z.literal(true), until: day.optional() }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);

/** One line of the list of my cases, and of the queue. */
export const caseLine = z.object({
  id,
  number: z.string(),
  service: serviceId,
  title: z.string(),
  state: caseState,
  /** how this service calls the state, where not as everywhere */
  state_word: z.string().optional(),
  filed_on: day,
  due: due.nullable(),
  late: z.boolean(),
  /** what the resident has to do now, in one sentence; null when nothing */
  task: z.string().nullable(),
});
export type CaseLine = z.infer<typeof caseLine>;

const timelineEntry = z.object({
  seq: z.int(),
  id,
  at: moment,
  day,
  action,
  /** who: 您 · 代办人 · the office */
  who: z.string(),
  /** in a sentence to read */
  text: z.string(),
  /** what was said with it: reason, request, answer */
  said: z.string().nullable(),
  /** the passage it rests on; `law`: an article, and no passage of the region's document */
  cite: z.object({ document: z.string(), item: z.string(), law: z.boolean().optional() }).nullable(),
  /** of a milestone: what it means, and the day it happened */
  milestone: z.string().optional(),
  means: z.string().optional(),
  on: day.optional(),
  /** a later event took its place */
  corrected: z.boolean().optional(),
});

const paper = z.object({
  file: id,
  evidence: name,
  title: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
});

const standing = z.enum(['elsewhere', 'ahead', ...STATE_NAMES] as [Standing, ...Standing[]]);

const bundleStep = z.object({
  step: name,
  title: z.string(),
  plain: z.string(),
  /** null: done elsewhere before, or not filed */
  case: id.nullable(),
  number: z.string().nullable(),
  standing,
  stage: z.int(),
  due: due.nullable(),
  late: z.boolean(),
  office: z.string(),
  /** titles of the steps it waits for */
  waits_for: z.array(z.string()),
  handover: z.boolean(),
  sure: z.enum(SURENESS),
});

/** A bundle with its steps: the same for its own case and for each step's. */
export const bundleView = z.object({
  /** its own case */
  id,
  number: z.string(),
  title: z.string(),
  state: caseState,
  /** steps that are there, of all of them */
  done: z.int(),
  total: z.int(),
  list: z.object({ source: z.string(), verified: z.boolean(), say: z.string().nullable() }),
  steps: z.array(bundleStep),
});
export type BundleView = z.infer<typeof bundleView>;

/** A line of my cases; the steps of a bundle stand under it, in their order, and nowhere else. */
export const ownLine = caseLine.extend({
  bundle: z
    .object({
      done: z.int(),
      total: z.int(),
      steps: z.array(
        bundleStep.pick({ step: true, title: true, case: true, standing: true, due: true, late: true }),
      ),
    })
    .nullable(),
});
export type OwnLine = z.infer<typeof ownLine>;

export const caseView = caseLine.extend({
  version: z.int(),
  county: regionCode,
  office: z.object({ name: z.string(), phone: z.string().nullable() }),
  /** of an application for a posting: who has it, with the telephone that everybody can read there now */
  employer: z.object({ name: z.string(), phone: z.string().nullable() }).optional(),
  words: caseWords.optional(),
  /** filed without a name: nobody can be asked */
  anonymous: z.boolean(),
  document: z.object({ id: z.string(), number: z.string(), items: z.array(z.string()) }),
  /** what the limit rests on, in words */
  basis: z.string().nullable(),
  answers: z.array(z.object({ id: name, label: z.string(), text: z.string() })),
  papers: z.array(paper),
  /** the supplement asked for */
  asked: z.object({ text: z.string(), evidence: z.array(name), until: day }).nullable(),
  timeline: z.array(timelineEntry),
  decision: z
    .object({
      approved: z.boolean(),
      text: z.string(),
      /** item of the document, when refused */
      item: z.string().nullable(),
      /** or the article of the law, with its words or their summary */
      law: z.object({ source: z.string(), text: z.string() }).optional(),
      fen: z.int().nullable(),
      paid_on: day.nullable(),
    })
    .nullable(),
  /** "已超过应办日期，已上报" */
  escalated: z.boolean(),
  /** of an application: what the desk has said against the posting; missing: nothing */
  standing: z.enum(keysOf(STANDINGS)).optional(),
  rated: z.int().nullable(),
  /** of a wage matter: what starts and ends the periods of the law */
  moments: z.array(z.object({ kind: momentKind, on: day, from: z.string().optional() })),
  /** of its period until the decision: what was extended, stands still, or stood still for some days */
  shift: z
    .object({ row: z.string(), extended: z.boolean(), stopped: z.boolean(), paused: z.int() })
    .nullable(),
  /** comes first in the queue, and by which passage; null: the service has no such order here */
  green: z
    .object({ holds: z.boolean().nullable(), title: z.string(), document: z.string(), item: z.string() })
    .nullable(),
  /** of a wage matter: filed, or a pre-application that counts from the office's own acceptance */
  formal: z.boolean().nullable(),
  /** the next hearing */
  hearing: z.object({ on: day, time: z.string(), place: z.string() }).nullable(),
  /** of a wage matter: row of the law book's stages, with what comes next */
  stage: z.string().nullable(),
  /** how many cases are handled together with this one, itself included; null: it stands alone */
  together: z.int().nullable(),
  /** the bundle it is, or is a step of */
  bundle: bundleView.nullable(),
  /** of a step done elsewhere: whether saying so takes the licence's number */
  tells_licence: z.boolean(),
  can: z.partialRecord(action, can),
});
export type CaseView = z.infer<typeof caseView>;

export const draftView = z.object({
  id,
  service: serviceId,
  service_version: z.int(),
  rev: z.int(),
  device: z.string(),
  saved_at: moment,
  answers,
  files,
});
export type DraftView = z.infer<typeof draftView>;

const filing = {
  /** made by the phone: sent twice, filed once */
  id,
  service: serviceId,
  service_version: z.int(),
  answers,
  files,
  /** whose office: only for whoever is not in the register */
  county: regionCode.optional(),
  agreed: z.literal(true),
};

export const filed = z.object({
  id,
  number: z.string(),
  filed_on: day,
  due: due.nullable(),
  office: z.object({ name: z.string(), phone: z.string().nullable() }),
  /** filed already: this is the same one */
  again: z.boolean(),
});
export type Filed = z.infer<typeof filed>;

const actingOn = {
  id,
  /** the version that was on the screen */
  version: z.int(),
  /** made by the phone: sent twice, it happens once */
  event: id,
};

/** A step was done in another place. */
export const doneElsewhere = {
  on: day,
  /** where it brings a licence: its number */
  credit_code: typed(30).optional(),
  text: words(500).optional(),
};

export const casesContract = {
  /** What the register and earlier cases already know for this service. */
  prefill: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您填申请时看了已登记的情况' })
    .route(post('/cases/prefill', 'What need not be asked again'))
    .input(z.strictObject({ service: serviceId }))
    .output(
      z.object({
        answers: z.array(
          z.object({ id: name, value: answer, source: z.enum(['register', 'earlier']), from: z.string() }),
        ),
        /** papers that need not be handed in: in the register, or in an earlier case */
        papers: z.array(
          z.object({
            evidence: name,
            source: z.enum(['register', 'earlier']),
            text: z.string(),
            files: z.array(id),
          }),
        ),
        /** an open case of the same service */
        open: z.array(caseLine),
        /** why it cannot be filed now: expired, window closed; null when it can */
        closed: z.string().nullable(),
      }),
    )
    .errors(errors('NotFound', 'ConsentNeeded')),

  // what was filled in is in the trail of prefilling, and of filing
  save_draft: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: null })
    .route(post('/cases/save_draft', 'Keep a form that is not sent yet'))
    .input(
      z.strictObject({
        id,
        service: serviceId,
        service_version: counted,
        /** the saving this one builds on; 0 for the first */
        rev: counted,
        device,
        answers,
        files,
      }),
    )
    .output(z.object({ rev: z.int() }))
    .errors(errors('DraftConflict', 'AlreadyFiled', 'TooManyDrafts', 'NotFound', 'NotAllowed')),
  drafts: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您没写完的表' })
    .route(post('/cases/drafts', 'Forms not sent yet, on any device'))
    .input(nothing)
    .output(z.array(draftView)),
  drop_draft: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您删了没写完的表' })
    .route(post('/cases/drop_draft', 'Throw a form away'))
    .input(z.strictObject({ id }))
    .output(done),

  file: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您提交了申请' })
    .route(post('/cases/file', 'File it'))
    .input(z.strictObject(filing))
    .output(filed)
    .errors(
      errors(
        'InvalidInput',
        'NotFound',
        'NotBound',
        'UnitNeeded',
        'PostingEnded',
        'ServiceClosed',
        'ServiceChanged',
        'RegionWithoutPack',
        'TooManyTries',
        'AlreadyFiled',
        'NotAllowed',
      ),
    ),
  /** Without a name: the key is shown once, and with it and the number the answer can be read. */
  report: procedure
    .meta({ who: 'public' })
    .route(post('/cases/report', 'Report something without a name'))
    .input(z.strictObject({ ...filing, county: regionCode }))
    .output(filed.extend({ key: z.string() }))
    .errors(
      errors('InvalidInput', 'NotFound', 'RegionWithoutPack', 'TooManyTries', 'NotReady', 'ServiceChanged'),
    ),
  follow: procedure
    .meta({ who: 'public' })
    .route(post('/cases/follow', 'How a report without a name stands'))
    .input(z.strictObject({ number: typed(40), key: typed(40) }))
    .output(caseView)
    .errors(errors('NotFound', 'TooManyTries', 'NotReady')),

  mine: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您办的事' })
    .route(post('/cases/mine', 'My cases, what I have to do first'))
    .input(z.strictObject({ cursor: z.string().max(100).optional() }))
    .output(z.object({ tasks: z.array(caseLine), cases: z.array(ownLine), next: z.string().nullable() })),
  show: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您办的事的进度' })
    .route(post('/cases/show', 'One case with its time line'))
    .input(z.strictObject({ id }))
    .output(caseView)
    .errors(errors('NotFound')),
  act: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您补了材料或者撤回' })
    .route(post('/cases/act', 'Supplement, withdraw, ask for a review, rate, reopen'))
    .input(
      z.discriminatedUnion('action', [
        z.strictObject({
          ...actingOn,
          action: z.literal('supplement'),
          answers: answers.optional(),
          files,
          text: words(500).optional(),
        }),
        z.strictObject({ ...actingOn, action: z.literal('withdraw'), text: words(500).optional() }),
        z.strictObject({ ...actingOn, action: z.literal('ask_review'), text: words(500) }),
        z.strictObject({
          ...actingOn,
          action: z.literal('rate'),
          stars: z.int().min(1).max(5),
          text: words(500).optional(),
        }),
        z.strictObject({ ...actingOn, action: z.literal('reopen'), text: words(500) }),
        z.strictObject({ ...actingOn, ...doneElsewhere, action: z.literal('did') }),
        z.strictObject({
          ...actingOn,
          action: z.literal('tell'),
          what: z.enum(TELLABLE),
          on: day,
          fen: z.int().min(1).max(1_000_000_000).optional(),
          text: words(500).optional(),
          corrects: id.optional(),
        }),
      ]),
    )
    .output(caseView)
    .errors(
      errors('NotFound', 'ActionNotAllowed', 'CaseChanged', 'InvalidInput', 'NotAllowed', 'TooManyTries'),
    ),
  /** PDF with a QR that proves it. */
  receipt: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您取了回执' })
    .route(post('/cases/receipt', 'The receipt as a PDF'))
    .input(z.strictObject({ id }))
    .output(z.object({ name: z.string(), type: z.literal('application/pdf'), base64: z.string() }))
    .errors(errors('NotFound')),
  /** The complaint or application as it was filed, and the papers that go with it. */
  paper: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您取了文书' })
    .route(post('/cases/paper', 'A paper of a wage matter, made from the answers of the case'))
    .input(z.strictObject({ id, paper: paperId, format: paperFormat }))
    .output(paperFile)
    .errors(errors('NotFound', 'TooManyTries')),
  calendar: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '看了您办的事的日期' })
    .route(post('/cases/calendar', 'The dates of a case as a calendar file'))
    .input(z.strictObject({ id }))
    .output(z.object({ name: z.string(), text: z.string() }))
    .errors(errors('NotFound')),
  /** Whoever holds a printed receipt: is it real, and what does the case say now. */
  verify_receipt: procedure
    .meta({ who: 'public' })
    .route(post('/cases/verify_receipt', 'Is this receipt genuine'))
    .input(z.strictObject({ number: typed(40), proof: typed(64) }))
    .output(
      z.object({
        genuine: z.boolean(),
        title: z.string().nullable(),
        filed_on: day.nullable(),
        state: caseState.nullable(),
        state_word: z.string().optional(),
        county: regionCode.nullable(),
      }),
    )
    .errors(errors('TooManyTries', 'NotReady')),
};
