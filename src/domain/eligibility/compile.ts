import { dayNumber } from '../calendar/days';
import { type Clause, clausesOf, leavesOf, resolve } from './clauses';
import type { FactId } from './facts';
import type { ParamOf, Tri } from './leaf';
import { type Outcome, outcomeOf, probeOf } from './probe';
import { factIndex, MISSING } from './row';
import type {
  Amount,
  Benefit,
  Citation,
  Decision,
  Expr,
  IsoDate,
  PolicyDocumentMeta,
  Reason,
  RuleSet,
} from './types';
import { assemble, type BranchProgram } from './verdict';

/** What a date gate says on the day compiled for. */
type DateGate = 'open' | Extract<Reason, 'not_yet_in_force' | 'expired' | 'window_closed'>;

interface CompiledNote {
  readonly text: string;
  readonly expired: boolean;
  readonly holds: ((row: Int32Array) => Tri) | null;
}

export interface CompiledBenefit {
  readonly benefit: Benefit;
  readonly gate: DateGate;
  /** inclusive range of ledger counties the document speaks to */
  readonly homeFrom: number;
  readonly homeTo: number;
  /** positions in `Program.outcomes` */
  readonly clauses: readonly number[];
  readonly amount: Amount | null;
  readonly cites: readonly Citation[];
  readonly notes: readonly CompiledNote[];
  /** position of the benefit that supersedes this one, or −1 */
  readonly supersededBy: number;
  /** answers that do not depend on the person beyond the ledger county */
  readonly elsewhere: Decision;
  readonly homeUnknown: Decision;
}

/** A rule set as of one day. Evaluation never sees time again, except for facts derived from dates. */
export interface Program {
  readonly asOf: IsoDate;
  readonly benefits: readonly CompiledBenefit[];
  /** every different clause once, in full … */
  readonly outcomes: readonly ((row: Int32Array) => Outcome)[];
  /** … and as branches, under the same positions */
  readonly branches: BranchProgram;
}

export const HOME = factIndex('home_county');

/**
 * Compile a rule set for one day: windows and dated parameters are settled here.
 * @throws ReferenceError | SyntaxError | RangeError when the data is broken (see `policy check`)
 */
export function compile(rules: RuleSet, asOf: IsoDate): Program {
  const day = dayNumber(asOf);
  const param: ParamOf = (id) => {
    const value = paramOn(rules, id, asOf);
    if (value === null) throw new RangeError(`parameter ${id} has no value on ${asOf}`);
    return value;
  };
  const documents = new Map(rules.documents.map((document) => [document.id, document]));
  const positions = new Map(rules.benefits.map((benefit, index) => [benefit.id, index]));
  const shared = new Map<string, number>();
  const outcomes: ((row: Int32Array) => Outcome)[] = [];
  const conditions: Expr[] = [];
  const share = (clause: Clause): number => {
    const when = resolve(clause.when, rules.terms);
    const key = JSON.stringify([clause.text, clause.item, clause.quote, when]);
    const known = shared.get(key);
    if (known !== undefined) return known;
    shared.set(key, outcomes.length);
    conditions.push(when);
    return outcomes.push(outcomeOf(clause, when, factsIn(when), param)) - 1;
  };

  const benefits = rules.benefits.map((benefit): CompiledBenefit => {
    const document = documents.get(benefit.document);
    if (!document) throw new ReferenceError(`${benefit.id}: unknown document ${benefit.document}`);
    const cites = benefit.items.map((item) => ({ document: document.number, item }));
    const [homeFrom, homeTo] = prefixRange(document.jurisdiction.prefix);
    return {
      benefit,
      gate: gateOn(benefit, document, day),
      homeFrom,
      homeTo,
      clauses: clausesOf(benefit, rules.terms).map(share),
      amount: amountOn(rules, benefit, asOf),
      cites,
      notes: (benefit.notes ?? []).map((note) => ({
        text: note.text,
        expired: note.expired === true,
        holds: note.when ? truthOf(resolve(note.when, rules.terms), param) : null,
      })),
      supersededBy: benefit.superseded_by === undefined ? -1 : (positions.get(benefit.superseded_by) ?? -1),
      elsewhere: fixedDecision(benefit, cites, 'not_eligible', 'jurisdiction', []),
      homeUnknown: fixedDecision(benefit, cites, 'needs_info', null, ['home_county']),
    };
  });
  return { asOf, benefits, outcomes, branches: assemble(conditions, param) };
}

