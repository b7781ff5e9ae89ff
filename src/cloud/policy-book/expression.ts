import { z } from 'zod';
import type { Expr, Leaf } from '@/domain/eligibility';
import { checkFact, type FactId, factSpec, isFactId } from '@/domain/eligibility';

const factId = z.custom<FactId>((value) => typeof value === 'string' && isFactId(value), 'unknown fact');
const scalar = z.union([z.boolean(), z.number(), z.string()]);
const operand = z.union([scalar, z.strictObject({ fact: factId }), z.strictObject({ param: z.string() })]);
const date = z.iso.date();

/** Does the operator suit the fact's type, and are its values of that type? */
function leafProblems(value: Leaf): string[] {
  const type = factSpec(value.fact).type;
  const problems: string[] = [];
  const expect = (ok: boolean, message: string) =>
    ok || problems.push(`${value.fact} is ${type}: ${message}`);
  const ofType = (candidate: unknown) =>
    expect(checkFact(value.fact, candidate) === null, `not ${String(candidate)}`);
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

const leaf = <T extends z.ZodType>(schema: T) =>
  schema.superRefine((value, context) => {
    for (const message of leafProblems(value as Leaf)) context.addIssue({ code: 'custom', message });
  });

/** One of several forms, told by the key that names it: what is wrong is then said of that form alone. */
export const byForm = <T>(forms: Readonly<Record<string, z.ZodType>>): z.ZodType<T> =>
  z.custom<T>().superRefine((value: unknown, context) => {
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const form = forms[keys.find((key) => key in forms) ?? ''];
    if (!form) {
      const message = `an expression needs one of ${Object.keys(forms).join(', ')}`;
      context.addIssue({ code: 'custom', message });
      return;
    }
    const result = form.safeParse(value);
    for (const { path, message } of result.error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  });

/** The expression tree of a clause: `all` · `any` · `not` · `term` and leaves. */
export const expression: z.ZodType<Expr> = byForm<Expr>({
  all: z.strictObject({ all: z.lazy(() => z.array(expression).min(1)) }),
  any: z.strictObject({ any: z.lazy(() => z.array(expression).min(1)) }),
  not: z.strictObject({ not: z.lazy(() => expression) }),
  term: z.strictObject({ term: z.string() }),
  is: leaf(z.strictObject({ fact: factId, is: z.boolean() })),
  in: leaf(z.strictObject({ fact: factId, in: z.array(z.string()).min(1) })),
  gte: leaf(z.strictObject({ fact: factId, gte: operand })),
  gt: leaf(z.strictObject({ fact: factId, gt: operand })),
  lte: leaf(z.strictObject({ fact: factId, lte: operand })),
  lt: leaf(z.strictObject({ fact: factId, lt: operand })),
  between: leaf(z.strictObject({ fact: factId, between: z.tuple([scalar, scalar]) })),
  before: leaf(z.strictObject({ fact: factId, before: date })),
  same_as: leaf(z.strictObject({ fact: factId, same_as: factId })),
});

export { date, factId };
