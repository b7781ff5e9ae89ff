import { dayText } from './day-text';
import { comeCan, endOf, gatheringProblems, joinCan, leaveCan, startOf } from './gathering';
import { announceCan, QUEUE_FULL, QUEUE_MOST } from './most';
import { type AgreedTerms, hashedText, partyWords, type RecordRow, standingOf, termsProblems } from './terms';

const NOW = Date.parse('2026-11-22T01:00:00Z');
const DRAFT = {
  ...{ day: '2026-11-25', from: '07:30', to: '17:30' },
  ...{ people: 3, pay_fen: 15_000, pay_unit: 'day' as const },
  ...{ work: '样例摘辣椒', town: '样例板溪镇', village: null, address: '样例地头' },
  ...{ paid: '当天给', bring: null, route: null },
};
const wrong = (over: object) => gatheringProblems({ ...DRAFT, ...over }, NOW).map(({ at }) => at);

test('什么不能发布', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ day: '2026-02-30' })).toEqual(['day']);
  expect(wrong({ day: '2026-11-22', from: '08:00' })).toEqual(['day']);
  expect(wrong({ day: '2027-11-22' })).toEqual(['day']);
  expect(wrong({ from: '7点' })).toEqual(['from']);
  expect(wrong({ to: '07:30' })).toEqual(['to']);
  expect(wrong({ pay_fen: 0 })).toEqual(['pay_fen']);
  expect(wrong({ pay_fen: 100_000_000 })).toEqual(['pay_fen']);
  expect(wrong({ people: 0 })).toEqual(['people']);
  expect(wrong({ people: 10_000 })).toEqual(['people']);
});

test('身份证号、银行卡号不能写；电话、日期、数量可以', () => {
  for (const said of [
    '500242196606069993',
    '５００２４２１９６６０６０６９９９Ｘ',
    '卡号 6217 0000 1000 1234 567',
    '500242-19660606-9993',
  ])
    for (const at of ['work', 'address', 'paid', 'bring', 'route', 'village', 'town'])
      expect([said, at, wrong({ [at]: said })]).toEqual([said, at, [at]]);
  for (const said of [
    '打13800001111，或者 023-12345678',
    '2026-12-01 13800001111',
    '13800001111 13900002222',
    '摘3000斤',
  ])
    expect([said, wrong({ route: said })]).toEqual([said, []]);
});

test('没有人核实过的，同时、一天都有个数，说清楚怎么办', () => {
  expect(announceCan('person', 2).ok).toBe(true);
  expect(announceCan('person', 3)).toMatchObject({ ok: false, why: expect.stringMatching(/最多3个.*取消/) });
  expect(announceCan('unit', 3).ok).toBe(true);
  expect(announceCan('unit', 5).ok).toBe(false);
});

test('干到第二天早上', () => {
  const night = { day: '2026-11-25', from: '20:00', to: '02:00' };
  expect(endOf(night) - startOf(night)).toBe(6 * 3_600_000);
});

test('开工以后不能报、不能退', () => {
  const ground = {
    ...{ state: 'open' as const, shown: true, now: NOW, starts_at: NOW + 1, ends_at: NOW + 9, waiting: 0 },
  };
  expect(joinCan(ground).ok).toBe(true);
  expect(joinCan({ ...ground, shown: false }).ok).toBe(false);
  expect(joinCan({ ...ground, waiting: QUEUE_MOST - 1 }).ok).toBe(true);
  expect(joinCan({ ...ground, waiting: QUEUE_MOST })).toEqual({ ok: false, why: QUEUE_FULL });
  expect(joinCan({ ...ground, starts_at: NOW }).ok).toBe(false);
  expect(joinCan({ ...ground, state: 'cancelled' }).ok).toBe(false);
  expect(leaveCan('joined', ground).ok).toBe(true);
  expect(leaveCan('joined', { ...ground, starts_at: NOW }).ok).toBe(false);
  // ticked before it began: whoever is not there can still go
  expect(leaveCan('came', ground).ok).toBe(true);
  expect(leaveCan('came', { ...ground, starts_at: NOW })).toMatchObject({
    why: expect.stringMatching(/签到/),
  });
});

