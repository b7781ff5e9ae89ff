/** Applying for a posting: a case like every other, and which posting it is about. */

import { and, eq, ne, sql } from 'drizzle-orm';
import { type Answers, recordedIn, type Service } from '@/domain/cases';
import { applicationState, INTERVIEW } from '@/domain/jobs/application';
import { promisedIn } from '@/domain/jobs/promised';
import type { Applicant } from '../cases/applicant';
import type { CaseRecord, CaseRow } from '../cases/record';
import { type Context, servicesOf } from '../context';
import { draftIn } from '../postings/draft-in';
import { deskOf, isWide } from '../postings/poster';
import { refuse } from '../refuse';
import { posting, serviceCase, workApplication } from '../store/schema';
import type { Queries } from '../store/store';
import { isUuid } from '../uuid';

export type PostingRow = typeof posting.$inferSelect;

/**
 * @returns the posting that a form is about; null for every other service
 * @throws NotFound, also for one that nobody may see
 */
export async function postingOf(
  context: Context,
  { about }: Pick<Service, 'about'>,
  answers: Answers,
): Promise<PostingRow | null> {
  if (about === undefined) return null;
  const { posting: id } = answers;
  if (typeof id !== 'string' || !isUuid(id)) throw refuse('NotFound');
  const [found] = await servicesOf(context).store.db.select().from(posting).where(eq(posting.id, id));
  if (!found || found.state === 'proposed' || found.state === 'held') throw refuse('NotFound');
  return found;
}

/** What of the posting stands in the case: the portal's word, whatever was typed. */
export const withPosting = (answers: Answers, { title, employer }: PostingRow): Answers => ({
  ...answers,
  job: title,
  employer,
});

type Who = Pick<Applicant, 'accountId' | 'member'>;
const whoOf = ({ member, accountId }: Who): string => member?.id ?? accountId;

/** The case by which this person applied for it before; what was withdrawn is none. */
export async function appliedBefore(
  context: Context,
  applicant: Who,
  { id }: PostingRow,
): Promise<CaseRow | null> {
  const [found] = await servicesOf(context)
    .store.db.select({ row: serviceCase })
    .from(workApplication)
    .innerJoin(serviceCase, eq(serviceCase.id, workApplication.id))
    .where(
      and(
        eq(workApplication.postingId, id),
        eq(workApplication.whoId, whoOf(applicant)),
        ne(workApplication.state, 'withdrawn'),
      ),
    );
  return found?.row ?? null;
}

const WHY: Partial<Record<PostingRow['state'], string>> = {
  hidden: '有人说这个岗位的信息不实，工作人员正在核实',
  closed: '单位不招了',
  withdrawn: '单位把这个岗位收起来了',
  expired: '招人的日期过了',
};

/** @throws PostingEnded with why, in words; what to do instead stands beside it on the page */
export async function mustBeOpen(context: Context, row: PostingRow): Promise<void> {
  const why =
    WHY[row.state] ??
    (row.openUntil < context.today ? WHY.expired : undefined) ??
    ((await isFull(context, row)) ? '已经招满了' : undefined);
  if (why !== undefined || row.state !== 'open')
    throw refuse('PostingEnded', { fields: [{ path: 'posting', message: why ?? '现在不能应聘' }] });
}

export async function takenFor(context: Context, id: string): Promise<number> {
  const [{ n } = { n: 0 }] = await servicesOf(context)
    .store.db.select({ n: sql<number>`count(*)::int` })
    .from(workApplication)
    .where(and(eq(workApplication.postingId, id), eq(workApplication.state, 'taken')));
  return n;
}

/** As many were taken on here as are wanted. How many came another way nobody knows. */
const isFull = async (context: Context, { id, people }: PostingRow): Promise<boolean> =>
  people !== null && (await takenFor(context, id)) >= people;

/** Applied for it in the same moment, from another phone. */
export class AppliedTwice extends Error {}

/** In the transaction that files the case. @throws AppliedTwice, which undoes it */
export async function enterApplication(
  context: Context,
  queries: Queries,
  applicant: Who & Pick<Applicant, 'county'>,
  { id, accountId }: Pick<CaseRow, 'id'> & { readonly accountId: string },
  about: PostingRow,
): Promise<void> {
  const kept = await queries
    .insert(workApplication)
    .values({
      id,
      accountId,
      whoId: whoOf(applicant),
      postingId: about.id,
      unitId: about.unitId,
      county: isWide(about) ? applicant.county : deskOf(about),
      state: 'sent',
      sentAt: context.now,
      promised: promisedIn(draftIn(about)),
    })
    .onConflictDoNothing()
    .returning({ id: workApplication.id });
  if (kept.length === 0) throw new AppliedTwice();
}

/** Every event of an application is copied for finding it, in the transaction that writes the event. */
export async function followApplication(
  context: Context,
  queries: Queries,
  { row, at, events, ground }: CaseRecord,
): Promise<void> {
  if (ground.service.about === undefined) return;
  const invited = interviewIn({ events, ground });
  const state = applicationState(at.state, invited !== null);
  const now = context.now.toISOString();
  await queries
    .update(workApplication)
    .set({
      state,
      interviewOn: invited?.on ?? null,
      ...(state !== 'sent' && { seenAt: sql`coalesce(${workApplication.seenAt}, ${now}::timestamptz)` }),
      ...((state === 'taken' || state === 'declined') && { answeredAt: context.now }),
      ...(state === 'withdrawn' && {
        withdrawnAt: sql`coalesce(${workApplication.withdrawnAt}, ${now}::timestamptz)`,
      }),
    })
    .where(eq(workApplication.id, row.id));
}

/** The interview that is set: the last one written down. */
export function interviewIn({ events, ground }: Pick<CaseRecord, 'events' | 'ground'>) {
  const found = recordedIn(events, ground.service.workflow)
    .filter(({ milestone }) => milestone.id === INTERVIEW)
    .at(-1)?.event.data;
  return found
    ? { on: found.on, time: found.time ?? '', place: found.place ?? '', text: found.text ?? null }
    : null;
}
