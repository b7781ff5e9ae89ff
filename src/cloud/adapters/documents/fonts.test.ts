import PDFDocument from 'pdfkit';
import { type Lettering, lettering } from './fonts';

let letters: Lettering;
beforeEach(() => {
  letters = lettering(new PDFDocument({ margin: 0 }));
});
const style = { size: 10 };

describe('中文字体', () => {
  test('区县名、标点、数字、拉丁字母都有；生僻字从小文件里来', () => {
    expect(letters.missing('酉阳土家族苗族自治县 12333 “一件事”（补贴）·—… https://a.example/?x=1')).toEqual(
      [],
    );
    expect(letters.missing('喆堃赟燊')).toEqual([]);
    expect(letters.width('①', style)).toBeGreaterThan(0);
  });

  test('谁也没有的字说得出来', () => {
    expect(letters.missing('甲\u{e123}乙\n\u{e123}')).toEqual(['\u{e123}']);
  });

  test('汉字一个一格，宽度跟字号走', () => {
    expect(letters.width('帮扶码', style)).toBeCloseTo(30, 5);
    expect(letters.width('帮扶码', { size: 20, weight: 700 })).toBeCloseTo(60, 5);
    expect(letters.width('il', style)).toBeLessThan(10);
  });

  test('换行：不超宽，标点不打头，号码不拆开，字不丢', () => {
    const text =
      '申请求职补贴，带身份证。（可以代办）有问题打023-75552345，或者看https://a.example/x。\n第二段';
    const lines = letters.wrapped(text, 130, style);
    expect(lines.join('')).toBe(text.replace('\n', ''));
    for (const line of lines) {
      expect(letters.width(line, style)).toBeLessThanOrEqual(130);
      expect(line).not.toMatch(/^[，。、）]|（$/);
    }
    expect(lines.some((line) => line.includes('023-75552345'))).toBe(true);
    expect(lines.at(-1)).toBe('第二段');
  });

  test('一个词比一行还长，就自己占一行', () => {
    expect(letters.wrapped('看 https://a-very-long-address.example/ 吧', 40, style)).toEqual([
      '看',
      'https://a-very-long-address.example/',
      '吧',
    ]);
  });
});
