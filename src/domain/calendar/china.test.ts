import { chinaClock, chinaMidnight, dayInChina, hourInChina } from './china';

test.each([
  ['2026-11-21T15:59:59.999Z', '2026-11-21', 23],
  ['2026-11-21T16:00:00.000Z', '2026-11-22', 0],
  ['2026-12-31T16:00:00.000Z', '2027-01-01', 0],
  ['2028-02-28T16:00:00.000Z', '2028-02-29', 0],
  ['2026-11-22T00:00:00.000Z', '2026-11-22', 8],
])('%s 在中国是 %s，%i 点', (iso, day, hour) => {
  for (const moment of [new Date(iso), Date.parse(iso)]) {
    expect(dayInChina(moment)).toBe(day);
    expect(hourInChina(moment)).toBe(hour);
  }
});

test('零点就是那天的第一刻，前一毫秒还是前一天', () => {
  const midnight = chinaMidnight('2026-11-22');
  expect(midnight.toISOString()).toBe('2026-11-21T16:00:00.000Z');
  expect(dayInChina(midnight)).toBe('2026-11-22');
  expect(dayInChina(midnight.getTime() - 1)).toBe('2026-11-21');
});

test('钟上的时间；不是时间的不猜', () => {
  expect(chinaClock(Date.parse('2026-05-04T10:03:05Z'))).toBe('2026-05-04T18:03:05.000');
  expect(() => chinaClock(Number.NaN)).toThrow(RangeError);
});
