/**
 * Numbers of identity documents in the 18-digit form of GB 11643 and what is wrong with a mistyped one.
 *
 * Sources: GB 11643-1999 公民身份号码 (address 6, birth date 8, order 3, check by ISO 7064 MOD 11-2);
 * 港澳台居民居住证申领发放办法 第三条 (address codes 810000, 820000, 830000, same standard); 新版外国人永久居留身份证
 * 机读信息规则（2023版） and GA 2102-2023 (first digit 9, digits 2–3 the issuing province, 4–6 the country in numbers,
 * 7–14 the birth date, the same check digit).
 */
import { parseDay } from '../calendar/days';
import { PROVINCES } from '../geo/provinces';
import { MAX_NUMBER_TEXT, plainNumberText } from './plain-text';

/** resident: 居民身份证 · hk_mo_tw: 港澳台居民居住证 · foreign_permanent: 外国人永久居留身份证 */
export type IdKind = 'resident' | 'hk_mo_tw' | 'foreign_permanent';

export type IdProblemName =
  | 'Empty'
  | 'OldNumber'
  | 'OtherDocument'
  | 'WrongCharacter'
  | 'WrongLength'
  | 'UnknownProvince'
  | 'ImpossibleDate'
  | 'FutureDate'
  | 'TooLongAgo'
  | 'WrongCheckDigit';

/** `message` may repeat the birth date as typed: it is for the person who typed it, never for a log. */
export interface IdProblem {
  readonly name: IdProblemName;
  readonly message: string;
  /** digits that cannot be, counted from 1 in the number without spaces */
  readonly positions?: readonly number[];
}

export type IdCheck =
  | { readonly ok: true; readonly kind: IdKind; readonly number: string; readonly birthDate: string }
  | { readonly ok: false; readonly problem: IdProblem };

export const ACCEPTED_KINDS = '居民身份证、港澳台居民居住证、18位的外国人永久居留身份证';

const EARLIEST_YEAR = 1900;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const MAINLAND = new Set(PROVINCES.map(({ code }) => code.slice(0, 2)));
const PERMIT_ADDRESSES = new Set(['810000', '820000', '830000']);

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS[sum % 11] as string;
}

/** @param today `YYYY-MM-DD`: nobody is born after it */
export function checkIdNumber(text: string, today: string): IdCheck {
  if (text.length > MAX_NUMBER_TEXT) return no('WrongLength', '身份证号是18位，这里太长了');
  const number = plainNumberText(text).toUpperCase().replace(/[×Х]/g, 'X');
  const form = formProblem(number);
  if (form) return { ok: false, problem: form };

  const kind = kindOf(number);
  if (!kind) return unknownProvince(number);
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const wrongDate = dateProblem(date, today);
  if (wrongDate) return { ok: false, problem: wrongDate };
  if (idCheckDigit(number) !== number[17])
    return no('WrongCheckDigit', '最后一位和前面对不上：可能是其中一位抄错了，请对着证件再看一遍', [18]);
  return { ok: true, kind, number, birthDate: date };
}

function kindOf(number: string): IdKind | null {
  if (number[0] === '9') return MAINLAND.has(number.slice(1, 3)) ? 'foreign_permanent' : null;
  if (PERMIT_ADDRESSES.has(number.slice(0, 6))) return 'hk_mo_tw';
  return MAINLAND.has(number.slice(0, 2)) ? 'resident' : null;
}

/** Everything that shows before the digits are read for what they mean. */
function formProblem(number: string): IdProblem | null {
  if (number === '') return { name: 'Empty', message: '请填写身份证号' };
  if (/^\d{15}$/.test(number))
    return {
      name: 'OldNumber',
      message: '这是15位的老号码，已经停用。请填现在证件上的18位号码',
    };
  // a passport, a travel permit, the old residence card: letters where a number of ours has digits
  if (/^[A-Z]{1,3}\d{5,}[A-Z\d]*$/.test(number) || /^\d{7,10}[A-Z]{1,2}$/.test(number))
    return {
      name: 'OtherDocument',
      message: `这里不能用护照、通行证或旧版永久居留证的号码。可以用：${ACCEPTED_KINDS}`,
    };
  const strange = [...number].flatMap((char, index) =>
    /\d/.test(char) || (char === 'X' && index === 17) ? [] : [index + 1],
  );
  if (strange.length > 0)
    return {
      name: 'WrongCharacter',
      message: `第${listed(strange)}位不是数字（只有第18位可以是X）。可以用：${ACCEPTED_KINDS}`,
      positions: strange,
    };
  if (number.length === 18) return null;
  const off = number.length - 18;
  const counted = `身份证号是18位，这里有${number.length}位，${off < 0 ? '少' : '多'}了${Math.abs(off)}位`;
  // so far off is another kind of number, not a slip
  const message = Math.abs(off) > 3 ? `${counted}。可以用：${ACCEPTED_KINDS}` : counted;
  return { name: 'WrongLength', message };
}

function unknownProvince(number: string): IdCheck {
  if (number[0] === '9') return no('UnknownProvince', '第2、3位是办证的省份，没有这个省份代码', [2, 3]);
  if (['81', '82', '83'].includes(number.slice(0, 2)))
    return no('UnknownProvince', '港澳台居民居住证的前6位是810000、820000或830000', [3, 4, 5, 6]);
  return no('UnknownProvince', '前两位是省份，没有这个省份代码', [1, 2]);
}

function dateProblem(date: string, today: string): IdProblem | null {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (year < EARLIEST_YEAR)
    return {
      name: 'TooLongAgo',
      message: `第7到10位是出生年份，${date.slice(0, 4)}年太早了`,
      positions: range(7, 10),
    };
  if (parseDay(date) === null)
    return {
      name: 'ImpossibleDate',
      message: `第7到14位是出生日期，${date} 没有这一天`,
      positions: impossiblePart(month, day),
    };
  if (date > today)
    return {
      name: 'FutureDate',
      message: `第7到14位是出生日期，${date} 还没有到`,
      positions: range(7, 14),
    };
  return null;
}

/** Which of the digits cannot be; in 02-31 either the month or the day may be the wrong one. */
function impossiblePart(month: number, day: number): number[] {
  const noMonth = month < 1 || month > 12;
  const noDay = day < 1 || day > 31;
  if (noMonth === noDay) return range(11, 14);
  return noMonth ? [11, 12] : [13, 14];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const listed = (positions: readonly number[]): string =>
  positions.length > 3 ? `${positions.slice(0, 3).join('、')}…` : positions.join('、');

function no(name: IdProblemName, message: string, positions?: readonly number[]): IdCheck {
  return { ok: false, problem: positions ? { name, message, positions } : { name, message } };
}
