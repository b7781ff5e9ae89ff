import { type Attendance, agreedOnly, attendanceWords, mayHaveWorked, recordName } from './attendance';

const NOBODY: Attendance = {
  ...{ begun: false, came_at: null, came_how: null, left_at: null, cancelled: false, cancelled_at: null },
};
const CAME = { begun: true, came_at: '2026-11-24T23:31:00Z', came_how: 'list' } as const;
const MOMENT = '2026-11-24T10:00:00Z';

test('签到了写时间、谁说的；退出了、取消了写哪天；都没有的只是约定', () => {
  const told = (over: Partial<Attendance>) => {
    const of = { ...NOBODY, ...over };
    return [recordName(of), attendanceWords(of), mayHaveWorked(of)];
  };
  expect(told({})).toEqual(['工钱约定', '还没有开工，没有签到', false]);
  expect(told({ begun: true })).toEqual(['工钱约定', '没有签到记录', true]);
  expect(told(CAME)).toEqual(['工钱记录', '2026-11-25 07:31 签到，请人的点了名', true]);
  expect(told({ left_at: MOMENT, begun: true })).toEqual([
    '工钱约定',
    '2026-11-24 18:00 退出了；没有签到',
    false,
  ]);
  expect(told({ cancelled: true, cancelled_at: MOMENT })).toEqual([
    '工钱约定',
    '2026-11-24 18:00 这个活取消了；没有签到',
    false,
  ]);
  // whoever came has worked, whatever became of it
  expect(told({ ...CAME, cancelled: true })).toEqual([
    '工钱记录',
    '2026-11-25 07:31 签到，请人的点了名；这个活取消了',
    true,
  ]);
});

test('没有签到，不说没有去干', () => {
  expect(agreedOnly({ ...NOBODY, begun: true })).toMatch(/不证明去干了活.*不等于没有去干/);
  expect(agreedOnly(NOBODY)).toMatch(/不证明去干了活/);
  expect(agreedOnly({ ...NOBODY, ...CAME })).toBeNull();
});
