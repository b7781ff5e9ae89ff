/** Applying, following, answering: from the hall to a withdrawn case, on every phone, each screen looked at with axe. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SignedIn } from '@/contract/session';
import { photo } from '../sample-files';
import { PHONE, type Phone, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
/** refused on purpose, or away on purpose */
const REFUSED = /status of (4\d\d|503)/;
const SERVICE = 'cq-transport-claim';
const page = (path: string, query = '') => `/#/packages/${path}/index${query}`;
const FORM = page('apply/form', `?id=${SERVICE}`);

let session: SignedIn;

beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  // a page that is closed still saves its form: nobody is signed in any more when that arrives
  await pool.query('delete from session');
  await pool.query('truncate rate_limit, draft, case_file, case_event, service_case, attachment');
  session = await portal.signIn('exited');
});

/** What the county does next, from its own desk. */
async function desk(id: string, action: Record<string, unknown>): Promise<void> {
  const officer = await portal.signIn('staff-youyang');
  const { case: seen } = await portal.call('desk.show', { id }, officer);
  const step = { id, version: seen.version, event: randomUUID(), ...action };
  await portal.call('desk.act', step as never, officer);
}

const mine = async (who = session) => (await portal.call('cases.mine', {}, who)).cases;

async function takesPhoto(visit: Visit, name: RegExp): Promise<void> {
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.tap(name)]);
  await chooser.setFiles({ name: '工资.jpg', mimeType: 'image/jpeg', buffer: photo({ pad: 30_000 }) });
  await visit.sees('已传好');
}

async function choosesMonth(visit: Visit, year: string, month: string): Promise<void> {
  const lists = visit.page.locator('select').filter({ visible: true });
  await lists.nth(0).selectOption(year);
  await lists.nth(1).selectOption(month);
}

/** Up to the paper: three answers. */
async function answers(visit: Visit, look: () => Promise<void> = async () => undefined): Promise<void> {
  await visit.sees('您在哪个区县干活？', '第 1 题 / 共 4 题');
  await visit.tap('下一题');
  await visit.sees('这一题还没有回答');
  await look();
  await visit.tap('在重庆市的别的区县');
  await visit.fills('输名字找', 'fl');
  await look();
  await visit.tap('涪陵区');
  await visit.tap('下一题');
  await visit.sees('您从哪个月起在那里干活？');
  await choosesMonth(visit, '2026', '03');
  await look();
  await visit.tap('下一题');
  await visit.fills('银行卡号', '6217000010001234560');
  await visit.sees(/照着卡对一遍：6217 0000 1000 1234 560/, /卡号好像有一位不对/);
  await look();
  await visit.tap('下一题');
  await visit.sees('在外干活的证明', '第 4 题 / 共 4 题');
}

