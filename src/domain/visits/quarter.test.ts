import { dayOfMonth, quarterOf } from '.';

test.each([
  ['2026-01', '2026-01-01', '2026-03-31'],
  ['2026-06', '2026-04-01', '2026-06-30'],
  ['2026-11', '2026-10-01', '2026-12-31'],
  ['2024-02', '2024-01-01', '2024-03-31'],
])('%s在%s到%s这一季', (month, from, to) => {
  expect(quarterOf(month)).toEqual({ from, to });
});

test('每月几日', () => {
  expect(dayOfMonth('2026-11', 5)).toBe('2026-11-05');
});
