/** Files of a case, as they lie in the store and the database: sealed, on the right desks, swept, gone. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { createS3Files, type FileStore, FileStoreError } from '@/cloud/adapters/files';
import { sweepFiles } from '@/cloud/files/sweep';
import type { Services } from '@/cloud/services';
import { createFieldCipher } from '@/cloud/store/field-cipher';
import { oldFields, resealAll } from '@/cloud/store/rotate';
import { attachment, caseFile } from '@/cloud/store/schema';
import { MAX_PIECE } from '@/domain/files';
import { loopbackS3 } from '../s3';
import { photo, plainPhoto, SECRET_PLACE } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { byPhone, Resident, sampleResident } from './resident';
import { LONG, readAll, send, sha256, upload } from './sending';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

let house: TestServices;
beforeAll(async () => {
  house = await testServices();
}, 60_000);
afterAll(() => house.drop());

describe('文件存储和数据库', () => {
  let entry: Entry;
  let resident: Resident;
  let away = false;
  let services: Services;
  const behindSwitch = (files: FileStore): FileStore => {
    const guard =
      <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
      (...given: A) =>
        away ? Promise.reject(new FileStoreError('Away', '样例')) : work(...given);
    return { put: guard(files.put), get: guard(files.get), remove: guard(files.remove) };
  };

  beforeAll(async () => {
    services = { ...house.services, files: behindSwitch(house.services.files as FileStore) };
    entry = await httpEntry({ services });
  });
  afterAll(() => entry.close());
  let phones = 0;
  beforeEach(async () => {
    away = false;
    await house.services.limits.clear('sms_caller', '127.0.0.1');
    resident = await byPhone(entry, `1370000${String(++phones).padStart(4, '0')}`);
  });
  afterEach(() => jest.restoreAllMocks());

  const rowOf = async (id: string) => {
    const [row] = await house.services.store.db.select().from(attachment).where(eq(attachment.id, id));
    return row;
  };
  const objects = (id: string) =>
    readdirSync(house.filesDir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes(id))
      .map((file) => path.join(house.filesDir, file));

  test('存的地方断了：说暂时用不了，传过的都在，好了接着传', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const id = await send(resident, LONG, { pieces: 1 });
    away = true;
    const second = LONG.subarray(MAX_PIECE, 2 * MAX_PIECE).toString('base64');
    expect((await resident.refused('files.put', { id, offset: MAX_PIECE, base64: second })).name).toBe(
      'NotReady',
    );
    expect(said.mock.calls.join()).toContain('文件存储');
    expect(await rowOf(id)).toMatchObject({ received: MAX_PIECE, state: 'receiving' });
    away = false;
    await send(resident, LONG, { id });
    away = true;
    expect((await resident.refused('files.finish', { id, sha256: sha256(LONG) })).name).toBe('NotReady');
    expect(await rowOf(id)).toMatchObject({ received: LONG.length, state: 'receiving' });
    away = false;
    await resident.do('files.finish', { id, sha256: sha256(LONG) });
    away = true;
    expect((await resident.refused('files.read', { id })).name).toBe('NotReady');
    // what is removed is unreadable at once, and its objects go later
    await resident.do('files.drop', { id });
    expect(await rowOf(id)).toMatchObject({ state: 'gone', keyEnc: null, nameEnc: null, thumbEnc: null });
    expect((await resident.refused('files.read', { id })).name).toBe('NotFound');
    expect(objects(id)).toHaveLength(1);
    expect(await sweepFiles(services, new Date())).toBe(0);
    away = false;
    expect(await sweepFiles(services, new Date())).toBe(1);
    expect([await rowOf(id), objects(id)]).toEqual([undefined, []]);
  });

  test('从头再传，前一次的零碎不留', async () => {
    const id = await send(resident, LONG, { pieces: 2, piece: 100_000 });
    expect(objects(id)).toHaveLength(2);
    await upload(resident, plainPhoto(), { id });
    expect(objects(id)).toHaveLength(1);
  });

  test('没有配置存的地方：说暂时用不了', async () => {
    const without = await httpEntry({ services: { ...services, files: null } });
    const somebody = await sampleResident(without, 'pension');
    const input = { id: randomUUID(), name: '样例.jpg', bytes: 100 };
    expect((await somebody.refused('files.begin', input)).name).toBe('NotReady');
    await without.close();
  });

  test('放在对象存储里也一样', async () => {
    const bucket = await loopbackS3();
    const over = await httpEntry({ services: { ...services, files: createS3Files(bucket) } });
    const same = new Resident(over, resident.as);
    const id = await upload(same, LONG);
    expect((await readAll(same, id)).includes(SECRET_PLACE)).toBe(false);
    await same.do('files.drop', { id });
    expect(await rowOf(id)).toBeUndefined();
    await over.close();
    await bucket.stop();
  });

  test('存下的是封好的：没有内容、没有名字；传完不留零碎；换个位置打不开', async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [id, two] = [
      await upload(resident, LONG, { name: '样例身份证.jpg' }),
      await upload(resident, LONG),
    ];
    expect(objects(id)).toHaveLength(1);
    const [object, second] = [objects(id)[0] as string, objects(two)[0] as string];
    for (const plain of ['JFIF', 'ICC_PROFILE', 'AAAAAAAA'])
      expect(readFileSync(object).includes(plain)).toBe(false);
    const row = await rowOf(id);
    expect(row?.cuts).toEqual([]);
    expect(Object.values(row ?? {}).some((value) => Buffer.isBuffer(value) && value.includes('样例'))).toBe(
      false,
    );
    renameSync(second, object);
    expect((await resident.refused('files.read', { id })).name).toBe('Internal');
    expect((await resident.refused('files.read', { id: two })).name).toBe('NotFound');
  });

  test('同时做两遍：一段传两遍、收尾两遍，结果是一份', async () => {
    const id = randomUUID();
    const name = '样例.jpg';
    const twice = <T>(work: () => Promise<T>) => Promise.all([work(), work(), work()]);
    await twice(() => resident.do('files.begin', { id, name, bytes: LONG.length }));
    for (let at = 0; at < LONG.length; at += MAX_PIECE) {
      const base64 = LONG.subarray(at, at + MAX_PIECE).toString('base64');
      const answers = await twice(() => resident.do('files.put', { id, offset: at, base64 }));
      expect(new Set(answers.map(({ received }) => received)).size).toBe(1);
    }
    const finished = await twice(() => resident.do('files.finish', { id, sha256: sha256(LONG) }));
    expect(new Set(finished.map(({ bytes }) => bytes)).size).toBe(1);
    expect((await readAll(resident, id)).length).toBe(finished[0]?.bytes);
    expect(objects(id)).toHaveLength(1);
  });

  test('还没交的最多 40 个，一天最多 300 个', async () => {
    const begin = () => ({ id: randomUUID(), name: '样例.jpg', bytes: 100 });
    const first = begin();
    await resident.do('files.begin', first);
    for (let count = 1; count < 40; count++) await resident.do('files.begin', begin());
    expect((await resident.refused('files.begin', begin())).name).toBe('TooManyFiles');
    // one that is known goes on
    expect(await resident.do('files.begin', first)).toEqual({ received: 0 });
    await resident.do('files.drop', { id: first.id });
    await resident.do('files.begin', begin());
    const { accountId } = (await rowOf(first.id)) ?? { accountId: await accountOf(resident) };
    for (let count = 0; count < 300; count++)
      await house.services.limits.take('upload_account', accountId).catch(() => undefined);
    await resident.do('files.drop', { id: (await anyFile(accountId)) as string });
    const refused = await resident.refused('files.begin', begin());
    expect([refused.name, (refused.retryAfter ?? 0) > 3600]).toEqual(['TooManyFiles', true]);
    await house.services.limits.clear('upload_account', accountId);
  });
  const accountOf = async (who: Resident) => (await who.do('session.me')).account;
  const anyFile = async (accountId: string) => {
    const [row] = await house.services.store.db
      .select()
      .from(attachment)
      .where(eq(attachment.accountId, accountId));
    return row?.id;
  };

  test('换密钥：文件不用动，旧密钥删掉以后照样读得出，小图也在', async () => {
    const id = await send(resident, LONG);
    await resident.do('files.finish', { id, sha256: sha256(LONG), thumb: photo().toString('base64') });
    const before = await readAll(resident, id);
    const { store } = house.services;
    const fresh = randomBytes(32);
    const rotating = { ...store.keys, fields: new Map([[3, fresh], ...store.keys.fields]), currentField: 3 };
    const both = { ...store, cipher: createFieldCipher(rotating) };
    expect(await oldFields(both)).toBeGreaterThan(0);
    await resealAll(both, () => undefined);
    expect(await oldFields(both)).toBe(0);
    const alone = createFieldCipher({ ...rotating, fields: new Map([[3, fresh]]) });
    const after = await httpEntry({ services: { ...services, store: { ...store, cipher: alone } } });
    const same = new Resident(after, resident.as);
    expect((await readAll(same, id)).equals(before)).toBe(true);
    const small = await same.do('files.read', { id, thumb: true });
    expect(Buffer.from(small.base64, 'base64')).toEqual(plainPhoto());
    await after.close();
    // back, for the others
    const back = { ...store, cipher: createFieldCipher({ ...rotating, currentField: 2 }) };
    await resealAll(back, () => undefined);
  });

  /** A case at the desk of Youyang, with this file. */
  const caseWith = (file: string) =>
    resident.do('cases.file', {
      id: randomUUID(),
      service: 'general-request',
      service_version: 1,
      answers: { county: '500242', topic: 'work', story: '样例诉求', phone: null },
      files: [{ file, evidence: 'picture' }],
      agreed: true,
    });
  const taken = (fileId: string, caseId: string = randomUUID()) =>
    house.services.store.db.insert(caseFile).values({ caseId, fileId });

  test('交上去的：本县的工作人员看得到、留下记录；别的县看不到；自己不能再删', async () => {
    const id = await upload(resident, LONG);
    await caseWith(id);
    const worker = await sampleResident(entry, 'staff-youyang');
    // compared here: jest takes seconds for as many bytes
    expect((await readAll(worker, id)).equals(await readAll(resident, id))).toBe(true);
    const looks = await resident.do('privacy.looks');
    expect(looks.map(({ purpose }) => purpose)).toEqual(['看了您交的材料']);
    expect(looks[0]?.who).toBe('staff');
    const elsewhere = await sampleResident(entry, 'staff-yongxiu');
    expect((await elsewhere.refused('files.read', { id })).name).toBe('NotFound');
    expect((await resident.refused('files.drop', { id })).name).toBe('FileInUse');
    await expect(sweepFiles(services, new Date(Date.now() + 30 * DAY_MS))).resolves.toBeGreaterThanOrEqual(0);
    expect(await rowOf(id)).toMatchObject({ state: 'ready' });
  });

  test('代办人替本人传：要本人许可；传和看各记一次', async () => {
    const holder = await sampleResident(entry, 'parent');
    const grant = async (service: 'apply' | 'requests') => {
      const { code } = await holder.do('mandate.offer', {
        services: [service],
        until: inDays(3),
        label: '样例外甥',
      });
      const { id } = await resident.do('mandate.accept', { code });
      return { id, acting: resident.actingFor(id) };
    };
    const wrong = await grant('requests');
    const input = { id: randomUUID(), name: '样例.jpg', bytes: 100 };
    expect((await wrong.acting.refused('files.begin', input)).name).toBe('NotAllowed');
    const { id: mandate, acting } = await grant('apply');
    const id = await upload(acting, LONG);
    await readAll(acting, id);
    // the holder's, and not the helper's
    await readAll(holder, id);
    expect((await resident.refused('files.read', { id })).name).toBe('NotFound');
    const trail = await holder.do('mandate.trail', { id: mandate });
    expect(trail.map(({ purpose }) => purpose).sort()).toEqual(['看了您交的材料', '替您传了材料'].sort());
  });

  test('一个星期没有用上的扫掉，用上的和新的不动；几个一起扫，一个不重', async () => {
    await sweepFiles(services, new Date());
    const old = new Date(Date.now() - 8 * DAY_MS);
    const [fresh, used] = [await upload(resident, plainPhoto()), await upload(resident, plainPhoto())];
    const unused = await Promise.all([1, 2, 3, 4, 5, 6].map(() => upload(resident, plainPhoto())));
    const begun = await send(resident, LONG, { pieces: 2 });
    const { db } = house.services.store;
    for (const id of [used, begun, ...unused])
      await db.update(attachment).set({ createdAt: old }).where(eq(attachment.id, id));
    await taken(used);
    const swept = await Promise.all([1, 2, 3].map(() => sweepFiles(services, new Date())));
    expect(swept.reduce((sum, one) => sum + one)).toBe(7);
    for (const id of [begun, ...unused]) expect([await rowOf(id), objects(id)]).toEqual([undefined, []]);
    for (const id of [fresh, used]) expect((await readAll(resident, id)).length).toBeGreaterThan(0);
  });

  test('传完时零碎没删掉的，以后扫掉', async () => {
    const id = await send(resident, LONG);
    const { files } = house.services;
    const entryWith = await httpEntry({
      services: {
        ...house.services,
        files: { ...(files as FileStore), remove: () => Promise.reject(new FileStoreError('Away', '样例')) },
      },
    });
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const same = new Resident(entryWith, resident.as);
    await same.do('files.finish', { id, sha256: sha256(LONG) });
    await entryWith.close();
    expect(objects(id).length).toBeGreaterThan(2);
    await sweepFiles(services, new Date(Date.now() + 2 * DAY_MS));
    expect(objects(id)).toHaveLength(1);
    expect((await readAll(resident, id)).length).toBeGreaterThan(0);
  });

  test('导出里有；注销账号，没交的马上没了，交了的跟着申请', async () => {
    const [id, used] = [
      await upload(resident, LONG, { name: '样例车票.jpg' }),
      await upload(resident, plainPhoto()),
    ];
    await taken(used);
    const { sections } = await resident.do('privacy.export');
    const rows = sections.find(({ title }) => title === '传过的材料')?.rows;
    expect(rows).toHaveLength(2);
    expect(rows?.[1]).toMatchObject({ 文件名: '样例车票.jpg', 种类: '照片', 情况: '传完了' });
    await resident.do('privacy.delete_account', { sure: true });
    expect([await rowOf(id), objects(id)]).toEqual([undefined, []]);
    expect(await rowOf(used)).toMatchObject({ state: 'ready' });
  });
});