onEveryPhone('hall, search, first page, form, number, my cases, supplement, withdrawn', async (phone) => {
  const address = '/#/pages/services/index';
  const visit = await portal.open(phone, { place: YOUYANG, session, address });
  const look = () => visit.looksRight();
  await visit.sees('领补贴', '我的办件');
  await look();
  await visit.fills('想办什么', '娃儿上学');
  await visit.sees(/^找到/, '雨露计划补助');
  await visit.fills('想办什么', '火箭发射');
  await visit.sees('没有找到', '写就业诉求');
  await look();
  await visit.fills('想办什么', '车票钱');
  await visit.tap(/^跨区域交通补助/);

  await visit.isOn('跨区域交通补助');
  await visit.sees('给谁办', '要交什么', '提交算什么：正式申请', '收到后受理：5 个工作日以内');
  await visit.sees('文件没有写期限，这是经办机构定的', '看整条');
  await look();
  await visit.tap('开始填');
  await answers(visit, look);
  await look();
  await takesPhoto(visit, /从相册选/);
  await look();
  await visit.tap('看一遍');

  await visit.sees('交之前，再看一遍', '重庆 · 涪陵', '2026年3月', '6217 0000 1000 1234 560', '1 份');
  await visit.sees('点“提交”，就是您确认：');
  await look();
  await visit.tap(/^银行卡号/);
  await visit.fills('银行卡号', '6217000010001234567');
  await visit.tap('改好了');
  await visit.sees('6217 0000 1000 1234 567');
  await visit.tap('提交');

  await visit.sees('已送达', /^\d{4}-1121-\d{6}$/, '应当在11月27日（周五）前受理', '接下来');
  await look();
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.tap(/^回执（PDF）/)]);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  const [days] = await Promise.all([visit.page.waitForEvent('download'), visit.tap(/^放进手机日历/)]);
  expect(await readFile(await days.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR[\s\S]*20261127/);
  await visit.tap('看我的办件');
  await visit.sees('办过的事', '已送达', '应当在11月27日（周五）前受理');
  await visit.seesNot('没写完的');
  await look();

  const [filed] = await mine();
  const id = filed?.id ?? '';
  await desk(id, { action: 'accept' });
  const asked = { action: 'ask_supplement', text: '请补一张工资转账的照片', until: '2026-12-09' };
  await desk(id, { ...asked, evidence: ['work_proof'] });
  await visit.page.goto(`${portal.url}/#/pages/home/index`);
  await visit.page.reload();
  await visit.sees('待办', '补“在外干活的证明”，12月9日前');
  await look();
  await visit.tap(/^待办/);
  await visit.sees('等您补材料', '请补一张工资转账的照片', '请在12月9日（周三）前补上', '收下了，在看材料');
  await look();
  await visit.tap('拍照补上');
  await visit.sees('经办人要您补的');
  await visit.tap('交上去');
  await visit.sees('请传一份材料，或者写几句说明');
  await look();
  await takesPhoto(visit, /从相册选/);
  await visit.fills('要说明的', '上个月的');
  await visit.tap('交上去');
  await visit.sees('补交了材料', '在看材料');
  await look();

  await visit.tap(/^现在不能办的/);
  await visit.sees(/不能评价。现在可以：补交材料、撤回/);
  await look();
  await visit.tap('撤回');
  await visit.sees('撤回这一件？');
  await look();
  await visit.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).tap();
  await visit.sees('已撤回', '要求重新办理');
  await look();
  expect((await mine())[0]?.state).toBe('withdrawn');
});

test('a form is there again after the app was closed, with what was not right yet', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: FORM });
  await answers(visit);
  await visit.tap('上一题');
  await visit.fills('银行卡号', '62170');
  await visit.tap('下一题');
  await visit.sees(/^卡号一般是16到19位数字/);
  await visit.page.reload();
  await visit.sees('第 3 题 / 共 4 题', '照着卡对一遍：6217 0');
  await visit.tap('上一题');
  expect(await visit.page.locator('select').first().inputValue()).toBe('2026');
  await visit.tap('上一题');
  expect(await visit.chosen('涪陵区')).toBe(true);
  await visit.page.goto(`${portal.url}${page('cases/list')}`);
  await visit.sees('没写完的', '草稿', /^填了 3 题/);
  await visit.looksRight();
  await visit.tap('不要了，删掉：跨区域交通补助');
  await visit.page.getByRole('dialog').getByRole('button', { name: '删掉', exact: true }).tap();
  await visit.seesNot('没写完的');
});

test('written on two phones: the later one is told, and chooses', async () => {
  const first = await portal.open(PHONE, { place: YOUYANG, address: FORM, session });
  await first.tap('就在酉阳土家族苗族自治县');
  await first.tap('下一题');
  await first.sees('草稿已保存，换手机登录也能接着填');
  const again = await portal.signIn('exited');
  const other = await portal.open(PHONE, {
    place: YOUYANG,
    address: FORM,
    session: again,
    expected: REFUSED,
  });
  await other.sees('第 2 题 / 共 4 题');

  await choosesMonth(first, '2026', '02');
  await first.tap('下一题');
  await first.sees('钱打到您哪张卡上？');
  await first.until(
    async () => (await portal.call('cases.drafts', {}, session))[0]?.answers.since === '2026-02',
    'the first phone has not saved',
  );
  await choosesMonth(other, '2026', '05');
  await other.sees('这张表在别的手机上也填过', /^安卓手机|电脑 · 浏览器上的$/);
  await other.looksRight();
  await other.tap('用这一份');
  // and goes on where it was left
  await other.sees('钱打到您哪张卡上？');
  await other.until(
    async () => (await portal.call('cases.drafts', {}, session))[0]?.answers.since === '2026-05',
    'what was chosen has not reached the server',
  );
});

