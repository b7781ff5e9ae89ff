/** Filing: everything is checked again here, and the same id files once however often it is sent. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import {
  type Answers,
  answersToKeep,
  type CaseEvent,
  filingProblems,
  type Service,
  stepServiceId,
} from '@/domain/cases';
import type { Facts } from '@/domain/eligibility';
import { helpersMay } from '../../cases/access';
import { applicantFor } from '../../cases/applicant';
import { type StepFiling, stepsFiled } from '../../cases/bundle';
import type { CaseRow } from '../../cases/record';
import { closedWhy, type Ground, groundOf, groundOfCase, serviceOf } from '../../cases/rules';
import { hasNoDay } from '../../cases/view';
import { wageData } from '../../cases/wage-filing';
import { firstEvent, take, type Who, whoOf, write } from '../../cases/write-filing';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { draft, serviceCase } from '../../store/schema';
import type { Queries } from '../../store/store';
import {
  AppliedTwice,
  appliedBefore,
  enterApplication,
  mustBeOpen,
  postingOf,
  withPosting,
} from '../../work/applying';
import { joinGroup } from '../wages/groups';

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
