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
import type { MergedFact } from '@/domain/register/merge';
import { useAnswers } from './answers';
import { useAsOf } from './as-of';
import { usePack } from './pack';
import { type ChosenPlace, usePlace } from './place';
import { useKnown } from './register';

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

/**
 * Every decision here and on the day looked at, for this person or for a member of the household; null until the
 * pack is there. What the register says and what was answered are merged by domain/register/merge.ts.
 */
export function useDecisions(member?: string): { facts: Facts; decisions: readonly Decision[] } | null {
  const { pack } = usePack();
  const { place } = usePlace();
  const known = useKnown(member).facts;
  const { asOf } = useAsOf();
  return useMemo(() => {
    if (!pack) return null;
    const facts = personFacts(known, pack, place, asOf);
    return { facts, decisions: explain(programOf(pack, asOf), facts) };
  }, [pack, place, known, asOf]);
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
  /** anything answered, or told by the register */
  readonly started: boolean;
  readonly areas: Readonly<Record<ServiceArea, AreaCount>>;
}

export function useSummary(): Summary | null {
  const { pack } = usePack();
  const { skipped, history } = useAnswers();
  const { asOf } = useAsOf();
  const decided = useDecisions();
  const { known } = useKnown();
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
      started: history.length + skipped.length > 0 || known.some(tells),
      areas: countAreas(pack, decisions),
    };
  }, [pack, decided, known, skipped, history, asOf]);
}

/** Everybody in the register has these two: alone they are no beginning. */
const tells = ({ fact, register }: MergedFact): boolean =>
  register !== null && fact !== 'home_county' && fact !== 'birth_date';

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
