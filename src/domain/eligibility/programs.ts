import { changeDays, compile, type Program } from './compile';
import type { IsoDate, RuleSet } from './types';

/**
 * Programs of one rule set, compiled once for every stretch of days on which nothing changes: compiling is
 * dear, evaluating is cheap. A program serves the whole stretch; facts are still derived for the exact day.
 */
export function programsOf(rules: RuleSet): (asOf: IsoDate) => Program {
  const changes = changeDays(rules);
  const programs = new Map<number, Program>();
  return (asOf) => {
    const stretch = changes.filter((day) => day <= asOf).length;
    const known = programs.get(stretch);
    if (known) return known;
    const made = compile(rules, asOf);
    programs.set(stretch, made);
    return made;
  };
}
