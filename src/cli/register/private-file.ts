/** Files with personal data: readable by their owner alone, and whole or not there. */
import { createWriteStream } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import type { Duplex } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { Refused } from './refused';

export interface Out {
  write(text: string): Promise<void>;
}

/**
 * Writes through `work`; the file appears (mode 0600) when it is complete, else nothing is left.
 * @param file null: standard output
 * @param through what is written goes through it first, like gzip
 */
export async function writePrivately(
  file: string | null,
  work: (out: Out) => Promise<void>,
  through?: Duplex,
): Promise<void> {
  if (file === null) return work(standardOutput());
  const part = `${file}.part`;
  await rm(part, { force: true });
  const stream = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  const entrance = through ?? stream;
  let failure: unknown = null;
  // a failing disk shows here first; the writer only hears that its stream is gone
  const ended = (through ? pipeline(through, stream) : finished(stream)).catch((error: unknown) => {
    failure = error;
  });
  try {
    await work(outOf(entrance));
    entrance.end();
    await ended;
    if (failure) throw failure;
    await chmod(part, 0o600);
    await rename(part, file);
  } catch (error) {
    entrance.destroy();
    stream.destroy();
    await ended;
    await rm(part, { force: true });
    throw failure && (failure as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE'
      ? failure
      : error;
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
