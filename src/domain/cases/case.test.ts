import { canDo, caseCan, type Hand } from './can';
import { after, type Case, type CaseEvent, type CaseRules, ImpossibleEvent, rebuild } from './case';
import { dueIn, isLate } from './due';
import { type Action, type CaseState, isOpen, STATE_NAMES, STEPS } from './life-cycle';

const RULES: CaseRules = { pays: true, four_eyes_above: 100_000 };
const FLOW = { review_days: 60, reopen_days: 30 };

let seq = 0;
const event = <A extends Action>(action: A, to: CaseState, data: object = {}, over: object = {}): CaseEvent =>
  ({
    id: `e${++seq}`,
    seq,
    at: '2026-11-02T01:00:00Z',
    day: '2026-11-02',
    actor: { kind: 'staff', id: 'officer' },
    action,
    data,
    to,
    due: null,
    ...over,
  }) as unknown as CaseEvent;

function story(...rest: [Action, CaseState, object?, object?][]): Case {
  seq = 0;
  const filed = event('file', 'filed', { answers: {}, files: [], level: 'county', county: '500242' });
  return rebuild([filed, ...rest.map(([action, to, data, over]) => event(action, to, data, over))]);
}

const officer: Hand = { role: 'desk', id: 'officer' };
const other: Hand = { role: 'desk', id: 'other' };
const resident: Hand = { role: 'resident', id: 'me' };
const may = (action: Action, at: Case, hand: Hand, today = '2026-11-03') =>
  canDo(action, at, hand, FLOW, RULES, today);

test('补材料以后回到原来那一步', () => {
  expect(
    story(
      ['accept', 'accepted'],
      ['ask_supplement', 'supplement', { text: 'x', evidence: [], until: '2026-12-01' }],
    ).resume,
  ).toBe('accepted');
  const back = story(
    ['ask_supplement', 'supplement', { text: 'x', evidence: [], until: '2026-12-01' }],
    ['supplement', 'filed', { files: [] }],
  );
  expect(back).toMatchObject({ state: 'filed', asked: null, resume: null });
});

test('表里没有的一步、跳号、第二次提交：都不认', () => {
  expect(() => story(['pay', 'paid', { fen: 1, on: '2026-11-02' }])).toThrow(ImpossibleEvent);
  expect(() => story(['accept', 'done'])).toThrow('accept from filed to done');
  const at = story();
  expect(() => after(at, event('accept', 'accepted', {}, { seq: 5 }))).toThrow('event 5 after 1');
  expect(() => after(at, event('file', 'filed', {}, { seq: 2 }))).toThrow('filed twice');
  expect(() => rebuild([])).toThrow('no events');
});

test('每个没办完的状态都有路可走，每个办完的状态都关得上', () => {
  for (const state of STATE_NAMES) {
    const leaving = STEPS.filter(({ from, to }) => from.includes(state) && to !== 'same' && to !== state);
    if (isOpen(state)) expect([state, leaving.length > 0]).toEqual([state, true]);
  }
  // every state is reached by some step
  const reached = new Set<string>(['filed', 'waiting', ...STEPS.map(({ to }) => to)]);
  expect(STATE_NAMES.filter((state) => !reached.has(state))).toEqual([]);
});

test('分派给别人的，不能替他决定；主管可以', () => {
  const at = story(['accept', 'accepted'], ['assign', 'accepted', { to: 'other' }]);
  expect(may('approve', at, officer)).toEqual({ ok: false, why: '这件事分派给了别的工作人员' });
  expect(may('approve', at, other)).toEqual({ ok: true });
  expect(may('approve', at, { ...officer, administrator: true })).toEqual({ ok: true });
});

test('自己人的事只能交给别人', () => {
  const at = story();
  const own = { ...officer, conflict: '是您家里人的事' };
  expect(may('accept', at, own)).toEqual({ ok: false, why: '是您家里人的事' });
  expect(may('transfer', at, own).ok).toBe(true);
  expect(may('recuse', at, own).ok).toBe(true);
});

test('过了期限的重新审查和重新办理，说清楚到哪天', () => {
  const refused = story(['refuse', 'refused', { text: 'x', item: '（五）' }]);
  expect(may('ask_review', refused, resident)).toEqual({ ok: true, until: '2027-01-01' });
  expect(may('ask_review', refused, resident, '2027-01-02')).toEqual({
    ok: false,
    why: '2027-01-01以前才能办，已经过了',
  });
});

test('不让办的时候说现在能办什么', () => {
  const { pay } = caseCan(story(), officer, FLOW, RULES, '2026-11-03');
  expect(pay).toMatchObject({ ok: false });
  expect(JSON.stringify(pay)).toContain('现在可以：受理、通知补材料、移送、分派、回避、不予办理');
  expect(caseCan(story(), resident, FLOW, RULES, '2026-11-03').accept).toBeUndefined();
});

test('说现在怎样，用事项自己的叫法', () => {
  const words = { states: { refused: '这次没成' } };
  const at = story(['refuse', 'refused', { text: 'x' }]);
  const why = (flow: typeof FLOW) =>
    JSON.stringify(canDo('withdraw', at, resident, flow, { ...RULES, employer: true }, '2026-11-03'));
  expect(why({ ...FLOW, words } as typeof FLOW)).toContain('现在是“这次没成”，不能撤回');
  expect(why(FLOW)).toContain('现在是“不予办理”，不能撤回');
});

test('按时没按时，看决定那天的期限', () => {
  const due = { due: { of: 'decide', on: '2026-11-30' } };
  const accepted: [Action, CaseState, object, object] = ['accept', 'accepted', {}, due];
  const text = { text: 'x', fen: 1 };
  expect(story(accepted, ['approve', 'approved', text, { day: '2026-11-30' }]).in_time).toBe(true);
  expect(story(accepted, ['approve', 'approved', text, { day: '2026-12-01' }]).in_time).toBe(false);
  expect(story(['accept', 'accepted'], ['approve', 'approved', text]).in_time).toBeNull();
});

test('上报以后归上一级；办出结果就不再算超期', () => {
  const late = story(['escalate', 'filed', { to: 'admin', was_due: '2026-11-01' }]);
  expect(late).toMatchObject({ escalated: 'admin', level: 'county' });
  const moved = story(['escalate', 'filed', { to: 'admin', was_due: '2026-11-01' }], ['accept', 'accepted']);
  expect(moved.escalated).toBeNull();
});

test('没有日历的年份不编日期；没写期限的没有期限', () => {
  const limits = { accept: { work_days: 5, basis: 'office' as const } };
  const none = () => ({ ok: false as const, missing: 2027 });
  expect(dueIn('filed', '2026-12-30', limits, none)).toEqual({ of: 'accept', on: null, missing: 2027 });
  expect(dueIn('accepted', '2026-12-30', limits, none)).toEqual({ of: 'decide', on: null });
  expect(dueIn('done', '2026-12-30', limits, none)).toBeNull();
  expect(isLate({ due: { of: 'accept', on: '2026-11-01' } }, '2026-11-02')).toBe(true);
  expect(isLate({ due: { of: 'supplement', on: '2026-11-01' } }, '2026-11-02')).toBe(false);
  expect(isLate({ due: { of: 'accept', on: null } }, '2026-11-02')).toBe(false);
});
