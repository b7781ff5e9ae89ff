/** Who applied for a posting, for whoever posted it: the unit it belongs to, and the county desk. Nobody else. */

import { and, asc, eq, exists, ne } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { ApplicantView } from '@/contract/work';
import type { ActionData } from '@/domain/cases';
import { kindOfNo } from '@/domain/jobs';
import { applicationState, type EmployerAnswer, INTERVIEW, MAY_ANSWER } from '@/domain/jobs/application';
import { saidProblem } from '@/domain/jobs/said';
import { holdCase } from '../../cases/bundle';
import { append, type CaseRecord, happened, recordOf, recordsOf } from '../../cases/record';
import { askerOf, type Context, servicesOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { handOf, isOff } from '../../desk/hand';
import { standingOf } from '../../postings/standing';
import { refuse, refuseField } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { account, posting, serviceCase, workApplication } from '../../store/schema';
import type { Queries } from '../../store/store';
import { type Applied, applicantView } from '../../work/applicant';
import { interviewIn, type PostingRow, takenFor } from '../../work/applying';
import { isOffer, type Offerer, offererOf, peopleOf } from '../../work/offerer';

const PAGE = 20;

/** Whoever took it back, or deleted the account, is nobody's applicant any more. */
const isThere = (queries: Queries) =>
  and(
    ne(workApplication.state, 'withdrawn'),
    exists(queries.select({ id: account.id }).from(account).where(eq(account.id, workApplication.accountId))),
  );

/** The first to come first. */
export async function applicants(
  context: Context,
  input: InputOf<'work.applicants'>,
): Promise<OutputOf<'work.applicants'>> {
  const offerer = await offererOf(context);
  const { db } = servicesOf(context).store;
  const [about] = await db.select().from(posting).where(eq(posting.id, input.posting));
  if (!about || !isOffer(offerer, about)) throw refuse('NotFound');
  await requireShown(db, offerer, about);
  const of = peopleOf(offerer, about);
  const rows = await db
    .select({ row: serviceCase, sentAt: workApplication.sentAt, answeredAt: workApplication.answeredAt })
    .from(workApplication)
    .innerJoin(serviceCase, eq(serviceCase.id, workApplication.id))
    .where(
      and(
        eq(workApplication.postingId, about.id),
        of === null ? undefined : eq(workApplication.county, of),
        isThere(db),
        after(input.cursor, { at: workApplication.sentAt, id: workApplication.id, order: 'asc' }),
      ),
    )
    .orderBy(asc(workApplication.sentAt), asc(workApplication.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const records = await recordsOf(
    context,
    shown.map(({ row }) => row),
  );
  const readable: CaseRecord[] = [];
  for (const record of records) if (await mayRead(context, offerer, record)) readable.push(record);
  await looked(context, offerer, readable, about.title);
  return {
    posting: {
      id: about.id,
      title: about.title,
      people: about.people,
      taken: await takenFor(context, about.id),
    },
    applicants: readable.map((record) => {
      const answeredAt = shown.find(({ row }) => row.id === record.row.id)?.answeredAt ?? null;
      return applicantView(context, offerer, { about, answeredAt }, record);
    }),
    next: rows.length > PAGE && last ? cursorText(last.sentAt, last.row.id) : null,
  };
}

/**
 * While the county looks at a posting, people's cards are not for whoever posted it; nor afterwards, where it stopped it or
 * found it untrue, whatever has become of it.
 */
async function requireShown(queries: Queries, { as }: Offerer, about: PostingRow): Promise<void> {
  if (as !== 'unit') return;
  const standing = await standingOf(queries, about);
  if (standing === null) return;
  const message =
    standing === 'checking'
      ? '区县正在核实这条岗位，看过放开以后才能看应聘的人、答复他们'
      : '这条岗位区县停掉了，应聘的人不再给单位看，也不能再答复。有话请找区县人社部门';
  throw refuse('ActionNotAllowed', { fields: [{ path: 'posting', message }] });
}

/** An officer keeps off the own family's, as at the desk. */
async function mayRead(
  context: Context,
  { as }: Offerer,
  record: CaseRecord,
  queries?: Queries,
): Promise<boolean> {
  return as === 'unit' || !isOff(record, await handOf(context, record, queries));
}

/** For the person to see: who looked at the card they sent. */
async function looked(
  context: Context,
  { name }: Offerer,
  records: readonly CaseRecord[],
  title: string,
): Promise<void> {
  const { store } = servicesOf(context);
  const looks = records.map(({ row }) => ({
    actorKind: 'staff' as const,
    actorId: askerOf(context).account.id,
    office: name,
    purpose: `看了您应聘“${title}”时发的名片`,
    personId: row.personId,
    accountId: row.accountId,
  }));
  await recordLooks(store, looks, context.now);
}

type Input = InputOf<'work.answer'>;

/** Every answer is an event of the case, so that the person, the desk and the calendar all hear of it. */
export async function answer(context: Context, input: Input): Promise<ApplicantView> {
  const offerer = await offererOf(context);
  await servicesOf(context).limits.take('act_account', offerer.accountId);
  const done = await servicesOf(context).store.db.transaction(async (queries) => {
    await holdCase(queries, input.id);
    const { record: found, ...of } = await theirs(context, queries, offerer, input.id);
    requireLawful(of.about, input);
    const actor = { kind: 'staff', id: offerer.accountId, office: offerer.name } as const;
    const action = ACTION[input.answer];
    if (happened(found, { id: input.event, actor, action })) return { of, record: found };
    if (found.at.version !== input.version) throw refuse('CaseChanged');
    const state = applicationState(found.at.state, interviewIn(found) !== null);
    if (!MAY_ANSWER[state].includes(input.answer)) throw refuse('ActionNotAllowed');
    // whoever answers has seen it; a refusal says so by itself
    const seen =
      found.at.state === 'filed' && (action === 'record' || action === 'approve')
        ? await append(context, queries, found, {
            id: seenId(input.event),
            actor,
            action: 'accept',
            data: {},
          })
        : found;
    const data = dataOf(context, input);
    const record = await append(context, queries, seen, { id: input.event, actor, action, data });
    return { of: { ...of, answeredAt: of.answeredAt ?? context.now }, record };
  });
  return applicantView(context, offerer, done.of, done.record);
}

const ACTION = {
  seen: 'accept',
  interview: 'record',
  taken: 'approve',
  declined: 'refuse',
} as const satisfies Record<EmployerAnswer, string>;

/** One more event by the same tap: the last digit tells them apart. */
const seenId = (event: string): string =>
  `${event.slice(0, -1)}${((Number.parseInt(event.slice(-1), 16) + 1) % 16).toString(16)}`;

async function theirs(
  context: Context,
  queries: Queries,
  offerer: Offerer,
  id: string,
): Promise<Applied & { readonly record: CaseRecord }> {
  const [about] = await queries
    .select({ posting, county: workApplication.county, answeredAt: workApplication.answeredAt })
    .from(workApplication)
    .innerJoin(posting, eq(posting.id, workApplication.postingId))
    .where(and(eq(workApplication.id, id), isThere(queries)));
  if (!about || !isOffer(offerer, about.posting)) throw refuse('NotFound');
  const of = peopleOf(offerer, about.posting);
  if (of !== null && of !== about.county) throw refuse('NotFound');
  await requireShown(queries, offerer, about.posting);
  const record = await recordOf(context, id, queries);
  if (!(await mayRead(context, offerer, record, queries))) throw refuse('NotAllowed');
  return { record, about: about.posting, answeredAt: about.answeredAt };
}

/** It goes out in the portal's name. @throws InvalidInput */
function requireLawful({ kind, title, skills }: PostingRow, input: Input): void {
  const texts = { place: 'place' in input && input.place, text: 'text' in input && input.text };
  for (const at of ['place', 'text'] as const) {
    const problem = saidProblem({ kind: kindOfNo(kind), title, skills }, texts[at] || '');
    if (problem !== null) throw refuseField(at, problem);
  }
}

function dataOf({ today }: Context, input: Input): ActionData[(typeof ACTION)[EmployerAnswer]] {
  switch (input.answer) {
    case 'seen':
      return {};
    case 'interview': {
      const { on, time, place, text } = input;
      if (on < today) throw refuseField('on', '面试的日子已经过了，请选今天以后的一天');
      return { milestone: INTERVIEW, on, time, place, ...(text !== undefined && { text }) };
    }
    case 'taken':
      return { text: input.text ?? '' };
    case 'declined':
      return { text: input.text };
  }
}
