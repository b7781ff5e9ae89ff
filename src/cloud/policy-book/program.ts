import { type Program, programsOf, type RuleSet } from '@/domain/eligibility';

const programs = new WeakMap<RuleSet, ReturnType<typeof programsOf>>();

/** The rules of a day, compiled once for as long as nothing in them changes. */
export function programFor(rules: RuleSet, asOf: string): Program {
  const known = programs.get(rules) ?? programsOf(rules);
  programs.set(rules, known);
  return known(asOf);
}
