/** Mobile numbers of the mainland (11 digits, 13x–19x: 公用电信网号码规划), and what is wrong with a mistyped one. */
import { MAX_NUMBER_TEXT, plainNumberText } from './plain-text';

export type PhoneProblemName =
  | 'Empty'
  | 'WrongCharacter'
  | 'OtherCountry'
  | 'Landline'
  | 'WrongLength'
  | 'WrongStart';

export type PhoneCheck =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly problem: { readonly name: PhoneProblemName; readonly message: string } };

/** Accepts +86, 0086, spaces, dashes, brackets and full-width digits; gives the 11 digits. */
export function checkPhoneNumber(text: string): PhoneCheck {
  if (text.length > MAX_NUMBER_TEXT) return no('WrongLength', '手机号是11位，这里太长了');
  const typed = plainNumberText(text).replace(/[()]/g, '');
  if (typed === '') return no('Empty', '请填写手机号');
  const abroad = /^(\+|00)(?!86)/.test(typed);
  if (abroad) return no('OtherCountry', '只能用中国大陆的手机号');
  const number = typed.replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  if (!/^\d*$/.test(number)) return no('WrongCharacter', '手机号里只能有数字');
  if (/^0\d{9,11}$/.test(number) || /^[2-8]\d{6,7}$/.test(number))
    return no('Landline', '这像是座机号码。请填能收短信的手机号');
  if (number.length !== 11) {
    const off = number.length - 11;
    return no(
      'WrongLength',
      `手机号是11位，这里有${number.length}位，${off < 0 ? '少' : '多'}了${Math.abs(off)}位`,
    );
  }
  if (!/^1[3-9]/.test(number)) return no('WrongStart', '手机号以13到19开头，请再看一遍前两位');
  return { ok: true, number };
}

function no(name: PhoneProblemName, message: string): PhoneCheck {
  return { ok: false, problem: { name, message } };
}
