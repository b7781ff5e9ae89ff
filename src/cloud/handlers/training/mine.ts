/** What I am enrolled in, and what I can take away. */
import { desc, eq } from 'drizzle-orm';
import ical from 'ical-generator';
import type { InputOf, OutputOf } from '@/contract/api';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { momentOf } from '@/domain/training';
import type { Context } from '../../context';
import { servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { trainingEnrolment, trainingSession } from '../../store/schema';
import { enrolmentViews } from '../../training/view';
import { mineOr404, ownEnrolments } from './own';

const NEWEST = 100;

export async function mine(context: Context): Promise<OutputOf<'training.mine'>> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(trainingEnrolment)
    .where(ownEnrolments(context))
    .orderBy(desc(trainingEnrolment.enrolledAt), desc(trainingEnrolment.id))
    .limit(NEWEST);
  return enrolmentViews(context, rows);
}

/** Every day of the course by its hours, the first with a call the evening before. */
export async function calendar(
  context: Context,
  input: InputOf<'training.calendar'>,
): Promise<OutputOf<'training.calendar'>> {
  const row = await mineOr404(context, input.id);
  const [session] = await servicesOf(context)
    .store.db.select()
    .from(trainingSession)
    .where(eq(trainingSession.id, row.sessionId));
  if (!session) throw refuse('NotFound');
  const file = ical({
    name: `就业帮扶码 ${session.title}`,
    prodId: '-//bangfu//training//ZH',
    timezone: null,
  });
  const last = dayNumber(session.endsOn);
  for (let day = dayNumber(session.startsOn); day <= last; day++) {
    const on = isoOf(day);
    const first = on === session.startsOn;
    file.createEvent({
      id: `${row.id}-${on}`,
      stamp: context.now,
      summary: session.title,
      location: [session.town, session.address].filter(Boolean).join(' '),
      description: [session.provider, session.words.phone, session.words.bring].filter(Boolean).join('。'),
      start: new Date(momentOf(on, session.fromTime)),
      end: new Date(momentOf(on, session.toTime)),
      ...(first && { alarms: [{ type: 'display' as never, trigger: 15 * 3600 }] }),
    });
  }
  return { name: `培训-${session.startsOn}.ics`, text: file.toString() };
}
