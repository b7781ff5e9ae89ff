/** What of a posting stands in the case of whoever applied for it. */
import { eq, inArray } from 'drizzle-orm';
import type { CaseLine, CaseView } from '@/contract/cases';
import { type Case, type CaseState, isOpen, type Service } from '@/domain/cases';
import { APPLICATION_STATES, applicationState } from '@/domain/jobs/application';
import type { Standing } from '@/domain/jobs/standing';
import { UNSEEN } from '@/domain/jobs/states';
import { type Context, servicesOf } from '../context';
import { standingsOf } from '../postings/standing';
import { posting, workApplication } from '../store/schema';
import { interviewIn } from '../work/applying';
import type { CaseRecord, CaseRow } from './record';

/** An employer owes no answer by a day of the law: until when a desk waits is told where one applied. */
export const isAnswered = ({ about }: Pick<Service, 'about'>): boolean => about !== undefined;

/** Of several applications each is called by what it is for. */
export const titleAbout = (title: string, job: string): string => `${title}：${job}`;

export const jobTitle = (
  { about, title }: Service,
  { answers: { job } }: Case,
): Partial<Pick<CaseView, 'title'>> =>
  about !== undefined && typeof job === 'string' ? { title: titleAbout(title, job) } : {};

/** What is said of an invitation; nobody is sent to whom the desk looks into. */
const invitedWord = (invited: boolean, standing: Standing | undefined): Pick<CaseLine, 'state_word'> =>
  invited && standing === undefined ? { state_word: APPLICATION_STATES.invited.title } : {};

export interface AppliedFor extends Pick<CaseLine, 'state_word'> {
  /** as it was when it was applied for */
  readonly job: string;
}

/** For a page of lines at once. @returns case → what it is about */
export async function appliedFor(
  context: Context,
  rows: readonly CaseRow[],
): Promise<ReadonlyMap<string, AppliedFor>> {
  const about = context.book.services.filter(isAnswered).map(({ id }) => id);
  const asked = rows.filter(({ service }) => about.includes(service)).map(({ id }) => id);
  if (asked.length === 0) return new Map();
  const { db } = servicesOf(context).store;
  const found = await db
    .select({
      of: workApplication.id,
      invited: workApplication.state,
      promised: workApplication.promised,
      ...{ id: posting.id, state: posting.state, title: posting.title },
    })
    .from(workApplication)
    .innerJoin(posting, eq(posting.id, workApplication.postingId))
    .where(inArray(workApplication.id, asked));
  const standings = await standingsOf(db, found);
  return new Map(
    found.map(({ of, id, promised, title, invited }) => [
      of,
      { job: promised?.title ?? title, ...invitedWord(invited === 'invited', standings.get(id)) },
    ]),
  );
}

/** Whoever is not wanted there, or does not want to go, has nothing to call for. */
const isCalled = (state: CaseState): boolean => isOpen(state) || state === 'done';

/** Who has the card, and what the desk has said against the posting. */
export async function applicationView(
  context: Context,
  { row, at, ground, events }: CaseRecord,
): Promise<Pick<CaseView, 'employer' | 'standing' | 'state_word'>> {
  if (!isAnswered(ground.service)) return {};
  const { db } = servicesOf(context).store;
  const rows = await db
    .select({
      ...{ id: posting.id, state: posting.state },
      ...{ employer: posting.employer, words: posting.words },
    })
    .from(workApplication)
    .innerJoin(posting, eq(posting.id, workApplication.postingId))
    .where(eq(workApplication.id, row.id));
  const [standing] = (await standingsOf(db, rows)).values();
  const [shown] = rows.filter(({ state }) => standing === undefined && !UNSEEN.includes(state));
  const invited = applicationState(at.state, interviewIn({ events, ground }) !== null) === 'invited';
  const { employer } = at.answers;
  return {
    employer: {
      name: shown?.employer ?? (typeof employer === 'string' ? employer : ground.office.name),
      phone: shown && isCalled(at.state) ? shown.words.phone : null,
    },
    ...(standing !== undefined && { standing }),
    ...invitedWord(invited, standing),
  };
}
