/** A file of postings: CSV and XLSX by the register's readers, or one JSON object a line. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import {
  INCOMING_KEYS,
  type IncomingCells,
  type IncomingKey,
  incomingOf,
  incomingSpec,
} from '@/domain/jobs/incoming';
import { type Cell, MAX_CELL } from '@/domain/register';
import type { Catalogue } from '../register/catalogue';
import { requireColumns } from '../register/header';
import { Refused } from '../register/refused';
import { openTableOf } from '../register/table';

export const POSTINGS: Catalogue<IncomingKey> = {
  keys: INCOMING_KEYS,
  columnOf: incomingOf,
  headerOf: (key) => incomingSpec(key).header,
  required: (key) => incomingSpec(key).required === true,
  isDate: (key) => incomingSpec(key).type === 'date',
  needs: '表头里至少要有：编号、类别、岗位名称、用人单位、区县代码、截止日期（见 docs/jobs.md）',
};

export interface FileRow {
  /** as a spreadsheet or an editor counts */
  readonly number: number;
  readonly cells: IncomingCells;
  /** the whole line is not to be read; with what to do */
  readonly broken: string | null;
}

export interface PostingFile {
  readonly notes: readonly string[];
  /** headers that were not read; complete once the rows were */
  readonly unknown: ReadonlySet<string>;
  rows(): AsyncGenerator<FileRow>;
}

/** @throws Refused for what is no file of postings */
export async function openPostings(file: string): Promise<PostingFile> {
  if (await isJson(file)) return jsonLines(file);
  const table = await openTableOf(file, POSTINGS);
  requireColumns(table.header, [], POSTINGS);
  return {
    notes: table.notes,
    unknown: new Set(table.header.unknown),
    async *rows() {
      for await (const { number, cells, beyond } of table.rows())
        yield {
          number,
          cells,
          broken: beyond > 0 ? `这一行比表头多出 ${beyond} 格：里面有逗号的要用引号括起来` : null,
        };
    },
  };
}

async function isJson(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    const start = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart();
    if (start.startsWith('['))
      throw new Refused('这是一整个 JSON 数组：请一行写一个对象（JSON lines），行末不要逗号');
    return start.startsWith('{');
  } finally {
    await handle.close();
  }
}

function jsonLines(file: string): PostingFile {
  const unknown = new Set<string>();
  return {
    notes: ['JSON，一行一个对象'],
    unknown,
    async *rows() {
      const input = createReadStream(file, 'utf8');
      let number = 0;
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++;
        const text = line.replace(/^\ufeff/, '').trim();
        if (text !== '') yield { number, ...objectOf(text, unknown) };
      }
    },
  };
}

function objectOf(text: string, unknown: Set<string>): Omit<FileRow, 'number'> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { cells: {}, broken: '这一行不是完整的 JSON 对象：看看引号、括号是不是成对，末尾有没有多的逗号' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { cells: {}, broken: '这一行不是 JSON 对象：一行写一个，用花括号括起来' };
  const cells: { [K in IncomingKey]?: Cell } = {};
  for (const [name, value] of Object.entries(data)) {
    const key = incomingOf(name);
    if (key === null) unknown.add(name.slice(0, 30));
    else if (key in cells) return { cells: {}, broken: `“${incomingSpec(key).header}”写了两次：请只留一个` };
    else cells[key] = cellOf(value);
  }
  return { cells, broken: null };
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = Array.isArray(value) ? value.map(String).join('、') : String(value);
  return text.length > MAX_CELL ? { fault: 'too_long' } : text;
}