const factsIn = (expr: Expr): { fact: FactId }[] =>
  leavesOf(expr).flatMap((leaf) => {
    const other = 'same_as' in leaf ? leaf.same_as : Object.values(leaf).find(isFactRef)?.fact;
    return other ? [{ fact: leaf.fact }, { fact: other }] : [{ fact: leaf.fact }];
  });

const isFactRef = (value: unknown): value is { fact: FactId } =>
  typeof value === 'object' && value !== null && 'fact' in value;

function truthOf(expr: Expr, param: ParamOf): (row: Int32Array) => Tri {
  const probe = probeOf(expr, param);
  return (row) => probe(row).value;
}

function fixedDecision(
  benefit: Benefit,
  cites: readonly Citation[],
  status: Decision['status'],
  reason: Reason | null,
  missing: readonly FactId[],
): Decision {
  const { id, paid_to } = benefit;
  return {
    benefit: id,
    status,
    reason,
    amount: null,
    missing,
    failed: [],
    paid_to,
    cites,
    notes: [],
    clauses: [],
  };
}

/** Codes that start with the prefix, as an inclusive range of 6-digit numbers. */
function prefixRange(prefix: string): [number, number] {
  return [Number(prefix.padEnd(6, '0')), Number(prefix.padEnd(6, '9'))];
}

function gateOn(benefit: Benefit, document: PolicyDocumentMeta, day: number): DateGate {
  const { from, to } = document.effective;
  if (day < dayNumber(from)) return 'not_yet_in_force';
  if (to !== null && day > dayNumber(to)) return 'expired';
  const window = benefit.window;
  if (window?.from !== undefined && day < dayNumber(window.from)) return 'window_closed';
  if (window?.to !== undefined && day > dayNumber(window.to)) return 'window_closed';
  return 'open';
}

/** The value of a parameter on a day, or null before its first day (or when none is known). */
export function paramOn(rules: RuleSet, id: string, asOf: IsoDate): number | null {
  const parameter = rules.parameters[id];
  if (!parameter) throw new ReferenceError(`unknown parameter ${id}`);
  const days = Object.keys(parameter.values)
    .filter((from) => from <= asOf)
    .sort();
  const last = days[days.length - 1];
  return last === undefined ? null : (parameter.values[last] as number);
}

/** Yuan only where the text has yuan; a percentage of an unknown parameter stays a percentage. */
function amountOn(rules: RuleSet, benefit: Benefit, asOf: IsoDate): Amount | null {
  if (!benefit.amount) return null;
  const value = paramOn(rules, benefit.amount.param, asOf);
  if (value === null) return null;
  const {
    unit,
    of,
    at_least = false,
  } = rules.parameters[benefit.amount.param] as RuleSet['parameters'][string];
  if (unit === 'fen') return { fen: value, percent: null, at_least };
  const base = of === undefined ? null : paramOn(rules, of, asOf);
  return { fen: base === null ? null : Math.floor((base * value) / 100), percent: value, at_least };
}

/** Days on which the compiled result can change: between two of them one program serves every day. */
export function changeDays(rules: RuleSet): IsoDate[] {
  const days = new Set<IsoDate>();
  const after = (date: IsoDate) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  for (const { effective } of rules.documents) {
    days.add(effective.from);
    if (effective.to !== null) days.add(after(effective.to));
  }
  for (const { window } of rules.benefits) {
    if (window?.from !== undefined) days.add(window.from);
    if (window?.to !== undefined) days.add(after(window.to));
  }
  for (const { values } of Object.values(rules.parameters))
    for (const day of Object.keys(values)) days.add(day);
  return [...days].sort();
}

/** Is the ledger county known, and does the document speak to it? */
export function homeGate(
  compiled: CompiledBenefit,
  row: Int32Array,
  base = 0,
): 'unknown' | 'elsewhere' | 'here' {
  const home = row[base + HOME] as number;
  if (home === MISSING) return 'unknown';
  return home >= compiled.homeFrom && home <= compiled.homeTo ? 'here' : 'elsewhere';
}
