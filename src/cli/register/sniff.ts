import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Refused } from './refused';

export type Encoding = 'UTF-8' | 'GB 18030' | 'UTF-16LE' | 'UTF-16BE';

export type Sniffed = { readonly sha256: string; readonly size: number } & (
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly encoding: Encoding }
);

const NEITHER = '这个文件不是 CSV，也不是 XLSX';

/**
 * What a file is, by its bytes and not by its name; read through once.
 * @throws Refused for anything that is neither CSV nor XLSX, or cannot be read
 */
export async function sniff(file: string): Promise<Sniffed> {
  const hash = createHash('sha256');
  const checks: Record<'UTF-8' | 'GB 18030', TextDecoder | null> = {
    'UTF-8': new TextDecoder('utf-8', { fatal: true }),
    'GB 18030': new TextDecoder('gb18030', { fatal: true }),
  };
  let head = Buffer.alloc(0);
  let size = 0;
  let zeros = false;
  const test = (name: 'UTF-8' | 'GB 18030', chunk: Buffer | undefined) => {
    try {
      checks[name]?.decode(chunk, { stream: chunk !== undefined });
    } catch {
      checks[name] = null;
    }
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < 8) head = Buffer.concat([head, chunk.subarray(0, 8)]);
    size += chunk.length;
    zeros ||= chunk.includes(0);
    test('UTF-8', chunk);
    test('GB 18030', chunk);
  }
  test('UTF-8', undefined);
  test('GB 18030', undefined);
  const common = { sha256: hash.digest('hex'), size };
  const start = head.toString('latin1');
  if (start.startsWith('PK\x03\x04')) return { ...common, format: 'xlsx' };
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    throw new Refused('这是旧版的 .xls，或者加了密码的文件：请去掉密码，另存为 .xlsx 或 CSV');
  if (start.startsWith('\xff\xfe')) return { ...common, format: 'csv', encoding: 'UTF-16LE' };
  if (start.startsWith('\xfe\xff')) return { ...common, format: 'csv', encoding: 'UTF-16BE' };
  if (zeros) throw new Refused(NEITHER);
  if (checks['UTF-8']) return { ...common, format: 'csv', encoding: 'UTF-8' };
  if (checks['GB 18030']) return { ...common, format: 'csv', encoding: 'GB 18030' };
  throw new Refused(`${NEITHER}（文字编码认不出：请另存为 UTF-8 的 CSV）`);
}
