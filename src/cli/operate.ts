import { plainWords } from './plain-words';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the command that was named; what an operator can mend is said without a trace. Exit code 64: wrong usage. */
export function operate(commands: Readonly<Record<string, () => Promise<number>>>, usage: string): void {
  const run = commands[process.argv[2] ?? ''];
  if (!run) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 64;
    return;
  }
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${plainWords(error)}\n`);
      process.exitCode = 1;
    },
  );
}
