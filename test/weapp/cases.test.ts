/** @jest-environment-options {"customExportConditions": ["node"]} */
/** Applying and following in the built package: the hall, the form, what waits for a signal, one case, one without a name. */
import './node-globals';
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '@/contract/session';
import { phoneOf, withPeople } from './people';
import { closeAll, IN_YOUYANG, openApp, phoneWith } from './phone';
import type { Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

const SERVICE = 'cq-transport-claim';
const FORM = `/packages/apply/form/index?id=${SERVICE}`;
const FILED = { service: SERVICE, service_version: 1, files: [], agreed: true as const };
const SAID = { work_county: '500102', since: '2026-03', account: '6217000010001234567' };

async function pick(app: Simulator, name: string): Promise<void> {
  await app.tap(name);
  await app.until(() => app.isOn(name), `“${name}” chosen`);
}

async function desk(id: string, action: Record<string, unknown>): Promise<void> {
  const officer = await people.signIn('staff-youyang');
  const { case: seen } = await people.call('desk.show', { id }, officer);
  const step = { id, version: seen.version, event: randomUUID(), ...action };
  await people.call('desk.act', step as never, officer);
}

const fileFor = (who: SignedIn) =>
  people.call('cases.file', { ...FILED, id: randomUUID(), answers: SAID }, who);

/** Up to the paper: three answers. */
async function answers(app: Simulator): Promise<void> {
  await app.see('您在哪个区县干活？', '第 1 题 / 共 4 题');
  await app.tap('下一题');
  await app.see('这一题还没有回答');
  await app.tap('在重庆市的别的区县');
  await app.type('输名字找', 'fl');
  await pick(app, '涪陵区');
  await app.tap('下一题');
  await app.see('您从哪个月起在那里干活？');
  await app.pickDay('2026-03');
  await app.see('2026年3月');
  await app.tap('下一题');
  await app.type('银行卡号', '6217000010001234560');
  await app.see('照着卡对一遍：6217 0000 1000 1234 560', '卡号好像有一位不对');
  await app.tap('下一题');
  await app.see('在外干活的证明', '第 4 题 / 共 4 题');
}

test('办事：用自己的话找到，看说明，一题一屏，再看一遍，交了有编号；补材料，撤回', async () => {
  const session = await people.signIn('exited');
  const copied: string[] = [];
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: '/pages/services/index',
    handlers: {
      setClipboardData: (options) => {
        copied.push((options as { data: string }).data);
        answer('setClipboardData', options as WxOptions, true);
      },
    },
  });
  await app.see('领补贴', '我的办件');
  await app.type('想办什么，用您自己的话说', '车票钱');
  await app.see('找到');
  await app.tap('跨区域交通补助');
  await app.at('apply/service');
  await app.see('给谁办', '收到后受理：5 个工作日以内', '文件没有写期限，这是经办机构定的');
  await app.tap('开始填');
  await app.at('apply/form');
  await answers(app);
  await app.tap('看一遍');
  await app.see('交之前，再看一遍', '重庆 · 涪陵', '2026年3月', '没有交');
  await app.tap('银行卡号');
  await app.type('银行卡号', '6217000010001234567');
  await app.tap('改好了');
  await app.see('6217 0000 1000 1234 567');
  await app.tap('提交');
  await app.at('apply/filed');
  await app.see('已送达', '应当在11月27日（周五）前受理', '接下来');
  await app.tap('复制编号');
  await app.see('已复制');
  const [filed] = (await people.call('cases.mine', {}, session)).cases;
  expect(copied).toEqual([filed?.number]);

  const id = filed?.id ?? '';
  await desk(id, { action: 'accept' });
  const asked = { action: 'ask_supplement', text: '请说明是哪个单位', evidence: [], until: '2026-12-09' };
  await desk(id, asked);
  await app.visit('/packages/cases/list/index');
  await app.see('要您做的 1 件', '12月9日前', '等您补材料');
  await app.visit(`/packages/cases/case/index?id=${id}`);
  await app.see('请说明是哪个单位', '请在12月9日（周三）前补上');
  await app.tap('去补上');
  await app.at('cases/supplement');
  await app.tap('交上去');
  await app.see('请传一份材料，或者写几句说明');
  await app.type('要说明的（可以不写）', '样例电子厂');
  await app.tap('交上去');
  await app.at('cases/case');
  await app.see('补交了材料', '在看材料');
  await app.tap('现在不能办的 3 项');
  await app.see('不能评价。现在可以：补交材料、撤回');
  await app.tap('撤回', '.ui-bar');
  await app.see('撤回以后就不办了');
  await app.tap('撤回', '.ui-sheet');
  await app.see('已撤回', '要求重新办理');
  expect((await people.call('cases.show', { id }, session)).state).toBe('withdrawn');
});

test('填到一半关掉再开，接着填；没填对的也还在', async () => {
  const storage = phoneWith({}, IN_YOUYANG);
  const first = await openApp({ network: people.network(), storage, url: FORM });
  await answers(first);
  await first.tap('上一题');
  await first.type('银行卡号', '62170');
  await first.tap('下一题');
  await first.see('卡号一般是16到19位数字');
  first.close();
  const again = await openApp({ network: people.network(), storage, url: FORM });
  await again.see('第 3 题 / 共 4 题', '照着卡对一遍：6217 0');
  await again.tap('上一题');
  await again.see('2026年3月');
});

