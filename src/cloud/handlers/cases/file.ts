/** Filing: everything is checked again here, and the same id files once however often it is sent. */
import { randomInt } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import {
  type Answers,
  after,
  answersToKeep,
  type CaseEvent,
  type CaseState,
  filingProblems,
  type HandedIn,
  type Level,
  type Service,
  stepServiceId,
} from '@/domain/cases';
import type { Facts } from '@/domain/eligibility';
import { type Applicant, applicantFor } from '../../cases/applicant';
import { type StepFiling, stepsFiled } from '../../cases/bundle';
import { type CaseRow, columnsOf, sealedEvent } from '../../cases/record';
import { closedWhy, dueFrom, type Ground, groundOf, groundOfCase, serviceOf } from '../../cases/rules';
import { hasNoDay } from '../../cases/view';
import { wageColumns, wageData } from '../../cases/wage-filing';
import { askerOf, type Context, servicesOf } from '../../context';
import { tellOfCase } from '../../messages/tell-case';
import { refuse } from '../../refuse';
import { attachment, caseEvent, caseFile, draft, serviceCase } from '../../store/schema';
import type { Queries } from '../../store/store';
import {
  AppliedTwice,
  appliedBefore,
  enterApplication,
  mustBeOpen,
  postingOf,
  withPosting,
} from '../../work-life/applying';
import { holdAccount } from '../hold-account';
import { joinGroup } from '../wages/groups';
import { helpersMay } from './access';

type Input = Omit<InputOf<'cases.file'>, 'agreed'>;
type Filed = OutputOf<'cases.file'>;

export async function file(context: Context, sent: Input): Promise<Filed> {
  const { subject, mandate, account } = askerOf(context);
  const before = await filedBefore(context, sent.id, subject.id);
  if (before) return before;
  const service = serviceOf(context, sent.service);
  // a step comes with its bundle
  if (service.step_of) throw refuse('NotFound');
  if (mandate && !helpersMay(service)) throw refuse('NotAllowed');
  const about = await postingOf(context, service, sent.answers);
  const input = about ? { ...sent, answers: { ...withPosting(sent.answers, about) } } : sent;
  const applicant = await applicantFor(context, service, input);
  const applied = about && (await appliedBefore(context, applicant, about));
  if (applied) return filedView(applied, groundOfCase(context, applied), true);
  if (about) await mustBeOpen(context, about);
  const ground = groundOf(context, service, applicant.county);
  const answers = checked(context, ground, input, applicant.facts);
  await servicesOf(context).limits.take('file_account', subject.id);
  const actor = mandate
    ? ({ kind: 'helper', id: account.id } as const)
    : ({ kind: 'resident', id: subject.id } as const);
  const who = whoOf(applicant);
  const wage = await wageData(context, ground, answers, applicant.facts);
  const steps = stepsFiled(context, ground, input.id, answers);
  const event = firstEvent(context, ground, {
    ...{ input, answers, actor, county: applicant.county, who, wage },
    ...(steps && { to: 'bundle' as const, steps: steps.steps }),
  });
  const row = await holdAccount(context, subject.id, async (queries) => {
    const written = await write(context, queries, event, who, service);
    if (written) {
      if (about)
        await enterApplication(context, queries, applicant, { id: input.id, accountId: subject.id }, about);
      await joinGroup(context, queries, wage.group, subject.id);
      await take(queries, input.id, subject.id, input.files);
      if (steps) await fileSteps(context, queries, service, event, who, steps.filings);
      const [drafted] = await queries
        .delete(draft)
        .where(eq(draft.id, input.id))
        .returning({ accountId: draft.accountId });
      // another's form is not to be filed away from under them: this undoes it all
      if (drafted && drafted.accountId !== subject.id) throw refuse('AlreadyFiled');
    }
    return written;
  }).catch((thrown: unknown) => {
    if (thrown instanceof AppliedTwice) return null;
    throw thrown;
  });
  const twice = !row && about ? await appliedBefore(context, applicant, about) : null;
  if (twice) return filedView(twice, groundOfCase(context, twice), true);
  const filed = row ? filedView(row, ground, false) : await filedBefore(context, input.id, subject.id);
  if (!filed) throw refuse('AlreadyFiled');
  return filed;
}

