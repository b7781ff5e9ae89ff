import { z } from 'zod';
import { type Comparison, type Decision, FACT_IDS, type FactId } from '@/domain/eligibility';

const factId = z.enum(FACT_IDS as [FactId, ...FactId[]]);
const value = z.union([z.boolean(), z.number(), z.string()]);
const state = z.enum(['met', 'failed', 'unknown']);

const comparison: z.ZodType<Comparison> = z.object({
  fact: factId,
  value: value.nullable(),
  state,
  op: z.enum(['is', 'in', 'gte', 'gt', 'lte', 'lt', 'between', 'before', 'same_as']),
  target: z.union([value, z.array(value)]).nullable(),
});

export const decision: z.ZodType<Decision> = z.object({
  benefit: z.string(),
  status: z.enum(['eligible', 'in_scope', 'needs_info', 'not_eligible']),
  reason: z
    .enum(['jurisdiction', 'not_yet_in_force', 'expired', 'window_closed', 'condition', 'superseded'])
    .nullable(),
  amount: z
    .object({ fen: z.int().nullable(), percent: z.int().nullable(), at_least: z.boolean() })
    .nullable(),
  missing: z.array(factId),
  failed: z.array(factId),
  paid_to: z.enum(['resident', 'employer', 'provider']).nullable(),
  cites: z.array(z.object({ document: z.string(), item: z.string() })),
  notes: z.array(z.string()),
  clauses: z.array(
    z.object({ text: z.string(), item: z.string(), quote: z.string(), state, compared: z.array(comparison) }),
  ),
});

/** Answer of `benefits.check`: one decision a benefit, and the fact that would settle most (or null). */
export const checkResult = z.object({
  as_of: z.iso.date(),
  decisions: z.array(decision),
  next_question: factId.nullable(),
});
export type CheckResult = z.infer<typeof checkResult>;
