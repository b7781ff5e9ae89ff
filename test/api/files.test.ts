/** Files of a case, on both entries: sent in pieces, checked by content, read back. */
import { randomUUID } from 'node:crypto';
import { MAX_FILE, MAX_PIECE } from '@/domain/files';
import { EXE, HEIC, pdf, photo, plainPhoto, png, SECRET_PLACE } from '../sample-files';
import { mp3, mp4, webm } from '../sample-sound';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';
import { LONG, readAll, send, sha256, upload } from './sending';

let house: TestServices;
beforeAll(async () => {
  house = await testServices();
}, 60_000);
afterAll(() => house.drop());

describe.each([
  ['HTTP', (behind: TestServices): Promise<Entry> => httpEntry(behind)],
  ['云函数', (behind: TestServices): Promise<Entry> => functionEntry(behind)],
])('传材料：%s', (_name, open) => {
  let entry: Entry;
  let resident: Resident;
  let other: Resident;
  beforeAll(async () => {
    entry = await open(house);
    resident = await sampleResident(entry, 'pension');
    other = await sampleResident(entry, 'continued');
  }, 60_000);
  afterAll(() => entry.close());

  test('一段一段传，传完读回来：照片还在，地点没有了', async () => {
    const id = await send(resident, LONG);
    const finished = await resident.do('files.finish', {
      id,
      sha256: sha256(LONG),
      thumb: photo().toString('base64'),
    });
    const kept = await readAll(resident, id);
    expect(finished).toEqual({ id, type: 'image/jpeg', bytes: kept.length, name: '样例照片.jpg' });
    expect(kept.length).toBeGreaterThan(2 * MAX_PIECE);
    expect(kept.includes(SECRET_PLACE)).toBe(false);
    expect(kept.includes('Exif\0\0')).toBe(true);
    const small = await resident.do('files.read', { id, thumb: true });
    expect(small).toMatchObject({ type: 'image/jpeg', next: null });
    expect(Buffer.from(small.base64, 'base64')).toEqual(plainPhoto());
    // from anywhere
    const middle = await resident.do('files.read', { id, offset: 300_001 });
    expect(Buffer.from(middle.base64, 'base64').equals(kept.subarray(300_001, 2 * MAX_PIECE))).toBe(true);
    expect(await resident.do('files.read', { id, offset: kept.length })).toMatchObject({
      base64: '',
      next: null,
    });
  });

  test('PNG、PDF 和录音也收', async () => {
    for (const [bytes, type] of [
      [png(), 'image/png'],
      [pdf(), 'application/pdf'],
      [mp3(), 'audio/mpeg'],
      [mp4(), 'audio/mp4'],
      [webm(), 'audio/webm'],
    ] as const) {
      const id = await upload(resident, bytes);
      expect(await resident.do('files.read', { id })).toMatchObject({ type, next: null });
    }
  });

  test('断了，从断的地方接着传；同一段传两遍、跳着传，都说到哪里了', async () => {
    const id = await send(resident, LONG, { pieces: 1, piece: 100_000 });
    const again = { id, name: '样例照片.jpg', bytes: LONG.length };
    expect(await resident.do('files.begin', again)).toEqual({ received: 100_000 });
    const piece = (from: number, to: number) => LONG.subarray(from, to).toString('base64');
    const put = (offset: number, base64: string) => resident.do('files.put', { id, offset, base64 });
    expect(await put(0, piece(0, 100_000))).toEqual({ received: 100_000 });
    expect(await put(0, EXE.toString('base64'))).toEqual({ received: 100_000 });
    expect(await put(50_000, piece(50_000, 200_000))).toEqual({ received: 100_000 });
    expect(await put(200_000, piece(200_000, 300_000))).toEqual({ received: 100_000 });
    expect((await resident.refused('files.finish', { id, sha256: sha256(LONG) })).name).toBe('FileBroken');
    await upload(resident, LONG, { id });
    // the last answer was lost: all of it may be said again
    expect(await resident.do('files.begin', again)).toEqual({ received: LONG.length });
    expect(await put(0, piece(0, 100_000))).toEqual({ received: 100_000 });
    const finished = await resident.do('files.finish', { id, sha256: sha256(LONG) });
    expect((await readAll(resident, id)).length).toBe(finished.bytes);
  });

  test('摘要不对：说没传完整，从头再传就好', async () => {
    const id = await send(resident, LONG);
    expect((await resident.refused('files.finish', { id, sha256: sha256(EXE) })).name).toBe('FileBroken');
    expect(await resident.do('files.begin', { id, name: '样例.jpg', bytes: LONG.length })).toEqual({
      received: 0,
    });
    await upload(resident, LONG, { id });
    await resident.do('files.drop', { id });
  });

  test('重新压过，长度变了：从头传', async () => {
    const id = await send(resident, LONG, { pieces: 1 });
    await upload(resident, plainPhoto(), { id });
    expect(await readAll(resident, id)).toEqual(plainPhoto());
  });

  test.each([
    ['太大', { bytes: MAX_FILE + 1 }, 'FileTooBig'],
    ['空的', { bytes: 0 }, 'FileBroken'],
    ['手机自己说是 HEIC', { type: 'image/heic' }, 'HeicPhoto'],
    ['手机自己说是视频', { type: 'video/mp4' }, 'WrongFileType'],
    ['没有名字', { name: ' ' }, 'InvalidInput'],
    ['名字里有控制字符', { name: 'a\0b' }, 'InvalidInput'],
    ['编号不是编号', { id: '../../etc/passwd' }, 'InvalidInput'],
  ])('%s：开始就说', async (_, wrong, name) => {
    const input = { id: randomUUID(), name: '样例.jpg', bytes: 100, ...wrong };
    expect((await resident.refused('files.begin', input)).name).toBe(name);
  });

  test.each([
    ['程序改名叫 .jpg', EXE, 'WrongFileType'],
    ['HEIC 改名叫 .jpg', HEIC, 'HeicPhoto'],
  ])('%s：第一段就说', async (_, bytes, name) => {
    const id = randomUUID();
    await resident.do('files.begin', { id, name: '样例.jpg', bytes: bytes.length });
    const first = { id, offset: 0, base64: bytes.toString('base64') };
    expect((await resident.refused('files.put', first)).name).toBe(name);
    await resident.do('files.drop', { id });
  });

  test.each([
    ['带程序的 PDF', pdf('<</S/JavaScript/JS(app.alert)>>'), 'UnsafePdf'],
    ['声称尺寸极大的照片', photo({ size: [60_000, 60_000] }), 'PictureTooLarge'],
    ['只有声音的壳、里面是录像', mp4(['soun', 'vide']), 'WrongFileType'],
    ['手机上就断了的照片', plainPhoto().subarray(0, 120), 'FileBroken'],
  ])('%s：传完才知道，不留下', async (_, bytes, name) => {
    const id = await send(resident, bytes);
    expect((await resident.refused('files.finish', { id, sha256: sha256(bytes) })).name).toBe(name);
    expect((await resident.refused('files.read', { id })).name).toBe('NotFound');
  });

  test('比说的长、碎成小段、不是 base64、小图不是照片：都拒绝', async () => {
    const id = randomUUID();
    await resident.do('files.begin', { id, name: '样例.jpg', bytes: 40_000 });
    const put = async (base64: string) =>
      (await resident.refused('files.put', { id, offset: 0, base64 })).name;
    expect(await put(LONG.subarray(0, 40_001).toString('base64'))).toBe('FileBroken');
    expect(await put(LONG.subarray(0, 1_000).toString('base64'))).toBe('InvalidInput');
    expect(await put('ab')).toBe('InvalidInput');
    expect(await put('不是')).toBe('InvalidInput');
    expect(await put(Buffer.alloc(MAX_PIECE + 3).toString('base64'))).toBe('InvalidInput');
    const whole = await send(resident, plainPhoto());
    const thumb = EXE.toString('base64');
    const refused = await resident.refused('files.finish', {
      id: whole,
      sha256: sha256(plainPhoto()),
      thumb,
    });
    expect(refused.fields?.[0]?.path).toBe('thumb');
  });

  test('别人的文件，和没有一样', async () => {
    const id = await upload(resident, LONG);
    const begun = await send(resident, LONG, { pieces: 1 });
    for (const one of [id, begun, randomUUID()]) {
      const base64 = plainPhoto().toString('base64');
      expect((await other.refused('files.put', { id: one, offset: 0, base64 })).name).toBe('NotFound');
      expect((await other.refused('files.finish', { id: one, sha256: sha256(LONG) })).name).toBe('NotFound');
      expect((await other.refused('files.read', { id: one })).name).toBe('NotFound');
      expect((await other.refused('files.drop', { id: one })).name).toBe('NotFound');
    }
    const taken = { id, name: '样例.jpg', bytes: LONG.length };
    expect((await other.refused('files.begin', taken)).name).toBe('NotFound');
    expect(await readAll(resident, id)).not.toHaveLength(0);
  });

  test('没登录的最多 64 KiB；登录的能送一段文件，再大不行', async () => {
    const tooLong = async (length: number, as: Parameters<Entry['call']>[2]) => {
      const answer = await entry.call('policy.scene', { scene: 'x'.repeat(length) }, as);
      return !answer.ok && answer.error.name;
    };
    expect(await tooLong(70_000, {})).toBe('BodyTooLarge');
    expect(await tooLong(70_000, resident.as)).toBe('InvalidInput');
    expect(await tooLong(520 * 1024, resident.as)).toBe('BodyTooLarge');
  });
});