test('filed without a signal: kept on the phone, said so, delivered once when the signal is back', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: FORM, session, worker: true });
  await answers(visit);
  await visit.tap('看一遍');
  const active = () =>
    visit.page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
    );
  await visit.until(active, 'the offline worker is not in place');
  await visit.cutNetwork();
  await visit.tap('提交');
  await visit.sees('还没有送出去', '未送达', '没有信号，已存在这部手机上，有信号会自动送出。');
  await visit.looksRight();
  await visit.tap('看我的办件');
  await visit.sees('还没送到的', '未送达');
  await visit.looksRight();
  expect(await mine()).toEqual([]);
  await visit.restoreNetwork();
  await visit.sees('办过的事', '已送达');
  await visit.seesNot('还没送到的');
  expect(await mine()).toHaveLength(1);
});

test('filled in signed out, signed in at the end: everything is still there', async () => {
  const address = page('apply/form', '?id=general-request');
  const visit = await portal.open(PHONE, { place: YOUYANG, address });
  await visit.tap('就在酉阳土家族苗族自治县');
  await visit.tap('下一题');
  await visit.tap('学手艺');
  await visit.tap('下一题');
  await visit.fills('诉求', '想学电焊');
  await visit.tap('下一题');
  await visit.sees('打哪个电话找您？');
  await visit.tap('下一题');
  await visit.sees('有关的照片');
  await visit.tap('看一遍');
  await visit.sees('想学电焊');
  await visit.looksRight();
  await visit.tap('登录后提交');
  await visit.isOn('登录');
  await visit.tap(/只是原脱贫人口/);
  await visit.isOn('就业诉求');
  await visit.sees('交之前，再看一遍', '想学电焊');
  await visit.tap('提交');
  await visit.sees('已送达');
  expect(await mine(await portal.signIn('lifted-only'))).toHaveLength(1);
});

test('acting for somebody: only with leave to apply, and filed as theirs', async () => {
  const holder = await portal.signIn('parent');
  const helper = await portal.signIn('continued');
  const offer = async (services: ('apply' | 'code')[]) => {
    const { code } = await portal.call(
      'mandate.offer',
      { services, until: '2027-01-20', label: '大儿子' },
      holder,
    );
    return portal.call('mandate.accept', { code }, helper);
  };
  const act = async (visit: Visit) => {
    await visit.page.goto(`${portal.url}/#/packages/family/helpers/index`);
    await visit.tap('替 样例** 办理');
    await visit.isOn('就业帮扶码');
  };
  const { id } = await offer(['code']);
  const visit = await portal.open(PHONE, { place: YOUYANG, session: helper, expected: REFUSED });
  await act(visit);
  for (const address of [FORM, page('cases/list')]) {
    await visit.page.goto(`${portal.url}${address}`);
    await visit.sees('代办不能用这一页');
  }
  await portal.call('mandate.end', { id }, holder);
  await offer(['apply']);
  await visit.page.reload();
  await act(visit);
  await visit.page.goto(`${portal.url}${FORM}`);
  await answers(visit);
  await visit.tap('看一遍');
  await visit.looksRight();
  await visit.tap('提交');
  await visit.sees('已送达', /^正在替/);
  await visit.looksRight();
  expect(await mine(holder)).toHaveLength(1);
  expect(await mine(helper)).toEqual([]);
});

