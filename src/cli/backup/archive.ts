/**
 * The file of a backup: gzip over lines. `#backup {…}` says what it is; then for every table `#table NAME`, one line of
 * JSON a row, and `#end {rows, sha256}`; at last `#manifest {…}` with all of it once more. A file without its last line
 * was cut off. The rows are as the database has them: personal data sealed, and no keys.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refused } from '../register/refused';

export const FORMAT = 'employment-assistance-code/backup/1';

export interface Head {
  readonly format: typeof FORMAT;
  /** hash of the newest migration */
  readonly schema: string;
  /** ISO time */
  readonly takenAt: string;
}

export interface TableSum {
  readonly name: string;
  readonly rows: number;
  /** over the table's lines, each with its line break */
  readonly sha256: string;
}

export interface Manifest extends Head {
  readonly tables: readonly TableSum[];
}

/** What the reader meets, in order. */
export type Part =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'rows'; readonly lines: readonly string[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

/** Characters of one row; the largest hold some kilobytes. */
const MAX_LINE = 1 << 26;
const NO_BACKUP = '这个文件不是备份，或者坏了';
const CUT_OFF = '备份不完整：后面断掉了';

/** Counts and hashes the lines of one table. */
export function summing(name: string): { add(lines: readonly string[]): void; sum(): TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(lines) {
      for (const line of lines) hash.update(line).update('\n');
      rows += lines.length;
    },
    sum: () => ({ name, rows, sha256: hash.digest('hex') }),
  };
}

async function* linesOf(file: string): AsyncGenerator<string[]> {
  const input = pipeline(createReadStream(file), createGunzip(), () => undefined);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() as string;
      if (rest.length > MAX_LINE) throw new Refused(NO_BACKUP);
      yield lines;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new Refused(CUT_OFF);
    throw code.startsWith('Z_') ? new Refused(NO_BACKUP) : error;
  }
  if (rest !== '') throw new Refused(CUT_OFF);
}

/**
 * Reads a backup and checks it on the way: every table against its sum, the sums against the manifest.
 * @throws Refused when it is no backup, was cut off or changed; what came before must then not be kept
 */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  let head: Head | null = null;
  let table: ReturnType<typeof summing> | null = null;
  let complete = false;
  const sums: TableSum[] = [];
  for await (const lines of linesOf(file)) {
    let rows: string[] = [];
    const flush = function* (): Generator<Part> {
      if (rows.length === 0) return;
      if (!table) throw new Refused(NO_BACKUP);
      table.add(rows);
      yield { kind: 'rows', lines: rows };
      rows = [];
    };
    for (const line of lines) {
      if (!line.startsWith('#')) {
        rows.push(line);
        continue;
      }
      yield* flush();
      const mark = line.slice(1, line.indexOf(' '));
      const said = line.slice(mark.length + 2);
      if (mark === 'backup' && head === null) {
        head = headOf(said);
        yield { kind: 'head', head };
      } else if (mark === 'table' && head !== null && table === null) {
        table = summing(said);
        yield { kind: 'table', name: said };
      } else if (mark === 'end' && table !== null) {
        const sum = table.sum();
        if (JSON.stringify(sum) !== said) throw new Refused(`备份里的表 ${sum.name} 被改过，或者坏了`);
        sums.push(sum);
        table = null;
        yield { kind: 'end' };
      } else if (mark === 'manifest' && head !== null && table === null) {
        const manifest: Manifest = { ...head, tables: sums };
        if (JSON.stringify(manifest) !== said) throw new Refused('备份的清单和内容对不上');
        complete = true;
        yield { kind: 'manifest', manifest };
      } else throw new Refused(NO_BACKUP);
    }
    yield* flush();
  }
  if (head === null) throw new Refused(NO_BACKUP);
  if (!complete) throw new Refused(CUT_OFF);
}

function headOf(text: string): Head {
  if (!text.startsWith('{"format":')) throw new Refused(NO_BACKUP);
  const { format, schema, takenAt } = JSON.parse(text) as Head;
  if (format !== FORMAT) throw new Refused('这份备份是别的版本的程序做的');
  return { format, schema, takenAt };
}
