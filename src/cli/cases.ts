/**
 * npm run -s cases -- export --county 500242 [--since 2026-10-01] --out FILE [--again] [--dry-run]
 *                     ack FILE [--apply]
 *                     waiting --county 500242
 *                     key [--new]
 * Decided cases for the provincial system, signed, and its answers read back: docs/operations.md has the format. Exit
 * codes: 0 all in order, 1 not done, 2 done but some lines were refused, 64 wrong usage.
 */
import { parseArgs } from 'node:util';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import { newExportKey, publicKeys } from '@/cloud/store/export/key';
import { parseDay } from '@/domain/calendar/days';
import { readAcks, unanswered } from './cases/acks';
import { decidedCases, exportCases, signatureFile } from './cases/export';
import { withStore } from './connect';
import { operate, say } from './operate';
import { policyRoot } from './policy-root';
import { Refused } from './register/refused';

const USAGE = `用法：
  npm run -s cases -- export --county 区县代码 [--since 日期] --out 文件 [--again] [--dry-run]
  npm run -s cases -- ack 回执文件 [--apply]
  npm run -s cases -- waiting --county 区县代码
  npm run -s cases -- key [--new]
--again 连报送过、还没有接收的一起再报一次。--dry-run 只数一数。不加 --apply 的 ack 只是试运行。`;

function read() {
  try {
    return parseArgs({
      args: process.argv.slice(3),
      allowPositionals: true,
      options: {
        county: { type: 'string' },
        since: { type: 'string' },
        out: { type: 'string' },
        again: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        apply: { type: 'boolean' },
        new: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${USAGE}`);
  }
}

function countyOf({ county }: ReturnType<typeof read>['values']): string {
  if (!county || !/^\d{6}$/.test(county))
    throw new Refused(`--county 是6位的区县代码，例如 500242\n${USAGE}`);
  return county;
}

const NOBODY = '件的申请人不在台账里，不能报送';

async function exportThem(): Promise<number> {
  const { values } = read();
  const { since = null, out, again = false } = values;
  const county = countyOf(values);
  if (since !== null && parseDay(since) === null) throw new Refused('--since 要写成 2026-10-01 这样的日期');
  const { services } = loadPolicyBook(policyRoot());
  const chosen = { county, since, again };
  return withStore(async (store) => {
    if (values['dry-run']) {
      const decided = await decidedCases(store.db, services, chosen);
      say(`要报送的有 ${decided.length} 件。这是试运行，没有写文件。`);
      return 0;
    }
    if (out === undefined) throw new Refused(`要写到哪个文件？\n${USAGE}`);
    const { cases, nameless } = await exportCases(store, services, chosen, out, new Date());
    say(
      cases === 0 ? '没有要报送的，没有写文件。' : `${cases} 件写进了 ${out}，签名在 ${signatureFile(out)}。`,
    );
    if (nameless > 0) say(`另有 ${nameless} ${NOBODY}。`);
    if (cases > 0) say('文件里有姓名和证件号：只有您读得到，报送以后请删掉。');
    return 0;
  });
}

async function ack(): Promise<number> {
  const {
    values: { apply = false },
    positionals: [file],
  } = read();
  if (file === undefined) throw new Refused(`要读哪个回执文件？\n${USAGE}`);
  return withStore(async (store) => {
    const { accepted, rejected, known, refused } = await readAcks(store, file, apply, new Date());
    for (const { line, why } of refused) say(`第 ${line} 行：${why}`);
    say(`接收 ${accepted} 件，退回 ${rejected} 件，早已登记 ${known} 件，不能登记 ${refused.length} 行。`);
    if (!apply) say('这是试运行，什么都没有登记；没有问题就加上 --apply 再运行一次。');
    return refused.length > 0 ? 2 : 0;
  });
}

async function waiting(): Promise<number> {
  const county = countyOf(read().values);
  return withStore(async (store) => {
    const open = await unanswered(store, county);
    for (const { number, sentAt, rejected, reason } of open) {
      const state = rejected ? `退回：${reason ?? '没有写原因'}` : '还没有回执';
      say(`${number}  ${sentAt.toISOString().slice(0, 10)} 报送  ${state}`);
    }
    say(
      `${open.filter(({ rejected }) => !rejected).length} 件等回执，${open.filter(({ rejected }) => rejected).length} 件被退回。`,
    );
    return 0;
  });
}

async function key(): Promise<number> {
  const { new: anew } = read().values;
  return withStore(async (store) => {
    if (anew) await newExportKey(store, new Date());
    const keys = await publicKeys(store);
    if (keys.length === 0) say('还没有报送用的密钥：第一次报送时会有，也可以用 key --new 先做一个。');
    for (const one of keys) say(JSON.stringify(one));
    return keys.length === 0 ? 1 : 0;
  });
}

operate({ export: exportThem, ack, waiting, key }, USAGE);
