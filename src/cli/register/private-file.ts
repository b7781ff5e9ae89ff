/** Files with personal data: readable by their owner alone, and whole or not there. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { Refused } from './refused';

export interface Out {
  write(text: string): Promise<void>;
}

/**
 * Writes through `work`; the file appears (mode 0600) when it is complete, else nothing is left.
 * @param file null: standard output
 */
export async function writePrivately(file: string | null, work: (out: Out) => Promise<void>): Promise<void> {
  if (file === null) return work(standardOutput());
  const part = `${file}.part`;
  await rm(part, { force: true });
  const stream = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  // a failing disk shows at the next write or at the end
  const ended = finished(stream);
  ended.catch(() => undefined);
  try {
    await once(stream, 'open');
    await work(outOf(stream));
    stream.end();
    await ended;
    await chmod(part, 0o600);
    await rename(part, file);
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

const outOf = (stream: NodeJS.WritableStream): Out => ({
  write: (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    }),
});

/** The reader may go away early (`| head`): said once, without a trace. */
function standardOutput(): Out {
  process.stdout.on('error', () => undefined);
  const { write } = outOf(process.stdout);
  return {
    write: (text) =>
      write(text).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EPIPE' ? new Refused('读的一方先停了，没有写完') : error;
      }),
  };
}

/** So that spreadsheets read the Chinese right. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Lines of CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front; reading takes it off
 * again, and refuses formulas, so none is ever in the register.
 */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });
