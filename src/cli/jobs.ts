/**
 * npm run -s jobs -- import FILE --source NAME [--dry-run] [--datum wgs84|gcj02|bd09] [--really] [--report FILE]
 *                    withdraw --source NAME [--dry-run]
 *                    list [--source NAME]
 *                    records FILE --county CODE [--dry-run] [--report FILE]
 *                    sample N [--counties CODE,CODE] [--seed NUMBER] [--as-of DAY] [--out FILE]
 *                    centres [--out FILE]
 *                    outlines [--out FILE]
 * Postings in and out: docs/jobs.md. Exit codes: 0 all in order, 1 not done, 2 done but some rows were refused,
 * 64 wrong usage.
 */
import { writeFileSync } from 'node:fs';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { OWN_SOURCES } from '@/domain/jobs/states';
import { dayIn, readCommand, runProgram, seedIn, WrongUsage, withStoreOnDemand } from './commands';
import { boundaries, type Datum } from './jobs/boundaries';
import { centresFile, countyCodes } from './jobs/centres';
import { importPostings, withdrawSource } from './jobs/import';
import { listSources } from './jobs/list';
import { outlinesFile } from './jobs/outlines';
import { importRecords } from './jobs/records';
import { writeSamplePostings } from './jobs/sample-file';
import { say } from './operate';
import { policyRoot } from './policy-root';
import { today } from './today';

const USAGE = `用法：
  npm run -s jobs -- import 文件 --source 来源 [--dry-run] [--datum gcj02|wgs84|bd09] [--really] [--report 结果文件]
  npm run -s jobs -- withdraw --source 来源 [--dry-run]
  npm run -s jobs -- list [--source 来源]
  npm run -s jobs -- records 文件 --county 区县代码 [--dry-run] [--report 结果文件]
  npm run -s jobs -- sample 条数 [--counties 区县代码,区县代码] [--seed 数] [--as-of 日期] [--out 文件]
  npm run -s jobs -- centres [--out 文件]
  npm run -s jobs -- outlines [--out 文件]
records 是有关部门公布过的欠薪记录。来源是大家看得到的单位名称，例如 酉阳县人社局；每次写得一样。经纬度不说就是 gcj02（高德、腾讯地图的）。
`;

const OPTIONS = {
  source: { type: 'string' },
  datum: { type: 'string' },
  'dry-run': { type: 'boolean' },
  really: { type: 'boolean' },
  report: { type: 'string' },
  county: { type: 'string' },
  counties: { type: 'string' },
  seed: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
} as const;

const ALLOWED = {
  import: ['source', 'datum', 'dry-run', 'really', 'report'],
  withdraw: ['source', 'dry-run'],
  list: ['source'],
  records: ['county', 'dry-run', 'report'],
  sample: ['counties', 'seed', 'as-of', 'out'],
  centres: ['out'],
  outlines: ['out'],
} as const;

const read = (args: readonly string[]) => readCommand(args, OPTIONS, ALLOWED);
type Values = ReturnType<typeof read>['values'];

/** what the portal itself is called where a posting did not come in a file: withdrawn by a file's name, all of them would go */
const RESERVED: readonly string[] = [...Object.keys(OWN_SOURCES), 'system'];

function sourceOf({ source }: Values): string {
  const name = source?.normalize('NFC').trim() ?? '';
  if (name.length < 2 || name.length > 40) throw new WrongUsage('--source 写单位名称，2到40个字');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (RESERVED.includes(name.toLowerCase()) || /[\u0000-\u001f\u007f]/.test(name))
    throw new WrongUsage('--source 不能是这个名字，请写单位名称');
  return name;
}

function datumOf({ datum = 'gcj02' }: Values): Datum {
  if (datum === 'gcj02' || datum === 'wgs84' || datum === 'bd09') return datum;
  throw new WrongUsage('--datum 是 gcj02（高德、腾讯）、wgs84（GPS、天地图）或 bd09（百度）');
}

/** @returns the exit code */
function main(args: readonly string[]): Promise<number> {
  return withStoreOnDemand(async (store) => {
    const { command, argument, values } = read(args);
    const common = { dryRun: values['dry-run'] ?? false, now: new Date(), today: today() };
    switch (command) {
      case 'import': {
        if (argument === undefined) throw new WrongUsage('要导入哪个文件？');
        const options = {
          ...{ ...common, file: argument, source: sourceOf(values), datum: datumOf(values) },
          ...{ really: values.really ?? false, report: values.report },
        };
        return (await importPostings(options, loadPolicyBook(policyRoot()), store, say)) ? 0 : 2;
      }
      case 'withdraw':
        await withdrawSource({ ...common, source: sourceOf(values) }, store, say);
        return 0;
      case 'list':
        await listSources(await store(), values.source ?? null, say);
        return 0;
      case 'records': {
        if (argument === undefined) throw new WrongUsage('要导入哪个文件？');
        if (values.county === undefined) throw new WrongUsage('--county 写哪个区县登记的，例如 500242');
        const options = { ...common, file: argument, county: values.county, report: values.report };
        return (await importRecords(options, loadPolicyBook(policyRoot()), store, say)) ? 0 : 2;
      }
      case 'sample':
        return sample(argument, values);
      case 'centres':
        return fileOf(centresFile, values);
      case 'outlines':
        return fileOf(outlinesFile, values);
    }
  });
}

async function sample(argument: string | undefined, values: Values): Promise<number> {
  const count = Number(argument);
  if (!Number.isInteger(count) || count < 1 || count > 2_000_000)
    throw new WrongUsage('样例条数是 1 到 2000000 的整数');
  const seed = seedIn(values.seed);
  const asOf = dayIn('as-of', values['as-of']) ?? today();
  const counties = values.counties?.split(/[,，、]/) ?? countyCodes(loadPolicyBook(policyRoot()));
  const unknown = counties.find((code) => !boundaries().has(code));
  if (unknown !== undefined) throw new WrongUsage(`没有 ${unknown} 这个区县`);
  await writeSamplePostings(count, { seed, counties, today: asOf }, values.out ?? null);
  process.stderr.write(`${count} 条岗位，全是编出来的\n`);
  return 0;
}

/** One of the policy folder's files that are made. */
function fileOf(made: typeof centresFile, { out }: Values): number {
  const { text, unknown } = made(loadPolicyBook(policyRoot()));
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
  if (unknown.length > 0) process.stderr.write(`边界数据里没有：${unknown.join('、')}\n`);
  return unknown.length > 0 ? 2 : 0;
}

runProgram(main, USAGE);
