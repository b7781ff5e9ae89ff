/** A bundle (一件事): which steps belong to it, what waits for what, and each step as a service of its own. */
import { type CaseState, isOpen } from './life-cycle';
import type {
  AnswerExpr,
  AnswerOption,
  Answers,
  Bundle,
  BundleStep,
  Service,
  ServiceQuestion,
  Sureness,
} from './service';
import { isAsked, truthOf } from './when';

/** Where a step stands: a state of its case, done elsewhere before, or not filed yet. */
export type Standing = CaseState | 'elsewhere' | 'ahead';

export interface PlannedStep {
  readonly step: BundleStep;
  readonly standing: Standing;
  /** steps of the same road that come first */
  readonly waits_for: readonly string[];
  /** 1, 2, 3 …: what has the same number goes side by side */
  readonly stage: number;
  /** null: what was answered does not say yet whether it belongs to the road */
  readonly wanted: boolean | null;
}

/** There: what comes after it can begin. */
export const isThere = (standing: Standing): boolean =>
  standing === 'elsewhere' || standing === 'done' || standing === 'paid' || standing === 'approved';

const isOver = (standing: Standing): boolean =>
  standing === 'elsewhere' || (standing !== 'ahead' && !isOpen(standing)) || isThere(standing);

/** The steps that keep this one waiting. One that nobody wants keeps nobody. */
export function waitsFor(
  { needs = [], after = [] }: Pick<BundleStep, 'needs' | 'after'>,
  standing: Readonly<Record<string, Standing>>,
): readonly string[] {
  return [
    ...needs.filter((id) => standing[id] !== undefined && !isThere(standing[id])),
    ...after.filter((id) => standing[id] !== undefined && !isOver(standing[id])),
  ];
}

/** The steps of a region that these answers ask for; what is unknown is not left out. */
export function stepsAsked({ steps }: Bundle, region: string, answers: Answers): readonly BundleStep[] {
  const known = { answers, facts: {} };
  return steps.filter((step) => region in step.regions && isAsked(step, known));
}

export const isElsewhere = ({ done_when }: BundleStep, answers: Answers): boolean =>
  done_when !== undefined && truthOf(done_when, { answers, facts: {} }) === true;

/** The road as these answers draw it, in the order of the file. @param filed step → the state of its case */
export function roadOf(
  bundle: Bundle,
  region: string,
  answers: Answers,
  filed: Readonly<Record<string, Standing>> = {},
): readonly PlannedStep[] {
  const steps = stepsAsked(bundle, region, answers);
  const standing: Record<string, Standing> = Object.fromEntries(
    steps.map((step) => [step.id, filed[step.id] ?? (isElsewhere(step, answers) ? 'elsewhere' : 'ahead')]),
  );
  const stage: Record<string, number> = {};
  for (const { id, needs = [], after = [] } of steps) {
    const before = [...needs, ...after].filter((one) => standing[one] !== 'elsewhere');
    stage[id] = 1 + Math.max(0, ...before.map((one) => stage[one] ?? 0));
  }
  return steps.map((step) => ({
    step,
    standing: standing[step.id] as Standing,
    waits_for: waitsFor(step, standing),
    stage: stage[step.id] as number,
    wanted: step.when === undefined ? true : truthOf(step.when, { answers, facts: {} }),
  }));
}

export const stepServiceId = (service: string, step: string): string => `${service}-${step}`;

/** A step as a service: what the desk works by, and what its page shows. */
export function serviceOfStep(service: Service, step: BundleStep): Service {
  const { asks, papers, regions, notes = [], others = [] } = step;
  const {
    bundle: _bundle,
    looks: _looks,
    renamed: _renamed,
    effect_formal: _formal,
    notes: _notes,
    ...common
  } = service;
  return {
    ...common,
    id: stepServiceId(service.id, step.id),
    step_of: { service: service.id, step: step.id },
    ...(step.handover && { handover: { licence: step.tells_licence === true } }),
    title: step.title,
    plain: step.plain,
    regions: Object.fromEntries(
      Object.entries(regions).flatMap(([region, { office, item, benefits, notes: noted = [] }]) => {
        const own = service.regions[region];
        const items = item === undefined ? (own?.items ?? []) : [item];
        if (!own) return [];
        const said = others.flatMap((one) =>
          one.region === region ? [`${one.source}（${one.as}）：${one.text}`] : [],
        );
        const told = [...noted, ...said];
        const rest = { ...(benefits && { benefits }), ...(told.length > 0 && { notes: told }) };
        return [[region, { document: own.document, items, office, ...rest }]];
      }),
    ),
    // what shares a screen in the form stands for itself here
    questions: service.questions.flatMap(({ beside: _beside, ...question }) =>
      asks.includes(question.id) ? [question] : [],
    ),
    evidence: service.evidence.filter(({ id }) => papers.includes(id)),
    steps: step.steps,
    ...(notes.length > 0 && { notes }),
    workflow: {
      level: step.level,
      pays: step.pays,
      limits: step.limits,
      // what is done elsewhere is looked at again there
      review_days: step.handover ? 0 : 60,
      reopen_days: step.handover ? 0 : 30,
    },
  };
}

/** The values of an answer that a condition names. */
function namedIn(expr: AnswerExpr | undefined, question: string): readonly string[] {
  if (expr === undefined) return [];
  if ('all' in expr) return expr.all.flatMap((one) => namedIn(one, question));
  if ('any' in expr) return expr.any.flatMap((one) => namedIn(one, question));
  if ('not' in expr) return namedIn(expr.not, question);
  return 'answer' in expr && expr.answer === question && 'in' in expr ? expr.in : [];
}

/** What hangs on a question, in a region. */
export const drawsOn = ({ steps }: Bundle, region: string, question: string): boolean =>
  steps.some(
    ({ regions, when, done_when }) =>
      region in regions && [when, done_when].some((expr) => namedIn(expr, question).length > 0),
  );

/** What can be wished for in a region: not what only leads to steps of other regions. */
export function optionsIn(
  { steps }: Bundle,
  region: string,
  { id, kind, options = [] }: ServiceQuestion,
): readonly AnswerOption[] {
  if (kind !== 'many') return options;
  const here = steps.filter(({ regions }) => region in regions);
  const leads = (some: readonly BundleStep[], value: string) =>
    some.some(({ when }) => namedIn(when, id).includes(value));
  // "none of them" leaves what nobody has to wish for
  const rest = here.some(({ when }) => namedIn(when, id).length === 0);
  return options.filter(({ value }) => leads(here, value) || (rest && !leads(steps, value)));
}

/** How sure a step is in a region. */
export const sureIn = ({ sure, regions }: BundleStep, region: string): Sureness =>
  regions[region]?.sure ?? sure;

/** The answers a step gets: only what it needs. */
export const answersOfStep = ({ asks }: BundleStep, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => asks.includes(id)));
