import { checkFact, derive, type FactId, type Facts } from '../eligibility';
import { factsAt, type RegisterFacts } from './facts-at';
import type { RegisterRow, RegisterVersion } from './row';
import { withKept } from './row';
import { sampleHouseholds } from './sample';

const BASE: RegisterRow = {
  household_no: '样例-1',
  name: '样例张三',
  id_kind: 'resident',
  id_number: '500242199001019990',
  relation: 'head',
  county: '500242',
  source: '农业农村部门',
  data_date: '2026-06-30',
};

const version = (
  dataDate: string,
  columns: Partial<RegisterRow>,
  more: Partial<RegisterVersion> = {},
): RegisterVersion => ({
  dataDate,
  confirmedOn: dataDate,
  row: { ...BASE, data_date: dataDate, ...columns },
  kept: [],
  ...more,
});

const values = (facts: RegisterFacts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact.value]));
const at = (versions: RegisterVersion[], day: string) => values(factsAt(versions, day));

test('纳入那天起是；退出那天起退出；以前不知道', () => {
  const versions = [version('2026-06-30', { fpzp_entered_on: '2026-03-01', fpzp_exited_on: '2026-05-01' })];
  expect(at(versions, '2026-02-28').fpzp).toBeUndefined();
  expect(at(versions, '2026-02-28').exit_completed).toBeUndefined();
  expect(at(versions, '2026-03-01')).toMatchObject({ fpzp: true, exit_completed: false });
  expect(at(versions, '2026-04-30')).toMatchObject({ fpzp: true, exit_completed: false });
  expect(at(versions, '2026-05-01')).toMatchObject({ fpzp: true, exit_completed: true });
});

test('重新列入：又不算退出了，上一次的日子还在', () => {
  const versions = [
    version('2025-12-31', { continued_entered_on: '2024-01-01', continued_exited_on: '2025-06-01' }),
    version('2026-06-30', { continued_entered_on: '2026-05-10' }),
  ];
  expect(at(versions, '2025-05-31').exit_completed).toBe(false);
  expect(at(versions, '2026-05-09').exit_completed).toBe(true);
  expect(at(versions, '2026-05-10').exit_completed).toBe(false);
});

test('改了的纳入日期是更正，不是又一次', () => {
  const versions = [
    version('2026-06-30', { fpzp_entered_on: '2026-03-01' }),
    version('2026-09-30', { fpzp_entered_on: '2026-04-01' }),
  ];
  expect(at(versions, '2026-03-15').fpzp).toBeUndefined();
  expect(at(versions, '2026-04-01').fpzp).toBe(true);
});

test('从一类转到另一类不算退出；两类都退出才是', () => {
  const moved = {
    continued_entered_on: '2025-01-01',
    continued_exited_on: '2026-03-01',
    fpzp_entered_on: '2026-03-01',
  };
  expect(at([version('2026-06-30', moved)], '2026-06-30').exit_completed).toBe(false);
  expect(
    at([version('2026-06-30', { ...moved, fpzp_exited_on: '2026-06-01' })], '2026-06-30').exit_completed,
  ).toBe(true);
  expect(
    at([version('2026-06-30', { ...moved, fpzp_entered_on: undefined, fpzp: true })], '2026-06-30')
      .exit_completed,
  ).toBeUndefined();
});

test('写“否”收回以前说的', () => {
  const versions = [
    version('2026-06-30', { fpzp_entered_on: '2026-03-01' }),
    version('2026-09-30', { fpzp: false }),
  ];
  expect(at(versions, '2026-09-30').fpzp).toBe(false);
  expect(at(versions, '2026-08-01').fpzp).toBeUndefined();
});

test('监测：纳入到消除；消除以前是“没有消除”', () => {
  const versions = [version('2026-06-30', { monitored_on: '2022-01-01', eliminated_on: '2023-04-20' })];
  expect(at(versions, '2023-04-19')).toMatchObject({
    monitored_active: true,
    household_monitored_ever: true,
    elimination_semester: 'none',
  });
  const after = at(versions, '2023-04-20');
  expect(after).toMatchObject({ monitored_active: false, eliminated_on: '2023-04-20' });
  expect(derive(after, '2023-04-20').elimination_semester).toBe('2023S');
  expect(at([version('2026-06-30', { monitored_ever: false })], '2026-07-01')).toMatchObject({
    household_monitored_ever: false,
    monitored_active: false,
  });
});

