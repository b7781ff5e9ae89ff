/** Photos and papers in a real browser: made smaller and upright, sent in pieces, kept without a signal, sent once. */
import type { SignedIn } from '@/contract/session';
import { photo, SECRET_PLACE } from '../sample-files';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const SERVICE = 'cq-transport-claim';
const PAPERS = `/#/packages/apply/form/index?id=${SERVICE}`;

let session: SignedIn;

beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  // a page that is closed still saves its form: nobody is signed in any more when that arrives
  await pool.query('delete from session');
  await pool.query('truncate rate_limit, draft, case_file, case_event, service_case, attachment');
  session = await portal.signIn('exited');
});

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const jpeg = (buffer: Buffer, name = '工资.jpg'): Given => ({ name, mimeType: 'image/jpeg', buffer });

/** What an ordinary camera makes: 2400×1800, lying on its side (EXIF 6), red at the left, blue at the right. */
async function cameraPhoto(visit: Visit): Promise<Buffer> {
  const plain = await visit.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 2400, height: 1800 });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 1200, 1800);
    context.fillStyle = '#00f';
    context.fillRect(1200, 0, 1200, 1800);
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const picture = Buffer.from(plain, 'base64');
  // the segments a camera puts in front of the picture, up to the sample's own tables
  const sample = photo({ orientation: 6 });
  const segments = sample.subarray(20, sample.indexOf(Buffer.from([0xff, 0xdb])));
  return Buffer.concat([picture.subarray(0, 20), segments, picture.subarray(20)]);
}

/** The form with everything answered but the paper. */
async function atPapers(visit: Visit): Promise<void> {
  const answers: readonly (readonly [RegExp | string, () => Promise<void>])[] = [
    ['您在哪个区县干活？', () => visit.tap('就在酉阳土家族苗族自治县')],
    [
      '您从哪个月起在那里干活？',
      async () => {
        const lists = visit.page.locator('select').filter({ visible: true });
        await lists.nth(0).selectOption('2026');
        await lists.nth(1).selectOption('03');
      },
    ],
    ['钱打到您哪张卡上？', () => visit.fills('银行卡号', '6217000010001234567')],
  ];
  for (const [title, answer] of answers) {
    await visit.sees(title);
    await answer();
    await visit.tap('下一题');
  }
  await visit.sees('在外干活的证明', '第 4 题 / 共 4 题');
}

/** From now on every page opens without a network. */
const workerReady = (visit: Visit) =>
  visit.until(
    () =>
      visit.page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
      ),
    'the offline worker is not there',
  );

async function picks(visit: Visit, way: RegExp, ...files: readonly Given[]): Promise<void> {
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.tap(way)]);
  await chooser.setFiles([...files]);
}

const drafts = async () => (await portal.call('cases.drafts', {}, session)).flatMap(({ files }) => files);

/** A whole file as the server keeps it. */
async function kept(id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { base64: string; next: number | null } = await portal.call(
      'files.read',
      { id, offset },
      session,
    );
    parts.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.next;
  }
  return Buffer.concat(parts);
}

/** Width, height, and the colours at the top and at the bottom. */
const looks = (visit: Visit, picture: Buffer) =>
  visit.page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const colour = (y: number) => {
        const [red = 0, , blue = 0] = context.getImageData(canvas.width >> 1, y, 1, 1).data;
        return red > blue ? 'red' : 'blue';
      };
      return {
        width: canvas.width,
        height: canvas.height,
        top: colour(10),
        bottom: colour(canvas.height - 10),
      };
    },
    `data:image/jpeg;base64,${picture.toString('base64')}`,
  );

test('a camera’s photo: upright, 1600 at most, without its place, with a small picture; sent in pieces', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: PAPERS, session });
  await atPapers(visit);
  const camera = await cameraPhoto(visit);
  expect(camera.includes(SECRET_PLACE)).toBe(true);
  expect(await looks(visit, camera)).toMatchObject({ width: 1800, height: 2400, top: 'red' });
  await picks(visit, /拍照/, jpeg(camera));
  await visit.sees('已传好', '已选1份，1份已传好，最多5份');
  await visit.until(
    async () => (await drafts()).length === 1,
    'the form on the server does not know the file',
  );
  const [file] = await drafts();
  const sent = await kept(file?.file ?? '');
  expect(sent.includes('Exif')).toBe(false);
  expect(sent.includes(SECRET_PLACE)).toBe(false);
  expect(await looks(visit, sent)).toEqual({ width: 1200, height: 1600, top: 'red', bottom: 'blue' });
  const small = await portal.call('files.read', { id: file?.file ?? '', thumb: true }, session);
  expect(small.base64.length).toBeLessThanOrEqual(32 * 1024);
  const shape = await looks(visit, Buffer.from(small.base64, 'base64'));
  expect(shape).toMatchObject({ width: 180, height: 240, top: 'red' });
});

