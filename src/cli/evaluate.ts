/**
 * npm run -s evaluate -- FILE.jsonl   (or - for standard input)
 * One line in: {"id","as_of","facts"}; one line out: every benefit of every document. A bad line is answered with
 * an error and the rest goes on; the exit code is then 2.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { lineEvaluator } from './evaluate-line';
import { policyRoot } from './policy-root';

/** Written in blocks of about this many characters: fewer system calls. */
const BLOCK = 1 << 18;

async function main(file: string | undefined): Promise<number> {
  if (file === undefined) {
    process.stderr.write('usage: npm run -s evaluate -- FILE.jsonl   (or - for standard input)\n');
    return 64;
  }
  const evaluate = lineEvaluator(loadPolicyBook(policyRoot()).rules);
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failure = new Promise<never>((_, reject) => input.once('error', reject));
  let bad = false;
  let block = '';
  const flush = async () => {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
    block = '';
  };
  const run = async () => {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const answer = evaluate(line);
      if (!answer.ok) bad = true;
      block += `${answer.text}\n`;
      if (block.length > BLOCK) await flush();
    }
    await flush();
  };
  await Promise.race([run(), failure]);
  return bad ? 2 : 0;
}

// a reader that has seen enough (`| head`) ends us quietly
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.name}: ${error.message}\n`);
    process.exitCode = 1;
  },
);
