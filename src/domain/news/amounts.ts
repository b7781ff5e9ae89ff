/** Amounts of money and shares in a text, so that none is told that the cited passage does not state. */

export interface Amount {
  /** as it is written */
  readonly text: string;
  /** `y500`: yuan; `p70`: per cent; null: no figure at all (几百元, 500多元), which no passage can state */
  readonly key: string | null;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const BIG: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const NUMBER = '(?:\\d+(?:\\.\\d+)?|[零一二三四五六七八九十百千])[零一二三四五六七八九十百千万亿]*';
const TO = '(?:-|—|–|~|到|至)';
const YUAN = '(?:元(?![旦月素])|圆|块钱|块(?=[，。！？；、）\\n]|$))';

/** Full-width signs, thousands separators and other ways to write the same digit. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(
      /[,!?;:()]/g,
      (sign) =>
        ({ ',': '，', '!': '！', '?': '？', ';': '；', ':': '：', '(': '（', ')': '）' })[sign] ?? sign,
    )
    .replace(/(\d)，(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)[ \t]+(?=[\d万亿千百元圆块%])/g, '$1')
    .replace(/[～∼]/g, '~')
    .replace(/两/g, '二')
    .replace(/〇/g, '零');

/** 3万 · 五百 · 二千五百 · 1.5万 */
function numberOf(number: string): number {
  let sum = 0;
  let section = 0;
  let digit: number | null = null;
  for (const part of number.match(/\d+(?:\.\d+)?|./g) ?? []) {
    if (/^\d/.test(part)) digit = Number(part);
    else if (DIGITS.includes(part)) digit = DIGITS.indexOf(part);
    else if (part in UNITS) {
      section += (digit ?? 1) * (UNITS[part] ?? 1);
      digit = null;
    } else {
      sum = (sum + section + (digit ?? 0)) * (BIG[part] ?? 1);
      section = 0;
      digit = null;
    }
  }
  return Math.round((sum + section + (digit ?? 0)) * 100) / 100;
}

/** 1到2万: the first has the second's unit. */
function range(text: string, from: string, to: string, prefix: string): Amount[] {
  const unit = /[万亿]$/.exec(to)?.[0] ?? '';
  const first = /[万亿]$/.test(from) ? from : from + unit;
  return [first, to].map((number) => ({ text, key: `${prefix}${numberOf(number)}` }));
}

/** Every amount of money and every share, in the order of the kinds. */
export function amountsIn(given: string): Amount[] {
  const text = plain(given);
  const found: Amount[] = [];
  const each = (pattern: string, take: (match: RegExpMatchArray) => readonly Amount[]) => {
    for (const match of text.matchAll(new RegExp(pattern, 'g'))) found.push(...take(match));
  };
  const one = (match: RegExpMatchArray, prefix: string): Amount[] => {
    const [whole, from, number = ''] = match;
    if (from !== undefined) return range(whole, from, number, prefix);
    return [{ text: whole, key: `${prefix}${numberOf(number)}` }];
  };
  each(`(?:(${NUMBER})(?:元|%)?${TO})?(${NUMBER})${YUAN}`, (match) => one(match, 'y'));
  each(`[¥](${NUMBER})`, ([whole, number = '']) => [{ text: whole, key: `y${numberOf(number)}` }]);
  each(`(?:(${NUMBER})%?${TO})?(${NUMBER})%`, (match) => one(match, 'p'));
  each(`百分之(${NUMBER})`, ([whole, number = '']) => [{ text: whole, key: `p${numberOf(number)}` }]);
  // 几百元, 上千元, 500多元, 一百来块
  each(`(?:[几数上成]|${NUMBER}[多余来几])[十百千万亿]*[多余来]?(?:元|圆|块)`, ([whole]) => [
    { text: whole, key: null },
  ]);
  // 补贴500，一次
  each(
    `(?:补|补贴|补助|奖|奖励|发|发放|领|领取)(\\d{2,}(?:\\.\\d+)?[千万]?)(?=[，。！？；、）/\\n每]|$)`,
    (match) => [{ text: match[0], key: `y${numberOf(match[1] ?? '')}` }],
  );
  return found;
}

/** The amounts of a text that none of the passages states, as they are written, each once. */
export function amountsNotIn(text: string, passages: readonly string[]): string[] {
  const stated = new Set(passages.flatMap((passage) => amountsIn(passage).map(({ key }) => key)));
  const strange = amountsIn(text).filter(({ key }) => key === null || !stated.has(key));
  return [...new Set(strange.map((amount) => amount.text))];
}
