import fc from 'fast-check';
import { dayNumber, isoOf } from './days';
import {
  addWorkDays,
  backWorkDays,
  CalendarMissing,
  type DayResult,
  isWeekend,
  isWorkDay,
  type WorkCalendar,
  workDaysLeft,
} from './work-days';

const notice = { number: null, title: '样例通知', issued_on: '2025-11-04' };

/** 2025 and 2026 as far as the cases need them; 2027 is not there. */
const calendar: WorkCalendar = {
  years: [
    {
      year: 2025,
      notice,
      holidays: [{ name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' }],
      work_days: ['2025-09-28', '2025-10-11'],
    },
    {
      year: 2026,
      notice,
      holidays: [
        { name: '元旦', from: '2025-12-31', to: '2026-01-02' },
        { name: '春节', from: '2026-02-15', to: '2026-02-23' },
        { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
      ],
      work_days: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'],
    },
  ],
};
const holidays = calendar.years.flatMap((year) => year.holidays);

const dayOf = (result: DayResult) => {
  if (!result.ok) throw new CalendarMissing(result.missing);
  return result.day;
};
const add = (from: string, n: number) => dayOf(addWorkDays(calendar, from, n));
const back = (from: string, n: number) => dayOf(backWorkDays(calendar, from, n));

test.each([
  ['平常的周五', '2026-03-06', true],
  ['平常的周六', '2026-03-07', false],
  ['春节里的周三', '2026-02-18', false],
  ['春节前调休上班的周六', '2026-02-14', true],
  ['春节里的周六', '2026-02-21', false],
  ['元旦假期从上一年年底开始', '2025-12-31', false],
])('%s', (_title, day, work) => {
  expect(isWorkDay(calendar, day)).toBe(work);
});

describe('往后数', () => {
  test.each([
    ['从第二天数起，跳过周末', '2026-03-05', 3, '2026-03-10'],
    ['起点是周末也从第二天数起', '2026-03-07', 1, '2026-03-09'],
    ['跳过春节，算上两个调休上班日', '2026-02-13', 3, '2026-02-25'],
    ['跳过国庆，10月10日周六算一天', '2026-09-30', 3, '2026-10-10'],
    ['跨年', '2025-12-30', 1, '2026-01-04'],
    ['0 天就是当天', '2026-03-07', 0, '2026-03-07'],
  ])('%s', (_title, from, n, expected) => {
    expect(add(from, n)).toBe(expected);
  });
});

describe('往前数', () => {
  test.each([
    ['前一天是第1天（开庭五日前）', '2026-11-10', 5, '2026-11-03'],
    ['跳过国庆', '2026-10-09', 2, '2026-09-30'],
    ['算上调休上班日', '2026-10-12', 1, '2026-10-10'],
  ])('%s', (_title, from, n, expected) => {
    expect(back(from, n)).toBe(expected);
  });
});

describe('还剩几个工作日', () => {
  test.each([
    ['期限当天还剩 0 个', '2026-03-10', '2026-03-10', 0],
    ['周四到下周二 3 个', '2026-03-05', '2026-03-10', 3],
    ['过了 3 个是 −3', '2026-03-10', '2026-03-05', -3],
    ['周六过了周五的期限：还没有误工作日', '2026-03-07', '2026-03-06', 0],
  ])('%s', (_title, from, to, days) => {
    expect(workDaysLeft(calendar, from, to)).toEqual({ ok: true, days });
  });
});

describe('没有放假安排的年份，说出是哪一年', () => {
  const missing = (year: number) => ({ ok: false, missing: year });

  test('往后、往前、剩余都不猜', () => {
    expect(addWorkDays(calendar, '2026-12-30', 1)).toEqual({ ok: true, day: '2026-12-31' });
    expect(addWorkDays(calendar, '2026-12-30', 2)).toEqual(missing(2027));
    expect(backWorkDays(calendar, '2025-01-02', 1)).toEqual({ ok: true, day: '2025-01-01' });
    expect(backWorkDays(calendar, '2025-01-02', 2)).toEqual(missing(2024));
    expect(workDaysLeft(calendar, '2026-12-30', '2027-01-05')).toEqual(missing(2027));
    expect(workDaysLeft(calendar, '2027-01-05', '2026-12-30')).toEqual(missing(2027));
  });

  test('中间缺一年也一样', () => {
    const gap = { years: calendar.years.filter(({ year }) => year !== 2026).concat(year(2027)) };
    expect(addWorkDays(gap, '2025-12-30', 300)).toEqual(missing(2026));
    expect(workDaysLeft(gap, '2025-12-30', '2027-01-04')).toEqual(missing(2026));
  });

  test('假期伸进来一天，不等于那一年有了安排', () => {
    const only2026 = { years: calendar.years.filter(({ year }) => year === 2026) };
    expect(backWorkDays(only2026, '2026-01-04', 1)).toEqual(missing(2025));
  });

  test('问某一天是不是工作日，直接报错', () => {
    const ask = () => isWorkDay(calendar, '2027-01-04');
    expect(ask).toThrow(CalendarMissing);
    expect(ask).toThrow(expect.objectContaining({ year: 2027 }));
  });

  const year = (value: number) => ({ year: value, notice, holidays: [], work_days: [] });
});

test.each([-1, 1.5, Number.NaN])('%s 不是天数', (n) => {
  expect(() => addWorkDays(calendar, '2026-03-05', n)).toThrow(RangeError);
});

describe('任何一天、任何天数', () => {
  // far enough from the ends for 40 working days either way
  const anyDay = fc.integer({ min: dayNumber('2025-04-01'), max: dayNumber('2026-09-01') }).map(isoOf);
  const workDay = anyDay.filter((day) => isWorkDay(calendar, day));
  const days = fc.integer({ min: 0, max: 40 });

  test('工作日从不在假期里；在周末就一定是调休上班日', () => {
    fc.assert(
      fc.property(workDay, (day) => {
        const makeUp = calendar.years.some(({ work_days }) => work_days.includes(day));
        expect(holidays.some(({ from, to }) => from <= day && day <= to)).toBe(false);
        expect(isWeekend(dayNumber(day))).toBe(makeUp);
      }),
    );
  });

  test('数出来的一天总是工作日', () => {
    fc.assert(
      fc.property(anyDay, days, (day, n) => {
        expect(isWorkDay(calendar, add(day, n + 1))).toBe(true);
        expect(isWorkDay(calendar, back(day, n + 1))).toBe(true);
      }),
    );
  });

  test('从工作日起，往后再往前回到原处，反过来也是', () => {
    fc.assert(
      fc.property(workDay, days, (day, n) => {
        expect(back(add(day, n), n)).toBe(day);
        expect(add(back(day, n), n)).toBe(day);
      }),
    );
  });

  test('起点晚不会让终点早，多一天就一定晚', () => {
    fc.assert(
      fc.property(anyDay, anyDay, days, (one, other, n) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(add(early, n) <= add(late, n)).toBe(true);
        expect(back(early, n) <= back(late, n)).toBe(true);
        expect(add(one, n) < add(one, n + 1)).toBe(true);
        expect(back(one, n) > back(one, n + 1)).toBe(true);
      }),
    );
  });

  test('到期还剩的天数就是数过来的天数，倒过来是负的', () => {
    fc.assert(
      fc.property(anyDay, days, (day, n) => {
        const last = add(day, n);
        expect(workDaysLeft(calendar, day, last)).toEqual({ ok: true, days: n });
        expect(workDaysLeft(calendar, last, day)).toEqual({ ok: true, days: n === 0 ? 0 : -n });
      }),
    );
  });

  test('数进没有安排的年份，一律拒绝，不多给一天', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (day, n) => {
        const left = workDaysLeft(calendar, day, '2026-12-31');
        if (!left.ok) throw new CalendarMissing(left.missing);
        const result = addWorkDays(calendar, day, n);
        if (n > left.days) expect(result).toEqual({ ok: false, missing: 2027 });
        else expect(result.ok && result.day <= '2026-12-31').toBe(true);
      }),
    );
  });
});
