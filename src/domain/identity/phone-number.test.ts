import fc from 'fast-check';
import { checkPhoneNumber } from './phone-number';

describe('手机号', () => {
  test('合规的都通过；少一位、多一位都不行', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (n) => {
        const number = String(n);
        expect(checkPhoneNumber(number)).toEqual({ ok: true, number });
        expect(checkPhoneNumber(number.slice(1)).ok).toBe(false);
        expect(checkPhoneNumber(`${number}0`).ok).toBe(false);
      }),
    );
  });

  test.each([
    '+86 138 1234 1234',
    '0086-138-1234-1234',
    '8613812341234',
    '１３８１２３４１２３４',
    '（+86）138 1234 1234',
    '＋８６１３８１２３４１２３４',
  ])('%s 是 13812341234', (text) => {
    expect(checkPhoneNumber(text)).toEqual({ ok: true, number: '13812341234' });
  });

  test.each([
    ['', 'Empty'],
    ['023-75552345', 'Landline'],
    ['75552345', 'Landline'],
    ['+852 9123 4567', 'OtherCountry'],
    ['0044 7700 900123', 'OtherCountry'],
    ['1381234123', 'WrongLength'],
    ['138123412345', 'WrongLength'],
    ['1'.repeat(5000), 'WrongLength'],
    ['12812341234', 'WrongStart'],
    ['23812341234', 'WrongStart'],
    ['138l2341234', 'WrongCharacter'],
  ])('%.20s：%s', (text, name) => {
    expect(checkPhoneNumber(text)).toMatchObject({ ok: false, problem: { name } });
  });
});
