import fc from 'fast-check';
import {
  aheadOf,
  dayAt,
  ENROLMENT_STATES,
  type EnrolmentState,
  enrolCan,
  enrolmentCan,
  isEvening,
  momentOf,
  nextOf,
  offerUntil,
  overlaps,
  type SessionDraft,
  sessionProblems,
} from './index';

const NOW = momentOf('2026-11-22', '10:00');
const draft: SessionDraft = {
  kind: 'skills',
  trade: 'electric',
  title: '样例电工班',
  provider: '样例培训学校',
  county: '500242',
  town: null,
  address: '样例路1号',
  starts_on: '2026-12-01',
  ends_on: '2026-12-05',
  from: '09:00',
  to: '17:00',
  capacity: 50,
  enrol_on: '2026-11-30',
  enrol_at: '18:00',
};
const at = (change: Partial<SessionDraft>, taken = 0) =>
  sessionProblems({ ...draft, ...change }, NOW, taken).map(({ at: field }) => field);

describe('发布一个班', () => {
  test('好的班没有问题', () => expect(at({})).toEqual([]));
  test.each<[string, Partial<SessionDraft>, string[]]>([
    ['开班已经过了', { starts_on: '2026-11-21', enrol_on: '2026-11-21' }, ['starts_on', 'enrol_on']],
    ['结束在开班以前', { ends_on: '2026-11-30' }, ['ends_on']],
    ['下课在上课以前', { to: '08:00' }, ['to']],
    ['没有名额', { capacity: 0 }, ['capacity']],
    ['十万个名额', { capacity: 100_000 }, ['capacity']],
    ['半个人', { capacity: 1.5 }, ['capacity']],
    ['开班以后才截止', { enrol_on: '2026-12-02' }, ['enrol_on']],
    ['截止已经过了', { enrol_on: '2026-11-22', enrol_at: '09:59' }, ['enrol_on']],
    ['没有这一天', { starts_on: '2026-02-30' }, ['starts_on']],
    ['没有这个钟点', { from: '25:00' }, ['from']],
    ['年份写错了', { starts_on: '2036-12-01', ends_on: '2036-12-05' }, ['starts_on']],
  ])('%s', (_, change, fields) => expect(at(change)).toEqual(fields));
  test('名额不能少于已经占的', () => {
    expect(at({ capacity: 10 }, 11)).toEqual(['capacity']);
    expect(at({ capacity: 11 }, 11)).toEqual([]);
  });
});

test('同一天同一个钟点才算撞上', () => {
  expect(overlaps(draft, { ...draft, starts_on: '2026-12-05', ends_on: '2026-12-09' })).toBe(true);
  expect(overlaps(draft, { ...draft, starts_on: '2026-12-06', ends_on: '2026-12-09' })).toBe(false);
  expect(overlaps(draft, { ...draft, from: '18:00', to: '20:00' })).toBe(false);
  expect(overlaps(draft, { ...draft, from: '17:00', to: '20:00' })).toBe(false);
  expect(isEvening({ from: '18:00' })).toBe(true);
  expect(isEvening({ from: '17:59' })).toBe(false);
});

describe('名额留到什么时候', () => {
  const START = momentOf('2026-12-01', '09:00');
  const until = (day: string, time: string, start = START) => offerUntil(momentOf(day, time), start);
  test.each([
    ['白天给一天', '2026-11-22', '10:00', '2026-11-23', '10:00'],
    ['夜里到期的，留到中午', '2026-11-22', '22:30', '2026-11-24', '12:00'],
    ['凌晨到期的，留到中午', '2026-11-23', '03:00', '2026-11-24', '12:00'],
    ['早上九点以前', '2026-11-22', '08:59', '2026-11-23', '12:00'],
    ['不会超过开班', '2026-11-30', '20:00', '2026-12-01', '09:00'],
  ])('%s', (_, day, time, endDay, endTime) => {
    expect(until(day, time)).toBe(momentOf(endDay, endTime));
  });
  test('开了班就不再让位', () => expect(until('2026-12-01', '09:00')).toBeNull());
  test('总是白天到期，至少一天，除非开班了', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: NOW + 40 * 86_400_000 }), (now) => {
        const end = offerUntil(now, Number.MAX_SAFE_INTEGER) as number;
        expect(end - now).toBeGreaterThanOrEqual(86_400_000);
        const time = new Date(end + 8 * 3_600_000).toISOString().slice(11, 16);
        expect(time >= '09:00' && time < '21:00').toBe(true);
      }),
    );
  });
  test('日期按中国的钟', () => expect(dayAt(momentOf('2026-11-22', '00:30'))).toBe('2026-11-22'));
});

