import fc from 'fast-check';
import { calendar, law } from '../../../test/law';
import { dayNumber, isoOf } from '../calendar/days';
import { type ClockOptions, clockOf } from './clock';
import type { Moment, MomentKind } from './law';

const at = (kind: MomentKind, on: string): Moment => ({ kind, on });
const clock = (moments: readonly Moment[], today: string, options: Partial<ClockOptions> = {}) =>
  clockOf(law, moments, { calendar, today, ...options });
const entry = (id: string, moments: readonly Moment[], today: string, options?: Partial<ClockOptions>) =>
  clock(moments, today, options).find(({ row }) => row.id === id);

const LEFT = at('employment_ended', '2024-06-30');

describe('一件投诉', () => {
  const filed = at('complaint_filed', '2026-09-18');
  const accepted = at('complaint_accepted', '2026-09-24');

  test('收下了的就办了，接着等查完；时效从投诉那天重新算', () => {
    const left = at('employment_ended', '2026-06-30');
    expect(
      clock([left, filed, accepted], '2026-11-21').map(({ row, state, advised, statutory, by }) => [
        ...[row.id, state, advised, statutory, by],
      ]),
    ).toEqual([
      ['w-insp-accept', 'met', '2026-09-24', '2026-09-24', 'inspectorate'],
      ['w-insp-invest', 'running', '2026-12-24', '2026-12-24', 'inspectorate'],
      ['w-lim', 'running', '2027-09-18', null, 'worker'],
    ]);
  });

  test('过了日子没有动静：说过了，仲裁开着', () => {
    expect(entry('w-insp-accept', [filed], '2026-09-24')?.state).toBe('running');
    expect(entry('w-insp-accept', [filed], '2026-09-25')).toMatchObject({
      state: 'passed',
      opens: 'arbitration',
    });
  });

  test('办得晚，也算办了，说是晚了', () => {
    const late = at('complaint_accepted', '2026-09-30');
    expect(entry('w-insp-accept', [filed, late], '2026-10-09')).toMatchObject({
      state: 'met',
      late: true,
      met: late,
    });
    expect(entry('w-insp-accept', [filed, accepted], '2026-10-09')).not.toHaveProperty('late');
  });

  test('延长要经批准；延到没有放假安排的年份，说出是哪一年', () => {
    const extended = { extended: ['w-insp-invest', 'w-insp-accept'] };
    expect(entry('w-insp-invest', [filed, accepted], '2026-11-21', extended)).toMatchObject({
      ...{ advised: null, statutory: null, calendar_missing: 2027, state: 'running', extended: true },
    });
    expect(entry('w-insp-accept', [filed], '2026-09-20', extended)).not.toHaveProperty('extended');
  });

  test('第二次投诉，从第二次算，第一次的受理不算数', () => {
    const again = at('complaint_filed', '2026-11-10');
    expect(entry('w-insp-accept', [filed, accepted, again], '2026-11-12')).toMatchObject({
      from: again,
      state: 'running',
    });
  });
});

