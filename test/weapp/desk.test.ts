/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { createHash, randomUUID } from 'node:crypto';
import type { SignedIn } from '@/contract/session';
import { pdf, photo } from '../sample-files';
import { phoneOf, withPeople } from './people';
import { closeAll, keptBy, openApp } from './phone';
import { dataOf, type Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

const HOME = '/packages/desk/home/index';
const RESIDENTS = '/packages/desk/residents/index';

async function filed(sample: string, files: { file: string; evidence: string }[] = []) {
  const resident = await people.signIn(sample);
  const { id, number } = await people.call(
    'cases.file',
    {
      id: randomUUID(),
      service: 'cq-transport-claim',
      service_version: 1,
      answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
      files,
      agreed: true,
    },
    resident,
  );
  return { id, number, resident };
}

async function sent(resident: SignedIn, name: string, type: string, bytes: Buffer): Promise<string> {
  const id = randomUUID();
  await people.call('files.begin', { id, name, type, bytes: bytes.length }, resident);
  for (let offset = 0; offset < bytes.length; offset += 190_000) {
    const base64 = bytes.subarray(offset, offset + 190_000).toString('base64');
    await people.call('files.put', { id, offset, base64 }, resident);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await people.call('files.finish', { id, sha256 }, resident);
  return id;
}

const openAs = async (officer: string, url: string, handlers = {}) =>
  openApp({
    network: people.network(),
    storage: phoneOf(await people.signIn(officer)),
    url,
    handlers,
  });

/** Of several controls the one in the panel. */
const inPanel = (app: Simulator, name: string) => app.tap(name, '.ui-sheet');

describe('办件', () => {
  test('从列表打开，受理，一次性告知补正：缺的在原处说', async () => {
    const { id, number, resident } = await filed('cross-region');
    const app = await openAs('staff-youyang', HOME);
    await app.see('办件', '跨区域交通补助', '新收到', '剩几天按日历天数');
    const row = await app.until(
      () => app.controls().find((one) => String(dataOf(one).ariaLabel).includes(number)),
      'the row of the case',
    );
    await app.tap(String(dataOf(row).ariaLabel));
    await app.at('packages/desk/case');
    await app.see('样例张跨区', '本人说', '台账里', '参考意见', '这次查看已记录，申请人能看到。');
    await app.tap('受理');
    await app.see('材料看过了，归这里管');
    await inPanel(app, '受理');
    await app.see('已经受理');

    await app.tap('更多');
    await inPanel(app, '一次性告知补正');
    await inPanel(app, '发出通知');
    await app.see('请写清楚要补什么、怎么补', '请选最晚哪一天补来');
    await app.type('要补什么，请写清楚要补什么、怎么补', '请补一张工资转账的照片');
    await app.tap('在外干活的证明', '.ui-sheet');
    await app.pickDay('2026-12-10');
    await inPanel(app, '发出通知');
    await app.see('通知已经发出，等申请人补材料', '等补材料');
    const { asked } = await people.call('cases.show', { id }, resident);
    expect(asked).toEqual({ text: '请补一张工资转账的照片', evidence: ['work_proof'], until: '2026-12-10' });
  });

  test('材料：照片写成文件来看，PDF 用微信打开；看完就删', async () => {
    const resident = await people.signIn('continued');
    const bytes = { jpg: photo({ pad: 600_000 }), pdf: pdf() };
    const files = [
      await sent(resident, '工资单.jpg', 'image/jpeg', bytes.jpg),
      await sent(resident, '合同.pdf', 'application/pdf', bytes.pdf),
    ];
    const { id } = await filed(
      'continued',
      files.map((file) => ({ file, evidence: 'work_proof' })),
    );
    const disk = new Map<string, Buffer>();
    const manager = {
      writeFileSync: (path: string, data: ArrayBuffer) => void disk.set(path, Buffer.from(data)),
      appendFileSync: (path: string, data: ArrayBuffer) =>
        void disk.set(path, Buffer.concat([disk.get(path) ?? Buffer.alloc(0), Buffer.from(data)])),
      unlink: ({ filePath }: { filePath: string }) => void disk.delete(filePath),
    };
    const app = await openAs('staff-youyang', `/packages/desk/case/index?id=${id}`, {
      getFileSystemManager: () => manager,
      base64ToArrayBuffer: (text: unknown) => new Uint8Array(Buffer.from(String(text), 'base64')).buffer,
      openDocument: (options: unknown) => answer('openDocument', options as WxOptions, true),
      previewImage: (options: unknown) => answer('previewImage', options as WxOptions, true),
    });
    await app.see('材料 2 份');
    await app.tap('打开：在外干活的证明，工资单.jpg');
    await app.tap('放大看');
    const [path = '', kept] = [...disk][0] ?? [];
    expect(path).toMatch(/desk-paper\.jpg$/);
    // the house has taken place and camera out of it, not the picture
    expect(kept?.length).toBeGreaterThan(600_000);
    expect(app.callsOf('previewImage')).toHaveLength(1);
    await app.tap('看完了');
    expect(disk.size).toBe(0);
    await app.tap('打开：在外干活的证明，合同.pdf');
    await app.tap('打开PDF');
    const [[document] = []] = app.callsOf('openDocument');
    expect(document).toMatchObject({ fileType: 'pdf' });
    await app.tap('看完了');
    expect(disk.size).toBe(0);
  });
});

describe('走访', () => {
  const scans = (text: string) => ({
    scanCode: (options: unknown) => answer('scanCode', options as WxOptions, true, { result: text }),
  });

  test('没有信号：名单在手机上，扫码写好，关掉再开还在；有信号自己送', async () => {
    const { text } = await people.call('code.issue', {}, await people.signIn('pension'));
    const storage = phoneOf(await people.signIn('village-youyang'));
    const network = people.network();
    const first = await openApp({ network, storage, url: RESIDENTS, handlers: scans(text) });
    await first.see('样例周家长', '样例刘低保');
    network.up = false;
    await first.tap('扫帮扶码走访');
    await first.at('packages/desk/visit');
    await first.see('走访扫码的这位居民', '码上没有姓名');
    await first.tap('上门');
    await first.tap('没问到');
    await first.tap('没有要求');
    await first.tap('记下这次走访');
    await first.see('存好了，还没有送达');
    first.close();

    const again = await openApp({ network, storage, url: RESIDENTS, handlers: scans(text) });
    await again.see('现在没有连上网', '样例周家长', '未送达，等信号');
    await again.tap('样例周家长');
    await again.see('走访 样例周家长');
    await again.tap('打电话');
    await again.tap('和上次一样');
    await again.tap('想问补贴');
    await again.tap('记下这次走访');
    await again.see('存好了，还没有送达');
    await again.tap('回到名单');
    await again.see('有 2 份走访在这台手机上');
    network.up = true;
    await again.tap('现在送');
    await again.unsee('份走访在这台手机上');
    const worker = await people.signIn('village-youyang');
    const { residents } = await people.call('visits.residents', {}, worker);
    const seen = residents.filter(({ visited_on }) => visited_on !== null).map(({ name }) => name);
    expect(seen.sort()).toEqual(['样例刘低保', '样例周家长'].sort());
  });

  test('退出登录，名单和没写完的走访都不在手机上了', async () => {
    const storage = phoneOf(await people.signIn('village-youyang'));
    const app = await openApp({ network: people.network(), storage, url: RESIDENTS });
    await app.tap('样例吴空白');
    await app.see('走访 样例吴空白');
    await app.tap('上门');
    await app.until(() => keptBy(storage, 'visits') !== null, 'the visit on the phone');
    expect(JSON.stringify(keptBy(storage, 'village'))).toContain('样例吴空白');
    await app.visit('/pages/me/index');
    await app.tap('退出登录');
    await app.tap('退出登录', '.ui-sheet');
    await app.see('不用一题一题答');
    expect([keptBy(storage, 'village'), keptBy(storage, 'visits')]).toEqual([null, null]);
  });
});

test.each([
  ['staff-youyang', HOME, '办件'],
  ['staff-youyang', '/packages/desk/numbers/index', '现在逾期'],
  ['admin-youyang', '/packages/desk/staff/index', '给一个人权限'],
  ['village-youyang', RESIDENTS, '还没见到的'],
  ['village-youyang', '/packages/desk/visit/index', '走访谁？'],
  ['village-youyang', '/packages/desk/visit/index?kind=workshop', '车间的名字'],
  [null, '/packages/notices/posts/index', '公益性岗位'],
])('%s %s：能按的都有名字，读屏念得出来', async (sample, url, words) => {
  const storage = sample ? phoneOf(await people.signIn(sample)) : phoneOf({ token: '', expires_at: '' });
  if (!sample) storage.delete('bangfu:session:1');
  const app = await openApp({ network: people.network(), storage, url });
  await app.see(words);
  const nameless = app.controls().filter((one) => !dataOf(one).ariaLabel);
  expect(nameless.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
});
