import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loopbackS3, type ObjectStore, startSwift, swiftIsHere } from '../../../../test/s3';
import { createLocalFiles, createS3Files, type FileStore, FileStoreError } from './index';

const SECRET = 'a-secret-nobody-may-see';
const quick = { pausesMs: [1, 1] };

async function failure(promise: Promise<unknown>): Promise<FileStoreError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FileStoreError)) throw new Error(`不是 FileStoreError：${String(error)}`);
  for (const text of [error.message, error.stack ?? '', JSON.stringify(error)])
    expect(text).not.toContain(SECRET);
  return error;
}

/** What every store does. */
function behaves(open: () => FileStore): void {
  const id = randomUUID();
  const bytes = randomBytes(300_000);

  test('存进去，取出来一样；取一部分；超出的没有', async () => {
    const files = open();
    await files.put(id, bytes);
    expect((await files.get(id))?.equals(bytes)).toBe(true);
    expect((await files.get(id, { start: 1_000, length: 10 }))?.equals(bytes.subarray(1_000, 1_010))).toBe(
      true,
    );
    expect((await files.get(id, { start: 299_995, length: 10 }))?.equals(bytes.subarray(299_995))).toBe(true);
    expect(await files.get(id, { start: 300_000, length: 10 })).toHaveLength(0);
  });

  test('再存一次就换掉；一段一段的在它旁边，互不相干', async () => {
    const files = open();
    await files.put(`${id}/0`, Buffer.from('piece'));
    await files.put(`${id}/262144`, Buffer.from('another'));
    await files.put(id, Buffer.from('the whole'));
    expect([await files.get(id), await files.get(`${id}/0`)].map(String)).toEqual(['the whole', 'piece']);
    await files.remove(`${id}/0`);
    expect(await files.get(`${id}/0`)).toBeNull();
    expect(String(await files.get(`${id}/262144`))).toBe('another');
  });

  test('没有的就是没有；删两次也行', async () => {
    const files = open();
    expect(await files.get(randomUUID())).toBeNull();
    expect(await files.get(randomUUID(), { start: 0, length: 5 })).toBeNull();
    await files.remove(id);
    await files.remove(id);
    expect(await files.get(id)).toBeNull();
  });

  test.each(['../secret', 'a/b', `${randomUUID()}/../x`, ''])('%j 不是它的钥匙', async (key) => {
    await expect(open().put(key, Buffer.from('x'))).rejects.toThrow('not a key');
    await expect(open().get(key)).rejects.toThrow('not a key');
  });
}

describe('文件夹', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'files-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const folder = path.join(root, 'papers');
  behaves(() => createLocalFiles(folder));

  test('只有自己能读；一个存到一半的也不留', async () => {
    const id = randomUUID();
    await createLocalFiles(folder).put(id, Buffer.from('x'));
    const file = path.join(folder, id.slice(0, 2), id);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
  });

  test('被杀掉的进程留下的，过一天扫掉', () => {
    const [left, recent] = ['left', 'recent'].map((name) => path.join(folder, 'new', name)) as [
      string,
      string,
    ];
    for (const file of [left, recent]) writeFileSync(file, 'half');
    utimesSync(left, new Date(0), new Date(0));
    createLocalFiles(folder);
    expect(readdirSync(path.dirname(left))).toEqual(['recent']);
    rmSync(recent);
  });

  test('文件夹不见了，不是“没有这个文件”', async () => {
    const gone = path.join(root, 'gone');
    const files = createLocalFiles(gone);
    rmSync(gone, { recursive: true });
    const id = randomUUID();
    const attempts = [() => files.get(id), () => files.put(id, Buffer.from('x')), () => files.remove(id)];
    for (const attempt of attempts) expect((await failure(attempt())).message).toContain('不见了');
  });

  test('放在一个文件下面：说出来，不启动', () => {
    const file = path.join(root, 'file');
    writeFileSync(file, '');
    expect(() => createLocalFiles(path.join(file, 'papers'))).toThrow(FileStoreError);
    mkdirSync(path.join(root, 'fine'));
    expect(() => createLocalFiles(path.join(root, 'fine'))).not.toThrow();
  });
});