test('没有日期的列从数据日期起算；空着是不知道，不是否', () => {
  const versions = [version('2026-06-30', { dibao: true }), version('2026-09-30', {})];
  expect(at(versions, '2026-06-29').dibao).toBeUndefined();
  expect(at(versions, '2026-06-30').dibao).toBe(true);
  expect(at(versions, '2026-09-30').dibao).toBeUndefined();
});

test('文件里没有的列保留原来的，来源和日期也是原来的', () => {
  const first = version('2026-06-30', { dibao: true, source: '民政部门' });
  const later = withKept({ ...BASE, data_date: '2026-09-30' }, first.row, ['dibao', 'tekun']);
  expect(later.kept).toEqual(['dibao']);
  const versions = [first, version('2026-09-30', later.row, { kept: later.kept })];
  expect(factsAt(versions, '2026-10-01').dibao).toEqual({
    value: true,
    source: '民政部门',
    date: '2026-06-30',
  });
});

test('每个事实带来源，和不晚于那天、最后一次这样说的日期', () => {
  const versions = [
    version('2026-06-30', { dibao: true, fpzp_entered_on: '2026-03-01' }, { confirmedOn: '2026-10-31' }),
  ];
  expect(factsAt(versions, '2026-11-21').dibao).toEqual({
    value: true,
    source: '农业农村部门',
    date: '2026-10-31',
  });
  expect(factsAt(versions, '2026-08-01').dibao?.date).toBe('2026-06-30');
  expect(factsAt(versions, '2026-04-01').fpzp?.date).toBe('2026-06-30');
});

test('劳动力类别带出劳动能力；稳定就业的日期要已经到了', () => {
  expect(at([version('2026-06-30', { labour_grade: 'half' })], '2026-07-01')).toMatchObject({
    labour_grade: 'half',
    labour_capacity: true,
  });
  expect(at([version('2026-06-30', { labour_grade: 'lost' })], '2026-07-01')).toMatchObject({
    labour_capacity: false,
  });
  const versions = [version('2026-06-30', { stable_since: '2026-01-10' }), version('2026-09-30', {})];
  expect(at(versions, '2026-01-09').stable_since).toBeUndefined();
  expect(at(versions, '2026-01-10').stable_since).toBe('2026-01-10');
  expect(at(versions, '2026-09-30').stable_since).toBeUndefined();
});

test('同户别人的行可以说是，不会说否；低保不借', () => {
  const own = [version('2026-06-30', { labour_capacity: false })];
  const other = [
    version('2026-06-30', {
      fpzp_entered_on: '2026-03-01',
      employed: true,
      labour_capacity: true,
      employment_will: true,
      dibao: true,
    }),
  ];
  const facts = values(factsAt(own, '2026-07-01', [other]));
  expect(facts).toMatchObject({
    fpzp: true,
    exit_completed: false,
    household_has_worker: true,
    household_able_willing: true,
    labour_capacity: false,
  });
  expect(facts).not.toHaveProperty('dibao');
  expect(facts).not.toHaveProperty('employed');
  const no = values(
    factsAt(own, '2026-07-01', [[version('2026-06-30', { employed: false, monitored_ever: false })]]),
  );
  expect(no).not.toHaveProperty('household_has_worker');
  expect(no).not.toHaveProperty('monitored_active');
  const denied = [version('2026-06-30', { fpzp: false, continued: false })];
  expect(values(factsAt(denied, '2026-07-01', [other]))).toMatchObject({ fpzp: false });
});

test('样例的每个事实都合目录的类型，每一天都是', () => {
  for (const household of sampleHouseholds(80, { seed: 7, county: null, asOf: '2026-10-31' }))
    for (const row of household)
      for (const day of ['2022-05-05', '2025-01-01', '2026-10-31']) {
        const facts = factsAt([version('2026-10-31', row)], day);
        for (const [id, fact] of Object.entries(facts))
          expect(checkFact(id as FactId, fact.value)).toBeNull();
      }
});

test('没有版本就没有事实', () => {
  expect(factsAt([], '2026-10-31')).toEqual({});
});
