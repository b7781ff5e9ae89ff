/** jobs records: a file of what offices have published of employers, all of it or nothing; with --dry-run only counted. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { PolicyBook } from '@/cloud/policy-book/book';
import { holdRecords, keyOf } from '@/cloud/store/jobs/records';
import { employerRecord } from '@/cloud/store/schema';
import type { Queries, Store } from '@/cloud/store/store';
import {
  RECORD_KEYS,
  type RecordKey,
  type RecordRow,
  readRecord,
  recordKey,
  recordOfHeader,
  recordSpec,
} from '@/domain/jobs/record-file';
import type { Catalogue } from '../register/catalogue';
import { requireColumns } from '../register/header';
import { Refused } from '../register/refused';
import { openTableOf } from '../register/table';
import { type Remark, writeRemarks } from './report';

const RECORDS: Catalogue<RecordKey> = {
  keys: RECORD_KEYS,
  columnOf: recordOfHeader,
  headerOf: (key) => recordSpec(key).header,
  required: (key) => recordSpec(key).required === true,
  isDate: (key) => recordSpec(key).type === 'date',
  needs: '表头里至少要有：统一社会信用代码、单位名称、公布的是什么、公布部门、公布日期（见 docs/jobs.md）',
};

export interface RecordsOptions {
  readonly file: string;
  /** whose desk stands behind them, and takes them back */
  readonly county: string;
  readonly dryRun: boolean;
  readonly report?: string;
  /** `YYYY-MM-DD` in China */
  readonly today: string;
  readonly now: Date;
}

/**
 * @param say lines for the office
 * @returns whether every row was good
 * @throws Refused when nothing can be taken
 */
export async function importRecords(
  options: RecordsOptions,
  book: PolicyBook,
  connect: () => Promise<Pick<Store, 'db'>>,
  say: (line: string) => void,
): Promise<boolean> {
  const { county, dryRun, today } = options;
  if (!book.regions.some(({ region }) => region.units.some(({ code }) => code === county)))
    throw new Refused(`--county ${county} 不是已经开通的区县：请写6位代码，例如 500242`);
  const report = options.report ?? `${options.file}.结果.csv`;
  if (path.resolve(report) === path.resolve(options.file)) throw new Refused('结果不能写到要导入的文件上');
  const { rows, remarks, read, notes } = await readAll(options.file, today);
  if (read === 0) throw new Refused('文件里一条记录也没有');
  await writeRemarks(report, remarks);
  const { db } = await connect();
  const counts = await db.transaction(async (queries) => {
    await holdRecords(queries);
    return enter(queries, options, rows);
  });
  const refused = new Set(remarks.map(({ number }) => number)).size;
  for (const line of [
    ...notes,
    `读到 ${read} 行，收 ${rows.length} 行`,
    `  新的    ${counts.added} 条`,
    `  有变化  ${counts.changed} 条`,
    `  没变化  ${counts.same} 条`,
    `  撤回过  ${counts.withdrawn} 条（工作人员撤回的，不再放出来）`,
    `  退回    ${refused} 行`,
    ...(remarks.length > 0 ? [`退回的原因见 ${report}`] : []),
    dryRun ? '这是试运行，什么都没有写。去掉 --dry-run 再运行一次就写进去。' : '已经登记，大家看得到。',
  ])
    say(line);
  return remarks.length === 0;
}

async function readAll(file: string, today: string) {
  const table = await openTableOf(file, RECORDS);
  requireColumns(table.header, [], RECORDS);
  const remarks: Remark[] = [];
  const rows: RecordRow[] = [];
  const lines = new Map<string, number>();
  let read = 0;
  for await (const { number, cells, beyond } of table.rows()) {
    read++;
    const refuse = (column: string, message: string) =>
      remarks.push({ number, column, what: '退回', message });
    if (beyond > 0) {
      refuse('', `这一行比表头多出 ${beyond} 格：里面有逗号的要用引号括起来`);
      continue;
    }
    const one = readRecord(cells, today);
    if (!one.ok) {
      for (const { column, message } of one.reasons) refuse(column, message);
      continue;
    }
    const key = recordKey(one.row) ?? '';
    const before = lines.get(key);
    if (before !== undefined) refuse('', `和第 ${before} 行是同一条，只收前面那一行`);
    else rows.push(one.row);
    lines.set(key, before ?? number);
  }
  const { unknown } = table.header;
  return {
    ...{ rows, remarks, read },
    notes: [...table.notes, ...(unknown.length > 0 ? [`认不出的列（没有读）：${unknown.join('、')}`] : [])],
  };
}

type Row = typeof employerRecord.$inferSelect;

const columnsOf = (row: RecordRow) => ({
  ...{ creditCode: row.credit_code, employer: row.employer, kind: row.kind, office: row.office },
  ...{ publishedOn: row.published_on, number: row.number, link: row.link, until: row.until },
  about: row.about,
});

/** The same publication is one record, whether it came in a file or was written at the desk. */
async function enter(queries: Queries, { county, dryRun, now }: RecordsOptions, rows: readonly RecordRow[]) {
  const known = new Map<string | null, Row>();
  for (const row of await queries.select().from(employerRecord).where(eq(employerRecord.county, county))) {
    const key = keyOf(row);
    // taken back and written once more: what stands now
    if (known.get(key)?.withdrawnAt !== null) known.set(key, row);
  }
  const counts = { added: 0, changed: 0, same: 0, withdrawn: 0 };
  for (const row of rows) {
    const there = known.get(recordKey(row));
    const values = columnsOf(row);
    if (!there) {
      counts.added++;
      if (!dryRun)
        await queries
          .insert(employerRecord)
          .values({ ...values, id: randomUUID(), county, enteredBy: null, enteredAt: now });
    } else if (there.withdrawnAt !== null) counts.withdrawn++;
    else if (Object.entries(values).every(([at, value]) => there[at as keyof Row] === value)) counts.same++;
    else {
      counts.changed++;
      if (!dryRun)
        await queries
          .update(employerRecord)
          .set(values)
          .where(and(eq(employerRecord.id, there.id), eq(employerRecord.county, county)));
    }
  }
  return counts;
}