describe('一件仲裁', () => {
  const accepted = at('arbitration_accepted', '2026-09-01');

  test('到了法定最后一日还没有裁决：可以起诉', () => {
    expect(entry('w-arb-award', [accepted], '2026-10-16')).toMatchObject({
      state: 'running',
      statutory: '2026-10-16',
    });
    expect(entry('w-arb-award', [accepted], '2026-10-17')).toMatchObject({ state: 'passed', opens: 'court' });
    const extended = entry('w-arb-award', [accepted], '2026-10-17', { extended: ['w-arb-award'] });
    expect(extended).toMatchObject({ state: 'running', statutory: '2026-11-02' });
    expect(extended).not.toHaveProperty('opens');
  });

  test('经批准延长、停下来、停过几天：照写下的算', () => {
    const shift = (more: object) => ({
      shift: { row: 'w-arb-award', extended: false, stopped: false, paused: 0, ...more },
    });
    const award = (more: object, today = '2026-10-17', moments = [accepted]) =>
      entry('w-arb-award', moments, today, shift(more));
    expect(award({ extended: true })).toMatchObject({
      statutory: '2026-11-02',
      extended: true,
      state: 'running',
    });
    expect(award({ paused: 10 })).toMatchObject({ advised: '2026-10-26', state: 'running' });
    expect(award({ stopped: true })).toMatchObject({ ...{ advised: null, stopped: true, state: 'running' } });
    const done = [accepted, at('award_received', '2026-10-12')];
    expect(award({ stopped: true }, '2026-10-17', done)?.state).toBe('met');
    expect(entry('w-arb-serve', [accepted], '2026-09-02', shift({ stopped: true }))).toMatchObject({
      advised: '2026-09-08',
    });
  });

  test('已经走了开着的那条路，就不再说它开着', () => {
    const sued = at('suit_filed', '2026-10-20');
    expect(entry('w-arb-award', [accepted, sued], '2026-10-21')).not.toHaveProperty('opens');
    expect(entry('w-arb-award', [accepted, sued], '2026-10-19')).toMatchObject({ opens: 'court' });
  });

  test('补齐材料，受理的期限从补齐那天算', () => {
    const filed = at('arbitration_filed', '2026-09-07');
    const completed = at('arbitration_completed', '2026-09-16');
    expect(entry('w-arb-accept', [filed, completed], '2026-09-17')).toMatchObject({
      from: completed,
      advised: '2026-09-22',
    });
    // also when it took longer than the period itself
    expect(entry('w-arb-accept', [filed, completed], '2026-09-17')?.state).toBe('running');
    expect(entry('w-arb-accept', [filed, completed], '2026-09-17')).not.toHaveProperty('interruptions');
  });

  test('开庭前：申请延期有最后一天；开过了就不说了', () => {
    const hearing = at('hearing', '2026-11-10');
    expect(entry('w-arb-postpone', [hearing], '2026-11-04')).toMatchObject({
      ...{ advised: '2026-11-04', statutory: '2026-11-05', state: 'running' },
    });
    expect(entry('w-arb-postpone', [hearing], '2026-11-06')?.state).toBe('passed');
    expect(entry('w-arb-postpone', [hearing], '2026-11-11')).toBeUndefined();
    const moved = at('hearing', '2026-12-01');
    expect(entry('w-arb-postpone', [hearing, moved], '2026-11-20')?.from).toBe(moved);
  });

  test('不知道通知没通知，不说他们晚了', () => {
    expect(entry('w-arb-notice', [at('hearing', '2026-11-10')], '2026-11-02')?.state).toBe('running');
    expect(entry('w-arb-notice', [at('hearing', '2026-11-10')], '2026-11-05')).toBeUndefined();
  });

  test('收到裁决，十五天内起诉', () => {
    const award = at('award_received', '2026-09-20');
    expect(entry('w-sue-worker', [award], '2026-10-08')?.state).toBe('running');
    expect(entry('w-sue-worker', [award], '2026-10-09')?.state).toBe('passed');
    expect(entry('w-sue-worker', [award, at('suit_filed', '2026-10-08')], '2026-10-09')?.state).toBe('met');
  });
});

test('出处不牢的，到了日子也不说谁晚了', () => {
  const finished = at('investigation_finished', '2026-09-01');
  expect(entry('w-insp-decide', [finished], '2026-09-10')?.row.information_only).toBe(true);
  expect(entry('w-insp-decide', [finished], '2026-11-10')).toBeUndefined();
});

test('没有期限的、没有日子起算的，不在线上', () => {
  const ids = clock([LEFT, at('ordered_to_pay', '2024-08-01')], '2024-09-01').map(({ row }) => row.id);
  expect(ids).toEqual(['w-lim']);
});

