/** Schema of `services/<id>.yaml`: strict, so that a misspelt key is an error and not a silence. */
import { z } from 'zod';
import { caseWords } from '@/contract/case-words';
import {
  ACTION_NAMES,
  type Action,
  type AnswerExpr,
  type Bundle,
  type BundleStep,
  type CaseState,
  LEVELS,
  type Limit,
  type LimitOf,
  LOOKS,
  MILESTONE_FIELDS,
  type Milestone,
  ON_APPROVAL,
  QUESTION_KINDS,
  type Service,
  type ServiceQuestion,
  type ServiceWords,
  STATE_NAMES,
  SURENESS,
  WAGE_FILINGS,
} from '@/domain/cases';
import { SERVICE_AREAS } from '@/domain/eligibility';
import { MOMENTS, type MomentKind } from '@/domain/wages/law';
import { byForm, date, factId } from './expression';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens');
const name = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'lower-case words with underscores');
const region = z.string().regex(/^\d{6}$/, 'a 6-digit code');

const notes = z.array(text.max(160)).min(1).optional();

const bound = z.union([z.number(), z.string()]);
const tests = {
  is: z.boolean().optional(),
  in: z.array(z.string()).min(1).optional(),
  gte: bound.optional(),
  lte: bound.optional(),
};
const oneTest = (value: object) => Object.keys(value).length === 2;
const leaf = (subject: { answer: z.ZodType } | { fact: z.ZodType }) =>
  z.strictObject({ ...subject, ...tests }).refine(oneTest, 'one test: is, in, gte or lte');

export const when: z.ZodType<AnswerExpr> = byForm<AnswerExpr>({
  all: z.strictObject({ all: z.lazy(() => z.array(when).min(1)) }),
  any: z.strictObject({ any: z.lazy(() => z.array(when).min(1)) }),
  not: z.strictObject({ not: z.lazy(() => when) }),
  answer: leaf({ answer: name }),
  fact: leaf({ fact: factId }),
});

export const question: z.ZodType<ServiceQuestion> = z
  .strictObject({
    id: name,
    title: text.max(40),
    label: text.max(16),
    hint: text.max(120).optional(),
    why: text.max(120).optional(),
    kind: z.enum(QUESTION_KINDS),
    options: z
      .array(z.strictObject({ value: name, label: text.max(30), hint: text.max(60).optional() }))
      .min(2)
      .optional(),
    unit: text.optional(),
    min: bound.optional(),
    max: bound.optional(),
    optional: z.literal(true).optional(),
    unsure: z.literal(true).optional(),
    when: when.optional(),
    fact: factId.optional(),
    fact_values: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
    from_register: z.enum(['name', 'phone', 'town', 'village']).optional(),
    beside: name.optional(),
    anywhere: z.literal(true).optional(),
    remember: name.optional(),
  })
  .refine(({ kind, options }) => (kind === 'choice' || kind === 'many') === (options !== undefined), {
    message: 'options belong to choice and many, and only to them',
    path: ['options'],
  });

/** A question of `law/questions.yaml`, which several services ask; what may differ stands beside it. */
export interface SharedQuestion {
  readonly shared: string;
  readonly optional?: true;
  readonly unsure?: true;
  readonly hint?: string;
  readonly when?: AnswerExpr;
}
const shared: z.ZodType<SharedQuestion> = z.strictObject({
  shared: name,
  optional: z.literal(true).optional(),
  unsure: z.literal(true).optional(),
  hint: text.max(120).optional(),
  when: when.optional(),
});

const days = z
  .strictObject({
    work_days: z.int().min(1).max(250),
    basis: z.enum(['document', 'law', 'office']),
    item: text.optional(),
    quote: text.optional(),
    note: text.optional(),
  })
  .refine(({ basis, item, quote }) => basis === 'office' || (item !== undefined && quote !== undefined), {
    message: 'a limit of a document or law needs item and quote',
  });
/** Either days, or a row of the law, which says all the rest. */
const limit = byForm<Limit | { readonly rule: string }>({
  rule: z.strictObject({ rule: id }),
  work_days: days,
});

const effect = z.strictObject({
  kind: z.enum(['claim', 'pre_application', 'sign_up', 'report', 'correction', 'binding']),
  text: text.max(120),
});

const state = z.enum(STATE_NAMES as [CaseState, ...CaseState[]]);
const milestone: z.ZodType<Milestone> = z.strictObject({
  id: name,
  title: text.max(20),
  plain: text.max(120),
  stage: name.optional(),
  moment: z.enum(Object.keys(MOMENTS) as [MomentKind, ...MomentKind[]]).optional(),
  from: z.array(state).min(1),
  fields: z.partialRecord(z.enum(MILESTONE_FIELDS), z.enum(['must', 'may'])).optional(),
  once: z.literal(true).optional(),
  ahead: z.literal(true).optional(),
  hearing: z.enum(['set', 'postpone']).optional(),
  clock: z.enum(['restart_filed', 'restart', 'extend', 'suspend', 'resume']).optional(),
});

