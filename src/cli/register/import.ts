/** register import: a dry run always; with --apply the same reading is written in the same transaction. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { recordLooksIn } from '@/cloud/store/audit';
import { ImportPlan, type NumberedRow } from '@/cloud/store/register/import-plan';
import { applyStaged, lockImports, prepareStaging } from '@/cloud/store/register/staging';
import type { Store } from '@/cloud/store/store';
import { type ColumnKey, parseRow, type Reason, type RowRules } from '@/domain/register';
import { REGISTER } from './catalogue';
import { look } from './export';
import { requireColumns } from './header';
import { progress } from './progress';
import { Refused } from './refused';
import { importReport, type Rejected, writeRejected } from './report';
import { type DataRow, openTable, type Table } from './table';

const BATCH = 1000;

export interface ImportOptions {
  readonly file: string;
  readonly apply: boolean;
  /** the only county to take; every row of another is refused */
  readonly county?: string;
  /** data date of rows that name none */
  readonly asOf?: string;
  /** where the refused rows go; beside the file by default */
  readonly report?: string;
  /** `YYYY-MM-DD` in China */
  readonly today: string;
}

/**
 * @param connect called once the file is known to be a register
 * @param say lines for the officer: the counts before anything is written, and what happened
 * @returns whether every row was good
 * @throws Refused when the file cannot be taken at all
 */
export async function importFile(
  options: ImportOptions,
  connect: () => Promise<Store>,
  say: (line: string) => void,
): Promise<boolean> {
  if (path.resolve(reportFile(options)) === path.resolve(options.file))
    throw new Refused('退回名单不能写到要导入的文件上');
  const table = await openTable(options.file);
  const given: ColumnKey[] = [];
  if (options.county) given.push('county');
  if (options.asOf) given.push('data_date');
  requireColumns(table.header, given, REGISTER);
  const store = await connect();
  const client = await store.pool.connect();
  // a connection that breaks between two queries is noticed by the next one
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    const read = await readAgainst(client, store, table, options);
    const { added, changed, confirmed } = read.counts;
    say(importReport({ table, ...read, reportFile: read.refusedRows > 0 ? reportFile(options) : null }));
    const write = options.apply && added + changed + confirmed > 0;
    if (write) {
      await apply(client, table, options, read);
      await recordLooksIn(
        drizzle(client),
        store.keys.audit,
        [look(read.county, '导入实名制管理台账')],
        new Date(),
      );
    }
    if (write) await commit(client);
    else await client.query('rollback');
    client.release();
    if (write) say('已经导入。');
    else if (options.apply) say('没有要写的，台账没有改动。');
    else say('这是试运行，什么都没有写。确认后加 --apply 再运行一次。');
    return read.refusedRows === 0;
  } catch (error) {
    // a transaction that was cut off is gone with its connection
    client.release(true);
    throw error;
  }
}

/** Cut off here, nobody can know on which side of the commit. */
const commit = (client: PoolClient) =>
  client.query('commit').catch(() => {
    throw new Refused(
      '提交的时候数据库断开了，不能确定写了没有：请再运行一次，同一份文件导入两次不会多改什么',
    );
  });

const reportFile = ({ file, report }: ImportOptions): string => report ?? `${file}.退回.csv`;

async function readAgainst(client: PoolClient, store: Store, table: Table, options: ImportOptions) {
  const startedAt = new Date();
  if (options.apply && !(await lockImports(client))) throw new Refused('另一个导入正在进行，请等它结束再来');
  await prepareStaging(client);
  const plan = new ImportPlan(client, store.cipher, table.header.absent);
  const { rows, rejected } = await readAll(table, plan, options);
  if (rows === 0) throw new Refused('文件里只有表头，一个人也没有');
  const counts = await plan.finish(options.county);
  const refused = plan.refusals.map(({ number, message }) => ({ number, column: '', message }));
  const all = [...rejected, ...refused].sort((a, b) => a.number - b.number);
  await writeRejected(reportFile(options), all);
  const refusedRows = new Set(all.map(({ number }) => number)).size;
  return { startedAt, rows, counts, refusedRows, county: plan.county };
}

type Read = Awaited<ReturnType<typeof readAgainst>>;

async function apply(
  client: PoolClient,
  { sha256 }: Table,
  { file }: ImportOptions,
  read: Read,
): Promise<void> {
  process.stderr.write('… 写入数据库\n');
  const id = randomUUID();
  const counts = JSON.stringify({ rows: read.rows, ...read.counts, rejected: read.refusedRows });
  await applyStaged(client, id, read.startedAt);
  await client.query(
    `insert into register_import (id, county, file_name, sha256, started_at, finished_at, counts)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, read.county, path.basename(file), sha256, read.startedAt, new Date(), counts],
  );
}

/** Feeds every row to the plan; gives the rows that say something impossible by themselves. */
async function readAll(table: Table, plan: ImportPlan, rules: RowRules & ImportOptions) {
  const rejected: Rejected[] = [];
  const report = progress('已读');
  let batch: NumberedRow[] = [];
  let rows = 0;
  for await (const row of table.rows()) {
    rows++;
    const { numbered, reasons } = readRow(row, { ...rules, dataDate: rules.asOf });
    for (const reason of reasons) rejected.push({ number: row.number, ...reason });
    if (numbered) batch.push(numbered);
    if (batch.length >= BATCH) {
      await plan.add(batch);
      batch = [];
    }
    report(rows);
  }
  await plan.add(batch);
  return { rows, rejected };
}

function readRow(
  { number, cells, beyond }: DataRow,
  rules: RowRules,
): { numbered: NumberedRow | null; reasons: readonly Reason[] } {
  const read = parseRow(cells, rules);
  const tooMany: Reason[] =
    beyond > 0 ? [{ column: '', message: `这一行比表头多出 ${beyond} 格：里面有逗号的要用引号括起来` }] : [];
  const reasons = read.ok ? tooMany : [...tooMany, ...read.reasons];
  const idNumber = read.ok ? read.row.id_number : read.idNumber;
  const row = read.ok && reasons.length === 0 ? read.row : null;
  return { numbered: idNumber === null ? null : { number, row, idNumber }, reasons };
}
