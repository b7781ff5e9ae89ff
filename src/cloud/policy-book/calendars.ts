import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { dayNumber, dayOf, isoOf } from '@/domain/calendar/days';
import { isWeekend, type WorkCalendar, type WorkYear } from '@/domain/calendar/work-days';
import { readYaml, wrongAt } from './read-yaml';

/** The holidays of 全国年节及纪念日放假办法 for everybody; a notice that lacks one is half typed. */
const FESTIVALS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** How far into the neighbouring years a notice reaches (元旦 2023 began on 2022-12-31). */
const REACH = 7;

// an impossible date ends the check: what follows computes with it
const date = z.iso.date({ abort: true });
const text = z.string().trim().min(1);

/** `calendars/<year>.yaml`: the arrangement of one year's notice, its own days and no conclusions */
export const calendarYear: z.ZodType<WorkYear> = z
  .strictObject({
    year: z.int().min(1950).max(2999),
    notice: z.strictObject({
      number: z
        .string()
        .regex(/^国办发明电〔\d{4}〕\d+号$/, '国办发明电〔year〕n号, or null')
        .nullable(),
      title: text,
      issued_on: date,
    }),
    holidays: z.array(z.strictObject({ name: text, from: date, to: date })).min(1),
    work_days: z.array(date),
  })
  .superRefine((value, context) => {
    for (const { path: at, message } of problemsOf(value))
      context.addIssue({ code: 'custom', path: at, message });
  });

interface Wrong {
  readonly path: (string | number)[];
  readonly message: string;
}

function problemsOf(value: WorkYear): Wrong[] {
  const { year, notice, holidays } = value;
  const problems: Wrong[] = [];
  const add = (message: string, ...at: (string | number)[]) => problems.push({ path: at, message });
  if (!notice.title.includes(`${year}年`)) add(`is not the notice for ${year}`, 'notice', 'title');
  if (notice.issued_on > `${year}-12-31`) add('is after the year it arranges', 'notice', 'issued_on');
  holidays.forEach(({ from, to }, n) => {
    if (to < from) add(`${to} lies before ${from}`, 'holidays', n, 'to');
  });
  const seen = new Set<number>();
  for (const { day, at, work } of daysOf(value)) {
    const iso = isoOf(day);
    if (day < dayOf(year, 1, 1 - REACH) || day > dayOf(year, 12, 31 + REACH))
      add(`${iso} is not in ${year}`, ...at);
    if (seen.has(day)) add(`${iso} stands twice`, ...at);
    seen.add(day);
    if (work && !isWeekend(day)) add(`${iso} is neither a Saturday nor a Sunday`, ...at);
  }
  const named = holidays.flatMap(({ name }) => name.split('、'));
  for (const name of FESTIVALS)
    if (named.filter((one) => one === name).length !== 1) add(`${name} must stand here once`, 'holidays');
  return problems;
}

/** Every day a notice speaks of, and where it stands. */
function daysOf({
  holidays,
  work_days,
}: WorkYear): { day: number; at: (string | number)[]; work: boolean }[] {
  const off = holidays.flatMap(({ from, to }, n) => {
    // an impossible stretch is reported as such and not walked through
    const length = Math.min(Math.max(dayNumber(to) - dayNumber(from) + 1, 0), 366);
    const at = ['holidays', n, 'from'];
    return Array.from({ length }, (_, k) => ({ day: dayNumber(from) + k, at, work: false }));
  });
  return [...off, ...work_days.map((iso, n) => ({ day: dayNumber(iso), at: ['work_days', n], work: true }))];
}

/** The calendar files of a policy folder, by name; a folder without any has none. */
export function calendarFiles(root: string): string[] {
  const folder = path.join(root, 'calendars');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `calendars/${name}`);
}

/** @throws PolicyError for a file that does not validate, is misnamed or contradicts another year's */
export function loadCalendars(root: string): WorkCalendar {
  const taken = new Map<number, string>();
  const years = calendarFiles(root).map((file) => {
    const value = readYaml(root, file, calendarYear);
    if (file !== `calendars/${value.year}.yaml`)
      throw wrongAt(root, file, ['year'], `year ${value.year} is not the file's name`);
    for (const { day, at } of daysOf(value)) {
      const other = taken.get(day);
      if (other !== undefined) throw wrongAt(root, file, at, `${isoOf(day)} stands in ${other} as well`);
      taken.set(day, file);
    }
    return value;
  });
  return { years };
}
