import { createHash } from 'node:crypto';
import { Phone, pass, Refusal } from '../../../test/client-phone';

type Client = ReturnType<typeof load>;

const load = () => ({
  ...(require('./uploads') as typeof import('./uploads')),
  ...(require('./upload-send') as typeof import('./upload-send')),
  ...(require('./upload-store') as typeof import('./upload-store')),
  ...(require('./session') as typeof import('./session')),
});

const KIB = 1024;
const ME = { account: 'a', acting: null } as never;

/** A server's side of a file. */
interface Kept {
  bytes: number;
  content: Buffer;
  ready: boolean;
}

let phone: Phone;
let app: Client;
let kept: Map<string, Kept>;

function serve(): void {
  kept = new Map();
  phone.server = {
    'files.begin': ({ id, bytes }: { id: string; bytes: number }) => {
      const known = kept.get(id) ?? { bytes, content: Buffer.alloc(0), ready: false };
      kept.set(id, known);
      return { received: known.ready ? bytes : known.content.length };
    },
    'files.put': ({ id, offset, base64 }: { id: string; offset: number; base64: string }) => {
      const known = kept.get(id);
      if (!known) throw new Refusal('NotFound');
      if (offset === known.content.length)
        known.content = Buffer.concat([known.content, Buffer.from(base64, 'base64')]);
      return { received: known.content.length };
    },
    'files.finish': ({ id, sha256 }: { id: string; sha256: string }) => {
      const known = kept.get(id);
      if (!known) throw new Refusal('NotFound');
      if (createHash('sha256').update(known.content).digest('hex') !== sha256) {
        known.content = Buffer.alloc(0);
        throw new Refusal('FileBroken');
      }
      known.ready = true;
      return {};
    },
    'files.drop': ({ id }: { id: string }) => {
      kept.delete(id);
      return { done: true };
    },
  };
}

function signIn(): void {
  app.signedIn('t1', '2027-01-01T00:00:00Z');
  app.heardOfMe(ME);
}

function photo(bytes: number, head = [0xff, 0xd8, 0xff, 0xe0]): Buffer {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at++) content[at] = (at * 31) & 0xff;
  content.set(head.slice(0, bytes));
  return content;
}

/** Picked from the album. @returns its id */
function take(content: Buffer, name = '照片.jpg'): string {
  phone.files.set('tmp', content);
  return app.takeFile({ path: 'tmp', name, type: '', bytes: content.length });
}

const sizes = () =>
  phone.sentTo('files.put').map(({ input }) => Buffer.from(String(input.base64), 'base64').length);

beforeEach(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  serve();
  app = phone.open(load);
  signIn();
  await pass();
});

afterEach(() => jest.useRealTimers());

test('分段传到，一个字节不差；传的时候看得见到了多少', async () => {
  const content = photo(500 * KIB);
  const seen: number[] = [];
  const file = take(content);
  app.uploads.subscribe(() => seen.push(app.uploadOf(file)?.progress ?? 0));
  await pass();
  expect(app.uploadOf(file)).toMatchObject({ state: 'ready', progress: 1, error: null, kept: true });
  expect(kept.get(file)?.content.equals(content)).toBe(true);
  expect(sizes()).toEqual([192 * KIB, 192 * KIB, 116 * KIB]);
  expect(seen.some((share) => share > 0.3 && share < 0.5)).toBe(true);
});

test('传到一半断网、关了再开：从断的地方接着传', async () => {
  const content = photo(500 * KIB);
  const file = take(content);
  const put = phone.server['files.put'] as (input: unknown) => unknown;
  phone.server['files.put'] = (input: unknown) => {
    if (phone.sentTo('files.put').length === 2) phone.online = false;
    if (!phone.online) throw { errMsg: 'request:fail' };
    return put(input);
  };
  await pass();
  expect(app.uploadOf(file)).toMatchObject({ state: 'waiting', error: { name: 'NetworkError' } });
  phone.server['files.put'] = put;
  // the temporary file of the album is gone by then
  phone.files.delete('tmp');
  app = phone.open(load);
  await pass();
  phone.networkIsBack();
  await pass();
  expect(app.uploadOf(file)?.state).toBe('ready');
  expect(kept.get(file)?.content.equals(content)).toBe(true);
  expect(phone.sentTo('files.put').map(({ input }) => Number(input.offset) / KIB)).toEqual([
    0, 192, 192, 384,
  ]);
});

test('信号太弱，一段在时限里传不完：分得更小，还是传得到', async () => {
  const content = photo(300 * KIB);
  const put = phone.server['files.put'] as (input: unknown) => unknown;
  phone.server['files.put'] = (input: { base64: string }) => {
    if (input.base64.length > 66 * KIB) throw { errMsg: 'request:fail timeout' };
    return put(input);
  };
  const file = take(content);
  await pass();
  expect(app.uploadOf(file)?.state).toBe('ready');
  expect(kept.get(file)?.content.equals(content)).toBe(true);
  expect(Math.min(...sizes().slice(0, -1))).toBe(48 * KIB);
});

test('收到了一段而答复丢了：不重复收', async () => {
  const content = photo(200 * KIB);
  const put = phone.server['files.put'] as (input: unknown) => unknown;
  phone.server['files.put'] = (input: unknown) => {
    const answer = put(input);
    if (phone.sentTo('files.put').length === 1) throw { errMsg: 'request:fail timeout' };
    return answer;
  };
  const file = take(content);
  await pass();
  expect(app.uploadOf(file)?.state).toBe('ready');
  expect(kept.get(file)?.content.equals(content)).toBe(true);
});

