/** The unified social credit code of a unit (GB 32100-2015): 18 characters, the last one checks the others. */
import { MAX_NUMBER_TEXT, plainNumberText } from './plain-text';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type CreditCodeProblemName = 'Empty' | 'WrongLength' | 'WrongCharacter' | 'WrongCheckDigit';

export type CreditCodeCheck =
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false;
      readonly problem: { readonly name: CreditCodeProblemName; readonly message: string };
    };

/** The character that belongs behind the first 17. */
export function creditCheckDigit(first17: string): string {
  const sum = [...first17].reduce(
    (total, character, index) => total + ALPHABET.indexOf(character) * (3 ** index % 31),
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/** Accepts lower case, spaces, dashes and full-width characters; gives the 18 characters. */
export function checkCreditCode(text: string): CreditCodeCheck {
  if (text.length > MAX_NUMBER_TEXT) return no('WrongLength', '统一社会信用代码是18位，这里太长了');
  const code = plainNumberText(text).toUpperCase();
  if (code === '') return no('Empty', '请填写统一社会信用代码，在营业执照的上方');
  if (code.length !== 18) return no('WrongLength', `统一社会信用代码是18位，这里有${code.length}位`);
  const strange = [...code].find((character) => !ALPHABET.includes(character));
  if (strange !== undefined)
    return no(
      'WrongCharacter',
      `代码里没有“${strange}”。代码不用字母 I、O、S、V、Z，请看是不是数字 1、0、5、2`,
    );
  if (creditCheckDigit(code.slice(0, 17)) !== code[17])
    return no('WrongCheckDigit', '代码有一位不对，请照着营业执照再看一遍');
  return { ok: true, code };
}

const no = (name: CreditCodeProblemName, message: string): CreditCodeCheck => ({
  ok: false,
  problem: { name, message },
});
