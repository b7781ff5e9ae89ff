/** jobs import: a file of postings of one source, in one transaction; with --dry-run the same and then taken back. */
import path from 'node:path';
import type { PoolClient } from 'pg';
import type { PolicyBook } from '@/cloud/policy-book/book';
import { applyPostings, type PostingCounts, planPostings } from '@/cloud/store/jobs/plan';
import {
  lockPostings,
  prepareIncoming,
  type ReadPosting,
  stagePostings,
  stagePresent,
} from '@/cloud/store/jobs/staging';
import type { Store } from '@/cloud/store/store';
import { type IncomingReason, readIncoming } from '@/domain/jobs/incoming';
import { progress } from '../register/progress';
import { Refused } from '../register/refused';
import type { Datum } from './boundaries';
import { type FileRow, openPostings } from './open';
import { countyName, place } from './place';
import { type Remark, summary, writeRemarks } from './report';

const BATCH = 1000;

export interface ImportOptions {
  readonly file: string;
  /** the office's name as people read it */
  readonly source: string;
  readonly datum: Datum;
  readonly dryRun: boolean;
  /** more than half of what stands there may be withdrawn */
  readonly really: boolean;
  /** where refused, held and corrected rows are written; beside the file by default */
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
export async function importPostings(
  options: ImportOptions,
  book: PolicyBook,
  connect: () => Promise<Pick<Store, 'pool'>>,
  say: (line: string) => void,
): Promise<boolean> {
  const report = options.report ?? `${options.file}.结果.csv`;
  if (path.resolve(report) === path.resolve(options.file)) throw new Refused('结果不能写到要导入的文件上');
  const file = await openPostings(options.file);
  return inTransaction(await connect(), options, async (client) => {
    const read = await readAll(client, file.rows(), options, book);
    if (read.rows === 0) throw new Refused('文件里一条岗位也没有：要全部下架，请用 jobs withdraw');
    const counts = await planPostings(client, options.source);
    await writeRemarks(report, read.remarks);
    const unknown = [...file.unknown];
    say(summary({ notes: file.notes, unknown, counts, ...read, report }));
    guard(counts, options);
    await applyPostings(client, options.source, options.now);
    say(options.dryRun ? '这是试运行，什么都没有写。去掉 --dry-run 再运行一次就写进去。' : '已经导入。');
    return !read.remarks.some(({ what }) => what === '退回');
  });
}

/** Everything of a source, as if its file were empty. */
export async function withdrawSource(
  options: Pick<ImportOptions, 'source' | 'dryRun' | 'now'>,
  connect: () => Promise<Pick<Store, 'pool'>>,
  say: (line: string) => void,
): Promise<void> {
  await inTransaction(await connect(), options, async (client) => {
    const counts = await planPostings(client, options.source);
    if (counts.live === 0) throw new Refused(`没有来源“${options.source}”的岗位：请用 jobs list 看看名字`);
    await applyPostings(client, options.source, options.now);
    say(`下架 ${counts.withdrawn} 条，别的来源也有、留着的 ${counts.vanished - counts.withdrawn} 条`);
    if (options.dryRun) say('这是试运行，什么都没有写。');
    return true;
  });
}

async function inTransaction(
  { pool }: Pick<Store, 'pool'>,
  { dryRun }: Pick<ImportOptions, 'dryRun'>,
  work: (client: PoolClient) => Promise<boolean>,
): Promise<boolean> {
  const client = await pool.connect();
  // a connection that breaks between two queries is noticed by the next one
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    if (!(await lockPostings(client))) throw new Refused('另一个导入正在进行，请等它结束再来');
    await prepareIncoming(client);
    const result = await work(client);
    await client.query(dryRun ? 'rollback' : 'commit');
    client.release();
    return result;
  } catch (error) {
    // a transaction that was cut off is gone with its connection
    client.release(true);
    throw error;
  }
}

