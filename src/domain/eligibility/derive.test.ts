import { dayNumber } from '../calendar/days';
import { derive, reachedOn, semesterOf, workRegion } from './derive';

describe('由别的事实推出来的事实', () => {
  test('直接给的值优先', () => {
    const facts = derive({ stable_since: '2023-01-10', stable_months: 1 }, '2023-04-10');
    expect(facts.stable_months).toBe(1);
  });

  test('不知道的推不出来', () => {
    expect(derive({ stable_since: null }, '2023-04-10').stable_months).toBeUndefined();
  });

  test('上次领补助：同一个自然年才算今年领过（A3）', () => {
    const facts = derive({ transport_last_paid_on: '2022-12-20' }, '2023-04-10');
    expect(facts.transport_paid_this_year).toBe(false);
    expect(facts.transport_paid_within_12_months).toBe(true);
    expect(derive({ transport_last_paid_on: '2023-01-01' }, '2023-04-10').transport_paid_this_year).toBe(
      true,
    );
    expect(
      derive({ transport_last_paid_on: '2022-04-10' }, '2023-04-10').transport_paid_within_12_months,
    ).toBe(false);
  });

  test.each([
    ['360425', '360425', 'same_county'],
    ['360425', '360421', 'other_county_same_province'],
    ['360425', '330100', 'other_province'],
    ['500242', '500101', 'other_county_same_province'],
    ['500000', '500101', null],
    ['500242', '810000', null],
    ['500000', '330106', 'other_province'],
  ])('台账 %s、务工 %s → %s', (home, work, region) => {
    expect(workRegion(home, work)).toBe(region);
  });

  test.each([
    ['2023-02-01', '2023S'],
    ['2023-07-31', '2023S'],
    ['2023-08-01', null],
    ['2023-08-31', null],
    ['2023-09-01', '2023A'],
    ['2024-01-31', '2023A'],
  ])('%s 属于学期 %s', (day, semester) => {
    expect(semesterOf(dayNumber(day))).toBe(semester);
  });

  test('还差多久：满三个月的日子、明年一月一日', () => {
    expect(reachedOn('stable_months', 3, { stable_since: '2023-01-10' }, '2023-03-18')).toBe('2023-04-10');
    expect(reachedOn('transport_paid_this_year', false, {}, '2023-03-18')).toBe('2024-01-01');
    expect(reachedOn('stable_months', 3, { stable_months: 2 }, '2023-03-18')).toBeNull();
  });

  test('年龄按周岁', () => {
    expect(derive({ birth_date: '2009-11-22' }, '2026-11-21').age).toBe(16);
    expect(derive({ birth_date: '2009-11-21' }, '2026-11-21').age).toBe(17);
  });
});
