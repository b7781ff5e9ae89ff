import { dueLine, dueSentence, lateText } from './due-text';

const at = (on: string | null, late = false, of: 'accept' | 'supplement' = 'accept') => ({
  due: { of, on },
  late,
});

test.each([
  [at('2026-09-24'), '9月24日前 · 剩 2 天', '应当在9月24日（周四）前决定是否受理，还剩 2 天'],
  [at('2026-09-22'), '9月22日，今天', '应当在今天（9月22日）决定是否受理'],
  [at('2026-09-21', true), '应在 9月21日前', '应当在9月21日（周一）前决定是否受理，已经逾期 1 天'],
  [at('2026-09-29', false, 'supplement'), '9月29日前补材料', '等申请人补材料，到9月29日（周二），还有 7 天'],
  [at(null), '没有规定期限', '决定是否受理：没有规定期限'],
])('%j', (one, line, sentence) => {
  expect(dueLine(one, '2026-09-22').text).toBe(line);
  expect(dueSentence(one, '2026-09-22')?.text).toBe(sentence);
});

test('日历没出来的那一年说出来，办结的不再提日期', () => {
  const missing = { due: { of: 'decide' as const, on: null, missing: 2027 }, late: false };
  expect(dueLine(missing, '2026-12-22').text).toBe('2027年放假安排还没公布');
  expect(dueSentence({ due: null, late: false }, '2026-12-22')).toBeNull();
});

test('逾期天数按日历天，至少一天', () => {
  expect(lateText(at('2026-09-15', true), '2026-09-22')).toBe('逾期 7 天');
  expect(lateText(at('2026-09-22', true), '2026-09-22')).toBe('逾期 1 天');
  expect(lateText(at('2026-09-24'), '2026-09-22')).toBeNull();
});
