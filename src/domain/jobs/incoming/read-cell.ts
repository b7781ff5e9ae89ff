/** One cell of a file of postings: its value, null where it is blank, or what is wrong and what to do. */
import { type Cell, faultMessage, isBlank, isFault } from '../../register/cell';
import type { Choice } from '../../register/choices';
import { readDate } from '../../register/read-date';
import type { IncomingSpec } from './columns';

/** Fen for `yuan`: one figure, or two. */
export type IncomingValue = string | number | boolean | readonly string[] | readonly [number, number];
export type IncomingRead =
  | { readonly ok: true; readonly value: IncomingValue | null }
  | { readonly ok: false; readonly message: string };

const good = (value: IncomingValue | null): IncomingRead => ({ ok: true, value });
const bad = (message: string): IncomingRead => ({ ok: false, message });
const quoted = (cell: Cell): string => {
  const text = String(cell).trim();
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
};

const YES = new Set(['是', '√', '✓', '✔', 'y', 'yes', 'true', '1', '对', '能', '可以', '可', '有']);
const NO = new Set(['否', '×', '✗', 'n', 'no', 'false', '0', '不是', '非', '不能', '不可以', '不可', '无']);
const OPEN_PAY = /^(面议|面谈|电议|另议|详谈|协商|按规定|按政策)$/;
const LIST = /[、,，;；/|\s]+/;

export function readCell(spec: IncomingSpec, cell: Cell): IncomingRead {
  if (isFault(cell)) return bad(faultMessage(cell));
  if (isBlank(cell)) return good(null);
  // an apostrophe in front is how spreadsheets are told that digits are text
  const value = typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;
  if (typeof value === 'string' && /^\s*[=＝]/.test(value)) return bad(faultMessage({ fault: 'formula' }));
  switch (spec.type) {
    case 'text':
      return text(spec, value, /[\s\u200b\ufeff]+/g);
    case 'lines':
      return text(spec, value, /[^\S\n]+|[\u200b\ufeff]+/g);
    case 'county':
      return county(value);
    case 'choice':
      return choice(spec.choices ?? [], value);
    case 'choices':
      return several(spec.choices ?? [], value);
    case 'yes_no':
      return yesNo(value);
    case 'count':
      return count(value);
    case 'yuan':
      return yuan(value);
    case 'degrees':
      return degrees(value);
    case 'date': {
      const read = readDate(value);
      if (read.ok) return good(read.date);
      return bad(typeof value === 'string' ? `${quoted(value)}：${read.message}` : read.message);
    }
  }
}

function text({ max = 100 }: IncomingSpec, value: Cell, blanks: RegExp): IncomingRead {
  if (typeof value === 'number' && Math.abs(value) >= 1e15)
    return bad('号码被表格软件改成了近似数，后几位已经丢了：请把这一列设成“文本”再重新填');
  const line = String(value).normalize('NFC').replace(/\r\n?/g, '\n').replace(blanks, ' ').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(line)) return bad('里面有看不见的控制字符，请重新输入');
  if (line === '') return good(null);
  return line.length > max ? bad(`有${line.length}个字，太长了，最多${max}个字`) : good(line);
}

function county(value: Cell): IncomingRead {
  const code = String(value).normalize('NFKC').trim();
  return /^[1-6]\d{5}$/.test(code)
    ? good(code)
    : bad(`${quoted(value)}不是代码：要写6位数字，例如 500242，不写名字`);
}

const word = (value: Cell) => String(value).normalize('NFKC').replace(/\s/g, '').toLowerCase();
/** Every word of a list of choices, made plain once: a file has a hundred thousand cells of each. */
const plainWords = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>();
function find(choices: readonly Choice[], wanted: string): Choice | undefined {
  let known = plainWords.get(choices);
  if (!known) {
    known = new Map(
      choices.flatMap((one) =>
        [one.label, ...(one.aliases ?? [])].map((text): [string, Choice] => [word(text), one]),
      ),
    );
    plainWords.set(choices, known);
  }
  return known.get(wanted);
}
const among = (choices: readonly Choice[]) => choices.map(({ label }) => label).join('、');

function choice(choices: readonly Choice[], value: Cell): IncomingRead {
  const found = find(choices, word(value));
  return found ? good(found.code) : bad(`${quoted(value)}不在里面，要写其中一个：${among(choices)}`);
}

function several(choices: readonly Choice[], value: Cell): IncomingRead {
  // a word may itself hold one of the marks
  const whole = find(choices, word(value));
  if (whole) return good([whole.code]);
  const codes: string[] = [];
  for (const part of String(value).split(LIST).filter(Boolean)) {
    const found =
      find(choices, word(part)) ?? choices.find(({ label }) => word(label).split('、').includes(word(part)));
    if (!found) return bad(`${quoted(part)}不在里面，要写其中几个，用顿号隔开：${among(choices)}`);
    if (!codes.includes(found.code)) codes.push(found.code);
  }
  return good(codes);
}

function yesNo(value: Cell): IncomingRead {
  const said = word(value);
  if (YES.has(said)) return good(true);
  if (NO.has(said)) return good(false);
  return bad(`${quoted(value)}看不出是还是否：要写“是”或“否”，不知道就空着`);
}

function count(value: Cell): IncomingRead {
  const text = word(value).replace(/[人名个件位]+$/, '');
  if (/^(若干|不限|多)$/.test(text)) return good(null);
  return /^\d{1,9}$/.test(text) ? good(Number(text)) : bad(`${quoted(value)}不是数：要写整数，不知道就空着`);
}

const AMOUNT = '(\\d{1,12}(?:\\.\\d{1,2})?)';
const ONE = new RegExp(`^${AMOUNT}$`);
const TWO = new RegExp(`^${AMOUNT}(?:-|—|–|~|～|至|到)+${AMOUNT}$`);
const fen = (text: string) => Math.round(Number(text) * 100);

function yuan(value: Cell): IncomingRead {
  const written = word(value);
  if (OPEN_PAY.test(written)) return good(null);
  const text = written.replace(/[,¥￥]|元|人民币|rmb/g, '').replace(/\/(月|天|日|小时|时|件)$/, '');
  const one = ONE.exec(text);
  if (one) return good(fen(one[1] as string));
  const two = TWO.exec(text);
  if (two) return good([fen(two[1] as string), fen(two[2] as string)]);
  return bad(`${quoted(value)}看不出多少钱：写数字，单位元，例如 3000 或者 3000-4500；没有说的空着`);
}

function degrees(value: Cell): IncomingRead {
  const text = word(value).replace(/[°度]$/, '');
  return /^-?\d{1,3}(\.\d+)?$/.test(text)
    ? good(Number(text))
    : bad(`${quoted(value)}不是度数：写小数，例如 28.84120，不写度分秒`);
}