onEveryPhone('what is refused says why; the rest goes on; one too many; taken away again', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: PAPERS, session });
  await atPapers(visit);
  await visit.looksRight();
  const pdf = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };
  const word = { name: '合同.docx', mimeType: '', buffer: Buffer.from('PK\x03\x04 not a paper') };
  const heic = {
    name: 'IMG_1.heic',
    mimeType: 'image/heic',
    buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'),
  };
  await picks(visit, /选PDF文件/, pdf, word);
  await visit.sees(
    '第1份：合同.pdf',
    '没传成：这种文件收不了',
    '只收照片（JPG、PNG）、PDF和录音（MP3、M4A、WAV等），请换一个文件。',
  );
  await picks(visit, /从相册选/, heic, jpeg(photo()), jpeg(photo()), jpeg(photo(), '多了.jpg'));
  await visit.sees('没传成：这张照片的格式收不了', '已选5份，3份已传好，2份没传成，已经选满');
  await visit.sees('最多5份，多选的没有加进来。');
  await visit.seesNot('拍照');
  await visit.looksRight();

  await visit.tap('删掉第2份');
  const dialog = visit.page.getByRole('dialog', { name: '删掉这一份？' });
  await dialog.waitFor();
  await visit.looksRight();
  await dialog.getByRole('button', { name: '不了' }).tap();
  await visit.sees('第2份：合同.docx');
  for (const number of [2, 2]) {
    await visit.tap(`删掉第${number}份`);
    await dialog.getByRole('button', { name: '删掉', exact: true }).tap();
  }
  await visit.sees('已选3份，3份已传好，最多5份');
  await visit.tap('删掉第1份');
  await dialog.getByRole('button', { name: '删掉', exact: true }).tap();
  await visit.until(async () => (await drafts()).length === 2, 'what was taken away is still in the form');
  const { pool } = portal.floor.services.store;
  const left = async () => (await pool.query(`select 1 from attachment where state = 'ready'`)).rowCount;
  await visit.until(async () => (await left()) === 2, 'what was taken away is still on the server');
});

test('no signal: photo and form wait on the phone, also when it is closed; then once, the photo with it', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: PAPERS, session, worker: true });
  await atPapers(visit);
  await visit.sees('草稿已保存，换手机登录也能接着填');
  await workerReady(visit);
  const camera = await cameraPhoto(visit);
  await visit.cutNetwork();
  await picks(visit, /拍照/, jpeg(camera));
  await visit.sees('没有信号，有了信号自己会传', /^草稿存在这台手机上/);
  await visit.looksRight();
  await visit.tap('看一遍');
  await visit.tap('提交');
  await visit.sees('还没有送出去');
  await visit.page.reload();
  await visit.sees('还没有送出去');
  const { pool } = portal.floor.services.store;
  const count = async (table: string) => (await pool.query(`select 1 from ${table}`)).rowCount;
  expect(await count('service_case')).toBe(0);

  await visit.restoreNetwork();
  await visit.until(async () => (await count('service_case')) === 1, 'it was not delivered');
  await visit.sees('已送达');
  const filed = await portal.call('cases.mine', {}, session);
  const id = filed.cases[0]?.id ?? '';
  const { papers } = await portal.call('cases.show', { id }, session);
  expect(papers).toMatchObject([{ evidence: 'work_proof', name: '工资.jpg', type: 'image/jpeg' }]);
  const sent = await kept(papers[0]?.file ?? '');
  expect(await looks(visit, sent)).toEqual({ width: 1200, height: 1600, top: 'red', bottom: 'blue' });
  expect(await count('draft')).toBe(0);

  // nothing of it stays on the phone
  const left = await visit.page.evaluate(async () => {
    const keys = Object.keys(localStorage).filter((key) => /:(form|upload):/.test(key));
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('bangfu-files');
      request.onsuccess = () => resolve(request.result);
    });
    const all = database.transaction('bytes').objectStore('bytes').count();
    return new Promise<string[]>((resolve) => {
      all.onsuccess = () => resolve([...keys, ...Array<string>(all.result).fill('a file')]);
    });
  });
  expect(left).toEqual([]);
});

test('signed out: the photo waits, and goes with the form when its owner signs in', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: PAPERS });
  await atPapers(visit);
  await picks(visit, /从相册选/, jpeg(photo()));
  await visit.sees('等着传');
  await visit.page.goto(`${portal.url}/#/packages/account/signin/index`);
  await visit.tap(/样例李已退/);
  await visit.until(async () => (await drafts()).length === 1, 'the form did not go with the account');
  await visit.page.goto(`${portal.url}${PAPERS}`);
  await visit.sees('交之前，再看一遍');
  await visit.tap('上一题');
  await visit.sees('第 4 题 / 共 4 题', '已传好');
});

test('another phone goes on with the form: the photo is there, with its picture', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: PAPERS, session });
  await atPapers(visit);
  await picks(visit, /从相册选/, jpeg(await cameraPhoto(visit)));
  await visit.until(
    async () => (await drafts()).length === 1,
    'the form on the server does not know the file',
  );
  const again = await portal.signIn('exited');
  const other = await portal.open(PHONE, { place: YOUYANG, address: PAPERS, session: again });
  await other.sees('交之前，再看一遍');
  await other.tap('上一题');
  await other.sees('第 4 题 / 共 4 题', '第1份：工资.jpg', '已传好');
  await other.until(
    () =>
      other.page.evaluate(
        () => document.querySelector<HTMLImageElement>('.ui-upload__image')?.naturalHeight === 240,
      ),
    'the small picture is not shown',
  );
});

test('two tabs of one phone: sent off in one, it is sent once, and both know', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: PAPERS, session, worker: true });
  await atPapers(visit);
  await workerReady(visit);
  await visit.tap('看一遍');
  const second = await visit.context.newPage();
  await second.goto(`${portal.url}/#/packages/cases/list/index`);
  await second.getByText('没写完的').waitFor();
  await visit.cutNetwork();
  await visit.tap('提交');
  await visit.sees('还没有送出去');
  await second.getByText('还没送到的').waitFor();
  await visit.restoreNetwork();
  await visit.sees('已送达');
  await second.getByText('还没送到的').waitFor({ state: 'detached' });
  const { pool } = portal.floor.services.store;
  const { rowCount } = await pool.query('select 1 from service_case');
  expect(rowCount).toBe(1);
});
