/**
 * npm run -s audit -- verify [--since RECEIPT]   walks the whole chain of looks and prints a receipt, to be kept
 * elsewhere: with it the next walk also betrays a chain that was emptied or put back. Exit code 1: broken.
 */
import { parseArgs } from 'node:util';
import { isReceipt, verifyAudit } from '@/cloud/store/audit';
import { connect } from './connect';
import { operate, say } from './operate';

const USAGE = '用法：npm run -s audit -- verify [--since 上次的凭证]';

async function verify(): Promise<number> {
  const { since } = parseArgs({ args: process.argv.slice(3), options: { since: { type: 'string' } } }).values;
  if (since !== undefined && !isReceipt(since)) {
    say(`--since 要是上次打印的凭证，形如 123:64位十六进制数。\n${USAGE}`);
    return 64;
  }
  const { store, close } = await connect();
  try {
    const { rows, broken, receipt } = await verifyAudit(store, since ?? null);
    if (broken !== null) {
      say(`断了：${broken}（前面 ${rows} 条完整）。`);
      return 1;
    }
    say(`完整：${rows} 条记录，一条不少，没有改动。`);
    say(`凭证（存到别处，下次用 --since 对照）：${receipt}`);
    return 0;
  } finally {
    await close();
  }
}

operate({ verify }, USAGE);