/** The same filing again: the one that is there. @throws AlreadyFiled when the id is somebody else's */
async function filedBefore(context: Context, id: string, accountId: string): Promise<Filed | null> {
  const [row] = await servicesOf(context).store.db.select().from(serviceCase).where(eq(serviceCase.id, id));
  if (!row) return null;
  if (row.accountId !== accountId) throw refuse('AlreadyFiled');
  return filedView(row, groundOfCase(context, row), true);
}

export const filedView = (row: CaseRow, ground: Ground, again: boolean): Filed => ({
  id: row.id,
  number: row.number,
  filed_on: row.filedOn,
  due:
    row.dueOf === null || hasNoDay(ground, row.state)
      ? null
      : {
          of: row.dueOf as NonNullable<Filed['due']>['of'],
          on: row.dueOn,
          ...(row.dueMissing !== null && { missing: row.dueMissing }),
        },
  office: { name: ground.office.name, phone: ground.office.phone },
  again,
});

/** @throws ServiceChanged, ServiceClosed, InvalidInput with a field for every question and paper at fault */
export function checked(
  { today }: Context,
  ground: Ground,
  input: Pick<Input, 'service_version' | 'answers' | 'files'>,
  facts: Facts,
): Answers {
  const { service } = ground;
  if (input.service_version !== service.version) throw refuse('ServiceChanged');
  const why = closedWhy(ground, today);
  if (why !== null) throw refuse('ServiceClosed', { fields: [{ path: 'service', message: why }] });
  const known = { answers: input.answers, facts };
  const unknown = Object.keys(input.answers).filter((id) => !service.questions.some((one) => one.id === id));
  const counts: Record<string, number> = {};
  for (const { evidence } of input.files) counts[evidence] = (counts[evidence] ?? 0) + 1;
  const strange = Object.keys(counts).filter((id) => !service.evidence.some((one) => one.id === id));
  const fields = [
    ...filingProblems(service, known, counts, today).map(({ at, message }) => ({ path: at, message })),
    ...[...unknown, ...strange].map((path) => ({ path, message: '这一项不在这张表里，请重新打开再填' })),
  ];
  if (fields.length > 0) throw refuse('InvalidInput', { fields });
  return answersToKeep(service, known);
}

interface First {
  readonly input: Pick<Input, 'id' | 'files'>;
  readonly answers: Answers;
  readonly actor: CaseEvent['actor'];
  readonly county: string;
  readonly who: Who;
  readonly wage?: Awaited<ReturnType<typeof wageData>>;
  /** not with a desk at once */
  readonly to?: CaseState;
  readonly steps?: Readonly<Record<string, string | null>>;
  readonly parent?: string;
}

/** The filing is its own id: a case has one first event. */
export function firstEvent(
  context: Context,
  { service }: Ground,
  { input, answers, actor, county, who, wage, to = 'filed', steps, parent }: First,
): CaseEvent<'file'> {
  return {
    id: input.id,
    seq: 1,
    at: context.now.toISOString(),
    day: context.today,
    actor,
    action: 'file',
    data: {
      service_version: service.version,
      answers,
      files: input.files,
      // the employer answers; a desk nearer to the person has it once nobody does
      level: service.about === undefined ? deskOf(service.workflow.level, who) : 'county',
      county,
      ...wage,
      ...(steps && { steps }),
      ...(parent !== undefined && { parent }),
    },
    to,
    due: dueFrom(context, service, to),
  };
}

/** The steps of a bundle, with it or not at all. What was handed in once is handed in with each that needs it. */
async function fileSteps(
  context: Context,
  queries: Queries,
  bundle: Service,
  whole: CaseEvent<'file'>,
  who: Who,
  filings: readonly StepFiling[],
): Promise<void> {
  for (const { id, step, answers, to } of filings) {
    const service = serviceOf(context, stepServiceId(bundle.id, step.id));
    const { county, files: all } = whole.data;
    const files = all.filter(({ evidence }) => step.papers.includes(evidence));
    const ground = groundOf(context, service, county);
    const { actor } = whole;
    const event = firstEvent(context, ground, {
      ...{ input: { id, files }, answers, actor, county, who, to, parent: whole.id },
    });
    if (!(await write(context, queries, event, who, service))) throw refuse('AlreadyFiled');
    if (who.accountId !== null) await take(queries, id, who.accountId, files);
  }
}

