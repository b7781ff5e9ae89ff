import { contractProblems, endsSoon, isTooLong, longestTerm } from './index';

const TERM = { months: 12, document: 'd', item: '（八）', quote: 'q' };

test('一年正好不算长，多一天就提醒', () => {
  expect(isTooLong('2026-03-01', '2027-02-28', TERM)).toBe(false);
  expect(isTooLong('2026-03-01', '2027-03-01', TERM)).toBe(false);
  expect(isTooLong('2026-03-01', '2027-03-02', TERM)).toBe(true);
});

test('文件没有写的，不编一个期限', () => {
  expect(longestTerm({ benefits: [] })).toBeNull();
});

test('合同的日子', () => {
  const at = (starts_on: string, ends_on: string) =>
    contractProblems({ starts_on, ends_on }).map((one) => one.at);
  expect(at('2026-01-01', '2026-12-31')).toEqual([]);
  expect(at('2026-01-01', '2025-12-31')).toEqual(['ends_on']);
  expect(at('2026-02-30', '2026-12-31')).toEqual(['starts_on']);
  expect(at('2026-01-01', '2226-01-01')).toEqual(['ends_on']);
  expect(endsSoon('2026-12-22', '2026-11-22')).toBe(true);
  expect(endsSoon('2026-12-23', '2026-11-22')).toBe(false);
  expect(endsSoon('2026-11-21', '2026-11-22')).toBe(false);
});
