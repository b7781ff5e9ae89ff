/** Schemas of everything in `src/policy`: strict, so that a misspelt key is an error and not a silence. */
import { z } from 'zod';
import {
  type Benefit,
  type EvidenceEntry,
  type Parameter,
  type PolicyDocument,
  type Region,
  SERVICE_AREAS,
  type Term,
} from '@/domain/eligibility';
import { FAR_REGIONS, type JobsRule, keysOf, POSTING_KINDS } from '@/domain/jobs';
import { kindsOf, TRAINING_KINDS } from '@/domain/training';
import { date, expression, factId } from './expression';
import { point as mapPoint } from './points';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens');
const code = z.string().regex(/^\d{6}$/, 'a 6-digit code');
const placeFlag = z.enum(['key_assisted_county', 'resettlement_site']);

export const clause = z
  .strictObject({ text: text.optional(), item: text.optional(), quote: text.optional(), when: expression })
  .refine((value) => 'term' in value.when || (value.text && value.quote), 'a clause needs text and quote');

export const term: z.ZodType<Term> = z.union([
  z.strictObject({ text, item: text, quote: text, when: expression }),
  z.strictObject({ clauses: z.array(clause).min(1) }),
]);

export const parameter: z.ZodType<Parameter> = z.strictObject({
  unit: z.enum(['fen', 'percent']),
  values: z.record(date, z.int().nonnegative()),
  at_least: z.boolean().optional(),
  of: z.string().optional(),
  item: text,
  quote: text,
  last_verified_on: date,
});

/** One benefit, one file. */
export const benefit: z.ZodType<Benefit> = z.strictObject({
  id,
  document: id,
  items: z.array(text).min(1),
  title: text.max(20),
  plain: text.max(120),
  area: z.enum(SERVICE_AREAS),
  kind: z.enum(['money', 'service', 'priority', 'duty']),
  top: z.enum(['eligible', 'in_scope']),
  paid_to: z.enum(['resident', 'employer', 'provider']).nullable(),
  window: z.strictObject({ from: date.optional(), to: date.optional(), quote: text }).optional(),
  clauses: z.array(clause),
  amount: z.strictObject({ param: z.string(), basis: text.optional() }).optional(),
  frequency: z.strictObject({ text, quote: text }).optional(),
  handler: z.strictObject({ office: id, quote: text.optional() }),
  evidence: z.array(id),
  interactions: z
    .array(z.strictObject({ rule: z.string().regex(/^I\d+$/), with: z.array(id).optional(), text }))
    .optional(),
  superseded_by: id.optional(),
  readings: z.array(z.strictObject({ id: z.string().regex(/^[AN]\d+$/), text })).optional(),
  notes: z
    .array(z.strictObject({ text, when: expression.optional(), expired: z.literal(true).optional() }))
    .optional(),
  no: z.strictObject({ text, facts: z.array(factId).optional() }).optional(),
  places: z.array(placeFlag).optional(),
  keywords: z.array(text).optional(),
  last_verified_on: date,
});

/** `terms.yaml` of a region: shared groups and parameters of one document. */
export const shared = z.strictObject({
  document: id,
  terms: z.record(z.string(), term).default({}),
  parameters: z.record(z.string(), parameter).default({}),
});

const item = z.strictObject({
  key: text,
  label: text.nullable(),
  title: text.nullable(),
  chapter: text.nullable(),
  text: z.string().min(1),
});

/** A source document, word for word. */
export const policyDocument: z.ZodType<PolicyDocument> = z.strictObject({
  id,
  number: text,
  title: text,
  issuers: z.array(text).min(1),
  issued_on: date.nullable(),
  effective: z.strictObject({
    from: date,
    from_quote: text.optional(),
    assumed: z.literal(true).optional(),
    to: date.nullable(),
    to_quote: text.optional(),
    note: text.optional(),
  }),
  jurisdiction: z.strictObject({ prefix: z.string().regex(/^\d{2,6}$/), text }),
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  items: z.array(item).min(1),
});

const unit = z.strictObject({
  id: z.string().min(1),
  name: text,
  short_name: text,
  pinyin: z.string().regex(/^[a-z]+$/),
  initials: z.string().regex(/^[a-z]+$/),
  code: code.nullable(),
  aliases: z.array(code).optional(),
  abolished_on: date.optional(),
  now: z.string().optional(),
  functional: z.literal(true).optional(),
  flags: z
    .array(z.strictObject({ flag: placeFlag, source: text, confirmed: z.boolean(), note: text }))
    .optional(),
  note: text.optional(),
});

/** A point is a QR code on a wall. Its token is opaque and fits WeChat's `scene` (at most 32 visible characters). */
const point = z.strictObject({
  token: z
    .string()
    .regex(/^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{4,32}$/, 'at most 32 characters WeChat allows in scene'),
  unit: z.string(),
  name: text,
  sample: z.boolean().default(false),
});

