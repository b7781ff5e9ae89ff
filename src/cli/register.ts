/**
 * npm run -s register -- import FILE [--apply] [--county CODE] [--as-of DAY] [--report FILE]
 *                        export [--county CODE] [--out FILE]
 *                        changes --from DAY --to DAY [--county CODE] [--out FILE]
 *                        sample N [--county CODE] [--seed NUMBER] [--as-of DAY] [--out FILE]
 * 实名制管理台账 in and out: docs/register.md. Exit codes: 0 all in order, 1 not done, 2 done but some rows were refused,
 * 64 wrong usage.
 */
import { dayNumber, isoOf, partsOf } from '@/domain/calendar/days';
import { dayIn, readCommand, runProgram, seedIn, WrongUsage, withStoreOnDemand } from './commands';
import { say } from './operate';
import { writeChanges } from './register/changes';
import { exportRegister } from './register/export';
import { importFile } from './register/import';
import { writeSample } from './register/sample';
import { today } from './today';

const USAGE = `用法：
  npm run -s register -- import 文件 [--apply] [--county 区县代码] [--as-of 数据日期] [--report 退回名单]
  npm run -s register -- export [--county 区县代码] [--out 文件]
  npm run -s register -- changes --from 日期 --to 日期 [--county 区县代码] [--out 文件]
  npm run -s register -- sample 户数 [--county 500242|360425] [--seed 数] [--as-of 数据日期] [--out 文件]
日期写成 2026-10-31。不加 --apply 的导入只是试运行。
`;

const OPTIONS = {
  apply: { type: 'boolean' },
  county: { type: 'string' },
  'as-of': { type: 'string' },
  report: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  seed: { type: 'string' },
} as const;

const ALLOWED = {
  import: ['apply', 'county', 'as-of', 'report'],
  export: ['county', 'out'],
  changes: ['from', 'to', 'county', 'out'],
  sample: ['county', 'seed', 'as-of', 'out'],
} as const;

const read = (args: readonly string[]) => readCommand(args, OPTIONS, ALLOWED);
type Values = ReturnType<typeof read>['values'];

function day(name: 'as-of' | 'from' | 'to', values: Values): string | undefined {
  const text = dayIn(name, values[name]);
  if (text !== undefined && text > today()) throw new WrongUsage(`--${name} ${text} 还没有到`);
  return text;
}

function county({ county: code }: Values): string | undefined {
  if (code !== undefined && !/^\d{6}$/.test(code))
    throw new WrongUsage('--county 是6位的区县代码，例如 500242');
  return code;
}

/** The last day of the month before: what offices usually have. */
function lastMonth(): string {
  const now = dayNumber(today());
  return isoOf(now - partsOf(now)[2]);
}

/** @returns the exit code */
function main(args: readonly string[]): Promise<number> {
  return withStoreOnDemand(async (store) => {
    const { command, argument, values } = read(args);
    switch (command) {
      case 'import': {
        if (argument === undefined) throw new WrongUsage('要导入哪个文件？');
        const options = {
          file: argument,
          apply: values.apply ?? false,
          county: county(values),
          asOf: day('as-of', values),
          report: values.report,
          today: today(),
        };
        return (await importFile(options, store, say)) ? 0 : 2;
      }
      case 'export': {
        const people = await exportRegister(await store(), {
          county: county(values) ?? null,
          out: values.out ?? null,
        });
        process.stderr.write(`${people} 人\n`);
        return 0;
      }
      case 'changes': {
        const [from, to] = [day('from', values), day('to', values)];
        if (from === undefined || to === undefined || from >= to)
          throw new WrongUsage('要有 --from 和 --to，而且 --from 在前');
        const where = { county: county(values) ?? null, out: values.out ?? null };
        const people = await writeChanges(await store(), { from, to, ...where });
        process.stderr.write(`${people} 人有变动\n`);
        return 0;
      }
      case 'sample':
        return sample(argument, values);
    }
  });
}

async function sample(argument: string | undefined, values: Values): Promise<number> {
  const households = Number(argument);
  if (!Number.isInteger(households) || households < 1 || households > 1_000_000)
    throw new WrongUsage('样例户数是 1 到 1000000 的整数');
  const seed = seedIn(values.seed);
  const where = county(values) ?? null;
  if (where !== null && !['500242', '360425'].includes(where))
    throw new WrongUsage('样例只有 500242 和 360425 两个区县');
  const options = { seed, county: where, asOf: day('as-of', values) ?? lastMonth() };
  const people = await writeSample(households, options, values.out ?? null);
  process.stderr.write(`${households} 户 ${people} 人，全是编出来的\n`);
  return 0;
}

runProgram(main, USAGE);