describe('申请仲裁的一年', () => {
  test('从离开那天算，最后一天照法定假日顺延', () => {
    // Saturday 2025-05-31 to 2025-06-02: the holiday of 端午
    expect(entry('w-lim', [at('employment_ended', '2024-05-31')], '2025-06-03')).toMatchObject({
      ...{ advised: '2025-05-31', statutory: '2025-06-03', state: 'running', interruptions: [] },
    });
    expect(entry('w-lim', [at('employment_ended', '2024-05-31')], '2025-06-04')?.state).toBe('passed');
  });

  test('每次中断从那天重新算', () => {
    const demanded = at('demanded', '2025-03-01');
    const promised = at('promised', '2025-09-01');
    expect(entry('w-lim', [LEFT, promised, demanded], '2026-01-05')).toMatchObject({
      ...{ from: promised, advised: '2026-09-01', state: 'running' },
      interruptions: [
        { moment: demanded, counts: true },
        { moment: promised, counts: true },
      ],
    });
  });

  test('过了才中断的，救不回来，并且说出来', () => {
    const late = at('demanded', '2025-07-15');
    expect(entry('w-lim', [LEFT, late], '2025-08-01')).toMatchObject({
      ...{ from: LEFT, advised: '2025-06-30', state: 'passed', ran_out: '2025-06-30' },
      interruptions: [{ moment: late, counts: false }],
    });
  });

  test('过了才申请的：不算及时', () => {
    const filed = at('arbitration_filed', '2025-07-15');
    expect(entry('w-lim', [LEFT, filed], '2025-08-01')?.state).toBe('passed');
    expect(entry('w-lim', [LEFT, at('arbitration_filed', '2025-06-30')], '2025-08-01')?.state).toBe('met');
  });

  test('在职时要过的，不让一年提前开始', () => {
    const before = at('demanded', '2024-03-01');
    expect(entry('w-lim', [before, LEFT], '2024-09-01')).toMatchObject({ from: LEFT, interruptions: [] });
  });

  test('还没发生的不算', () => {
    expect(entry('w-lim', [LEFT, at('demanded', '2025-06-01')], '2025-05-01')?.from).toBe(LEFT);
  });

  test('哪天走的不知道：从最近一次要钱算，说明是往早里算；还在职的没有这一年', () => {
    const filed = at('complaint_filed', '2025-02-10');
    expect(entry('w-lim', [filed], '2025-03-01')).toMatchObject({ from: filed, end_unknown: true });
    expect(entry('w-lim', [filed], '2025-03-01', { employed: true })).toBeUndefined();
    expect(entry('w-lim', [], '2025-03-01')).toBeUndefined();
  });

  test('任何一次中断，只会让时效更晚，从不更早；顺序不要紧', () => {
    const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2025-06-01') }).map(isoOf);
    const kind = fc.constantFrom<MomentKind>(
      'demanded',
      'promised',
      'complaint_filed',
      'payment_order_filed',
    );
    const moment = fc.record({ kind, on: day });
    const end = (moments: readonly Moment[]) => {
      const found = entry('w-lim', moments, '2025-06-01');
      return found?.statutory ?? '';
    };
    fc.assert(
      fc.property(day, fc.array(moment, { maxLength: 6 }), moment, (left, moments, more) => {
        const before = [at('employment_ended', left), ...moments];
        expect(end([...before, more]) >= end(before)).toBe(true);
        expect(end([more, ...moments].reverse().concat(before))).toBe(end([...before, more]));
      }),
    );
  });
});

test('从早到晚排，算不出的在最后', () => {
  const moments = [
    at('employment_ended', '2026-06-30'),
    at('complaint_filed', '2026-12-29'),
    at('complaint_accepted', '2026-12-30'),
    at('aid_applied', '2026-12-30'),
  ];
  const entries = clock(moments, '2026-12-31');
  expect(entries.map(({ row }) => row.id)).toEqual(['w-aid', 'w-lim', 'w-insp-accept', 'w-insp-invest']);
  expect(entries.map(({ advised }) => advised)).toEqual(['2027-01-06', '2027-12-29', null, null]);
});

test('执行的两年：拿到一部分钱不算完，申请了执行才算', () => {
  const due = at('performance_due', '2026-03-01');
  const state = (more: Moment) => entry('w-enforce', [due, more], '2026-06-01')?.state;
  expect(state(at('paid', '2026-04-01'))).toBe('running');
  expect(state(at('enforcement_filed', '2026-04-01'))).toBe('met');
});