const forKinds = z
  .array(z.strictObject({ benefit: id, kinds: z.array(z.enum(kindsOf(TRAINING_KINDS))).min(1) }))
  .default([]);
const itemKey = z.string().regex(/^（[一二三四五六七八九十]+）$/, 'an item like （七）');
const reason = {
  ...{ kinds: z.array(z.enum(keysOf(POSTING_KINDS))).min(1), text: text.max(40) },
  region: z.enum(FAR_REGIONS).optional(),
};
const askAbout = z.array(
  z.union([
    z.strictObject({ item: itemKey, title: text.max(20), benefit: id }),
    z.strictObject({ item: itemKey, title: text.max(20), service: id }),
  ]),
);
const jobsRule: z.ZodType<JobsRule> = z.strictObject({
  reasons: z.array(
    z.union([z.strictObject({ ...reason, benefit: id }), z.strictObject({ ...reason, item: itemKey })]),
  ),
  transport: z.array(
    z
      .strictObject({
        ...{ benefit: id, text: text.max(40), later: z.array(factId).optional() },
        ...{ after_months: z.int().min(1).max(24).optional(), unsaid: text.max(40).optional() },
      })
      .refine(({ after_months, unsaid }) => (after_months === undefined) !== (unsaid === undefined), {
        message: 'either the months, or what the document does not say',
      }),
  ),
  post_ends: z.strictObject({ benefit: id, text: text.max(40) }).optional(),
  away: askAbout.optional(),
  employers: askAbout.optional(),
});
const allowance = z.strictObject({ benefit: id, service: id.optional(), reading: text.optional() });

/** `region.yaml` */
export const region: z.ZodType<Region & { points: z.infer<typeof point>[] }> = z.strictObject({
  id: code,
  slug: id,
  name: text,
  short_name: text,
  province: text,
  pinyin: z.string().regex(/^[a-z]+$/),
  documents: z.array(id).min(1),
  target_group: text.optional(),
  owner: z.strictObject({ name: text, source: text }),
  hotlines: z
    .array(z.strictObject({ number: z.string().regex(/^\d{3,12}$/), name: text, about: text }))
    .min(1),
  offices: z
    .array(
      z.strictObject({
        id,
        name: text,
        short_name: text,
        phone: z
          .string()
          .regex(/^[\d-]{5,14}$/)
          .nullable(),
        address: text.optional(),
        hours: text.optional(),
      }),
    )
    .min(1),
  units: z.array(unit).min(1),
  places: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{9}$/),
        name: text,
        note: text.optional(),
        point: mapPoint.optional(),
      }),
    )
    .optional(),
  desk: z.strictObject({ four_eyes_above: z.int().nonnegative(), note: text }).optional(),
  wages: z
    .strictObject({
      complaint: z.enum(['formal', 'pre_application']),
      arbitration: z.enum(['formal', 'pre_application']),
      note: text,
      offices: z.strictObject({ complaint: id, arbitration: id }),
    })
    .optional(),
  startup_places: z
    .array(
      z.strictObject({
        kind: z.enum(['mentor', 'park', 'site']),
        unit: z.string().min(1),
        name: text,
        about: text.optional(),
        address: text.optional(),
        phone: z
          .string()
          .regex(/^[\d-]{3,15}$/)
          .optional(),
        lat: z.number().min(3).max(54).optional(),
        lng: z.number().min(73).max(136).optional(),
      }),
    )
    .min(1)
    .optional(),
  training: z.strictObject({ first: forKinds, named: forKinds, allowance }).optional(),
  jobs: jobsRule.optional(),
  points: z.array(point).default([]),
});

/** `evidence.yaml` */
export const evidence: z.ZodType<{ evidence: Record<string, EvidenceEntry> }> = z.strictObject({
  evidence: z.record(id, z.strictObject({ title: text, detail: text.optional() })),
});

const amount = z.strictObject({
  fen: z.int().optional(),
  percent: z.int().optional(),
  at_least: z.boolean().optional(),
});

/** `<benefit>.cases.yaml`: hand-written expectations, checked by `policy check`. */
export const cases = z.strictObject({
  base: z.record(z.string(), z.unknown()).default({}),
  cases: z
    .array(
      z.strictObject({
        title: text,
        as_of: date,
        facts: z.record(z.string(), z.unknown()).default({}),
        expect: z.strictObject({
          status: z.enum(['eligible', 'in_scope', 'needs_info', 'not_eligible']),
          reason: z
            .enum(['jurisdiction', 'not_yet_in_force', 'expired', 'window_closed', 'condition', 'superseded'])
            .nullable()
            .optional(),
          missing: z.array(z.string()).optional(),
          failed: z.array(z.string()).optional(),
          amount: amount.nullable().optional(),
          paid_to: z.enum(['resident', 'employer', 'provider']).nullable().optional(),
          item: text.optional(),
          notes: z.array(text).optional(),
        }),
      }),
    )
    .min(1),
});
export type Case = z.infer<typeof cases>['cases'][number];
