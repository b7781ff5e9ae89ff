/** Schemas of `law/*.yaml`: strict; citations stand there as people write them (调解仲裁法 27(2)). */
import { z } from 'zod';
import {
  type AdviceRow,
  type Article,
  type BodyRow,
  type DeadlineRow,
  MOMENTS,
  type MomentKind,
  type NoteRow,
  type PayerRow,
  type PayItemRow,
  type PayRules,
  type ProofRow,
  type StageRow,
  type Statute,
  TRACKS,
  type TrackRow,
} from '@/domain/wages/law';
import { date } from './expression';
import { when as condition } from './services-schema';

/** A row as the file has it. */
export type Raw<T> = Omit<T, 'cite'> & { readonly cite: readonly string[] };

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens');
const name = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'lower-case words with underscores');
const cites = z.array(z.string().regex(/^\S+ \S+$/, 'a law by its short name, a space, the article'));
const cite = cites.min(1);
const moment = z.enum(Object.keys(MOMENTS) as [MomentKind, ...MomentKind[]]);
const moments = z.array(moment).min(1).optional();
const trackId = z.enum([
  'complaint',
  'arbitration',
  'court',
  'payment_order',
  'mediation',
  'police',
  'civil',
]);
const when = condition.optional();

const statutes: z.ZodType<Statute[]> = z.array(
  z.strictObject({
    id,
    title: text,
    short: text.regex(/^\S+$/),
    version: date.nullable(),
    note: text.optional(),
  }),
);

const articles: z.ZodType<Article[]> = z.array(
  z.strictObject({
    statute: id,
    article: text.regex(/^\S+$/),
    text: text.nullable(),
    summary: text.max(160),
  }),
);

const period = z
  .strictObject({
    n: z.int().min(1).max(250),
    unit: z.enum(['WD', 'CD', 'M', 'Y']),
    roll: z.literal(true).optional(),
    back: z.literal(true).optional(),
    extension: z.int().min(1).max(250).optional(),
  })
  .refine(({ roll, unit }) => !roll || unit !== 'WD', 'a period in working days never ends on a holiday')
  .refine(({ back, unit }) => !back || unit === 'WD', 'only working days are counted back')
  .refine(({ back, extension }) => !(back && extension), 'what is counted back has no extension');

const deadline: z.ZodType<Raw<DeadlineRow>> = z.strictObject({
  id,
  track: z.enum(TRACKS),
  title: text.max(24),
  trigger: moment.nullable(),
  trigger_text: text.max(60),
  period: period.nullable(),
  restarts: moments,
  met_by: moments,
  opens: trackId.optional(),
  by: z.enum(['worker', 'inspectorate', 'mediator', 'commission', 'employer', 'court', 'legal_aid']),
  effect: text.max(160),
  cite,
  note: text.max(120).optional(),
  information_only: z.literal(true).optional(),
});
const deadlines = z.array(deadline);

const track: z.ZodType<Raw<TrackRow>> = z
  .strictObject({
    id: trackId,
    title: text.max(24),
    cost: text.max(60),
    plain: text.max(160),
    body: text.max(60),
    open_when: when,
    closed_why: text.max(120).optional(),
    shuts: z.array(trackId),
    shuts_why: text.max(80).optional(),
    cite,
  })
  .refine((row) => (row.open_when === undefined) === (row.closed_why === undefined), {
    message: 'a way that can be closed says why, and no other',
    path: ['closed_why'],
  })
  .refine(({ shuts, shuts_why }) => shuts.length > 0 === (shuts_why !== undefined), {
    message: 'a way that shuts another says why, and no other',
    path: ['shuts_why'],
  });
const tracks = z.array(track);

const advice: z.ZodType<Raw<AdviceRow>> = z.strictObject({
  id,
  when,
  first: trackId,
  title: text.max(30),
  why: text.max(140),
  cite,
});
const advices = z
  .array(advice)
  .min(1)
  .superRefine((rows, context) => {
    rows.forEach((row, n) => {
      const last = n === rows.length - 1;
      if ((row.when === undefined) !== last)
        context.addIssue({
          code: 'custom',
          path: [n],
          message: 'the last row, and only it, stands without a condition',
        });
    });
  });

const note: z.ZodType<Raw<NoteRow>> = z.strictObject({
  id,
  when,
  tone: z.enum(['danger', 'ask', 'info']),
  title: text.max(30),
  text: text.max(160),
  phones: z
    .array(z.string().regex(/^\d{3,12}$/))
    .min(1)
    .optional(),
  // hotlines and links rest on no article
  cite: cites,
});
const notes = z.array(note);

const payer: z.ZodType<Raw<PayerRow>> = z.strictObject({
  id,
  when: condition,
  who: text.max(40),
  name_from: name.optional(),
  duty: z.enum(['owes', 'pays_first', 'advances', 'jointly', 'may_advance']),
  plain: text.max(80),
  limit: text.max(40).optional(),
  cite,
});
const payers = z.array(payer);

const body: z.ZodType<Raw<BodyRow>> = z.strictObject({
  track: z.enum([...trackId.options, 'annulment', 'legal_aid']),
  who: text.max(60),
  place: z.enum(['workplace', 'workplace_or_seat', 'debtor', 'commission_seat', 'any']),
  plain: text.max(120),
  cite,
});
const bodies = z.array(body);

const proof: z.ZodType<Raw<ProofRow>> = z.strictObject({
  id,
  title: text.max(40),
  proves: text.max(40),
  how: text.max(100),
  employer_must: text.max(80).optional(),
  when,
  cite,
});
const proofs = z.array(proof);

const lines = z.array(text.max(60)).min(1);
const stage: z.ZodType<Raw<StageRow>> = z.strictObject({
  id: name,
  title: text.max(16),
  means: text.max(160),
  next: lines,
  bring: lines.optional(),
  cite,
});
const stages = z.array(stage);

const item: z.ZodType<Raw<PayItemRow>> = z.strictObject({
  id: z.enum(['wages', 'overtime', 'double_pay', 'severance', 'extra']),
  title: text.max(24),
  plain: text.max(80),
  condition: text.max(120),
  limits: z.array(id),
  cite,
});
const pay: z.ZodType<Omit<PayRules, 'items'> & { items: Raw<PayItemRow>[] }> = z.strictObject({
  days_a_month: z.number().positive(),
  hours_a_day: z.int().min(1).max(24),
  minimum_wages: z.array(
    z.strictObject({
      region: z.string().regex(/^\d{6}$/, 'a 6-digit code'),
      tier: z.int().min(1).nullable(),
      month: z.int().positive(),
      hour: z.int().positive(),
      from: date,
      as_of: date,
      verified: z.boolean(),
      source: text.max(100),
    }),
  ),
  items: z.array(item),
});

/** Every file of the folder but the questions and the papers, which have schemas of their own. */
export const LAW_FILES = {
  statutes,
  articles,
  deadlines,
  tracks,
  advice: advices,
  notes,
  payers,
  bodies,
  proofs,
  stages,
  pay,
} as const;