describe('S3：自己会验签名的', () => {
  let store: ObjectStore;
  let trouble: (response: ServerResponse, before: number) => boolean = () => false;
  let asked = 0;
  beforeAll(async () => {
    store = await loopbackS3((_, response) => trouble(response, asked++));
  });
  beforeEach(() => {
    trouble = () => false;
    asked = 0;
  });
  afterAll(() => store.stop());
  behaves(() => createS3Files(store));

  const says = (status: number, code: string) => (response: ServerResponse) => {
    response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    return true;
  };

  test('忙的时候再试两次', async () => {
    const id = randomUUID();
    trouble = (response, before) => before < 2 && says(503, 'SlowDown')(response);
    await createS3Files({ ...store, ...quick }).put(id, Buffer.from('x'));
    expect(asked).toBe(3);
    trouble = says(503, 'SlowDown');
    expect((await failure(createS3Files({ ...store, ...quick }).get(id))).name).toBe('Away');
  });

  test('没有回答、断线、连不上，都是暂时用不了', async () => {
    const files = createS3Files({ ...store, pausesMs: [], timeoutMs: 100 });
    trouble = () => true;
    expect(await failure(files.get(randomUUID()))).toMatchObject({
      name: 'Away',
      message: expect.stringContaining('100 毫秒'),
    });
    trouble = (response) => Boolean(response.destroy());
    expect((await failure(files.get(randomUUID()))).name).toBe('Away');
    const nobody = createS3Files({ ...store, endpoint: 'http://127.0.0.1:1', pausesMs: [] });
    expect((await failure(nobody.remove(randomUUID()))).message).toContain('连不上');
  });

  test.each([
    [301, 'PermanentRedirect', 'S3_ENDPOINT'],
    [403, 'AccessDenied', '权限'],
    [403, 'RequestTimeTooSkewed', '时钟'],
    [400, 'Whatever', 'Whatever'],
  ])('%i %s：要运维处理，不再试', async (status, code, words) => {
    trouble = says(status, code);
    const error = await failure(createS3Files({ ...store, ...quick }).get(randomUUID()));
    expect([error.name, error.message]).toEqual(['Misconfigured', expect.stringContaining(words)]);
    expect(asked).toBe(1);
  });

  test('不认“一部分”的，也取得到那一部分', async () => {
    trouble = (response) => Boolean(response.writeHead(200).end('0123456789'));
    expect(String(await createS3Files(store).get(randomUUID(), { start: 3, length: 4 }))).toBe('3456');
  });
});

const swift = swiftIsHere();
if (!swift) console.warn('这台机器没有装 OpenStack Swift（swift-proxy 等四个包），跳过和真的 S3 服务的测试');
(swift ? describe : describe.skip)('S3：OpenStack Swift', () => {
  let store: ObjectStore;
  beforeAll(async () => {
    store = await startSwift();
  }, 60_000);
  afterAll(() => store?.stop());
  behaves(() => createS3Files(store));

  test('十兆字节', async () => {
    const files = createS3Files(store);
    const [id, bytes] = [randomUUID(), randomBytes(10 << 20)];
    await files.put(id, bytes);
    expect((await files.get(id))?.equals(bytes)).toBe(true);
    await files.remove(id);
  });

  test.each([
    [{ secretAccessKey: 'wrong' }, 'S3_SECRET_ACCESS_KEY'],
    [{ bucket: 'nowhere' }, 'S3_BUCKET'],
    [{ region: 'cn-north-1' }, 'S3_REGION'],
  ])('%j：说出差的是 %s', async (wrong, name) => {
    const files = createS3Files({ ...store, ...wrong });
    const id = randomUUID();
    for (const attempt of [() => files.put(id, Buffer.from('x')), () => files.get(id)])
      expect(await failure(attempt())).toMatchObject({
        name: 'Misconfigured',
        message: expect.stringContaining(name),
      });
  });
});
