/** One row of the file: normalised, or every reason why it cannot be taken, in words for the office that sent it. */

import { dayNumber } from '../calendar/days';
import { semesterOf } from '../eligibility/derive';
import { checkIdNumber } from '../identity';
import type { Cell } from './cell';
import { COLUMN_KEYS, type ColumnKey, columnSpec } from './columns';
import { parseCell } from './parse-cell';
import type { RegisterRow, RegisterValue } from './row';

export interface Reason {
  /** header of the column, as the catalogue has it */
  readonly column: string;
  readonly message: string;
}

/** What the command line says about the whole file. Days are `YYYY-MM-DD`. */
export interface RowRules {
  readonly today: string;
  /** data date of rows that name none */
  readonly dataDate?: string;
  /** the only county whose rows are taken */
  readonly county?: string;
}

export type RowRead =
  | { readonly ok: true; readonly row: RegisterRow }
  /** `idNumber` when that column alone was good: the person is in the file, though not taken */
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly idNumber: string | null };

type Values = { [K in ColumnKey]?: RegisterValue };

export const headerOf = (key: ColumnKey): string => columnSpec(key).header;

export function parseRow(cells: { readonly [K in ColumnKey]?: Cell }, rules: RowRules): RowRead {
  const values: Values = {};
  const reasons: Reason[] = [];
  const wrong = (key: ColumnKey, message: string) => reasons.push({ column: headerOf(key), message });
  const unread = new Set<ColumnKey>();
  for (const key of COLUMN_KEYS) {
    const cell = cells[key];
    if (cell === undefined || cell === null || cell === '') continue;
    const read = parseCell(columnSpec(key), cell, rules.today);
    if (!read.ok) {
      wrong(key, read.message);
      unread.add(key);
    } else if (read.value !== null) values[key] = read.value;
  }
  values.data_date ??= unread.has('data_date') ? undefined : rules.dataDate;
  values.county ??= unread.has('county') ? undefined : rules.county;
  for (const key of COLUMN_KEYS)
    if (columnSpec(key).required && values[key] === undefined && !unread.has(key)) wrong(key, '不能空着');
  if (rules.county !== undefined && values.county !== undefined && values.county !== rules.county)
    wrong('county', `不是 ${rules.county} 的行：这次只导入这个区县（--county）`);
  identity(values, rules, wrong);
  for (const [from, to, what] of SPANS) span(values, from, to, what, wrong);
  contradictions(values, wrong);
  if (reasons.length > 0) return { ok: false, reasons, idNumber: (values.id_number as string) ?? null };
  return { ok: true, row: values as RegisterRow };
}

type Wrong = (key: ColumnKey, message: string) => void;

/** The number tells what kind of document it is; a kind that was written must agree. */
function identity(values: Values, { today }: RowRules, wrong: Wrong): void {
  const { id_number: number, id_kind: written, guardian_id: guardian } = values;
  if (number === undefined) return;
  const check = checkIdNumber(String(number), today);
  if (!check.ok) return;
  if (written !== undefined && written !== check.kind)
    wrong('id_kind', '和证件号码不相符：号码是另一种证件的');
  values.id_kind = check.kind;
  if (guardian === number) wrong('guardian_id', '和本人的号码一样');
}

type Span = readonly [from: ColumnKey, to: ColumnKey, ever: ColumnKey];

const SPANS: readonly Span[] = [
  ['fpzp_entered_on', 'fpzp_exited_on', 'fpzp'],
  ['continued_entered_on', 'continued_exited_on', 'continued'],
  ['monitored_on', 'eliminated_on', 'monitored_ever'],
];

function span(values: Values, from: ColumnKey, to: ColumnKey, ever: ColumnKey, wrong: Wrong): void {
  const [entered, left] = [values[from], values[to]];
  if (left !== undefined && entered === undefined) wrong(to, `写了${headerOf(to)}，没有写${headerOf(from)}`);
  if (left !== undefined && entered !== undefined && left < entered)
    wrong(to, `${left} 早于${headerOf(from)} ${entered}`);
  if (values[ever] === false && entered !== undefined)
    wrong(ever, `写了“否”，却有${headerOf(from)}；曾经是的也写“是”`);
}

const NO_CAPACITY: ReadonlySet<RegisterValue | undefined> = new Set(['lost', 'none']);

function contradictions(values: Values, wrong: Wrong): void {
  const { labour_capacity: capacity, labour_grade: grade, employed, employment_form: form } = values;
  if (capacity !== undefined && grade !== undefined && capacity === NO_CAPACITY.has(grade))
    wrong('labour_grade', `和${headerOf('labour_capacity')}“${capacity ? '是' : '否'}”互相矛盾`);
  if (employed === true && form === 'none') wrong('employment_form', `和${headerOf('employed')}“是”互相矛盾`);
  const { eliminated_on: eliminated, elimination_semester: semester } = values;
  if (eliminated === undefined || semester === undefined) return;
  const computed = semesterOf(dayNumber(String(eliminated)));
  if (computed !== null && computed !== semester)
    wrong('elimination_semester', `和${headerOf('eliminated_on')} ${eliminated} 不是同一个学期`);
}
