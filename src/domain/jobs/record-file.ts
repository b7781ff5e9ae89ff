/** A file of what offices have published of employers: its columns, and one row of it. docs/jobs.md is compared with it. */
import { checkCreditCode } from '../identity';
import type { Cell } from '../register/cell';
import { headerTable } from '../register/header-table';
import type { IncomingSpec } from './incoming';
import { readCell } from './incoming/read-cell';
import { hasSource, RECORD_KINDS, type RecordKind, recordProblems } from './reports';

type Spec = IncomingSpec & { readonly type: 'text' | 'choice' | 'date' };

const kind = (code: RecordKind, ...aliases: string[]) => ({ code, label: RECORD_KINDS[code].title, aliases });

const COLUMNS = {
  credit_code: {
    ...{ header: '统一社会信用代码', aliases: ['信用代码', '社会信用代码'], type: 'text', max: 30 },
    ...{ required: true, meaning: '18位，校验位要对；照公布的写', example: '9144030071526726XG' },
  },
  employer: {
    ...{ header: '单位名称', aliases: ['用人单位', '企业名称', '公司名称'], type: 'text', max: 60 },
    ...{ required: true, meaning: '公布的全称，不写个人的名字', example: '样例建筑公司' },
  },
  kind: {
    ...{ header: '公布的是什么', aliases: ['公布类型', '类型'], type: 'choice', required: true },
    choices: [
      kind('dishonest', '失信名单', '拖欠农民工工资失信名单', '失信联合惩戒对象'),
      kind('violation', '重大违法', '重大劳动保障违法'),
      kind('decision', '行政处理', '行政处罚', '行政处理决定', '行政处罚决定'),
    ],
    ...{ meaning: '写其中一个', example: '行政处罚决定' },
  },
  office: {
    ...{ header: '公布部门', aliases: ['公布单位', '发布部门', '公布机关'], type: 'text', max: 60 },
    ...{ required: true, meaning: '哪个部门公布的，写全称', example: '样例人社局' },
  },
  published_on: {
    ...{ header: '公布日期', aliases: ['公布时间', '发布日期'], type: 'date' },
    ...{ required: true, meaning: '哪天公布的', example: '2026-11-02' },
  },
  number: {
    ...{ header: '文号', aliases: ['公布文号', '决定书文号', '公告文号'], type: 'text', max: 60 },
    ...{ meaning: '文号、网址至少写一样，大家才查得到', example: '样例人社罚字〔2026〕1号' },
  },
  link: {
    ...{ header: '网址', aliases: ['公布网址', '链接'], type: 'text', max: 300 },
    ...{ meaning: '公布那一页的整个网址，以 http 开头', example: 'https://example.com/1' },
  },
  until: {
    ...{ header: '公布到', aliases: ['公布期限', '截止日期', '到期日期'], type: 'date' },
    ...{ meaning: '公布里写了到哪天才写；空着的，页面上写“公布时未写期限”', example: '2027-11-01' },
  },
  about: {
    ...{ header: '内容', aliases: ['公布内容', '说明'], type: 'text', max: 300 },
    ...{ meaning: '照公布的写，不写个人的名字和证件号', example: '拖欠12人工资' },
  },
} as const satisfies Record<string, Spec>;

export type RecordKey = keyof typeof COLUMNS;
export const RECORD_KEYS = Object.keys(COLUMNS) as RecordKey[];
export const recordSpec = (key: RecordKey): IncomingSpec => COLUMNS[key];
export const recordOfHeader = headerTable<RecordKey>(
  RECORD_KEYS.map((key) => [key, [COLUMNS[key].header, ...COLUMNS[key].aliases, key]]),
);

export interface RecordRow {
  readonly credit_code: string;
  readonly employer: string;
  readonly kind: RecordKind;
  readonly office: string;
  readonly published_on: string;
  readonly number: string | null;
  readonly link: string | null;
  readonly until: string | null;
  readonly about: string | null;
}
export interface RecordReason {
  /** header of the column */
  readonly column: string;
  readonly message: string;
}
type Read =
  | { readonly ok: true; readonly row: RecordRow }
  | { readonly ok: false; readonly reasons: RecordReason[] };

/** @param today `YYYY-MM-DD` */
export function readRecord(cells: { readonly [K in RecordKey]?: Cell }, today: string): Read {
  const values: { [K in RecordKey]?: string } = {};
  const reasons: RecordReason[] = [];
  const unread = new Set<string>();
  const wrong = (key: RecordKey, message: string) => {
    if (unread.has(key)) return;
    unread.add(key);
    reasons.push({ column: COLUMNS[key].header, message });
  };
  for (const key of RECORD_KEYS) {
    const spec = recordSpec(key);
    const read = readCell(spec, cells[key] ?? null);
    if (!read.ok) wrong(key, read.message);
    else if (read.value !== null) values[key] = String(read.value);
    else if (spec.required) wrong(key, '不能空着');
  }
  const code = checkCreditCode(values.credit_code ?? '');
  if (!code.ok) wrong('credit_code', code.problem.message);
  const row: RecordRow = {
    credit_code: code.ok ? code.code : '',
    employer: values.employer ?? '',
    kind: values.kind as RecordKind,
    office: values.office ?? '',
    published_on: values.published_on ?? today,
    ...{ number: values.number ?? null, link: values.link ?? null },
    ...{ until: values.until ?? null, about: values.about ?? null },
  };
  for (const { at, message } of recordProblems(row, today)) wrong(at, message);
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, row };
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Under which one and the same publication is known, in a file and at the desk; null: nobody could look it up. */
export function recordKey(row: Omit<RecordRow, 'employer' | 'office' | 'until' | 'about'>): string | null {
  if (!hasSource(row)) return null;
  return [row.credit_code, row.kind, row.published_on, plain(row.number ?? row.link ?? '')].join(' ');
}
