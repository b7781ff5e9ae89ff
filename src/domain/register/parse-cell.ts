import { checkIdNumber, checkPhoneNumber } from '../identity';
import { type Cell, faultMessage, isBlank, isFault } from './cell';
import type { Choice } from './choices';
import type { ColumnSpec } from './columns';
import { readDate } from './read-date';
import type { RegisterValue } from './row';

/** `value` null: the cell is blank, which means unknown. Messages never repeat who the person is. */
export type CellRead =
  | { readonly ok: true; readonly value: RegisterValue | null }
  | { readonly ok: false; readonly message: string };

const MAX_TEXT = 100;
const MAX_COUNT = 1200;
const YES = new Set(['是', '√', '✓', '✔', 'y', 'yes', 'true', '1', '对']);
const NO = new Set(['否', '×', '✗', 'n', 'no', 'false', '0', '不是', '非']);
/** Only where the header itself says 有: elsewhere 无 may also mean that nothing is known. */
const HAS = new Set(['有']);
const HAS_NOT = new Set(['无', '没有']);

const ROUNDED = '号码被表格软件改成了近似数，后几位已经丢了：请把这一列设成“文本”再重新填';

const good = (value: RegisterValue | null): CellRead => ({ ok: true, value });
const bad = (message: string): CellRead => ({ ok: false, message });

/** A wrong word repeated in a reason, shortened; only for columns that say nothing of who somebody is. */
const quoted = (cell: Cell): string => {
  const text = String(cell).trim();
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
};

/** @param today `YYYY-MM-DD`; a date after it is refused */
export function parseCell(spec: ColumnSpec, cell: Cell, today: string): CellRead {
  if (isFault(cell)) return bad(faultMessage(cell));
  if (isBlank(cell)) return good(null);
  // an apostrophe in front is how spreadsheets are told that digits are text
  const value = typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;
  if (typeof value === 'string' && /^\s*[=＝]/.test(value)) return bad(faultMessage({ fault: 'formula' }));
  switch (spec.type) {
    case 'text':
      return text(value);
    case 'id':
      return idNumber(value, today);
    case 'phone':
      return phone(value);
    case 'county':
      return county(value);
    case 'choice':
      return choice(spec.choices ?? [], value);
    case 'date':
      return date(value, today);
    case 'yes_no':
      return yesNo(spec, value);
    case 'count':
      return count(value);
    case 'semester':
      return semester(value);
  }
}

function text(value: Cell): CellRead {
  if (typeof value === 'number' && Math.abs(value) >= 1e15) return bad(ROUNDED);
  const line = String(value)
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  if (/^[=+\-@＝＋－＠]/.test(line)) return bad('不能以 =、+、-、@ 开头：表格软件会把它当成公式');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(line)) return bad('里面有看不见的控制字符，请重新输入');
  return line.length > MAX_TEXT ? bad(`太长了，最多 ${MAX_TEXT} 个字`) : good(line);
}

function idNumber(value: Cell, today: string): CellRead {
  // a spreadsheet keeps 15 digits of a number
  if (typeof value === 'number' || (typeof value === 'string' && /^\d(\.\d+)?e\+?1\d$/i.test(value.trim())))
    return bad(ROUNDED);
  const check = checkIdNumber(String(value), today);
  return check.ok ? good(check.number) : bad(check.problem.message);
}

function phone(value: Cell): CellRead {
  if (typeof value === 'string' && /^\d(\.\d+)?e\+?1\d$/i.test(value.trim())) return bad(ROUNDED);
  const check = checkPhoneNumber(String(value));
  return check.ok ? good(check.number) : bad(`${check.problem.message}；不知道就空着`);
}

const COUNTY = /^[1-6]\d(?!0000)\d{4}$/;

function county(value: Cell): CellRead {
  const code = String(value).normalize('NFKC').trim();
  return COUNTY.test(code) && !code.endsWith('00')
    ? good(code)
    : bad('要写区县的6位代码，例如 500242；不写省、市的代码，也不写名字');
}

const word = (value: Cell) => String(value).normalize('NFKC').replace(/\s/g, '').toLowerCase();

function choice(choices: readonly Choice[], value: Cell): CellRead {
  const wanted = word(value);
  const found = choices.find(({ label, aliases = [] }) => label === wanted || aliases.includes(wanted));
  return found
    ? good(found.code)
    : bad(`${quoted(value)}不在里面，要写其中一个：${choices.map(({ label }) => label).join('、')}`);
}

function date(value: Cell, today: string): CellRead {
  const read = readDate(value);
  if (!read.ok) return bad(typeof value === 'string' ? `${quoted(value)}：${read.message}` : read.message);
  return read.date > today ? bad(`${read.date} 还没有到（今天是 ${today}）`) : good(read.date);
}

function yesNo({ header }: ColumnSpec, value: Cell): CellRead {
  const said = word(value);
  const has = header.startsWith('有');
  if (YES.has(said) || (has && HAS.has(said))) return good(true);
  if (NO.has(said) || (has && HAS_NOT.has(said))) return good(false);
  return bad(`${quoted(value)}看不出是还是否：要写“是”或“否”，不知道就空着`);
}

function count(value: Cell): CellRead {
  const number = Number(
    String(value)
      .normalize('NFKC')
      .replace(/(个?月|\s)/g, ''),
  );
  return Number.isInteger(number) && number >= 0 && number <= MAX_COUNT
    ? good(number)
    : bad(`${quoted(value)}不是月数：要写 0 到 ${MAX_COUNT} 的整数`);
}

const SEMESTER = /^((?:19|20)\d{2})年?(s|a|春季?|秋季?)(学期)?$/;

function semester(value: Cell): CellRead {
  const match = SEMESTER.exec(word(value));
  if (!match) return bad(`${quoted(value)}不是学期：要写成 2023年春季 或 2023年秋季`);
  return good(`${match[1]}${/^[s春]/.test(match[2] as string) ? 'S' : 'A'}`);
}

/** A kept value as it is written in the file; reading it again gives the same value. */
export function cellText(spec: ColumnSpec, value: RegisterValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (spec.type === 'choice') return spec.choices?.find(({ code }) => code === value)?.label ?? String(value);
  if (spec.type === 'semester')
    return `${String(value).slice(0, 4)}年${String(value).endsWith('S') ? '春季' : '秋季'}`;
  return String(value);
}
