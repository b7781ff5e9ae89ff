/**
 * A command that answers line by line: one line in, one line out, from a file or `-` for standard input. A bad line is
 * answered with an error and the rest goes on; the exit code is then 2.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One line out, and whether the line in was good. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

/** Written in blocks of about this many characters: fewer system calls. */
const BLOCK = 1 << 18;

/** @param prepare makes what answers a line, once it is known that there are lines to answer */
export function answerLines(command: string, prepare: () => (line: string) => Answer): void {
  // a reader that has seen enough (`| head`) ends us quietly
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  run(command, process.argv[2], prepare).then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      process.stderr.write(`${error.name}: ${error.message}\n`);
      process.exitCode = 1;
    },
  );
}

async function run(
  command: string,
  file: string | undefined,
  prepare: () => (line: string) => Answer,
): Promise<number> {
  if (file === undefined) {
    process.stderr.write(`usage: npm run -s ${command} -- FILE.jsonl   (or - for standard input)\n`);
    return 64;
  }
  const answerTo = prepare();
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failure = new Promise<never>((_, reject) => input.once('error', reject));
  let bad = false;
  let block = '';
  const flush = async () => {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
    block = '';
  };
  const all = async () => {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const answer = answerTo(line);
      if (!answer.ok) bad = true;
      block += `${answer.text}\n`;
      if (block.length > BLOCK) await flush();
    }
    await flush();
  };
  await Promise.race([all(), failure]);
  return bad ? 2 : 0;
}
