/** What need not be asked again: from the register, and from the person's earlier cases. */
import { and, desc, eq } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import {
  type Answer,
  answerOfFact,
  isInRegister,
  type QuestionKind,
  type Service,
  type ServiceQuestion,
} from '@/domain/cases';
import { ownCases } from '../../cases/access';
import { type Applicant, applicantFor } from '../../cases/applicant';
import { appliedFor } from '../../cases/applied';
import { recordsOf } from '../../cases/record';
import { closedWhy, groundOf, serviceOf } from '../../cases/rules';
import { ownLineOf } from '../../cases/view';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { account, serviceCase } from '../../store/schema';
import { lastAttended } from '../../training/of-account';
import { openOf } from './mine';

type Prefill = OutputOf<'cases.prefill'>;
const EARLIER = 20;

export async function prefill(context: Context, input: { service: string }): Promise<Prefill> {
  const service = serviceOf(context, input.service);
  if (service.step_of) throw refuse('NotFound');
  const found = await applicantOrNone(context, service);
  const { mandate } = askerOf(context);
  // what the register says is for those helpers who may see it
  const reads = mandate === null || mandate.services.includes('benefits');
  const applicant = reads ? found : null;
  const earlier = await earlierOf(context);
  const answers = service.questions
    .filter(({ kind }) => mandate === null || !OWN_KINDS.includes(kind))
    .flatMap((question) => prefilled(question, applicant, earlier.answers));
  const called = service.about === undefined ? null : await ownPhone(context);
  const unsaid = called !== null && !answers.some(({ id }) => id === 'phone');
  const county = found?.county;
  const open = await openOf(context, service.id);
  const about = await appliedFor(context, open);
  const closed = county === undefined ? null : closedWhy(groundOf(context, service, county), context.today);
  return {
    answers: unsaid ? [...answers, { id: 'phone', ...called }] : answers,
    papers: papersOf(service, applicant, earlier.files),
    open: open.map((row) => ownLineOf(context, row, { about: about.get(row.id) })),
    closed,
  };
}

/** An employer calls: where neither the register nor a case says a number, the one that was signed in with is asked for. */
async function ownPhone(context: Context) {
  const { subject, mandate } = askerOf(context);
  const { db, cipher } = servicesOf(context).store;
  if (mandate) return null;
  const [row] = await db
    .select({ phoneEnc: account.phoneEnc })
    .from(account)
    .where(eq(account.id, subject.id));
  if (!row?.phoneEnc) return null;
  const value = cipher.open('account.phone', subject.id, row.phoneEnc);
  return { value, source: 'earlier' as const, from: '您登录的手机号' };
}

/** Numbers that a helper does not read off an earlier form: whoever is to type them in is told them. */
export const OWN_KINDS: readonly QuestionKind[] = ['bank_account', 'id_number'];

/** Whoever may not file yet still sees the form. */
async function applicantOrNone(context: Context, service: Service): Promise<Applicant | null> {
  try {
    return await applicantFor(context, service);
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === 'NotBound' || code === 'UnitNeeded' || code === 'InvalidInput') return null;
    throw thrown;
  }
}

type FromPerson = NonNullable<ServiceQuestion['from_register']>;

function prefilled(
  question: ServiceQuestion,
  applicant: Applicant | null,
  earlier: ReadonlyMap<string, { value: Answer; from: string }>,
): Prefill['answers'] {
  const answer = (value: Answer, source: 'register' | 'earlier', from: string) => [
    { id: question.id, value: value as Prefill['answers'][number]['value'], source, from },
  ];
  const row = applicant?.member?.row;
  const written = question.from_register && row?.[question.from_register satisfies FromPerson];
  if (typeof written === 'string' && written !== '')
    return answer(written, 'register', row?.source ?? '台账');
  const fact = question.fact && applicant?.facts[question.fact];
  if (question.fact && fact !== undefined && fact !== null) {
    const said = answerOfFact(question, fact);
    if (said !== undefined)
      return answer(said, 'register', applicant?.sources[question.fact]?.source ?? '台账');
  }
  const before = question.remember === undefined ? undefined : earlier.get(question.remember);
  return before ? answer(before.value, 'earlier', before.from) : [];
}

interface Earlier {
  readonly answers: ReadonlyMap<string, { value: Answer; from: string }>;
  readonly files: ReadonlyMap<string, { files: string[]; from: string }>;
}

/** The newest word for every remembered thing. A helper fills in for the holder, so the holder's cases count. */
async function earlierOf(context: Context): Promise<Earlier> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(and(eq(serviceCase.accountId, askerOf(context).subject.id), await ownCases(context)))
    .orderBy(desc(serviceCase.filedAt))
    .limit(EARLIER);
  const answers = new Map<string, { value: Answer; from: string }>();
  const files = new Map<string, { files: string[]; from: string }>();
  for (const { row, at, ground } of await recordsOf(context, rows)) {
    const from = `${row.filedOn}交的“${ground.service.title}”`;
    for (const { id, remember } of ground.service.questions) {
      const value = at.answers[id];
      if (remember !== undefined && value !== undefined && value !== null && !answers.has(remember))
        answers.set(remember, { value, from });
    }
    for (const { id, remember } of ground.service.evidence) {
      const handed = at.files.filter(({ evidence }) => evidence === id).map(({ file }) => file);
      if (remember !== undefined && handed.length > 0 && !files.has(remember))
        files.set(remember, { files: handed, from });
    }
  }
  await addTraining(context, answers);
  return { answers, files };
}

/** A course somebody came to says what the claim after it asks. */
async function addTraining(
  context: Context,
  answers: Map<string, { value: Answer; from: string }>,
): Promise<void> {
  const course = await lastAttended(context, askerOf(context).subject);
  if (!course) return;
  const from = `您签到过的“${course.title}”`;
  answers.set('training_course', { value: course.title, from });
  answers.set('training_place', { value: course.provider, from });
  answers.set('training_from', { value: course.startsOn, from });
}

function papersOf(
  service: Service,
  applicant: Applicant | null,
  earlier: Earlier['files'],
): Prefill['papers'] {
  return service.evidence.flatMap((one): Prefill['papers'] => {
    if (applicant && isInRegister(one, applicant.facts) && one.from_register)
      return [{ evidence: one.id, source: 'register', text: one.from_register.text, files: [] }];
    const before = one.remember === undefined ? undefined : earlier.get(one.remember);
    return before
      ? [
          {
            evidence: one.id,
            source: 'earlier',
            text: `上次交过，可以接着用（${before.from}）`,
            files: before.files,
          },
        ]
      : [];
  });
}
