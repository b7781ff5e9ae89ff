import type { CheckResult } from '@/contract/decision';
import { derive, encode, explainRow, type Facts, nextQuestion, type RuleSet } from '@/domain/eligibility';
import { type Context, packFor } from '../context';
import { programFor } from '../policy-book/program';

/** Decide for one region, or for every document when none is named; null for a region without a pack. */
export function check(
  context: Context,
  input: { region?: string; as_of?: string; facts: Facts },
): CheckResult | null {
  const rules: RuleSet | undefined =
    input.region === undefined ? context.book.rules : packFor(context, input.region);
  if (!rules) return null;
  const as_of = input.as_of ?? context.today;
  const decisions = explainRow(programFor(rules, as_of), encode(derive(input.facts, as_of)));
  return { as_of, decisions, next_question: nextQuestion(decisions) };
}