const action = z.enum(ACTION_NAMES as [Action, ...Action[]]);
const words: z.ZodType<ServiceWords> = z.strictObject({
  ...caseWords.shape,
  actions: z.partialRecord(action, text.max(24)).optional(),
  lines: z.partialRecord(action, text.max(120)).optional(),
  states: z.partialRecord(state, text.max(12)).optional(),
});

const otherRule = z.strictObject({ region, source: text.max(40), as: text.max(20), text: text.max(200) });
const fen = z.int().min(1);
const rate = z.int().min(1).max(10_000);
const bundleStep: z.ZodType<BundleStep> = z.strictObject({
  id: name,
  title: text.max(20),
  plain: text.max(120),
  when: when.optional(),
  done_when: when.optional(),
  needs: z.array(name).min(1).optional(),
  after: z.array(name).min(1).optional(),
  handover: z.literal(true).optional(),
  tells_licence: z.literal(true).optional(),
  sure: z.enum(SURENESS),
  regions: z.record(
    region,
    z.strictObject({
      office: id,
      item: text.optional(),
      quote: text.optional(),
      sure: z.enum(SURENESS).optional(),
      notes,
      benefits: z.array(id).min(1).optional(),
    }),
  ),
  asks: z.array(name).min(1),
  papers: z.array(name),
  steps: z.array(text.max(60)).min(1),
  level: z.enum(LEVELS),
  pays: z.boolean(),
  limits: z.strictObject({ accept: days.optional(), decide: days.optional(), pay: days.optional() }),
  notes,
  others: z.array(otherRule).min(1).optional(),
  loan: z
    .strictObject({
      region,
      source: text,
      as: text,
      person_fen: fen,
      partner_fen: fen,
      partners_fen: fen,
      firm_fen: fen,
      over_lpr_bp: rate,
      state_percent: z.int().min(1).max(100),
      net_bp: rate,
    })
    .optional(),
});
const bundle: z.ZodType<Bundle> = z.strictObject({
  list: z.strictObject({
    source: text.max(40),
    verified_for: z.array(region),
    say: z.record(region, text.max(40)),
  }),
  steps: z.array(bundleStep).min(2),
});

/** As the file has it: questions and limits may stand elsewhere. */
export type ServiceFile = Omit<Service, 'questions' | 'workflow'> & {
  readonly questions: readonly (ServiceQuestion | SharedQuestion)[];
  readonly workflow: Omit<Service['workflow'], 'limits'> & {
    readonly limits: Partial<Record<LimitOf, Limit | { readonly rule: string }>>;
  };
};

export const service: z.ZodType<ServiceFile> = z.strictObject({
  id,
  version: z.int().min(1),
  renamed: z.record(name, name).optional(),
  regions: z
    .record(
      region,
      z.strictObject({
        document: id,
        items: z.array(text).min(1),
        benefits: z.array(id).min(1).optional(),
        office: id,
        filing: z.enum(WAGE_FILINGS).optional(),
        green: id.optional(),
        notes,
      }),
    )
    .refine((value) => Object.keys(value).length > 0, 'a service belongs to a region'),
  title: text.max(24),
  plain: text.max(120),
  for: text.max(120),
  area: z.enum([...SERVICE_AREAS, 'register']),
  words: z.array(text.max(12)).min(3),
  applicant: z.enum(['bound', 'signed_in', 'unit', 'anyone']),
  about: z.literal('posting').optional(),
  minutes: z.int().min(1).max(60),
  effect,
  effect_formal: effect.optional(),
  says: z.partialRecord(factId, z.union([z.boolean(), z.number(), z.string()])).optional(),
  // an application for arbitration has to hold what 规则 29 asks for; about eight are asked of anything else
  questions: z.array(byForm<ServiceQuestion | SharedQuestion>({ shared, id: question })).max(48),
  looks: z
    .array(z.strictObject({ after: name, page: z.enum(LOOKS), when: when.optional() }))
    .min(1)
    .optional(),
  evidence: z
    .array(
      z.strictObject({
        id: name,
        title: text.max(24),
        hint: text.max(120).optional(),
        min: z.int().min(0).max(5),
        max: z.int().min(1).max(9),
        when: when.optional(),
        from_register: z.strictObject({ fact: factId, text }).optional(),
        remember: name.optional(),
      }),
    )
    .max(10),
  papers_together: z.literal(true).optional(),
  bundle: bundle.optional(),
  steps: z.array(text.max(60)).min(1),
  declaration: text.max(160),
  workflow: z.strictObject({
    level: z.enum(LEVELS),
    pays: z.boolean(),
    limits: z.strictObject({
      accept: limit.optional(),
      decide: limit.optional(),
      pay: limit.optional(),
    }),
    review_days: z.int().min(0).max(365),
    reopen_days: z.int().min(0).max(365),
    on_approval: z.enum(ON_APPROVAL).optional(),
    supplement_once: z.literal(true).optional(),
    milestones: z.array(milestone).min(1).optional(),
    words: words.optional(),
  }),
  notes,
  last_verified_on: date,
});