onEveryPhone('a report without a name: number and key once, and the answer with them', async (phone) => {
  const address = page('apply/service', '?id=favouritism');
  const visit = await portal.open(phone, { place: YOUYANG, address, expected: REFUSED });
  await visit.sees('可以写名字，也可以匿名。');
  await visit.looksRight();
  await visit.tap('开始填');
  await visit.page.locator('label.ui-check', { hasText: '补贴拖着不发' }).tap();
  await visit.looksRight();
  await visit.tap('下一题');
  await visit.tap('就在酉阳土家族苗族自治县');
  await visit.tap('下一题');
  await visit.tap('不清楚');
  await visit.tap('下一题');
  await visit.tap('不清楚');
  await visit.tap('下一题');
  await visit.fills('经过', '说好上个月发，现在还没有。');
  await visit.looksRight();
  await visit.tap('下一题');
  await visit.tap('下一题');
  await visit.sees('照片、文件要登录了才能传。匿名提交不带照片、文件。');
  await visit.tap('看一遍');
  await visit.tap('提交');
  await visit.sees('请先选实名还是匿名');
  await visit.looksRight();
  await visit.tap('匿名');
  await visit.tap('提交');
  await visit.sees('请抄下来，只显示这一次');
  await visit.looksRight();
  const [number = '', key = ''] = await visit.page.locator('.number-line__value').allInnerTexts();
  expect(key).toMatch(/^[A-Z0-9]{10}$/);
  await visit.tap('我抄好了');
  await visit.tap('抄好了');
  await visit.isOn('就业帮扶码');
  expect(await visit.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(key);

  await visit.page.goto(`${portal.url}${page('cases/follow')}`);
  await visit.tap('看答复');
  await visit.sees('请填编号和钥匙');
  await visit.looksRight();
  await visit.fills('编号', number);
  await visit.fills('钥匙', 'AAAAAAAAAA');
  await visit.tap('看答复');
  await visit.sees('编号或钥匙不对，请照着抄下来的再填一次。');
  await visit.fills('钥匙', key.toLowerCase());
  await visit.tap('看答复');
  await visit.sees('提交了，经办机构已收到', number);
  await visit.looksRight();
});

test('what has ended can be read and not begun', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, address: '/#/pages/services/index' });
  await visit.tap(/^外出务工交通补助/);
  await visit.sees('已到期', '文件执行到2025年12月31日，已到期，只能看');
  await visit.looksRight();
  expect(await visit.control('开始填').getAttribute('aria-disabled')).toBe('true');
});

test('a printed receipt: genuine by its QR code, not by another proof', async () => {
  const given = { service: SERVICE, service_version: 1, files: [], agreed: true as const };
  const said = { work_county: '500102', since: '2026-03', account: '6217000010001234567' };
  const filed = await portal.call('cases.file', { ...given, id: randomUUID(), answers: said }, session);
  const visit = await portal.open(PHONE, { place: YOUYANG, address: page('cases/receipt') });
  await visit.tap('核对');
  await visit.sees('请填编号和核对码');
  await visit.looksRight();
  await visit.fills('编号', filed.number);
  await visit.fills('核对码', '00000000000000000000');
  await visit.tap('核对');
  await visit.sees('这份回执核对不上');
  await visit.looksRight();
});

async function refusedCase(phone: Phone): Promise<Visit> {
  const given = { service: SERVICE, service_version: 1, files: [], agreed: true as const };
  const said = { work_county: '500102', since: '2026-03', account: '6217000010001234567' };
  const { id } = await portal.call('cases.file', { ...given, id: randomUUID(), answers: said }, session);
  await desk(id, { action: 'accept' });
  await desk(id, { action: 'refuse', text: '还没有到外区县干活的证明', item: '（五）' });
  return portal.open(phone, {
    place: YOUYANG,
    address: page('cases/case', `?id=${id}`),
    session,
    expected: REFUSED,
  });
}

onEveryPhone(
  'refused: the reason and the passage; a review is asked for; what was written stays',
  async (phone) => {
    const visit = await refusedCase(phone);
    await visit.sees('不予办理', '还没有到外区县干活的证明', '看整条');
    await visit.looksRight();
    await visit.tap('申请重新审查');
    await visit.page.getByRole('dialog').getByRole('button', { name: '提交' }).tap();
    await visit.sees('请写几句，再提交');
    await visit.looksRight();
    await visit.fills('为什么不同意', '合同在这里');
    // somebody else's step comes between: told, reloaded, and the words are still there
    const [filed] = await mine();
    const seen = await portal.call('cases.show', { id: filed?.id ?? '' }, session);
    const rate = { action: 'rate' as const, stars: 2, event: randomUUID() };
    await portal.call('cases.act', { id: seen.id, version: seen.version, ...rate }, session);
    const send = () => visit.page.getByRole('dialog').getByRole('button', { name: '提交' }).tap();
    await send();
    await visit.sees(/^这件事刚有了新进展/);
    await visit.looksRight();
    await send();
    await visit.sees('重新审查', '合同在这里');
    await visit.looksRight();
  },
);

test('rated with a word, not with stars', async () => {
  const visit = await refusedCase(PHONE);
  await visit.tap(/^评价/);
  await visit.tap('提交评价');
  await visit.sees('请先选一个');
  await visit.looksRight();
  await visit.tap('一般');
  await visit.tap('提交评价');
  await visit.sees('您的评价：一般');
});
