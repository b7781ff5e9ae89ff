import { useMemo } from 'react';
import {
  compile,
  type Decision,
  explain,
  type Facts,
  homeCodeOf,
  nextAsk,
  type Pack,
  type Program,
  type Question,
  questionsLeft,
} from '@/domain/eligibility';
import type { ServiceArea } from '@/domain/eligibility/types';
import { useAnswers } from './answers';
import { useAsOf } from './as-of';
import { usePack } from './pack';
import { type ChosenPlace, usePlace } from './place';

/**
 * The answers as they are. Only where every document of the place has ended (or not begun) on that day is the
 * ledger county taken from the place: then the date alone speaks, whoever asks, and nobody is asked in vain.
 */
export function personFacts(facts: Facts, pack: Pack, place: ChosenPlace | null, asOf: string): Facts {
  const unit = pack.region.units.find(({ id }) => id === place?.unit);
  const inForce = pack.documents.some(
    ({ effective: { from, to } }) => from <= asOf && (to === null || asOf <= to),
  );
  if (inForce || facts.home_county != null || !unit) return facts;
  return { ...facts, home_county: homeCodeOf(unit, pack.region.id) };
}

let latest: { hash: string; asOf: string; program: Program } | null = null;

/** One compiled pack is kept: every page asks for the same one. */
export function programOf(pack: Pack, asOf: string): Program {
  if (latest?.hash !== pack.hash || latest.asOf !== asOf) {
    latest = { hash: pack.hash, asOf, program: compile(pack, asOf) };
  }
  return latest.program;
}

/** Every decision for this person here and on the day looked at; null until the pack is there. */
export function useDecisions(): { facts: Facts; decisions: readonly Decision[] } | null {
  const { pack } = usePack();
  const { place } = usePlace();
  const answers = useAnswers().facts;
  const { asOf } = useAsOf();
  return useMemo(() => {
    if (!pack) return null;
    const facts = personFacts(answers, pack, place, asOf);
    return { facts, decisions: explain(programOf(pack, asOf), facts) };
  }, [pack, place, answers, asOf]);
}

export interface AreaCount {
  readonly total: number;
  readonly eligible: number;
  readonly inScope: number;
  readonly unclear: number;
}

export interface Summary {
  readonly eligible: number;
  readonly inScope: number;
  /** benefits an answer can still settle */
  readonly unclear: number;
  /** an honest guess of the questions that are left */
  readonly questions: number;
  readonly next: Question | null;
  /** anything answered yet */
  readonly started: boolean;
  readonly areas: Readonly<Record<ServiceArea, AreaCount>>;
}

export function useSummary(): Summary | null {
  const { pack } = usePack();
  const { skipped, history } = useAnswers();
  const { asOf } = useAsOf();
  const decided = useDecisions();
  return useMemo(() => {
    if (!pack || !decided) return null;
    const { facts, decisions } = decided;
    const program = programOf(pack, asOf);
    const all = count(decisions);
    return {
      eligible: all.eligible,
      inScope: all.inScope,
      unclear: all.unclear,
      questions: questionsLeft(program, facts, skipped),
      next: nextAsk(decisions, facts, skipped),
      started: history.length + skipped.length > 0,
      areas: countAreas(pack, decisions),
    };
  }, [pack, decided, skipped, history, asOf]);
}

function count(decisions: readonly Decision[]): AreaCount {
  const having = (status: Decision['status']) =>
    decisions.filter((decision) => decision.status === status).length;
  return {
    total: decisions.length,
    eligible: having('eligible'),
    inScope: having('in_scope'),
    unclear: having('needs_info'),
  };
}

function countAreas(pack: Pack, decisions: readonly Decision[]): Record<ServiceArea, AreaCount> {
  const areaOf = new Map(pack.benefits.map(({ id, area }) => [id, area]));
  const of = (area: ServiceArea) => count(decisions.filter(({ benefit }) => areaOf.get(benefit) === area));
  return {
    subsidies: of('subsidies'),
    training: of('training'),
    startup: of('startup'),
    jobs: of('jobs'),
    arrears: of('arrears'),
    yulu: of('yulu'),
  };
}
