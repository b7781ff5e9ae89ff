import { addToCalendar, saveFile } from '@/client/save-file';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { ClockEntry } from '@/domain/wages/clock';
import { copy } from './copy';

const titleOf = ({ by, row }: ClockEntry) =>
  copy.event(by === 'worker' ? copy.legend.you : copy.legend.they, row.title);

/** Every date ahead, on the earlier of its two days: into the phone's calendar, or a calendar file in the browser. */
export async function keepDates(entries: readonly ClockEntry[]): Promise<void> {
  const dated = entries.flatMap((entry) =>
    entry.advised === null ? [] : [{ day: entry.advised, title: titleOf(entry), about: entry.row.effect }],
  );
  // the calendar file is made in the browser alone: WeChat's package carries nothing of it
  if (process.env.TARO_ENV === 'h5') await saveCalendar(dated);
  else for (const { day, title } of dated) await addToCalendar(day, title);
}

interface Dated {
  readonly day: string;
  readonly title: string;
  readonly about: string;
}

async function saveCalendar(dated: readonly Dated[]): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    // loaded when it is wanted: few ever do
    const { default: ical } = await import('ical-generator');
    const calendar = ical({ name: copy.title });
    for (const { day, title, about } of dated) {
      calendar.createEvent({
        start: new Date(`${day}T00:00:00Z`),
        end: new Date(`${isoOf(dayNumber(day) + 1)}T00:00:00Z`),
        allDay: true,
        summary: title,
        description: about,
        alarms: [{ trigger: 86_400 }],
      });
    }
    await saveFile('期限.ics', calendar.toString(), 'text/calendar');
  }
}
