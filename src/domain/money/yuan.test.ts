import { groupedYuan, shortYuan, yuan, yuanText } from './yuan';

test.each([
  [0, '0', '0', '0'],
  [5, '0.05', '0.05', '0.05'],
  [350, '3.50', '3.5', '3.50'],
  [100, '1', '1', '1'],
  [165_517, '1655.17', '1655.17', '1,655.17'],
  [123_456_700, '1234567', '1234567', '1,234,567'],
  [-165_550, '-1655.50', '-1655.5', '-1,655.50'],
])('%i 分', (fen, plain, short, grouped) => {
  expect([yuan(fen), shortYuan(fen), groupedYuan(fen)]).toEqual([plain, short, grouped]);
  expect(yuanText(fen)).toBe(`${plain} 元`);
});