describe('一次报名能做什么', () => {
  const ground = {
    session: 'open',
    now: NOW,
    starts_at: NOW + 1000,
    ends_at: NOW + 2000,
    offer_until: null,
  } as const;
  const can = (state: EnrolmentState, step: Parameters<typeof enrolmentCan>[1], over = {}) =>
    enrolmentCan(state, step, { ...ground, ...over }).ok;
  test('取消：开班以前，还没取消', () => {
    for (const state of ['enrolled', 'waiting', 'offered', 'confirmed'] as const) {
      expect(can(state, 'cancel')).toBe(true);
      expect(can(state, 'cancel', { now: ground.starts_at })).toBe(false);
    }
    expect(can('cancelled', 'cancel')).toBe(false);
    expect(can('expired', 'cancel')).toBe(false);
  });
  test('确认：只有让给我的名额，到点为止', () => {
    expect(can('offered', 'confirm', { offer_until: NOW + 1 })).toBe(true);
    expect(can('offered', 'confirm', { offer_until: NOW })).toBe(false);
    expect(can('waiting', 'confirm', { offer_until: NOW + 1 })).toBe(false);
    expect(can('confirmed', 'confirm', { offer_until: NOW + 1 })).toBe(false);
  });
  test('签到、结业：报上的人才行，签过到才结业', () => {
    expect(can('enrolled', 'attend')).toBe(true);
    expect(can('waiting', 'attend')).toBe(false);
    expect(can('enrolled', 'certify')).toBe(false);
    expect(can('attended', 'certify')).toBe(true);
    expect(can('certified', 'certify')).toBe(false);
    expect(can('enrolled', 'miss')).toBe(false);
    expect(can('enrolled', 'miss', { now: ground.ends_at })).toBe(true);
    expect(can('attended', 'miss', { now: ground.ends_at })).toBe(false);
  });
  test('班取消了，什么都不能做', () => {
    for (const state of Object.keys(ENROLMENT_STATES) as EnrolmentState[])
      for (const step of ['cancel', 'confirm', 'attend', 'miss', 'certify'] as const)
        expect(can(state, step, { session: 'cancelled', offer_until: NOW + 1 })).toBe(false);
  });
  test('报名：开放着，没有截止', () => {
    expect(enrolCan({ state: 'open', now: NOW, enrol_until: NOW + 1 }).ok).toBe(true);
    expect(enrolCan({ state: 'open', now: NOW, enrol_until: NOW }).ok).toBe(false);
    expect(enrolCan({ state: 'proposed', now: NOW, enrol_until: NOW + 1 }).ok).toBe(false);
    expect(enrolCan({ state: 'cancelled', now: NOW, enrol_until: NOW + 1 }).ok).toBe(false);
  });
});

test('排队：优先的在前，同样的看先后，谁也不被跳过', () => {
  const one = fc.record({ rank: fc.constantFrom(0, 1), seq: fc.nat(10_000), id: fc.uuid() });
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { selector: ({ seq }) => seq, maxLength: 30 }),
      fc.nat(40),
      (all, seats) => {
        const next = nextOf(all, seats);
        expect(next).toHaveLength(Math.min(all.length, seats));
        expect(next.map((who) => aheadOf(all, who))).toEqual(next.map((_, index) => index));
      },
    ),
  );
});
