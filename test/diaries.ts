/** Diaries as the app keeps them (client/diary-store.ts). */
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { type Logged, logged, START } from '@/domain/wages/chain';
import { type Entry, type Job, monthOf } from '@/domain/wages/diary';
import { monthWork } from '@/domain/wages/sums';

export const SITE: Job = {
  ...{ id: '11111111-2222-4333-8444-555555555555', title: '样例工地', county: '500242', work_kind: 'site' },
  ...{ site_name: '样例花园二期', employer_name: '样例建筑公司', boss: '样例工头', boss_phone: '' },
  ...{ pay_kind: 'day', pay_rate: 30_000, started_on: null, ended_on: null },
};

/** A thousand days of work up to that one, each with a note, paid now and then. */
export function thousandDays(last: string): readonly Entry[] {
  const end = dayNumber(last);
  return Array.from({ length: 1000 }, (_, at) => isoOf(end - 999 + at)).flatMap((day, at): Entry[] => {
    const entry = (kind: Entry['kind'], more: Partial<Entry>): Entry => ({
      ...{ id: `00000000-0000-4000-8000-${String(at).padStart(11, '0')}${kind === 'work' ? 0 : 1}` },
      ...{ job: SITE.id, day, kind, written_at: `${day}T10:00:00.000Z`, ...more },
    });
    const work = entry('work', {
      halves: 2,
      place: '二号楼',
      in_charge: '样例工头',
      note: '支模板，和老乡一起',
    });
    return at % 30 === 29 ? [work, entry('paid', { paid: 200_000 })] : [work];
  });
}

/** What lies on a phone with this diary, in the form Taro writes it. */
export function diaryStorage(
  entries: readonly Entry[],
  job: Job = SITE,
): readonly { readonly name: string; readonly value: string }[] {
  const log: Logged[] = [];
  for (const entry of entries) log.push(logged(entry, log[log.length - 1] ?? null));
  const months = [...new Set(entries.map(({ day }) => monthOf(day)))];
  const of = (month: string) => log.filter(({ entry }) => monthOf(entry.day) === month);
  const kept = (name: string, value: unknown) => ({
    name: `bangfu:${name}:1`,
    value: JSON.stringify({ data: JSON.stringify(value) }),
  });
  const works = months.map((month) => [
    month,
    monthWork(
      month,
      of(month).map(({ entry }) => entry),
    ),
  ]);
  return [
    kept(`diary-job:${job.id}`, {
      ...{ ...job, account: null, acting: null, madeAt: 1, writing: null },
      head: { count: log.length, hash: log[log.length - 1]?.hash ?? START },
      months: Object.fromEntries(works),
    }),
    ...months.map((month) => kept(`diary-log:${job.id}.${month}`, { log: of(month) })),
  ];
}
