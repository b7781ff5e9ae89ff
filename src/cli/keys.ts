/**
 * npm run -s keys -- rotate   a new field key (when the keys are in a file), then every field is sealed with it
 *                    retire   takes out the old keys of the file that nothing is sealed with any more
 * It can be stopped and started again; the portal goes on beside it. docs/operations.md says when.
 */
import { fileURLToPath } from 'node:url';
import { addFieldKey, dropFieldKeys, keysFromEnvironment } from '@/cloud/store/keys';
import { oldFields, resealAll } from '@/cloud/store/rotate';
import { connect } from './connect';
import { operate, say } from './operate';

/** The file the keys stand in; null when they stand in the environment. */
function keyFile(env: NodeJS.ProcessEnv): string | null {
  if (env.FIELD_KEYS) return null;
  if (env.KEYS_FILE) return env.KEYS_FILE;
  return env.DATABASE_URL ? null : fileURLToPath(new URL('../../.data/keys.json', import.meta.url));
}

async function rotate(): Promise<number> {
  const file = keyFile(process.env);
  const before = await connect();
  // an earlier rotation that was cut off is finished first
  const pending = await oldFields(before.store).finally(() => before.close());
  if (file !== null && pending === 0) say(`新的字段密钥：第 ${addFieldKey(file)} 号`);
  const { store, close } = await connect();
  try {
    const total = await resealAll(store, (fields) => process.stderr.write(`\r已重新加密 ${fields} 个字段`));
    process.stderr.write('\n');
    say(`完成：${total} 个字段改用第 ${store.cipher.currentKey} 号密钥。`);
    if (file !== null) say('旧密钥还在文件里；确认备份都能打开以后，运行 npm run -s keys -- retire');
  } finally {
    await close();
  }
  return 0;
}

async function retire(): Promise<number> {
  const file = keyFile(process.env);
  if (file === null) {
    say('密钥写在环境变量里，请自己从 FIELD_KEYS 里删掉旧的。');
    return 1;
  }
  const { store, close } = await connect();
  try {
    const left = await oldFields(store);
    if (left > 0) {
      say(`还有 ${left} 个字段用旧密钥加密，先运行 npm run -s keys -- rotate`);
      return 1;
    }
    const keys = keysFromEnvironment({ KEYS_FILE: file });
    const old = [...keys.fields.keys()].filter((id) => id !== keys.currentField);
    dropFieldKeys(file, old);
    say(
      old.length > 0 ? `删掉了旧密钥：第 ${old.join('、')} 号。用它们加密的备份再也打不开。` : '没有旧密钥。',
    );
    return 0;
  } finally {
    await close();
  }
}

operate({ rotate, retire }, '用法：npm run -s keys -- rotate | retire');