test('没有信号也能交：存在手机上，说清楚没有送到；有信号自己送出去，只送一次', async () => {
  const session = await people.signIn('lifted-only');
  const network = people.network();
  let changed: ((state: { isConnected: boolean }) => void) | undefined;
  const app = await openApp({
    network,
    storage: phoneOf(session),
    url: '/packages/apply/form/index?id=general-request',
    handlers: {
      onNetworkStatusChange: (listener) => {
        changed ??= listener as typeof changed;
      },
    },
  });
  await app.see('您家在哪个区县？');
  await pick(app, '就在酉阳土家族苗族自治县');
  await app.tap('下一题');
  await pick(app, '学手艺');
  await app.tap('下一题');
  await app.type('诉求', '想学电焊');
  await app.tap('下一题');
  await app.see('打哪个电话找您？');
  await app.tap('下一题');
  await app.see('有关的照片');
  await app.tap('看一遍');
  await app.see('交之前，再看一遍', '想学电焊');
  network.up = false;
  await app.tap('提交');
  await app.see('还没有送出去', '没有信号，已存在这部手机上，有信号会自动送出。');
  expect((await people.call('cases.mine', {}, session)).cases).toEqual([]);
  network.up = true;
  changed?.({ isConnected: true });
  await app.tap('再送一次');
  await app.at('apply/filed');
  await app.see('已送达', '收到了');
  expect((await people.call('cases.mine', {}, session)).cases).toHaveLength(1);
});

test('匿名：编号和钥匙只显示一次，凭它们看答复', async () => {
  const storage = phoneWith({}, IN_YOUYANG);
  const url = '/packages/apply/form/index?id=favouritism';
  const app = await openApp({ network: people.network(), storage, url });
  await pick(app, '补贴拖着不发');
  await app.tap('下一题');
  await pick(app, '就在酉阳土家族苗族自治县');
  await app.tap('下一题');
  await app.see('在哪个乡镇、哪个村？');
  await pick(app, '不清楚');
  await app.tap('下一题');
  await app.see('大概从哪个月开始的？');
  await pick(app, '不清楚');
  await app.tap('下一题');
  await app.type('经过', '说好上个月发，现在还没有。');
  await app.tap('下一题');
  await app.see('要不要留个电话？');
  await app.tap('下一题');
  await app.see('匿名提交不带照片、文件');
  await app.tap('看一遍');
  await app.tap('提交');
  await app.see('请先选实名还是匿名');
  await pick(app, '匿名');
  await app.tap('提交');
  await app.at('apply/filed');
  await app.see('请抄下来，只显示这一次');
  const [number = '', key = ''] = app.all('.number-line__value').map(({ textContent }) => textContent ?? '');
  expect(key).toMatch(/^[A-Z0-9]{10}$/);
  await app.tap('我抄好了');
  await app.tap('抄好了');
  await app.at('pages/home');
  expect([...storage.values()].join('\n')).not.toContain(key);
  await app.visit('/packages/cases/follow/index');
  await app.type('编号', number);
  await app.type('钥匙', key);
  await app.tap('看答复');
  await app.see('提交了，经办机构已收到', number);
});

test('没有批：理由和原文；办完能评价，用话不用星', async () => {
  const session = await people.signIn('continued');
  const { id } = await fileFor(session);
  await desk(id, { action: 'accept' });
  await desk(id, { action: 'refuse', text: '还没有到外区县干活的证明', item: '（五）' });
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(session),
    url: `/packages/cases/case/index?id=${id}`,
  });
  await app.see('不予办理', '还没有到外区县干活的证明', '渝人社规〔2026〕6号（五）');
  await app.tap('评价');
  await app.tap('提交评价');
  await app.see('请先选一个');
  await pick(app, '一般');
  await app.tap('提交评价');
  await app.see('您的评价：一般');
  await app.tap('申请重新审查', '.ui-bar');
  await app.tap('提交');
  await app.see('请写几句，再提交');
  await app.type('为什么不同意，请写几句，再提交', '合同在这里');
  await app.tap('提交');
  await app.see('重新审查', '合同在这里');
});

test('回执存得下来，日子放得进日历', async () => {
  const session = await people.signIn('parent');
  const { id } = await fileFor(session);
  const disk = new Map<string, string>();
  const opened: string[] = [];
  const noted: unknown[] = [];
  const network = people.network();
  // the PDF is made elsewhere: what makes it does not run in a page
  const receipt = { name: '回执.pdf', type: 'application/pdf', base64: btoa('%PDF-1.7') };
  const app = await openApp({
    network,
    storage: phoneOf(session),
    url: `/packages/cases/case/index?id=${id}`,
    handlers: {
      request: (given) => {
        const options = given as WxOptions & { data: { path: string } };
        if (options.data.path !== 'cases.receipt') return network.request(given);
        answer('request', options, true, { statusCode: 200, data: { ok: true, data: receipt } });
        return { abort: () => undefined };
      },
      getFileSystemManager: () => ({
        writeFileSync: (name: string, text: string) => void disk.set(name, text),
        unlink: ({ filePath }: { filePath: string }) => void disk.delete(filePath),
      }),
      openDocument: (options) => {
        const { filePath } = options as { filePath: string };
        opened.push(
          Buffer.from(disk.get(filePath) ?? '', 'base64')
            .subarray(0, 5)
            .toString(),
        );
        answer('openDocument', options as WxOptions, true);
      },
      addPhoneCalendar: (options) => {
        noted.push((options as { title: string }).title);
        answer('addPhoneCalendar', options as WxOptions, true);
      },
    },
  });
  await app.tap('回执（PDF）');
  await app.see('已经打开');
  expect(opened).toEqual(['%PDF-']);
  await app.tap('放进手机日历');
  await app.see('已经放进日历');
  expect(noted).toEqual(['跨区域交通补助：应当在11月27日（周五）前受理']);
});
