import type { SessionLine } from '@/contract/training';
import { clockApart, momentWords, seatsTag, timesText } from './words';

const times = { starts_on: '2026-12-01', ends_on: '2026-12-05', from: '09:00', to: '17:00' };

test('哪天、几点', () => {
  expect(timesText(times)).toBe('12月1日（周二）到12月5日，每天09:00–\u206017:00');
  expect(timesText({ ...times, ends_on: '2026-12-01' })).toBe('12月1日（周二），09:00–\u206017:00');
  expect(momentWords('2026-11-30T16:30:00.000Z')).toBe('12月1日（周二）00:30');
});

test('名额：有、满了排队、截止、取消', () => {
  const session = { state: 'open', can_enrol: true, left: 3, waiting: 0 } as SessionLine;
  expect(seatsTag(session).word).toBe('还有3个名额');
  expect(seatsTag({ ...session, left: 0 }).word).toBe('满了，可以排队');
  expect(seatsTag({ ...session, left: 0, waiting: 7 }).word).toBe('满了，7人排队');
  expect(seatsTag({ ...session, can_enrol: false }).word).toBe('报名截止了');
  expect(seatsTag({ ...session, state: 'cancelled' }).word).toBe('取消了');
});

test('手机的钟差太多才说', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  expect(clockApart('2026-11-22T10:04:00Z', now)).toBeNull();
  expect(clockApart('2026-11-22T11:00:00Z', now)).toBe(60);
  expect(clockApart('2026-11-22T09:00:00Z', now)).toBe(-60);
});
