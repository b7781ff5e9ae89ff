/**
 * What people type into a number field, made plain: full-width letters and digits become ordinary ones; spaces,
 * dashes and invisible characters between the digits go.
 */
export function plainNumberText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200f\u2060\ufeff\-\u2010-\u2015_.·]/g, '');
}

/** Longer input is no number; it is refused before anything is done with it. */
export const MAX_NUMBER_TEXT = 64;
