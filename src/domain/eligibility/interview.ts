import type { Program } from './compile';
import { explain } from './explain';
import { FACT_IDS, type FactId, type Facts } from './facts';
import { nextQuestion } from './next-question';
import { ASKED, groupFor, type Option, type Question } from './questions';
import type { Decision } from './types';

/** The question that settles most, with the facts of its group that still matter; null when none is left. */
export function nextAsk(
  decisions: readonly Decision[],
  facts: Facts,
  skipped: readonly FactId[],
): Question | null {
  const fact = nextQuestion(decisions, skipped);
  if (fact === null || !ASKED.includes(fact)) return null;
  const live = new Set<FactId>();
  for (const { missing } of decisions) for (const id of missing) if (!skipped.includes(id)) live.add(id);
  return groupFor(fact, live, (id) => facts[id] !== undefined && facts[id] !== null);
}

/** Facts after choosing an option: what this question said before is taken back first, and nothing else. */
export function withAnswer(facts: Facts, question: Question, option: Option | null): Facts {
  const kept: Record<string, Facts[FactId]> = { ...facts };
  for (const id of saidBy(question, facts)) delete kept[id];
  return { ...kept, ...(option?.sets ?? {}) };
}

/** The facts an earlier answer to this question stands for: its own, and what the chosen option brought along. */
export function saidBy(question: Question, facts: Facts): FactId[] {
  const { input } = question;
  const brought =
    input.kind === 'choice' ? (chosenOption(question, facts)?.sets ?? {}) : { [input.fact]: true };
  return [...new Set([...question.facts, ...(Object.keys(brought) as FactId[])])];
}

/** The option that the facts say was chosen, if one was. */
export function chosenOption(question: Question, facts: Facts): Option | null {
  if (question.input.kind !== 'choice') return null;
  const holds = ({ sets }: Option) =>
    Object.entries(sets).every(([id, value]) => facts[id as FactId] === value);
  return question.input.options.find(holds) ?? null;
}

/**
 * How many questions are left, counted through to the end with the answer most people give to each: an
 * estimate, said as one ("about"), that can move by a few either way.
 */
export function questionsLeft(program: Program, from: Facts, skippedFrom: readonly FactId[]): number {
  let facts = from;
  let skipped = skippedFrom;
  for (let asked = 0; asked <= FACT_IDS.length; asked++) {
    const question = nextAsk(explain(program, facts), facts, skipped);
    if (question === null) return asked;
    const { input } = question;
    if (input.kind === 'choice') {
      facts = withAnswer(
        facts,
        question,
        input.options[(question.usual + input.options.length) % input.options.length] as Option,
      );
    } else if (input.kind === 'home') {
      facts = { ...facts, home_county: homeInside(program) };
    } else {
      skipped = [...skipped, ...question.facts];
    }
  }
  return FACT_IDS.length;
}

/** Somebody the program's documents speak to: anybody else has no questions left. */
const homeInside = (program: Program): string => String(program.benefits[0]?.homeFrom ?? 0).padStart(6, '0');
