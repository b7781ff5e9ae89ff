/** What I applied for, how it stands, and an interview to take away. */
import { and, desc, eq, or } from 'drizzle-orm';
import ical from 'ical-generator';
import type { ApplicationView } from '@/contract/work';
import { kindOfNo } from '@/domain/jobs';
import { applicationState } from '@/domain/jobs/application';
import { brokenIn, linesOf, type Promised } from '@/domain/jobs/promised';
import { INTERVIEW_CARE, STANDINGS, type Standing } from '@/domain/jobs/standing';
import { UNSEEN } from '@/domain/jobs/states';
import { momentOf } from '@/domain/training';
import { countyName } from '../../cases/names';
import { type CaseRecord, recordsOf } from '../../cases/record';
import { askerOf, type Context, servicesOf } from '../../context';
import { draftIn } from '../../postings/draft-in';
import { standingsOf } from '../../postings/standing';
import { refuse } from '../../refuse';
import { posting, serviceCase, workApplication } from '../../store/schema';
import { interviewIn, type PostingRow } from '../../work/applying';

const NEWEST = 100;

interface Mine {
  readonly record: CaseRecord;
  readonly about: PostingRow;
  readonly promised: Promised | null;
  readonly standing: Standing | null;
}

async function mineOf(context: Context, only?: string): Promise<Mine[]> {
  const { subject } = askerOf(context);
  const { db } = servicesOf(context).store;
  const rows = await db
    .select({ row: serviceCase, about: posting, promised: workApplication.promised })
    .from(workApplication)
    .innerJoin(serviceCase, eq(serviceCase.id, workApplication.id))
    .innerJoin(posting, eq(posting.id, workApplication.postingId))
    .where(
      and(
        or(
          eq(workApplication.accountId, subject.id),
          subject.personId === null ? undefined : eq(workApplication.whoId, subject.personId),
        ),
        only === undefined ? undefined : eq(workApplication.id, only),
      ),
    )
    .orderBy(desc(workApplication.sentAt), desc(workApplication.id))
    .limit(NEWEST);
  const records = await recordsOf(
    context,
    rows.map(({ row }) => row),
  );
  const standings = await standingsOf(
    db,
    rows.map(({ about }) => about),
  );
  return records.flatMap((record) => {
    const found = rows.find(({ row }) => row.id === record.row.id);
    if (!found) return [];
    const { about, promised } = found;
    return [{ record, about, promised, standing: standings.get(about.id) ?? null }];
  });
}

export const applications = async (context: Context): Promise<ApplicationView[]> =>
  (await mineOf(context)).map((one) => viewOf(context, one));

function viewOf(context: Context, { record, about, promised, standing }: Mine): ApplicationView {
  const { row, at } = record;
  const interview = interviewIn(record);
  const { title, employer, phone } = shownOf({ record, about, promised });
  return {
    id: row.id,
    number: row.number,
    version: at.version,
    state: applicationState(at.state, interview !== null),
    sent_on: row.filedOn,
    posting: {
      id: about.id,
      ...{ title, employer, state: about.state },
      // nobody is sent to whom the desk looks into
      phone: standing === null ? phone : null,
      kind: kindOfNo(about.kind),
      county: about.county,
      starts_on: about.startsOn,
    },
    promised: promised && promisedView(context, promised, about),
    standing,
    interview: standing === null ? interview : null,
    said: standing === null ? saidIn(record) : null,
    asked_for: at.escalated !== null,
    answer_by: at.due?.on ?? null,
  };
}

interface Shown {
  readonly title: string;
  readonly employer: string;
  readonly phone: string | null;
}

/** Until the county has looked at what the unit has changed, it is called as it was applied for, and nobody rings. */
function shownOf({ record, about, promised }: Omit<Mine, 'standing'>): Shown {
  const { title, employer, words, state } = about;
  if (!UNSEEN.includes(state)) return { title, employer, phone: words.phone };
  const said = (id: 'job' | 'employer', otherwise: string) => {
    const answer = record.at.answers[id];
    return typeof answer === 'string' ? answer : otherwise;
  };
  return {
    title: promised?.title ?? said('job', title),
    employer: promised?.employer ?? said('employer', employer),
    phone: null,
  };
}

function promisedView(
  { book }: Context,
  promised: Promised,
  about: PostingRow,
): NonNullable<ApplicationView['promised']> {
  const county = (code: string) => countyName(book, code);
  const lines = linesOf(promised, county).flatMap(({ what, text }) =>
    text === null ? [] : [{ what, text }],
  );
  const changed = UNSEEN.includes(about.state) ? [] : brokenIn(promised, draftIn(about), county);
  return { lines, changed: [...changed] };
}

/** What came with the last answer of the employer or a desk. */
function saidIn({ events }: CaseRecord): string | null {
  const last = events.filter(({ actor }) => actor.kind === 'staff').at(-1);
  const { text } = (last?.data ?? {}) as { text?: string };
  return text ?? null;
}

/** An hour, with a call the evening before and one two hours before. */
export async function calendar(context: Context, { id }: { id: string }) {
  const [found] = await mineOf(context, id);
  const interview = found && interviewIn(found.record);
  if (!found || !interview) throw refuse('NotFound');
  if (found.standing !== null) {
    const { title, line } = STANDINGS[found.standing];
    throw refuse('ActionNotAllowed', { fields: [{ path: 'id', message: `${title}，${line}` }] });
  }
  const { title, employer, phone } = shownOf(found);
  const start = momentOf(interview.on, interview.time);
  const file = ical({
    name: `就业帮扶码 面试 ${title}`,
    prodId: '-//bangfu//work//ZH',
    timezone: null,
  });
  file.createEvent({
    id: `${id}-${found.record.at.version}`,
    stamp: context.now,
    summary: `面试：${title}（${employer}）`,
    location: interview.place,
    description: [INTERVIEW_CARE, employer, phone, interview.text].filter(Boolean).join('。'),
    start: new Date(start),
    end: new Date(start + 3_600_000),
    alarms: [
      { type: 'display' as never, trigger: 15 * 3600 },
      { type: 'display' as never, trigger: 2 * 3600 },
    ],
  });
  return { name: `面试-${interview.on}.ics`, text: file.toString() };
}