test('签到从开工前一小时起，收工以后十二小时止；晚送到的，一星期以内', () => {
  const hour = 3_600_000;
  const night = { day: '2026-11-25', from: '23:50', to: '06:00' };
  const span = { starts_at: startOf(night), ends_at: endOf(night) };
  const can = (at: number, now = at) => comeCan('joined', 'open', at, span, now).ok;
  // the first second of the same calendar day
  expect(can(Date.parse('2026-11-25T00:00:01+08:00'))).toBe(false);
  expect([can(span.starts_at - hour - 1), can(span.starts_at - hour)]).toEqual([false, true]);
  expect([can(span.ends_at + 12 * hour), can(span.ends_at + 12 * hour + 1)]).toEqual([true, false]);
  const week = 7 * 24 * hour;
  expect([can(span.starts_at, span.ends_at + week), can(span.starts_at, span.ends_at + week + 1)]).toEqual([
    true,
    false,
  ]);
  expect(comeCan('waiting', 'open', span.starts_at, span).ok).toBe(false);
  expect(comeCan('joined', 'cancelled', span.starts_at, span).ok).toBe(false);
});

const TERMS: AgreedTerms = {
  ...{ employer: '样例甲', employer_phone: null, worker: '样例乙', worker_phone: null },
  ...{ place: '样例地', day: '2026-11-25', from: '07:30', to: '17:30', work: '样例活' },
  ...{ pay_fen: 15_000, pay_unit: 'day', paid: '当天给' },
  known: { employer: 'office', employer_phone: 'typed', worker: 'typed', worker_phone: 'login' },
};
const row = (over: Partial<RecordRow>): RecordRow => ({
  ...{ seq: 1, kind: 'terms', side: 'organiser', about: 1, at: '2026-11-22T01:00:00.000Z', terms: TERMS },
  ...over,
});
const tap = (seq: number, side: RecordRow['side'], about: number) =>
  row({ seq, side, about, kind: 'tap', terms: null, at: `2026-11-22T01:00:0${seq}.000Z` });

test('改过一次，先前点的不算；两边都点了现在写的才算', () => {
  const before = [row({}), tap(2, 'organiser', 1)];
  expect(standingOf(before)).toMatchObject({ taps: { worker: null }, agreed_at: null });
  const changed = [...before, row({ seq: 3, about: 3, side: 'worker' })];
  expect(standingOf(changed).taps).toEqual({ organiser: null, worker: null });
  const agreed = [...changed, tap(4, 'worker', 3), tap(5, 'organiser', 3)];
  expect(standingOf(agreed).agreed_at).toBe('2026-11-22T01:00:05.000Z');
});

test('改一个字，校验的内容就不一样', () => {
  const text = (terms: AgreedTerms) => hashedText('0', 'record', row({ terms }));
  for (const key of Object.keys(TERMS) as (keyof AgreedTerms)[])
    expect([key, text({ ...TERMS, [key]: 'x' } as AgreedTerms)]).not.toEqual([key, text(TERMS)]);
  const { known, ...before } = TERMS;
  // what was written before it was kept who says so has the hash it had
  expect(text(before)).toBe(text({ ...TERMS, known: undefined } as unknown as AgreedTerms));
  expect(text(before)).not.toContain('office');
  expect(text({ ...TERMS, known: { ...known, worker: 'register' } as typeof known })).not.toBe(text(TERMS));
  expect(partyWords(TERMS, 'worker')).toBe('样例乙（本人填写，没有核对）');
  expect(partyWords({ ...before, worker_phone: '13800000000' }, 'worker')).toBe(
    '样例乙（本人填写，没有核对），电话13800000000（本人填写，没有核对）',
  );
  expect(termsProblems({ ...TERMS, paid: ' ' }).map(({ at }) => at)).toEqual(['paid']);
});

test('哪天：和页面上一样写，不是一串数字', () => {
  expect(dayText('2026-11-26')).toBe('11月26日（周四）');
  expect(dayText('2028-02-29')).toBe('2月29日（周二）');
  expect(dayText('2026-11-22')).toBe('11月22日（周日）');
});
