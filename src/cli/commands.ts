/** What programs share whose commands have options of their own: wrong usage, the database when one is needed, the exit code. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Store } from '@/cloud/store/store';
import { parseDay } from '@/domain/calendar/days';
import { type Connection, connect } from './connect';
import { plainWords } from './plain-words';
import { Refused } from './register/refused';

/** In words, or empty: then the usage says enough. */
export class WrongUsage extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The command that was named, with its argument and options.
 * @param allowed command → the options it takes
 * @throws WrongUsage
 */
export function readCommand<T extends Options, C extends string>(
  args: readonly string[],
  options: T,
  allowed: Readonly<Record<C, readonly (keyof T)[]>>,
) {
  const { values, positionals } = parsed(args, options);
  const [name = '', argument, ...more] = positionals;
  if (!Object.hasOwn(allowed, name) || more.length > 0) throw new WrongUsage('');
  const command = name as C;
  const stray = Object.keys(values).find((one) => !allowed[command].includes(one));
  if (stray !== undefined) throw new WrongUsage(`${command} 没有 --${stray}`);
  return { command, argument, values };
}

function parsed<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

/** @throws WrongUsage when it is no day */
export function dayIn(option: string, text: string | undefined): string | undefined {
  if (text !== undefined && parseDay(text) === null)
    throw new WrongUsage(`--${option} 要写成 2026-10-31 这样的日期`);
  return text;
}

/** The number that sample data grows from. */
export function seedIn(text: string | undefined): number {
  const seed = Number(text ?? 1);
  if (!Number.isInteger(seed) || seed < 0) throw new WrongUsage('--seed 是整数');
  return seed;
}

/** @param work asks for the store when it needs it; not every command does */
export async function withStoreOnDemand<T>(work: (store: () => Promise<Store>) => Promise<T>): Promise<T> {
  let connection: Connection | null = null;
  const store = async () => {
    connection ??= await connect();
    return connection.store;
  };
  try {
    return await work(store);
  } finally {
    await (connection as Connection | null)?.close();
  }
}

/** Exit codes: what `main` says; 1 not done, 64 wrong usage. */
export function runProgram(main: (args: readonly string[]) => Promise<number>, usage: string): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof WrongUsage)
        process.stderr.write(`${error.message === '' ? '' : `${error.message}\n`}${usage}`);
      else process.stderr.write(`${error instanceof Refused ? error.message : plainWords(error)}\n`);
      process.exitCode = error instanceof WrongUsage ? 64 : 1;
    },
  );
}
