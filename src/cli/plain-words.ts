/** What went wrong around a command, in words for whoever runs it. Nothing of the data is repeated. */
import { SealBroken } from '@/cloud/store/seal';
import { isOperatorProblem } from './connect';
import { Refused } from './register/refused';

const NOTHING_DONE = '什么都没有改动，解决以后再运行一次就行';

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件或文件夹',
  EACCES: '没有权限读写这个文件',
  EISDIR: '这是一个文件夹，不是文件',
  EROFS: '这里只能读，不能写',
  ENOSPC: `磁盘满了。${NOTHING_DONE}`,
  EDQUOT: `磁盘配额用完了。${NOTHING_DONE}`,
  ECONNREFUSED: `连不上数据库。${NOTHING_DONE}`,
  ENOTFOUND: `找不到数据库所在的机器。${NOTHING_DONE}`,
  ETIMEDOUT: `数据库没有回答。${NOTHING_DONE}`,
  '28P01': '数据库不接受这个用户名或密码（DATABASE_URL）',
  '3D000': '没有这个数据库（DATABASE_URL）',
  '42501': '数据库用户没有足够的权限',
  '53100': `数据库所在的磁盘满了。${NOTHING_DONE}`,
  '53200': `数据库的内存不够。${NOTHING_DONE}`,
  '40001': `同一时间有别的改动。${NOTHING_DONE}`,
  '40P01': `同一时间有别的改动。${NOTHING_DONE}`,
};

const CUT = /terminat|ECONNRESET|EPIPE|Connection ended|timeout exceeded|not queryable/i;

/** One sentence, and whether it was expected; an unexpected one keeps its own message. */
export function plainWords(error: unknown): string {
  if (error instanceof Refused || isOperatorProblem(error)) return error.message;
  if (error instanceof SealBroken)
    return '有一行台账打不开：密钥不对，或者数据被改过。请找管密钥的人，不要继续导入';
  const { code = '', message = String(error), path } = error as NodeJS.ErrnoException;
  const known = BY_CODE[code];
  if (known) return path ? `${known}：${path.replace(/\.part$/, '')}` : known;
  // class 08: connection exceptions; 57P0x: the server is being ended
  if (/^(08|57P0)/.test(code) || CUT.test(`${code} ${message}`)) return `数据库断开了。${NOTHING_DONE}`;
  const inner = (error as { cause?: unknown }).cause;
  if (inner instanceof Error) return plainWords(inner);
  return `没有做成：${message}`;
}
