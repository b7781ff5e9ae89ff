import fc from 'fast-check';
import { judge } from './judge';
import { endOfDayInChina, isCodePayload, payloadOf } from './payload';

const at = (iso: string) => Date.parse(iso) / 1000;
const content = { reference: 'AAECAwQFBgcICQoLDA0ODw', targetGroup: true, county: '500242' };
const made = at('2026-11-21T10:32:00+08:00');
const payload = payloadOf({ ...content, now: made });

describe('码的内容', () => {
  test('只有引用、对象标志、区县、起止时间', () => {
    expect(payload).toEqual({
      r: 'AAECAwQFBgcICQoLDA0ODw',
      t: 1,
      c: '500242',
      i: made,
      e: at('2026-11-22T00:00:00+08:00'),
    });
    expect(payloadOf({ ...content, targetGroup: false, now: made }).t).toBe(0);
  });

  test.each([
    ['2026-11-21T00:00:00+08:00', '2026-11-22T00:00:00+08:00'],
    ['2026-11-21T23:59:59+08:00', '2026-11-22T00:00:00+08:00'],
    ['2026-11-21T15:59:59Z', '2026-11-22T00:00:00+08:00'],
    ['2026-11-21T16:00:00Z', '2026-11-23T00:00:00+08:00'],
  ])('%s 所在的一天到 %s 为止', (time, end) => {
    expect(endOfDayInChina(at(time))).toBe(at(end));
  });

  test.each([
    { reference: 'short' },
    { reference: '张三张三张三张三张三张三张三张三张三张三张三' },
    { county: '50024' },
    { county: 'liangjiang' },
    { now: Number.NaN },
  ])('%j 做不成码', (wrong) => {
    expect(() => payloadOf({ ...content, now: made, ...wrong })).toThrow(RangeError);
  });

  test('多一项、少一项、超过一天的都不认', () => {
    const { c: _, ...without } = payload;
    expect(isCodePayload(payload)).toBe(true);
    expect(isCodePayload({ ...payload, name: '张三' })).toBe(false);
    expect(isCodePayload(without)).toBe(false);
    expect(isCodePayload({ ...payload, e: payload.e + 86_400 })).toBe(false);
    expect(isCodePayload({ ...payload, t: 2 })).toBe(false);
    expect(isCodePayload(null)).toBe(false);
  });
});

describe('什么时候的码', () => {
  test.each([
    [0, 'fresh'],
    [90, 'fresh'],
    [91, 'older_today'],
    [-120, 'fresh'],
    [-121, 'not_yet'],
    [3600, 'older_today'], // a clock an hour ahead
    [-3600, 'not_yet'], // and an hour behind
    [payload.e - made - 1, 'older_today'],
    [payload.e - made, 'expired'],
    [86_400, 'expired'],
  ])('做好 %i 秒以后：%s', (seconds, age) => {
    expect(judge(payload, made + seconds)).toBe(age);
  });

  test('多久算新由用的人定', () => {
    expect(judge(payload, made + 300, { freshSeconds: 300 })).toBe('fresh');
  });

  test('每个时刻都恰有一个说法，先后不乱', () => {
    const order = ['not_yet', 'fresh', 'older_today', 'expired'];
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 90_000 }), fc.nat(10_000), (from, later) => {
        const before = order.indexOf(judge(payload, made + from));
        expect(order.indexOf(judge(payload, made + from + later))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
