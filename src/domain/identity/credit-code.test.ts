import fc from 'fast-check';
import { checkCreditCode, creditCheckDigit } from './credit-code';

// example code of GB 32100-2015 in wide use: Tencent's is public in the national register
const GOOD = '9144030071526726XG';

test('公开的代码通过；小写、空格、全角都认', () => {
  expect(checkCreditCode(GOOD)).toEqual({ ok: true, code: GOOD });
  expect(checkCreditCode(' 91440300 71526726xg ')).toEqual({ ok: true, code: GOOD });
  expect(checkCreditCode('９１４４０３００７１５２６７２６ＸＧ')).toEqual({ ok: true, code: GOOD });
});

test.each([
  ['', 'Empty'],
  ['9144030071526726X', 'WrongLength'],
  ['914403007152672I6X', 'WrongCharacter'],
  ['9144030071526726XH', 'WrongCheckDigit'],
  ['9'.repeat(100), 'WrongLength'],
])('%s 不行：%s', (text, name) => {
  expect(checkCreditCode(text)).toMatchObject({ ok: false, problem: { name } });
});

test('任何一位写错都看得出来', () => {
  const place = fc.integer({ min: 0, max: 17 });
  fc.assert(
    fc.property(place, fc.constantFrom(...'0123456789ABCDEFGH'), (at, character) => {
      fc.pre(GOOD[at] !== character);
      return !checkCreditCode(GOOD.slice(0, at) + character + GOOD.slice(at + 1)).ok;
    }),
  );
});

test('校验位在字母表里', () => {
  expect(creditCheckDigit('9144030071526726X')).toBe('G');
});
