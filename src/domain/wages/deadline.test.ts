import path from 'node:path';
import fc from 'fast-check';
import { loadCalendars } from '@/cloud/policy-book/calendars';
import { dayNumber, isoOf } from '../calendar/days';
import { addWorkDays, isWorkDay } from '../calendar/work-days';
import { deadlineOf } from './deadline';
import type { DeadlineRow } from './law';

const calendar = loadCalendars(path.join(__dirname, '../../policy'));
type Period = NonNullable<DeadlineRow['period']>;
const period = (n: number, unit: Period['unit'], more: Partial<Period> = {}) => ({
  period: { n, unit, ...more },
});
const dates = (row: { period: Period | null }, from: string, extended = false) => {
  const result = deadlineOf(row, from, calendar, { extended });
  if (!result.ok) return result.error;
  return [result.advised, result.statutory];
};

describe('工作日', () => {
  test('第二天起算，调休上班的周日算一天', () => {
    expect(dates(period(5, 'WD'), '2026-09-18')).toEqual(['2026-09-24', '2026-09-24']);
  });

  test('数进没有放假安排的年份：说出是哪一年', () => {
    expect(dates(period(60, 'WD', { extension: 30 }), '2026-09-24')).toEqual(['2026-12-24', '2026-12-24']);
    expect(dates(period(60, 'WD', { extension: 30 }), '2026-09-24', true)).toEqual({
      name: 'CalendarMissing',
      year: 2027,
    });
  });
});

describe('自然日、月、年', () => {
  test.each([
    ['45天', period(45, 'CD', { roll: true, extension: 15 }), false, ['2026-11-24', '2026-11-24']],
    ['延长15天', period(45, 'CD', { roll: true, extension: 15 }), true, ['2026-12-09', '2026-12-09']],
    ['不能延长的，说延长也不变', period(45, 'CD'), true, ['2026-11-24', '2026-11-24']],
  ])('%s', (_title, row, extended, expected) => {
    expect(dates(row, '2026-10-10', extended)).toEqual(expected);
  });

  test('到对应日；没有对应日的到月底', () => {
    expect(dates(period(6, 'M'), '2025-08-31')).toEqual(['2026-02-28', '2026-02-28']);
    expect(dates(period(1, 'Y'), '2024-02-29')).toEqual(['2025-02-28', '2025-02-28']);
  });

  test('最后一天遇周末、遇长假，顺延到下一个工作日', () => {
    const roll = period(15, 'CD', { roll: true });
    expect(dates(roll, '2026-10-16')).toEqual(['2026-10-31', '2026-11-02']);
    expect(dates(roll, '2026-09-20')).toEqual(['2026-10-05', '2026-10-08']);
  });

  test('最后一天是调休上班的周六，不顺延', () => {
    expect(dates(period(12, 'CD', { roll: true }), '2026-09-28')).toEqual(['2026-10-10', '2026-10-10']);
  });

  test('不写顺延的，周六也是最后一天', () => {
    expect(dates(period(15, 'CD'), '2026-10-16')).toEqual(['2026-10-31', '2026-10-31']);
  });

  test('顺延要看的年份没有放假安排：法定最后一日不知道，建议的日子照给', () => {
    const year = deadlineOf(period(1, 'Y', { roll: true }), '2026-09-18', calendar);
    const missing = { ok: true, statutory: null, calendar_missing: 2027, day_type: 'Y' };
    expect(year).toEqual({ ...missing, advised: '2027-09-18' });
    // a Wednesday may be a holiday too
    const wednesday = deadlineOf(period(1, 'Y', { roll: true }), '2026-06-30', calendar);
    expect(wednesday).toEqual({ ...missing, advised: '2027-06-30' });
  });

  test('周末在年底，顺延到明年：要明年的安排', () => {
    const only2022 = { years: calendar.years.filter(({ year }) => year === 2022) };
    // Saturday 2022-12-31
    expect(deadlineOf(period(1, 'CD', { roll: true }), '2022-12-30', only2022)).toMatchObject({
      advised: '2022-12-31',
      statutory: null,
      calendar_missing: 2023,
    });
  });
});

