import { STATE_NAMES } from '@/domain/cases/life-cycle';
import type { Service } from '@/domain/cases/service';
import type { Pack } from '@/domain/eligibility/pack';
import { dayWords, dueWords, plainDays, soonDays, stateLine, stateTag } from './case-words';
import { closedOn } from './service-window';

const NOW = '2026-11-21';

test('日子带星期，别的年份带年', () => {
  expect(dayWords('2026-12-24', NOW)).toBe('12月24日（周四）');
  expect(dayWords('2027-01-04', NOW)).toBe('2027年1月4日（周一）');
});

test('应办日期：谁在什么时候前做什么；算不出来就说为什么，没有定就说没有定', () => {
  expect(dueWords({ of: 'decide', on: '2026-12-24' }, NOW)).toBe('应当在12月24日（周四）前办结');
  expect(dueWords({ of: 'supplement', on: '2026-12-09' }, NOW)).toBe('请在12月9日（周三）前补上');
  expect(dueWords({ of: 'pay', on: null, missing: 2027 }, NOW)).toBe(
    '哪天前发放还算不出来：2027年的放假安排还没有公布，公布后补上',
  );
  expect(dueWords({ of: 'accept', on: null }, NOW)).toBe('没有定受理的期限');
});

test('一句话里的日子', () => {
  expect(plainDays('依据的文件到2025-12-31已经到期')).toBe('依据的文件到2025年12月31日已经到期');
  expect(soonDays('补1份材料，2026-12-09前', NOW)).toBe('补1份材料，12月9日前');
  expect(soonDays('补1份材料，2027-01-04前', NOW)).toBe('补1份材料，2027年1月4日前');
  expect(plainDays('编号 2026-1121-048151')).toBe('编号 2026-1121-048151');
});

test('每个状态都有图标和话；超期先说超期', () => {
  for (const state of STATE_NAMES) expect(stateTag(state).word).not.toBe('');
  const due = { of: 'accept' as const, on: '2026-11-09' };
  expect(stateLine({ state: 'filed', due, late: true })).toBe('已送达，已超过应办日期');
});

describe('现在能不能办', () => {
  const pack = {
    region: { id: '360425' },
    documents: [{ id: 'd', effective: { from: '2021-09-24', to: '2025-12-31' } }],
    benefits: [
      { id: 'a', document: 'd' },
      { id: 'b', document: 'd', window: { to: '2022-12-31' } },
    ],
  } as unknown as Pack;
  const claiming = (...benefits: string[]) => ({ regions: { '360425': { benefits } } }) as unknown as Service;

  test.each([
    ['文件里头', ['a'], '2023-05-01', null],
    ['文件到期', ['a'], '2026-11-21', { kind: 'over', day: '2025-12-31' }],
    ['还没开始', ['a'], '2021-01-01', { kind: 'early', day: '2021-09-24' }],
    ['这一项先到期', ['b'], '2023-05-01', { kind: 'over', day: '2022-12-31' }],
    ['两项有一项能办', ['a', 'b'], '2023-05-01', null],
    ['不对应哪一项', [], '2026-11-21', null],
  ])('%s', (_, benefits, day, closed) => {
    expect(closedOn(claiming(...benefits), pack, day)).toEqual(closed);
  });
});
