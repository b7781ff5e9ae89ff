import { z } from 'zod';
import { checkFact, type FactId, factSpec, isFactId } from '@/domain/eligibility';
import type { Expr, Leaf } from '@/domain/eligibility';

const factId = z.custom<FactId>((value) => typeof value === 'string' && isFactId(value), 'unknown fact');
const scalar = z.union([z.boolean(), z.number(), z.string()]);
const operand = z.union([scalar, z.strictObject({ fact: factId }), z.strictObject({ param: z.string() })]);
const date = z.iso.date();

const leaf = z
  .union([
    z.strictObject({ fact: factId, is: z.boolean() }),
    z.strictObject({ fact: factId, in: z.array(z.string()).min(1) }),
    z.strictObject({ fact: factId, gte: operand }),
    z.strictObject({ fact: factId, gt: operand }),
    z.strictObject({ fact: factId, lte: operand }),
    z.strictObject({ fact: factId, lt: operand }),
    z.strictObject({ fact: factId, between: z.tuple([scalar, scalar]) }),
    z.strictObject({ fact: factId, before: date }),
    z.strictObject({ fact: factId, same_as: factId }),
  ])
  .superRefine((value, context) => {
    for (const message of leafProblems(value as Leaf)) context.addIssue({ code: 'custom', message });
  });

/** Does the operator suit the fact's type, and are its values of that type? */
function leafProblems(value: Leaf): string[] {
  const type = factSpec(value.fact).type;
  const problems: string[] = [];
  const expect = (ok: boolean, message: string) => ok || problems.push(`${value.fact} is ${type}: ${message}`);
  const ofType = (candidate: unknown) => expect(checkFact(value.fact, candidate) === null, `not ${String(candidate)}`);
  if ('is' in value) expect(type === 'bool', '"is" needs a yes/no fact');
  else if ('in' in value) value.in.forEach(ofType);
  else if ('same_as' in value) expect(factSpec(value.same_as).type === type, '"same_as" needs the same type');
  else if ('before' in value) expect(type === 'date', '"before" needs a date');
  else if ('between' in value) value.between.forEach(ofType);
  else {
    expect(type === 'int' || type === 'date' || type === 'semester', 'it has no order');
    const target = Object.entries(value).find(([key]) => key !== 'fact')?.[1] as unknown;
    if (typeof target !== 'object') ofType(target);
    else if ('fact' in (target as object)) {
      expect(factSpec((target as { fact: FactId }).fact).type === type, 'the two facts differ in type');
    }
  }
  return problems;
}

/** The expression tree of a clause: `all` · `any` · `not` · `term` and leaves. */
export const expression: z.ZodType<Expr> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(expression).min(1) }),
    z.strictObject({ any: z.array(expression).min(1) }),
    z.strictObject({ not: expression }),
    z.strictObject({ term: z.string() }),
    leaf as z.ZodType<Leaf>,
  ]),
);

export { date, factId };