test('服务器上的内容坏了，或者不见了：自己从头再传一次', async () => {
  const content = photo(100 * KIB);
  const put = phone.server['files.put'] as (input: unknown) => unknown;
  phone.server['files.put'] = (input: { base64: string }) => {
    const bad = phone.sentTo('files.put').length === 1;
    return put(bad ? { ...input, base64: `AAAA${input.base64.slice(4)}` } : input);
  };
  const file = take(content);
  await pass();
  expect(app.uploadOf(file)?.state).toBe('ready');
  expect(kept.get(file)?.content.equals(content)).toBe(true);
});

test.each([
  ['Word 文件', photo(50, [0x50, 0x4b, 3, 4]), 'WrongFileType'],
  [
    'HEIC 照片',
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(20)]),
    'HeicPhoto',
  ],
  ['太大的 PDF', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(10 * KIB * KIB)]), 'FileTooBig'],
  ['空文件', Buffer.alloc(0), 'FileBroken'],
])('%s：不传，说明为什么', async (_, content, name) => {
  const file = take(content);
  await pass();
  expect(app.uploadOf(file)).toMatchObject({ state: 'failed', error: { name } });
  expect(phone.sent).toEqual([]);
  // again is of no use
  app.retryFile(file);
  expect(app.uploadOf(file)?.state).toBe('failed');
});

test('服务器不收的，写明原因，可以再传；不耽误别的文件', async () => {
  let refuse = true;
  const finish = phone.server['files.finish'] as (input: unknown) => unknown;
  phone.server['files.finish'] = (input: { id: string }) => {
    if (refuse && input.id === bad) throw new Refusal('TooManyFiles');
    return finish(input);
  };
  phone.online = false;
  const bad = take(photo(10 * KIB));
  await pass();
  const good = take(photo(20 * KIB));
  await pass();
  phone.networkIsBack();
  await pass();
  expect(app.uploadOf(bad)).toMatchObject({ state: 'failed', error: { name: 'TooManyFiles' } });
  expect(app.uploadOf(good)?.state).toBe('ready');
  refuse = false;
  app.retryFile(bad);
  await pass();
  expect(app.uploadOf(bad)?.state).toBe('ready');
});

test('没登录：留在手机上，登录以后自己传', async () => {
  app.signedOut();
  const file = take(photo(10 * KIB));
  await pass(60_000);
  expect(app.uploadOf(file)).toMatchObject({ state: 'waiting', error: null });
  expect(phone.sent).toEqual([]);
  signIn();
  await pass();
  expect(app.uploadOf(file)?.state).toBe('ready');
});

test('换了人：传到一半停下，不用别人的身份传', async () => {
  const put = phone.server['files.put'] as (input: unknown) => unknown;
  phone.server['files.put'] = (input: unknown) => {
    const answer = put(input);
    app.signedOut();
    app.signedIn('t2', '2028-01-01T00:00:00Z');
    app.heardOfMe({ account: 'b', acting: null } as never);
    return answer;
  };
  const file = take(photo(300 * KIB));
  await pass(120_000);
  expect(app.uploadOf(file)?.state).toBe('waiting');
  expect(phone.sent.filter(({ token }) => token === 't2')).toEqual([]);
});

test('两段之间换了人：下一段也不传', async () => {
  const { readFile } = phone.fileSystem;
  let reads = 0;
  phone.fileSystem.readFile = (options) => {
    if (phone.sentTo('files.put').length === 1 && reads++ === 0) app.signedOut();
    readFile(options);
  };
  take(photo(300 * KIB));
  await pass(60_000);
  expect(phone.sentTo('files.put')).toHaveLength(1);
});

test('手机存满了：说明没存住，照样传', async () => {
  phone.full = true;
  const file = take(photo(10 * KIB));
  await pass();
  expect(app.uploadOf(file)).toMatchObject({ state: 'ready', kept: false });
});

test('删掉：手机上、服务器上都没有了', async () => {
  const file = take(photo(10 * KIB));
  await pass();
  expect(kept.has(file)).toBe(true);
  app.dropFiles([file]);
  await pass();
  expect(app.uploads.get()).toEqual([]);
  expect(kept.has(file)).toBe(false);
  expect([...phone.files.keys()]).toEqual(['tmp']);
  expect([...phone.storage.keys()].some((key) => key.includes(file))).toBe(false);
});

test('还没收拾好就关掉的：说明要重新选', async () => {
  phone.files.set('tmp', photo(10 * KIB));
  const file = app.takeFile({ path: 'tmp', name: '照片.jpg', type: '', bytes: 10 * KIB });
  app = phone.open(load);
  expect(app.uploadOf(file)).toMatchObject({ state: 'failed', error: { name: 'FileBroken' } });
});

test('文件名里的控制字符去掉，太长的留下后面', async () => {
  const file = take(photo(10), `${'长'.repeat(200)}\u0000证明.jpg`);
  expect(app.uploadOf(file)?.name).toHaveLength(100);
  expect(app.uploadOf(file)?.name).toMatch(/长证明\.jpg$/);
});
