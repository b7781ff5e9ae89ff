import { daysOf } from './period';

test.each([
  ['month', '2026-11-22', '2026-11-01'],
  ['quarter', '2026-11-22', '2026-09-01'],
  ['quarter', '2026-01-31', '2025-11-01'],
  ['year', '2026-11-22', '2026-01-01'],
] as const)('%s 到 %s，从 %s 算', (period, to, from) => {
  expect(daysOf(period, to)).toEqual({ from, to });
});
