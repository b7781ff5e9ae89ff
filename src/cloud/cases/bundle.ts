/** A bundle as it is stored: a case for each step, filed with the whole, and each going on when what it waits for is there. */
import { asc, eq } from 'drizzle-orm';
import {
  type Answers,
  answersOfStep,
  type BundleStep,
  type Case,
  type CaseState,
  canDo,
  type Hand,
  isElsewhere,
  isOpen,
  type Standing,
  stepServiceId,
  stepsAsked,
  waitsFor,
} from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { serviceCase } from '../store/schema';
import type { Queries } from '../store/store';
import { uuidOf } from '../uuid';
import { append, type CaseRecord, type CaseRow, type NewEvent, recordOf, recordsOf } from './record';
import type { Ground } from './rules';

const SYSTEM = { kind: 'system', id: null } as const;

/** The same for the same bundle and step: filed twice it is one. Keyed, so that nobody takes it first. */
const caseOfStep = (context: Context, bundle: string, step: string): string =>
  uuidOf(servicesOf(context).store.cipher.blind('bundle_step', `${bundle} ${step}`));

export interface StepFiling {
  readonly id: string;
  readonly step: BundleStep;
  readonly answers: Answers;
  readonly to: Extract<CaseState, 'filed' | 'waiting' | 'self'>;
}

/** What filing a bundle files: its steps, and where each begins. Null for any other service. */
export function stepsFiled(context: Context, { service, region }: Ground, id: string, answers: Answers) {
  if (!service.bundle || region === null) return null;
  const asked = stepsAsked(service.bundle, region, answers);
  const filed = asked.filter((step) => !isElsewhere(step, answers));
  const standing: Record<string, Standing> = Object.fromEntries(
    asked.map((step) => [step.id, isElsewhere(step, answers) ? 'elsewhere' : 'ahead']),
  );
  const steps = Object.fromEntries(
    asked.map((step) => [step.id, filed.includes(step) ? caseOfStep(context, id, step.id) : null]),
  );
  const filings = filed.map(
    (step): StepFiling => ({
      id: steps[step.id] as string,
      step,
      answers: answersOfStep(step, answers),
      to: waitsFor(step, standing).length > 0 ? 'waiting' : step.handover ? 'self' : 'filed',
    }),
  );
  return { steps, filings };
}

/** A step is held together with its bundle, which is taken first: steps that go on at once wait for each other. */
export async function holdCase(queries: Queries, id: string): Promise<void> {
  const held = (one: string) =>
    queries
      .select({ id: serviceCase.id, parentId: serviceCase.parentId })
      .from(serviceCase)
      .where(eq(serviceCase.id, one))
      .for('update');
  const [row] = await queries
    .select({ parentId: serviceCase.parentId })
    .from(serviceCase)
    .where(eq(serviceCase.id, id));
  if (row?.parentId) await held(row.parentId);
  await held(id);
}

export const childrenOf = (queries: Queries, parent: string): Promise<CaseRow[]> =>
  queries.select().from(serviceCase).where(eq(serviceCase.parentId, parent)).orderBy(asc(serviceCase.id));

/** Which case each step has, and how it stands. */
export function standingsOf(
  steps: NonNullable<Case['steps']>,
  rows: readonly Pick<CaseRow, 'id' | 'state'>[],
): Record<string, Standing> {
  return Object.fromEntries(
    Object.entries(steps).map(([step, id]) => {
      const row = id === null ? undefined : rows.find((one) => one.id === id);
      return [step, id === null ? 'elsewhere' : ((row?.state as CaseState | undefined) ?? 'ahead')];
    }),
  );
}

const followId = (context: Context, { row }: CaseRecord): string =>
  uuidOf(servicesOf(context).store.cipher.blind('work_event', `follow ${row.id} ${row.version}`));

/**
 * What one step brought moves the others on, in the same transaction: steps that waited for it, then the bundle itself.
 * @param before how the step stood
 */
export async function followOn(
  context: Context,
  queries: Queries,
  before: Case,
  { row, at, ground }: CaseRecord,
): Promise<void> {
  if (row.parentId === null || at.state === before.state) return;
  const parent = await recordOf(context, row.parentId, queries);
  const { bundle, id: service } = parent.ground.service;
  if (!bundle || parent.at.steps === null) return;
  const rows = await childrenOf(queries, row.parentId);
  const standing = standingsOf(parent.at.steps, rows);
  const brought = licenceOf(at);
  const mine = ground.service.title;
  for (const step of bundle.steps) {
    const waiting = rows.find(
      (one) => one.state === 'waiting' && one.service === stepServiceId(service, step.id),
    );
    if (!waiting || waitsFor(step, standing).length > 0) continue;
    const answers = brought !== null && step.asks.includes('credit_code') ? { credit_code: brought } : null;
    await onward(context, queries, waiting.id, mine, answers);
  }
  await sumUp(context, queries, parent, mine);
}

const licenceOf = ({ answers }: Case): string | null =>
  typeof answers.credit_code === 'string' && answers.credit_code !== '' ? answers.credit_code : null;

async function onward(
  context: Context,
  queries: Queries,
  id: string,
  after: string,
  answers: Answers | null,
): Promise<void> {
  // read anew once it is held: the worker may have been at it
  await queries.select({ id: serviceCase.id }).from(serviceCase).where(eq(serviceCase.id, id)).for('update');
  const record = await recordOf(context, id, queries);
  if (record.at.state !== 'waiting') return;
  const data = { after: [after], ...(answers && { answers }) };
  await append(context, queries, record, follow(context, record, data));
}

const follow = (
  context: Context,
  record: CaseRecord,
  data: NewEvent<'follow'>['data'],
): NewEvent<'follow'> => ({ id: followId(context, record), actor: SYSTEM, action: 'follow', data });

/** The bundle is over with its last step, and goes on with one that is opened again. */
async function sumUp(context: Context, queries: Queries, parent: CaseRecord, after: string): Promise<void> {
  const rows = await childrenOf(queries, parent.row.id);
  const open = rows.some(({ state }) => isOpen(state as CaseState));
  const turns = parent.at.state === 'bundle' ? !open : parent.at.state === 'done' && open;
  if (turns) await append(context, queries, parent, follow(context, parent, { after: [after] }));
}

/** Giving up the whole gives up every step that can still be given up; what was decided stays. */
export async function withdrawSteps(
  context: Context,
  queries: Queries,
  parent: CaseRecord,
  { id, actor, data }: NewEvent<'withdraw'>,
  hand: Hand,
): Promise<void> {
  const rows = await queries
    .select()
    .from(serviceCase)
    .where(eq(serviceCase.parentId, parent.row.id))
    .orderBy(asc(serviceCase.id))
    .for('update');
  for (const record of await recordsOf(context, rows, queries)) {
    const { at, ground } = record;
    const may = canDo('withdraw', at, hand, ground.service.workflow, ground.rules, context.today);
    if (!may.ok) continue;
    const event = uuidOf(servicesOf(context).store.cipher.blind('work_event', `${id} ${record.row.id}`));
    await append(context, queries, record, { id: event, actor, action: 'withdraw', data });
  }
}
