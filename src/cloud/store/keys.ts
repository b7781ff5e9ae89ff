/**
 * The secrets of the house. From the environment: FIELD_KEYS (`2:<64 hex>,1:<64 hex>`, the first one seals, the
 * others still open), INDEX_KEY and AUDIT_KEY (64 hex each). Or from a file: KEYS_FILE (mode 0600), which the
 * demonstration makes for itself in `.data/`. They never stand in the database or in a backup.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

export interface Keys {
  /** key id (1–255) → 32 bytes */
  readonly fields: ReadonlyMap<number, Buffer>;
  readonly currentField: number;
  readonly index: Buffer;
  readonly audit: Buffer;
}

interface KeyFile {
  readonly field: string;
  readonly index: string;
  readonly audit: string;
}

/** What is wrong with the keys, in words for the operator. */
export class KeyProblem extends Error {}

function secret(name: string, hex: string | undefined): Buffer {
  if (!hex || !/^[0-9a-f]{64}$/i.test(hex.trim()))
    throw new KeyProblem(`${name} 要是 64 位十六进制数（openssl rand -hex 32）`);
  return Buffer.from(hex.trim(), 'hex');
}

function parse({ field, index, audit }: Partial<KeyFile>): Keys {
  const fields = new Map<number, Buffer>();
  for (const part of (field ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [id, hex] = part.trim().split(':');
    const number = Number(id);
    if (!Number.isInteger(number) || number < 1 || number > 255 || fields.has(number))
      throw new KeyProblem('FIELD_KEYS 的写法：编号:64位十六进制数，用逗号隔开；编号 1 到 255，不能重复');
    fields.set(number, secret(`FIELD_KEYS 第 ${number} 号`, hex));
  }
  const [currentField] = fields.keys();
  if (currentField === undefined) throw new KeyProblem('没有 FIELD_KEYS，也没有 KEYS_FILE');
  return { fields, currentField, index: secret('INDEX_KEY', index), audit: secret('AUDIT_KEY', audit) };
}

function readKeyFile(file: string): KeyFile {
  if (!existsSync(file)) throw new KeyProblem(`没有密钥文件 ${file}`);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new KeyProblem(`密钥文件 ${file} 别人也能读，请先运行：chmod 600 ${file}`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new KeyProblem(`密钥文件 ${file} 不是 JSON`);
  }
  const { field, index, audit } = (read ?? {}) as Partial<Record<keyof KeyFile, unknown>>;
  if (typeof field !== 'string' || typeof index !== 'string' || typeof audit !== 'string')
    throw new KeyProblem(`密钥文件 ${file} 里要有 field、index、audit 三项`);
  return { field, index, audit };
}

/** @throws KeyProblem */
export function keysFromEnvironment(env: NodeJS.ProcessEnv = process.env): Keys {
  if (env.FIELD_KEYS) return parse({ field: env.FIELD_KEYS, index: env.INDEX_KEY, audit: env.AUDIT_KEY });
  if (env.KEYS_FILE) return parse(readKeyFile(env.KEYS_FILE));
  throw new KeyProblem('没有设置 FIELD_KEYS 或 KEYS_FILE');
}

const newSecret = () => randomBytes(32).toString('hex');

/** Written beside its place, down to the disk: a half-written key file would lose everything sealed with it. */
function writeBeside(file: string, keys: KeyFile): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  rmSync(beside, { force: true });
  const opened = openSync(beside, 'wx', 0o600);
  try {
    writeSync(opened, `${JSON.stringify(keys, null, 2)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  return beside;
}

const replaceKeyFile = (file: string, keys: KeyFile): void => renameSync(writeBeside(file, keys), file);

/** For the demonstration and the tests: makes the file when it is not there. */
export function ensureKeyFile(file: string): void {
  if (existsSync(file)) return;
  const beside = writeBeside(file, { field: `1:${newSecret()}`, index: newSecret(), audit: newSecret() });
  try {
    // unlike a rename, a link does not take the place of what another start has made meanwhile
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Puts a new field key in front of the file's others. @returns its id */
export function addFieldKey(file: string): number {
  const old = readKeyFile(file);
  const next = Math.max(...parse(old).fields.keys()) + 1;
  if (next > 255) throw new KeyProblem('密钥编号用完了（255）；请先删掉不再用的旧密钥');
  replaceKeyFile(file, { ...old, field: `${next}:${newSecret()},${old.field}` });
  return next;
}

/** Takes field keys out that nothing is sealed with any more. */
export function dropFieldKeys(file: string, ids: readonly number[]): void {
  const old = readKeyFile(file);
  const kept = old.field.split(',').filter((part) => !ids.includes(Number(part.split(':')[0])));
  replaceKeyFile(file, { ...old, field: kept.join(',') });
}