/** A file that was cut off must not take down what is still true. */
function guard({ vanished, live }: PostingCounts, { really, source }: ImportOptions): void {
  if (really || vanished * 2 <= live) return;
  throw new Refused(
    `来源“${source}”现有 ${live} 条，文件里少了 ${vanished} 条，超过一半：多半是文件不完整，什么都没有导入。真的都不招了，请加 --really`,
  );
}

interface Read {
  readonly rows: number;
  readonly taken: number;
  readonly held: number;
  readonly exactness: Readonly<Record<'exact' | 'town' | 'county', number>>;
  readonly remarks: readonly Remark[];
}

async function readAll(
  client: PoolClient,
  rows: AsyncGenerator<FileRow>,
  options: ImportOptions,
  book: PolicyBook,
): Promise<Read> {
  const remarks: Remark[] = [];
  const lines = new Map<string, number>();
  const exactness = { exact: 0, town: 0, county: 0 };
  const tell = progress('已读');
  let [read, taken, held] = [0, 0, 0];
  let batch: ReadPosting[] = [];
  let present: string[] = [];
  // the database takes one batch while the next is read
  let under = Promise.resolve();
  const stage = async (rows: readonly ReadPosting[], ids: readonly string[]) => {
    const holding = await stagePostings(client, options, rows);
    held += holding.length;
    for (const one of holding)
      remarks.push({ number: one.line, column: '', what: '扣下', message: one.held });
    await stagePresent(client, ids);
  };
  const flush = async () => {
    await under;
    under = stage(batch, present);
    // it is heard at the next turn
    under.catch(() => undefined);
    [batch, present] = [[], []];
  };
  for await (const row of rows) {
    tell(++read);
    const { sourceId, posting, reasons, note } = readOne(row, options, book);
    const before = sourceId === null ? undefined : lines.get(sourceId);
    const all =
      before === undefined
        ? reasons
        : [{ column: '编号', message: `编号和第 ${before} 行一样：一条岗位一个编号，只收前面那一行` }];
    for (const reason of all) remarks.push({ number: row.number, what: '退回', ...reason });
    if (sourceId !== null && before === undefined) {
      lines.set(sourceId, row.number);
      present.push(sourceId);
    }
    if (posting && all.length === 0) {
      taken++;
      exactness[posting.draft.exact]++;
      if (note) remarks.push({ number: row.number, column: '', what: '改正', message: note });
      batch.push(posting);
    }
    if (batch.length >= BATCH || present.length >= BATCH) await flush();
  }
  await flush();
  await under;
  return { rows: read, taken, held, exactness, remarks: remarks.sort((a, b) => a.number - b.number) };
}

interface One {
  readonly sourceId: string | null;
  readonly posting: ReadPosting | null;
  readonly reasons: readonly IncomingReason[];
  readonly note: string | null;
}

function readOne({ number, cells, broken }: FileRow, options: ImportOptions, book: PolicyBook): One {
  const read = readIncoming(cells, options.today);
  const sourceId = read.ok ? read.row.source_id : read.sourceId;
  const wrong = (reasons: readonly IncomingReason[]): One => ({
    sourceId,
    posting: null,
    reasons,
    note: null,
  });
  if (broken !== null) return wrong([{ column: '', message: broken }]);
  if (!read.ok) return wrong(read.reasons);
  const placed = place(book, read.row, options.datum);
  if (!placed.ok) return wrong([placed.reason]);
  const { source_id, written: _, posted_on, ...row } = read.row;
  const { destination } = row.words;
  const words =
    row.offered_to !== null && destination === null
      ? { ...row.words, destination: countyName(row.county) }
      : row.words;
  const draft = { ...row, words, point: placed.point, exact: placed.exact };
  return {
    sourceId,
    posting: { line: number, sourceId: source_id, draft, postedOn: posted_on },
    reasons: [],
    note: placed.note,
  };
}
