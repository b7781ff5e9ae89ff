/** CSV as a sheet: comma, tab or semicolon; quoted cells may hold line breaks. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Cell, MAX_CELL } from '@/domain/register';
import { Refused } from './refused';
import type { Encoding } from './sniff';
import type { RawRow, Sheet } from './table';

/** Is this text the header of a column one looks for? */
type Knows = (header: string) => boolean;

const DELIMITERS = [',', '\t', ';'];
/** Bytes of one record. A cell of 10 MB is still read and refused as one row; beyond it a quote was never closed. */
const MAX_RECORD = 64 << 20;
const HEAD_CHARACTERS = 1 << 16;

async function* text(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.replace(' ', ''));
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The mark that makes the most known headers out of one of the first lines. */
async function delimiterOf(file: string, encoding: Encoding, knows: Knows): Promise<string> {
  let head = '';
  for await (const piece of text(file, encoding)) {
    head += piece;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  const lines = head.split(/\r\n|\r|\n/).slice(0, 40);
  const known = (line: string, mark: string) =>
    line.split(mark).filter((cell) => knows(cell.replace(/^\s*"|"\s*$/g, ''))).length;
  const scores = DELIMITERS.map((mark) => Math.max(0, ...lines.map((line) => known(line, mark))));
  return DELIMITERS[scores.indexOf(Math.max(...scores))] as string;
}

const cellOf = (cell: string): Cell => (cell.length > MAX_CELL ? { fault: 'too_long' } : cell);

async function* records(file: string, encoding: Encoding, knows: Knows): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: await delimiterOf(file, encoding, knows),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
  });
  const input = Readable.from(text(file, encoding), { objectMode: false });
  input.on('error', (error) => parser.destroy(error));
  let number = 0;
  try {
    for await (const record of input.pipe(parser) as AsyncIterable<string[]>) {
      number++;
      yield { number, cells: record.map(cellOf) };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refused(`第 ${number + 1} 行起读不下去：多半是一个引号（"）没有成对。什么都没有导入`);
    throw error;
  } finally {
    input.destroy();
  }
}

export const csvSheet = (file: string, encoding: Encoding, knows: Knows): Sheet => ({
  name: null,
  from1904: false,
  rows: () => records(file, encoding, knows),
  merged: async () => [],
});
