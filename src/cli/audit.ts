/** npm run -s audit -- verify   walks the whole chain of looks; exit code 1 when a row was removed or changed. */
import { verifyAudit } from '@/cloud/store/audit';
import { connect } from './connect';
import { operate, say } from './operate';

async function verify(): Promise<number> {
  const { store, close } = await connect();
  try {
    const { rows, broken } = await verifyAudit(store);
    say(
      broken === null
        ? `完整：${rows} 条记录，一条不少，没有改动。`
        : `断了：${broken}（前面 ${rows} 条完整）。`,
    );
    return broken === null ? 0 : 1;
  } finally {
    await close();
  }
}

operate({ verify }, '用法：npm run -s audit -- verify');
