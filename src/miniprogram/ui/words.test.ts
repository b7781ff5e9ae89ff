import { paragraphsOf, quoteRuns } from './quote-text';
import { chineseNumber, spoken } from './spoken';

test.each([
  ['500', '五百'],
  ['10500', '一万零五百'],
  ['15', '十五'],
  ['0', '零'],
  ['1005', '一千零五'],
  ['1.5', '一点五'],
])('%s 读作 %s', (digits, words) => {
  expect(chineseNumber(digits)).toBe(words);
});

test('金额、比例、日期、电话照说话的样子读', () => {
  expect(spoken('补助标准为500元/人')).toBe('补助标准为每人五百元');
  expect(spoken('不低于70%')).toBe('不低于百分之七十');
  expect(spoken('2023年4月10日')).toBe('二零二三年四月十日');
  expect(spoken('农业农村部门 2026-10-31')).toBe('农业农村部门 二零二六年十月三十一日');
  expect(spoken('打 12333')).toBe('打 一二三三三');
});

test('标出的原文拼起来还是原文', () => {
  const text = '稳定就业三个月的，每年可享受一次，补助标准为500元/人。';
  const runs = quoteRuns(text, [
    { quote: '每年可享受一次', mark: true, number: 4 },
    { quote: '稳定就业三个月的', number: 3 },
    { quote: '文件里没有的话', mark: true },
  ]);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.filter(({ mark }) => mark).map((run) => run.text)).toEqual(['每年可享受一次']);
  expect(runs.flatMap(({ numbers }) => numbers)).toEqual([3, 4]);
  expect(paragraphsOf('甲\n乙').map(({ from }) => from)).toEqual([0, 2]);
});
