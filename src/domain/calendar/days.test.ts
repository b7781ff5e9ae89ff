import { addMonths, dayNumber, isoOf, parseDay, wholeMonths } from './days';

const months = (from: string, to: string) => wholeMonths(dayNumber(from), dayNumber(to));

describe('日历上的天和月', () => {
  test.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-4-1', '20230401', '', '0000-01-01'])(
    '%s 不是一天',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test('日期和天数来回不变', () => {
    for (const iso of ['1970-01-01', '2000-02-29', '2023-04-20', '2099-12-31'])
      expect(isoOf(dayNumber(iso))).toBe(iso);
  });

  test('按对应日满月；没有对应日的按当月最后一天（A4）', () => {
    expect(months('2023-01-10', '2023-04-10')).toBe(3);
    expect(months('2023-01-10', '2023-04-09')).toBe(2);
    expect(months('2022-11-30', '2023-02-28')).toBe(3);
    expect(months('2022-11-30', '2023-02-27')).toBe(2);
    expect(months('2023-08-31', '2023-11-30')).toBe(3);
    expect(months('2023-11-30', '2024-02-29')).toBe(3);
  });

  test('起始日在后，算 0 个月', () => {
    expect(months('2023-05-01', '2023-04-20')).toBe(0);
  });

  test('闰年2月29日加一年是2月28日', () => {
    expect(isoOf(addMonths(dayNumber('2024-02-29'), 12))).toBe('2025-02-28');
  });
});
