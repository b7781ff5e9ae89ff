import type { CaseEvent } from '../cases/case';
import { correctedIn, recordedIn, shiftOf } from '../cases/milestones';
import type { Service } from '../cases/service';
import { completeOf } from './complete';
import { employerKey, monthsMeet } from './employer';
import { hearingProblem } from './hearing';
import { momentsOf } from './moments';

const NOTICE = { period: { n: 5, unit: 'WD', back: true } } as const;
const POSTPONE = { period: { n: 3, unit: 'WD', back: true } } as const;
/** November 2026 has no holidays; 2027 is not out yet. */
const calendar = {
  years: [
    { year: 2026, notice: { number: null, title: '', issued_on: '2025-11-01' }, holidays: [], work_days: [] },
  ],
};
const ask = { calendar, notice: NOTICE, postpone: POSTPONE, today: '2026-11-02' };

describe('开庭的日子', () => {
  test('周二开庭，提前五个工作日是上周二：那天还能通知，第二天要写理由', () => {
    expect(hearingProblem({ ...ask, on: '2026-11-10', today: '2026-11-03' })).toBeNull();
    const late = { ...ask, on: '2026-11-10', today: '2026-11-04' };
    expect(hearingProblem(late)).toMatchObject({
      kind: 'confirm',
      message: expect.stringMatching('2026-11-03'),
    });
    expect(hearingProblem({ ...late, confirmed: '双方同意' })).toBeNull();
  });
  test('开过的照实登记；放假安排没公布的说出哪一年', () => {
    expect(hearingProblem({ ...ask, on: '2026-11-02' })).toBeNull();
    expect(hearingProblem({ ...ask, on: '2027-01-06' })).toMatchObject({
      kind: 'confirm',
      message: expect.stringMatching('2027年'),
    });
  });
  test('延期要在三个工作日以前提出；晚了不行，写理由也不行', () => {
    const moved = { ...ask, on: '2026-11-24', before: '2026-11-10', today: '2026-11-09' };
    expect(hearingProblem({ ...moved, asked_on: '2026-11-05' })).toBeNull();
    expect(hearingProblem({ ...moved, asked_on: '2026-11-06', confirmed: '生病' })).toMatchObject({
      kind: 'refuse',
      path: 'asked_on',
    });
  });
});

test('同一家单位的几种写法是一家；只剩一个字的不算', () => {
  const key = employerKey('重庆样例建筑（集团）有限公司');
  expect(key).not.toBeNull();
  expect(employerKey(' 重庆 样例建筑(集团)有限责任公司')).toBe(key);
  expect(employerKey('重庆样例建材（集团）有限公司')).not.toBe(key);
  for (const none of ['', '甲', '有限公司', null, undefined, 3]) expect(employerKey(none)).toBeNull();
});

test('月份有没有重叠；不知道的算可能', () => {
  const summer = { from: '2026-06', to: '2026-08' };
  expect(monthsMeet(summer, { from: '2026-08', to: '2026-09' })).toBe(true);
  expect(monthsMeet(summer, { from: '2026-09', to: '2026-10' })).toBe(false);
  expect(monthsMeet(summer, { from: null, to: null })).toBe(true);
});

const service = {
  regions: { '500000': { document: '', items: [], office: '', filing: 'arbitration' } },
  workflow: {
    level: 'county',
    pays: false,
    limits: {},
    review_days: 0,
    reopen_days: 0,
    milestones: [
      { id: 'received', title: '', plain: '', from: [], moment: 'arbitration_filed', clock: 'restart_filed' },
      { id: 'hearing', title: '', plain: '', from: [], moment: 'hearing', hearing: 'set' },
      { id: 'postponed', title: '', plain: '', from: [], moment: 'hearing', hearing: 'postpone' },
      { id: 'suspended', title: '', plain: '', from: [], clock: 'suspend' },
      { id: 'resumed', title: '', plain: '', from: [], clock: 'resume' },
    ],
  },
} as unknown as Pick<Service, 'regions' | 'workflow'>;

let seq = 0;
const event = (action: string, day: string, data: object = {}, to = 'accepted') =>
  ({
    id: `e${++seq}`,
    seq,
    at: '',
    day,
    actor: { kind: 'staff', id: null },
    action,
    data,
    to,
    due: null,
  }) as unknown as CaseEvent;
const record = (milestone: string, on: string, over: object = {}) =>
  event('record', '2026-11-20', { milestone, on, ...over });
const filed = (data: object = {}) =>
  event('file', '2026-11-01', { answers: { still_working: false, left_on: '2026-10-01' }, ...data }, 'filed');
const kinds = (events: CaseEvent[]) =>
  Object.fromEntries(momentsOf(events, service).map(({ kind, on }) => [kind, on]));

describe('从办件里来的日子', () => {
  test('预申请没有受理以前，不算申请过；受理那天起算', () => {
    expect(kinds([filed()])).toEqual({ employment_ended: '2026-10-01' });
    expect(kinds([filed(), event('accept', '2026-11-05')])).toEqual({
      employment_ended: '2026-10-01',
      arbitration_filed: '2026-11-05',
      arbitration_accepted: '2026-11-05',
    });
  });
  test('正式提交的从提交那天起算；登记了正式收到的，以登记的为准', () => {
    expect(kinds([filed({ formal: true })])).toMatchObject({ arbitration_filed: '2026-11-01' });
    const taken = [filed(), record('received', '2026-11-02'), event('accept', '2026-11-05')];
    expect(kinds(taken)).toMatchObject({ arbitration_filed: '2026-11-02' });
  });
  test('开庭只有最后定的那一天；更正了的不算', () => {
    const set = record('hearing', '2026-12-01');
    expect(kinds([filed(), set, record('postponed', '2026-12-15')]).hearing).toBe('2026-12-15');
    const wrong = record('hearing', '2026-12-01');
    const right = record('hearing', '2026-12-02', { corrects: wrong.id });
    const events = [filed(), wrong, right];
    expect(kinds(events).hearing).toBe('2026-12-02');
    expect([...correctedIn(events)]).toEqual([wrong.id]);
    expect(recordedIn(events, service.workflow)).toHaveLength(1);
  });
  test('还在那里干的，没有离开的日子', () => {
    expect(kinds([filed({ answers: { still_working: null, left_on: '2026-10-01' } })])).toEqual({});
  });
});

test('中止的日子不算；没有恢复的还停着；按日子排，不按登记的先后', () => {
  const events = [record('resumed', '2026-11-10'), record('suspended', '2026-11-03')];
  expect(shiftOf(events, service.workflow)).toMatchObject({ paused: 7, suspended: false });
  const again = [...events, record('suspended', '2026-11-12')];
  expect(shiftOf(again, service.workflow)).toMatchObject({ paused: 7, suspended: true });
});

test('齐不齐：没有的、不清楚的、不用填的分得开', () => {
  const list = completeOf('arbitration', { name: '样例', id_number: null, work_kind: 'unit' }, ['pay']);
  const state = (label: string) => list.find((one) => one.label.startsWith(label))?.state;
  expect([state('姓名'), state('身份证号'), state('住址')]).toEqual(['there', 'unsure', 'missing']);
  expect([state('证据和来源'), state('申请人签名'), state('总包单位')]).toEqual([
    'there',
    'missing',
    undefined,
  ]);
  expect(completeOf('complaint', {}, []).some(({ label }) => label.startsWith('每一项'))).toBe(false);
});
