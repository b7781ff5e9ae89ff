import { idCheckDigit } from '../identity';
import { oddAnswer } from './odd-answers';

const TODAY = '2026-11-22';
const idOf = (birth: string) => {
  const first = `360425${birth}001`;
  return first + idCheckDigit(first);
};

test('一天的工钱写成一个月的，问一句', () => {
  expect(oddAnswer('pay_rate', { pay_kind: 'day', pay_rate: 600_000 }, TODAY)).toContain('一天6,000元');
  expect(oddAnswer('pay_rate', { pay_kind: 'month', pay_rate: 600_000 }, TODAY)).toBeNull();
});

test('日子写反了，问一句；还没写的不问', () => {
  const answers = { started_on: '2026-08-01', left_on: '2026-07-01' };
  expect(oddAnswer('started_on', answers, TODAY)).toContain('写反');
  expect(oddAnswer('started_on', { started_on: '2026-08-01', left_on: null }, TODAY)).toBeNull();
  expect(oddAnswer('started_on', { started_on: '2026-08-01', owed_from: '2026-07' }, TODAY)).toContain(
    '还早',
  );
  expect(oddAnswer('owed_to', { owed_from: '2026-08', owed_to: '2026-07' }, TODAY)).toContain('写反');
  const gone = { still_working: false, left_on: '2026-09-28', owed_to: '2026-10' };
  expect(oddAnswer('owed_to', gone, TODAY)).toContain('走了以后');
});

test('离开满一年：不说不收，说对方可能提出时效抗辩；差一天不说', () => {
  expect(oddAnswer('left_on', { left_on: '2025-11-21' }, TODAY)).toContain('时效抗辩');
  expect(oddAnswer('left_on', { left_on: '2025-11-22' }, TODAY)).toBeNull();
});

test('不满16岁：说童工归劳动监察管；满16的当天不说', () => {
  expect(oddAnswer('id_number', { id_number: idOf('20101123') }, TODAY)).toContain('不满16岁');
  expect(oddAnswer('id_number', { id_number: idOf('20101122') }, TODAY)).toBeNull();
});
