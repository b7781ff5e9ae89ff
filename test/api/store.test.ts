import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eq, inArray, sql } from 'drizzle-orm';
import { failureOf } from '@/cloud/dispatch';
import { createFieldCipher } from '@/cloud/store/field-cipher';
import { KeyProblem, type Keys, keysFromEnvironment } from '@/cloud/store/keys';
import { requireOwnKeys } from '@/cloud/store/rotate';
import { account } from '@/cloud/store/schema';
import { SealBroken } from '@/cloud/store/seal';
import { type TestDatabase, testDatabase, testKeys } from '../postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('一个封好的字段存进去，取出来还是原来的', async () => {
  const { db, cipher } = database.store;
  const id = randomUUID();
  const phoneEnc = cipher.seal('account.phone', id, '13900000001');
  await db.insert(account).values({ id, phoneEnc, createdAt: new Date() });
  const [row] = await db.select().from(account);
  expect(cipher.open('account.phone', id, row?.phoneEnc as Buffer)).toBe('13900000001');
});

test('连接在一件事办到一半时断了：程序还在，说暂时用不了', async () => {
  const { db, pool } = database.store;
  const broken = db.transaction(async (queries) => {
    const { rows } = await queries.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await queries.execute(sql`select 1`);
  });
  const error: unknown = await broken.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(failureOf(error, 'r-1', () => undefined).error.name).toBe('NotReady');
});

test('两个人互相等：输的那个重新来，两个都办成', async () => {
  const { db } = database.store;
  const rows = [randomUUID(), randomUUID()] as const;
  for (const id of rows) await db.insert(account).values({ id, createdAt: new Date(0) });
  let begun = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const hold = async (first: string, then: string) => {
    let tries = 0;
    await db.transaction(async (queries) => {
      tries++;
      const held = (id: string) =>
        queries
          .update(account)
          .set({ createdAt: sql`created_at + interval '1 day'` })
          .where(eq(account.id, id));
      await held(first);
      if (++begun === 2) open();
      await both;
      await held(then);
    });
    return tries;
  };
  const tries = await Promise.all([hold(rows[0], rows[1]), hold(rows[1], rows[0])]);
  expect(tries.sort()).toEqual([1, 2]);
  const after = await db
    .select()
    .from(account)
    .where(inArray(account.id, [...rows]));
  expect(after.map(({ createdAt }) => createdAt.getTime())).toEqual(rows.map(() => 2 * 24 * 3_600_000));
});

describe('封好的字段', () => {
  const keys = testKeys();
  const cipher = createFieldCipher(keys);
  const sealed = cipher.seal('a.b', 'row', '样例甲');

  test('搬到别的行、别的列，改一个字节，都打不开', () => {
    expect(() => cipher.open('a.b', 'other', sealed)).toThrow(SealBroken);
    expect(() => cipher.open('a.c', 'row', sealed)).toThrow(SealBroken);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => cipher.open('a.b', 'row', changed)).toThrow(SealBroken);
    }
    expect(() => cipher.open('a.b', 'row', sealed.subarray(0, 20))).toThrow(SealBroken);
  });

  test('旧密钥封的还能开；同一个值两次封出来不一样', () => {
    const old = createFieldCipher({ ...keys, currentField: 1 }).seal('a.b', 'row', '样例甲');
    expect(cipher.keyOf(old)).toBe(1);
    expect(cipher.open('a.b', 'row', old)).toBe('样例甲');
    expect(cipher.seal('a.b', 'row', '样例甲').equals(sealed)).toBe(false);
  });

  test('盲索引按用途分开，换密钥就变', () => {
    expect(cipher.blind('id', 'x').equals(cipher.blind('id', 'x'))).toBe(true);
    expect(cipher.blind('id', 'x').equals(cipher.blind('phone', 'x'))).toBe(false);
    expect(createFieldCipher(testKeys()).blind('id', 'x').equals(cipher.blind('id', 'x'))).toBe(false);
  });

  test('运行中换了密钥：不用先读到新的，封的时候自己换；密钥一时读不到，先用手里的', () => {
    const only = (id: number): Keys => ({
      ...keys,
      currentField: id,
      fields: new Map([...keys.fields].filter(([one]) => one <= id)),
    });
    let file = only(1);
    const running = createFieldCipher(file, () => {
      if (file.fields.size === 0) throw new KeyProblem('没有密钥文件');
      return file;
    });
    file = { ...keys, currentField: 2 };
    const clock = jest.spyOn(Date, 'now');
    const later = Date.now() + 2_000;
    clock.mockReturnValue(later);
    expect(running.keyOf(running.seal('a.b', 'row', '样例甲'))).toBe(2);
    file = { ...keys, fields: new Map() };
    clock.mockReturnValue(later + 2_000);
    expect(running.keyOf(running.seal('a.b', 'row', '样例甲'))).toBe(2);
    clock.mockRestore();
  });
});

describe('密钥文件', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = (file: string) => keysFromEnvironment({ KEYS_FILE: file });

  test.each([
    ['null', 'field、index、audit'],
    ['{"field":1}', 'field、index、audit'],
    ['[', '不是 JSON'],
    ['{"field":"1:ab","index":"","audit":""}', '64 位'],
  ])('%s：说清楚哪里不对', (text, words) => {
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, text, { mode: 0o600 });
    expect(() => read(file)).toThrow(KeyProblem);
    expect(() => read(file)).toThrow(words);
  });

  test('两个同时开始，用的是同一份；只有自己能读，不留别的文件', async () => {
    const file = path.join(folder, 'keys.json');
    const script = `require('tsx/cjs');const { ensureKeyFile } = require('./src/cloud/store/keys.ts');
      const { readFileSync } = require('node:fs'); const file = process.argv[1];
      while (Date.now() < Number(process.argv[2])); ensureKeyFile(file); console.log(readFileSync(file, 'utf8'));`;
    const start = () =>
      promisify(execFile)(process.execPath, ['-e', script, file, String(Date.now() + 1_500)], {
        cwd: path.join(__dirname, '../..'),
      });
    const read = (await Promise.all([start(), start(), start(), start()])).map(({ stdout }) => stdout);
    expect(new Set(read).size).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  }, 30_000);

  test('别的密钥：不启动，说是密钥对不上', async () => {
    const { store } = database;
    await requireOwnKeys(store);
    const wrong = createFieldCipher(testKeys());
    await expect(requireOwnKeys({ ...store, cipher: wrong })).rejects.toThrow(KeyProblem);
  });
});