export type Who = Pick<
  CaseRow,
  'accountId' | 'personId' | 'householdId' | 'unitId' | 'keyHash' | 'town' | 'village'
>;

/** As the register writes it. What is filed in another county, or for a unit, is no township's of the person's own. */
export function placeOf(
  { member, unitId, county }: Pick<Applicant, 'member' | 'unitId' | 'county'>,
  column: 'town' | 'village',
): string | null {
  const written = unitId === null && member?.county === county ? member.row[column] : null;
  return typeof written === 'string' && written !== '' ? written : null;
}

const whoOf = (applicant: Applicant): Who => ({
  accountId: applicant.accountId,
  personId: applicant.unitId === null ? (applicant.member?.id ?? null) : null,
  householdId: applicant.unitId === null ? (applicant.member?.householdId ?? null) : null,
  unitId: applicant.unitId,
  keyHash: null,
  town: placeOf(applicant, 'town'),
  village: placeOf(applicant, 'village'),
});

const NUMBERS = 1_000_000;

/** 2026-1122-048151: the day, and six digits nobody can count on. */
const newNumber = (day: string) =>
  `${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8)}-${String(randomInt(NUMBERS)).padStart(6, '0')}`;

/** @returns null when this id is filed already */
export async function write(
  context: Context,
  queries: Queries,
  event: CaseEvent<'file'>,
  who: Who,
  service: Service,
): Promise<CaseRow | null> {
  const { cipher } = servicesOf(context).store;
  const { id } = event;
  const at = after(null, event);
  const values = {
    id,
    ...who,
    ...columnsOf(at),
    ...wageColumns(cipher, service, at.answers),
    service: service.id,
    filedAt: context.now,
    filedOn: context.today,
    answersEnc: cipher.seal('service_case.answers', id, JSON.stringify(at.answers)),
  };
  for (let tries = 0; tries < 5; tries++) {
    const [row] = await queries
      .insert(serviceCase)
      .values({ ...values, number: newNumber(context.today) })
      .onConflictDoNothing()
      .returning();
    if (row) {
      await queries.insert(caseEvent).values(sealedEvent(cipher, id, event));
      if (event.actor.kind === 'helper')
        await tellOfCase(context, queries, { ...groundOfCase(context, row), row }, event);
      return row;
    }
    const [taken] = await queries
      .select({ id: serviceCase.id })
      .from(serviceCase)
      .where(eq(serviceCase.id, id));
    if (taken) return null;
  }
  throw new Error('no free number');
}

/** A desk in a place nobody named would never see it: then the one above has it. */
function deskOf(level: Level, { town, village }: Who): Level {
  if (level === 'village' && village !== null && town !== null) return 'village';
  return level !== 'county' && town !== null ? 'town' : 'county';
}

/**
 * The files are the account's own and whole; from now on they belong to the case.
 * @throws InvalidInput when one is not there any more
 */
export async function take(
  queries: Queries,
  caseId: string,
  accountId: string,
  files: readonly HandedIn[],
): Promise<void> {
  const ids = [...new Set(files.map((one) => one.file))];
  if (ids.length === 0) return;
  const found = await queries
    .select({ id: attachment.id })
    .from(attachment)
    .where(
      and(inArray(attachment.id, ids), eq(attachment.accountId, accountId), eq(attachment.state, 'ready')),
    )
    // thrown away at the same moment, it is there still or gone already
    .for('update');
  if (found.length !== ids.length) {
    const gone = files.filter((one) => !found.some(({ id }) => id === one.file));
    throw refuse('InvalidInput', {
      fields: gone.map(({ evidence }) => ({ path: evidence, message: '有一个文件没有传完，请删掉再传一次' })),
    });
  }
  await queries
    .update(attachment)
    .set({ caseId })
    .where(and(inArray(attachment.id, ids), isNull(attachment.caseId)));
  await queries
    .insert(caseFile)
    .values(ids.map((fileId) => ({ caseId, fileId })))
    .onConflictDoNothing();
}
