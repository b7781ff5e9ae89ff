import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { type Lettering, lettering } from './fonts';
import { sfntOf } from './woff';

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

describe('拆开 WOFF', () => {
  const woff = readFileSync('node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff');
  const font = sfntOf(woff);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    const [checksum, offset, length] = [4, 8, 12].map((step) => font.readUInt32BE(at + step));
    return {
      tag: font.toString('latin1', at, at + 4),
      checksum,
      offset: offset as number,
      length: length as number,
    };
  });

  test('表都在，位置对得上，校验和对得上', () => {
    expect(tables.map(({ tag }) => tag)).toEqual(
      expect.arrayContaining(['cmap', 'glyf', 'head', 'hhea', 'loca']),
    );
    expect(font.length).toBe(woff.readUInt32BE(16));
    for (const { tag, checksum, offset, length } of tables) {
      // the checksum of head is reckoned with its own field as nothing
      const data = Buffer.concat([font.subarray(offset, offset + length), Buffer.alloc(-length & 3)]);
      if (tag === 'head') data.writeUInt32BE(0, 8);
      let sum = 0;
      for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
      expect([tag, sum]).toEqual([tag, checksum]);
    }
  });

  test('不是 WOFF 的不拆', () => {
    expect(() => sfntOf(Buffer.from('wOF2 and something else'))).toThrow('WOFF');
  });
});