test('往前数：法定的是第几个工作日，建议再早一个工作日', () => {
  expect(dates(period(5, 'WD', { back: true }), '2026-11-10')).toEqual(['2026-11-02', '2026-11-03']);
  expect(dates(period(3, 'WD', { back: true }), '2026-11-10')).toEqual(['2026-11-04', '2026-11-05']);
  expect(dates(period(3, 'WD', { back: true }), '2021-01-06')).toEqual({
    name: 'CalendarMissing',
    year: 2020,
  });
});

test('没有期限的一行就说没有', () => {
  expect(dates({ period: null }, '2026-11-10')).toEqual({ name: 'NoPeriod' });
});

test('不可能的日子不算', () => {
  expect(() => dates(period(5, 'CD'), '2026-02-30')).toThrow(RangeError);
});

describe('任何一天、任何期限', () => {
  const anyDay = fc.integer({ min: dayNumber('2021-06-01'), max: dayNumber('2024-12-01') }).map(isoOf);
  const n = fc.integer({ min: 1, max: 90 });
  const unit = fc.constantFrom<Period['unit']>('WD', 'CD', 'M');
  const onHoliday = (day: string) =>
    calendar.years.some(({ holidays }) => holidays.some(({ from, to }) => from <= day && day <= to));
  const of = (row: { period: Period }, from: string, extended = false) => {
    const result = deadlineOf(row, from, calendar, { extended });
    if (!result.ok || result.statutory === null) throw new Error('outside the calendars');
    return result as { advised: string; statutory: string };
  };

  test('数工作日的、顺延的，最后一天总是工作日，从不在假期里', () => {
    fc.assert(
      fc.property(
        anyDay,
        n,
        fc.constantFrom(period(1, 'WD'), period(1, 'CD', { roll: true })),
        (day, k, row) => {
          const { statutory } = of({ period: { ...row.period, n: k } }, day);
          expect(isWorkDay(calendar, statutory)).toBe(true);
          expect(onHoliday(statutory)).toBe(false);
        },
      ),
    );
  });

  test('从工作日起，往前数是往后数的反过来', () => {
    const workDay = anyDay.filter((day) => isWorkDay(calendar, day));
    fc.assert(
      fc.property(workDay, n, (day, k) => {
        const later = of(period(k, 'WD'), day).statutory;
        expect(of(period(k, 'WD', { back: true }), later).statutory).toBe(day);
        const earlier = of(period(k, 'WD', { back: true }), day).statutory;
        expect(of(period(k, 'WD'), earlier).statutory).toBe(day);
      }),
    );
  });

  test('建议的日子不晚于法定最后一日；往前数的正好早一个工作日', () => {
    fc.assert(
      fc.property(anyDay, n, unit, fc.boolean(), (day, k, u, roll) => {
        const { advised, statutory } = of(period(u === 'M' ? 6 : k, u, roll ? { roll } : {}), day);
        expect(advised <= statutory).toBe(true);
        const back = of(period(k, 'WD', { back: true }), day);
        expect(addWorkDays(calendar, back.advised, 1)).toEqual({ ok: true, day: back.statutory });
      }),
    );
  });

  test('延长只会更晚，从不更早；起点晚，终点不会更早', () => {
    fc.assert(
      fc.property(anyDay, anyDay, n, unit, fc.boolean(), (one, other, k, u, roll) => {
        const row = period(u === 'M' ? 6 : k, u, { extension: 15, ...(roll ? { roll } : {}) });
        expect(of(row, one, true).advised > of(row, one).advised).toBe(true);
        expect(of(row, one, true).statutory >= of(row, one).statutory).toBe(true);
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(of(row, early).statutory <= of(row, late).statutory).toBe(true);
      }),
    );
  });
});
