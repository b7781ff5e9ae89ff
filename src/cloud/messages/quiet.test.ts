import { quietUntil } from './quiet';

const night = { quietFrom: 21, quietTo: 8 };
const until = (at: string, hours = night) => quietUntil(new Date(at), hours)?.toISOString() ?? null;

test.each([
  ['2026-11-22T12:59:00Z', null],
  ['2026-11-22T13:00:00Z', '2026-11-23T00:00:00.000Z'],
  ['2026-11-22T15:59:59Z', '2026-11-23T00:00:00.000Z'],
  ['2026-11-22T16:00:00Z', '2026-11-23T00:00:00.000Z'],
  ['2026-11-22T23:59:59Z', '2026-11-23T00:00:00.000Z'],
  ['2026-11-23T00:00:00Z', null],
])('晚上九点到早上八点不打扰：%s', (at, end) => {
  expect(until(at)).toBe(end);
});

test('中午不打扰，只到那个钟点；两个钟点一样，就是随时可以', () => {
  expect(until('2026-11-22T05:30:00Z', { quietFrom: 12, quietTo: 14 })).toBe('2026-11-22T06:00:00.000Z');
  expect(until('2026-11-22T06:00:00Z', { quietFrom: 12, quietTo: 14 })).toBeNull();
  expect(until('2026-11-22T18:00:00Z', { quietFrom: 8, quietTo: 8 })).toBeNull();
});
