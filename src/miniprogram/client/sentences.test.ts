import { sentenceAround, sentencesWith } from './sentences';

const text = '第一句。第二句，说到补助；第三句。第四句，说到期限。第五句。';

test('只留下有引文的句子，略去的用省略号', () => {
  expect(sentencesWith(text, ['补助', '期限'])).toBe('……第二句，说到补助；……第四句，说到期限。……');
  expect(sentencesWith(text, ['第一句'])).toBe('第一句。……');
  expect(sentencesWith(text, [])).toBe(text);
});

test('引文所在的整句', () => {
  expect(sentenceAround(text, '期限')).toBe('第四句，说到期限。');
  expect(sentenceAround(text, '第一')).toBe('第一句。');
  expect(sentenceAround(text, '没有的话')).toBe('没有的话');
});
