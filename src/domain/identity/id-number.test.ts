import fc from 'fast-check';
import { isoOf } from '../calendar/days';
import { PROVINCES } from '../geo/provinces';
import { checkIdNumber, idCheckDigit } from './id-number';

const TODAY = '2026-11-21';

/** The check digit the long way, as the standard writes it: weights are powers of two modulo 11. */
const checkOf = (first17: string): string => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (2 ** (17 - i) % 11) * Number(first17[i]);
  const digit = (12 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
};
const whole = (first17: string) => first17 + checkOf(first17);

const day = fc.integer({ min: -25_567, max: 20_777 }).map((n) => isoOf(n).replace(/-/g, ''));
const order = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));
const province = fc.constantFrom(...PROVINCES.map(({ code }) => code.slice(0, 2)));
const county = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
const country = fc.integer({ min: 4, max: 894 }).map((n) => String(n).padStart(3, '0'));
const address = fc.oneof(
  fc.tuple(province, county).map((parts) => parts.join('')),
  fc.constantFrom('810000', '820000', '830000'),
  fc.tuple(fc.constant('9'), province, country).map((parts) => parts.join('')),
);
const valid = fc.tuple(address, day, order).map((parts) => whole(parts.join('')));

const problem = (text: string) => {
  const checked = checkIdNumber(text, TODAY);
  if (checked.ok) throw new Error(`${text} 通过了`);
  return checked.problem;
};

describe('身份证号', () => {
  test('每个合规的号码都通过，号码和出生日期读得对', () => {
    fc.assert(
      fc.property(valid, (number) => {
        expect(checkIdNumber(number, TODAY)).toMatchObject({
          ok: true,
          number,
          birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
        });
      }),
    );
  });

  test('改任何一位都通不过', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, digit) => {
        fc.pre(number[at] !== digit && (digit !== 'X' || at === 17));
        expect(checkIdNumber(number.slice(0, at) + digit + number.slice(at + 1), TODAY).ok).toBe(false);
      }),
    );
  });

  test('相邻两位抄反也通不过', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), (number, at) => {
        const [a, b] = [number[at] as string, number[at + 1] as string];
        fc.pre(a !== b);
        expect(checkIdNumber(number.slice(0, at) + b + a + number.slice(at + 2), TODAY).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['11010519491231002X', 'resident', '1949-12-31'], // the example of GB 11643-1999
    ['440524188001010014', null, ''],
    ['810000199408230021', 'hk_mo_tw', '1994-08-23'],
    ['830000199201300022', 'hk_mo_tw', '1992-01-30'],
    [whole('95084019900307001'), 'foreign_permanent', '1990-03-07'],
  ])('%s', (number, kind, birthDate) => {
    const checked = checkIdNumber(number, TODAY);
    if (kind === null) expect(checked).toMatchObject({ ok: false, problem: { name: 'TooLongAgo' } });
    else expect(checked).toEqual({ ok: true, kind, number, birthDate });
  });

  test.each([
    ' 110105 19491231 002x ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105-19491231-002ｘ',
    '11010519491231002×',
  ])('%s 写法不同，是同一个号码', (text) => {
    expect(checkIdNumber(text, TODAY)).toMatchObject({ ok: true, number: '11010519491231002X' });
  });

  test('最后一位不对：说可能是其中一位抄错', () => {
    expect(problem('110105194912310021')).toEqual({
      name: 'WrongCheckDigit',
      message: '最后一位和前面对不上：可能是其中一位抄错了，请对着证件再看一遍',
      positions: [18],
    });
  });

  test.each([
    ['50024219900231001', 'ImpossibleDate', '1990-02-31 没有这一天', [11, 12, 13, 14]],
    ['50024219901331001', 'ImpossibleDate', '1990-13-31 没有这一天', [11, 12]],
    ['50024219900532001', 'ImpossibleDate', '1990-05-32 没有这一天', [13, 14]],
    ['50024219000229001', 'ImpossibleDate', '1900-02-29 没有这一天', [11, 12, 13, 14]],
    ['50024220261122001', 'FutureDate', '2026-11-22 还没有到', [7, 8, 9, 10, 11, 12, 13, 14]],
    ['50024218991231001', 'TooLongAgo', '1899年太早了', [7, 8, 9, 10]],
    ['50024201990101001', 'TooLongAgo', '0199年太早了', [7, 8, 9, 10]],
    ['00024219900307001', 'UnknownProvince', '没有这个省份代码', [1, 2]],
    ['71000019900307001', 'UnknownProvince', '没有这个省份代码', [1, 2]],
    ['81010019900307001', 'UnknownProvince', '810000', [3, 4, 5, 6]],
    ['97184019900307001', 'UnknownProvince', '第2、3位', [2, 3]],
  ])('%s：%s', (first17, name, words, positions) => {
    const found = problem(whole(first17));
    expect(found).toMatchObject({ name, positions });
    expect(found.message).toContain(words);
  });

  test('今天出生的可以', () => {
    expect(checkIdNumber(whole('50024220261121001'), TODAY).ok).toBe(true);
  });

  test.each([
    ['', 'Empty', '请填写'],
    ['   ', 'Empty', '请填写'],
    ['500242900307001', 'OldNumber', '15位的老号码'],
    ['E12345678', 'OtherDocument', '港澳台居民居住证'],
    ['H1234567890', 'OtherDocument', '护照'],
    ['USA310190030701', 'OtherDocument', '永久居留'],
    ['12345678', 'WrongLength', '港澳台居民居住证'],
    ['50024219900307001', 'WrongLength', '有17位，少了1位'],
    ['5002421990030700123', 'WrongLength', '有19位，多了1位'],
    ['9'.repeat(100_000), 'WrongLength', '太长'],
    ['5002421990030700一2', 'WrongCharacter', '第17位不是数字'],
    ['50024219900307X011', 'WrongCharacter', '第15位不是数字'],
    ['张三', 'WrongCharacter', '第1、2位不是数字'],
  ])('%.24s：%s', (text, name, words) => {
    const found = problem(text);
    expect(found.name).toBe(name);
    expect(found.message).toContain(words);
  });

  test('算校验位', () => {
    expect(idCheckDigit('11010519491231002')).toBe('X');
    fc.assert(fc.property(valid, (number) => idCheckDigit(number) === number[17]));
  });
});
