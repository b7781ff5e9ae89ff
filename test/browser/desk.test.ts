/** The desk: from the queue to the payment, at a desk's screen and on a phone, by keyboard, with two officers. */
import { createHash, randomUUID } from 'node:crypto';
import type { InputOf } from '@/contract/api';
import type { SignedIn } from '@/contract/session';
import { pdf, photo, plainPhoto } from '../sample-files';
import { TODAY } from './clock';
import { PHONE, PHONES, type Phone, phoneName, YOUYANG } from './phone';
import { openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });

const SCREEN: Phone = { width: 1280, height: 800, scale: 1 };
const DESKS = [SCREEN, PHONE];
const HOME = '/#/packages/desk/home/index';
const SERVICE = '跨区域交通补助';
/** asked for on purpose: the browser writes every refusal to its console */
const REFUSED = /status of 4\d\d/;

beforeEach(() => portal.floor.services.store.pool.query('delete from rate_limit'));

const ANSWERS = { work_county: '440300', since: '2026-05', account: '6217000010001234567' };

const filing = (): InputOf<'cases.file'> => ({
  id: randomUUID(),
  service: 'cq-transport-claim',
  service_version: 1,
  answers: ANSWERS,
  files: [],
  agreed: true,
});

/** A case as somebody else files it on their own phone. */
interface Filed {
  readonly id: string;
  readonly number: string;
  readonly resident: SignedIn;
}

async function filed(sample = 'cross-region'): Promise<Filed> {
  const resident = await portal.signIn(sample);
  const { id, number } = await portal.call('cases.file', filing(), resident);
  return { id, number, resident };
}

const FILES = {
  // several pieces
  picture: { name: '工资单.jpg', type: 'image/jpeg', bytes: () => photo({ pad: 600_000 }) },
  document: { name: '合同.pdf', type: 'application/pdf', bytes: () => pdf() },
} as const;

/** A file on its way into a case. */
async function sent(resident: SignedIn, which: keyof typeof FILES): Promise<string> {
  const { name, type, bytes: make } = FILES[which];
  const [id, bytes] = [randomUUID(), make()];
  await portal.call('files.begin', { id, name, type, bytes: bytes.length }, resident);
  for (let offset = 0; offset < bytes.length; offset += 190_000) {
    const base64 = bytes.subarray(offset, offset + 190_000).toString('base64');
    await portal.call('files.put', { id, offset, base64 }, resident);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const thumb = which === 'picture' ? { thumb: plainPhoto().toString('base64') } : {};
  await portal.call('files.finish', { id, sha256, ...thumb }, resident);
  return id;
}

const open = async (officer: string, phone: Phone, address = HOME) =>
  portal.open(phone, {
    place: YOUYANG,
    address,
    session: await portal.signIn(officer),
    expected: REFUSED,
  });

/** Through the search, because other tests have filed cases too. */
async function openCase(visit: Visit, number: string, phone: Phone): Promise<void> {
  await visit.isOn('工作台');
  await visit.fills('按编号找', number);
  await visit.page.keyboard.press('Enter');
  await visit.sees(`编号 ${number}`);
  await visit.page.locator('.desk-row', { hasText: number }).tap();
  await visit.sees('这次查看已记录，申请人能看到。');
  expect(await visit.page.locator('.desk-panes').count()).toBe(phone.width >= 1024 ? 1 : 0);
}

/** The button in the bar; on a phone most stand under 更多. */
async function step(visit: Visit, word: string): Promise<void> {
  const here = visit.page.locator('.desk-bar').getByRole('button', { name: word, exact: true });
  if ((await here.filter({ visible: true }).count()) > 0) {
    await here.filter({ visible: true }).tap();
    return;
  }
  await visit.tap('更多');
  await visit.sees('还能办什么');
  await visit.page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${word}`) })
    .first()
    .tap();
}

const dialog = (visit: Visit, name: string) =>
  visit.page.getByRole('dialog').getByRole('button', { name, exact: true });

const onDesks = (name: string, walk: (phone: Phone) => Promise<void>) =>
  test.each(DESKS.map((phone) => [phoneName(phone), phone] as const))(`${name} (%s)`, (_, phone) =>
    walk(phone),
  );

describe('a case', () => {
  onDesks('accepted, supplemented, approved, countersigned, paid', async (phone) => {
    const { id, number, resident } = await filed();
    const visit = await open('staff-youyang', phone);
    await visit.sees('样例**', '剩几天按日历天数', /新收到/);
    await visit.looksRight();
    await openCase(visit, number, phone);
    await visit.sees(/样例张跨区/, /应当在.*前决定是否受理，还剩 \d+ 天/, '本人说', '台账里', '广东');
    await visit.sees('参考意见', /只供参考，由您决定/, '支持防止返贫致贫对象和继续帮扶对象跨区域务工');
    await visit.looksRight();

    await step(visit, '受理');
    await visit.sees('材料看过了，归这里管');
    await visit.looksRight();
    await dialog(visit, '受理').tap();
    await visit.sees('已经受理', '审查中');
    await visit.looksRight();

    await step(visit, '一次性告知补正');
    await dialog(visit, '发出通知').tap();
    await visit.sees('请写清楚要补什么、怎么补', '请选最晚哪一天补来');
    await visit.looksRight();
    await visit.fills('要补什么', '请补一张工资转账的照片');
    await visit.page.getByRole('dialog').getByText('在外干活的证明').tap();
    await visit.fills('最晚哪一天补来', '2026-12-10');
    await dialog(visit, '发出通知').tap();
    await visit.sees('通知已经发出，等申请人补材料', '等补材料', /等申请人补材料，到12月10日/);
    await visit.looksRight();
    const asked = await portal.call('cases.show', { id }, resident);
    expect(asked.asked).toEqual({
      text: '请补一张工资转账的照片',
      evidence: ['work_proof'],
      until: '2026-12-10',
    });

    await portal.call(
      'cases.act',
      {
        id,
        version: asked.version,
        event: randomUUID(),
        action: 'supplement',
        files: [],
        text: '没有照片，打单位电话吧',
      },
      resident,
    );
    await visit.page.reload();
    if (phone.width < 1024) await visit.sees('“没有照片，打单位电话吧”');
    await visit.sees('“没有照片，打单位电话吧”', '审查中');

    await step(visit, '批准');
    await visit.fills('审查意见', '电话核实过，同意');
    await visit.fills('金额（元）', '两千');
    await dialog(visit, '批准').tap();
    await visit.sees('请填钱数，比如 500 或 500.50');
    await visit.fills('金额（元）', '2000.01');
    await visit.sees(/超过 2000 元，要第二个人复核/);
    await visit.looksRight();
    await dialog(visit, '批准').tap();
    await visit.sees('已经批准', '待复核', '等另一位工作人员复核');
    await visit.looksRight();
    expect(await visit.control('复核同意').count()).toBe(0);

    const second = await open('staff-youyang-2', phone);
    await openCase(second, number, phone);
    await step(second, '复核同意');
    await second.looksRight();
    await dialog(second, '复核同意').tap();
    await second.sees('已经复核同意', '待发放');

    await step(second, '登记发放');
    expect(await second.page.getByLabel('金额（元）').inputValue()).toBe('2000.01');
    await second.fills('哪一天发的', TODAY);
    await second.looksRight();
    await dialog(second, '登记').tap();
    await second.sees('发放已经登记', '已发放');
    await second.looksRight();
    const paid = await portal.call('cases.show', { id }, resident);
    expect(paid).toMatchObject({ state: 'paid', decision: { fen: 200_001, paid_on: TODAY } });
  });

  onDesks('refused: what the resident will read is read first', async (phone) => {
    const { id, number, resident } = await filed('continued');
    const visit = await open('staff-youyang', phone);
    await openCase(visit, number, phone);
    await step(visit, '不予办理');
    await dialog(visit, '再看一眼申请人读到的').tap();
    await visit.sees('请写明理由，申请人会读到', '请选依据文件的哪一条');
    await visit.looksRight();
    await visit.fills('理由', '三次电话核实，单位说没有这个人。');
    await visit.page.getByLabel('依据文件的哪一条').selectOption('（五）');
    await dialog(visit, '再看一眼申请人读到的').tap();
    await visit.sees('申请人会读到', '三次电话核实，单位说没有这个人。', /6号（五）/);
    await visit.looksRight();
    await dialog(visit, '回去改').tap();
    expect(await visit.page.getByLabel('理由').inputValue()).toBe('三次电话核实，单位说没有这个人。');
    await dialog(visit, '再看一眼申请人读到的').tap();
    await dialog(visit, '送出，不予办理').tap();
    await visit.sees('已经送出“不予办理”', '办理结果');
    await visit.looksRight();
    const view = await portal.call('cases.show', { id }, resident);
    expect(view.decision).toMatchObject({
      approved: false,
      text: '三次电话核实，单位说没有这个人。',
      item: '（五）',
    });
  });

  test('changed by somebody else meanwhile: the newest is shown, what was written stays', async () => {
    const { id, number, resident } = await filed('blank');
    const visit = await open('staff-youyang', SCREEN);
    await openCase(visit, number, SCREEN);
    await step(visit, '一次性告知补正');
    await visit.fills('要补什么', '请补一张照片，要看得清日期');
    await visit.fills('最晚哪一天补来', '2026-12-10');
    await portal.call(
      'cases.act',
      { id, version: 1, event: randomUUID(), action: 'supplement', files: [], text: '我再说明一下' },
      resident,
    );
    await dialog(visit, '发出通知').tap();
    await visit.sees('这一件刚有了新的进展，已经换成最新的。您写的都还在，看过再送。', '“我再说明一下”');
    expect(await visit.page.getByLabel('要补什么').inputValue()).toBe('请补一张照片，要看得清日期');
    await visit.looksRight();
    await dialog(visit, '发出通知').tap();
    await visit.sees('通知已经发出，等申请人补材料');

    // written, and not sent: still there after another page
    const later = await filed('exited');
    const other = await open('staff-youyang', PHONE);
    await openCase(other, later.number, PHONE);
    await step(other, '移送');
    await other.fills('为什么移送', '住在别的区县');
    await dialog(other, '先不办').tap();
    await other.back();
    await openCase(other, later.number, PHONE);
    await step(other, '移送');
    expect(await other.page.getByLabel('为什么移送').inputValue()).toBe('住在别的区县');
  });

  test('whoever keeps off can only hand it on; those who may not see it do not', async () => {
    const { id, number } = await filed('pension');
    const visit = await open('staff-youyang', SCREEN);
    await openCase(visit, number, SCREEN);
    await step(visit, '回避');
    await visit.sees(/这一家人的事您都不能再受理/);
    await visit.fills('为什么回避', '是我表姐');
    await dialog(visit, '声明回避').tap();
    await visit.sees('已经声明回避，请分派给同事', '您要回避这一件', /只能分派给同事、移送/);
    await visit.looksRight();
    expect(await visit.control('受理').count()).toBe(0);
    await visit.tap('分派');
    await visit.tap('样例复核员');
    await dialog(visit, '分派').tap();
    await visit.sees('已经分派');
    const second = await portal.signIn('staff-youyang-2');
    const mine = await portal.call('desk.queue', { show: 'mine' }, second);
    expect(mine.cases.map((one) => one.id)).toContain(id);

    const elsewhere = await open('staff-yongxiu', SCREEN, `/#/packages/desk/case/index?id=${id}`);
    await elsewhere.sees('没有找到');
    await elsewhere.looksRight();
    const resident = await open('parent', SCREEN);
    await resident.sees('这里只给工作人员用');
    await resident.looksRight();
  });

  test('papers: a picture opens in full, a PDF is downloaded; a stranger gets neither', async () => {
    const resident = await portal.signIn('cross-region');
    const [picture, document] = [await sent(resident, 'picture'), await sent(resident, 'document')];
    const { id } = await portal.call(
      'cases.file',
      { ...filing(), files: [picture, document].map((file) => ({ file, evidence: 'work_proof' })) },
      resident,
    );
    const visit = await open('staff-youyang', SCREEN, `/#/packages/desk/case/index?id=${id}`);
    await visit.sees('材料 2 份', 'PDF');
    await visit.looksRight();
    await visit.tap(/工资单\.jpg$/);
    const whole = visit.page.getByRole('img', { name: '在外干活的证明，工资单.jpg' });
    await whole.waitFor();
    expect(await whole.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1);
    await visit.looksRight();
    await visit.page.keyboard.press('Escape');
    await visit.tap(/合同\.pdf$/);
    const download = visit.page.waitForEvent('download');
    await visit.tap('打开PDF');
    expect((await download).suggestedFilename()).toBe('合同.pdf');
    const elsewhere = await portal.signIn('staff-yongxiu');
    await expect(portal.call('files.read', { id: picture }, elsewhere)).rejects.toThrow('NotFound');
  });
});

describe('the queue', () => {
  test('by keyboard alone: down the list, open, back, pick, take', async () => {
    // due on one day, they stand in the order of their ids
    const both = [await filed('hidden'), await filed('hidden')].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [one, two] = both as [Filed, Filed];
    const visit = await open('staff-youyang', SCREEN);
    const { keyboard } = visit.page;
    await visit.sees(/↑ ↓ 或 j k 换一件/);
    const focused = () =>
      visit.page.evaluate(() => document.activeElement?.closest('.desk-row')?.textContent ?? '');
    const reach = async (number: string, key: string) => {
      for (let presses = 0; presses < 40 && !(await focused()).includes(number); presses++)
        await keyboard.press(key);
      expect(await focused()).toContain(number);
    };
    await reach(two.number, 'j');
    await reach(one.number, 'k');
    await reach(two.number, 'ArrowDown');
    const looks = await portal.call('privacy.looks', {}, two.resident);
    expect(looks.filter(({ purpose }) => purpose.includes('审查'))).toEqual([]);
    await keyboard.press('Enter');
    await visit.sees('这次查看已记录，申请人能看到。');
    await visit.until(
      () => visit.page.evaluate(() => document.activeElement?.matches('.desk-title__name') ?? false),
      'the focus is not on the case that was opened',
    );
    // inside a field the letters are letters
    await keyboard.press('Escape');
    await visit.until(async () => (await focused()).includes(two.number), 'Escape does not come back');
    await keyboard.press('x');
    await visit.sees('已选 1 件');
    await reach(one.number, 'k');
    await keyboard.press('x');
    await visit.sees('已选 2 件');
    await visit.looksRight();
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press('Tab');
      if ((await visit.page.evaluate(() => document.activeElement?.textContent)) === '我来办') break;
    }
    await keyboard.press('Enter');
    await visit.sees('分派了 2 件');
    const officer = await portal.signIn('staff-youyang');
    const mine = await portal.call('desk.queue', { show: 'mine' }, officer);
    expect(mine.cases.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]));
  });

  onDesks('tabs, filters, several to a colleague, a number that is none', async (phone) => {
    const { number } = await filed('parent');
    const visit = await open('staff-youyang', phone);
    await visit.sees(/^全部 \d+$/);
    await visit.tap('筛选');
    await visit.page.getByLabel('事项').selectOption({ label: '公益性岗位' });
    await visit.sees('没有等着办的', '换一个事项或者乡镇看看。');
    await visit.looksRight();
    await visit.page.getByLabel('事项').selectOption({ label: SERVICE });
    await visit.tap('选几件');
    await visit.page.locator('.desk-row', { hasText: number }).tap();
    await visit.tap('分给同事');
    await visit.sees('把 1 件分给谁？');
    await dialog(visit, '分派').tap();
    await visit.sees('请选一位同事');
    await visit.looksRight();
    await visit.page.getByRole('dialog').getByText('样例复核员').tap();
    await dialog(visit, '分派').tap();
    await visit.sees('分派了 1 件', /样例复核员在办/);
    await visit.looksRight();
    await visit.tap(/^已办结/);
    await visit.looksRight();
    await visit.fills('按编号找', '2026-0000-000000');
    await visit.page.keyboard.press('Enter');
    await visit.sees('没有这个编号');
    await visit.looksRight();
    await visit.tap('回到列表');
    await visit.sees(/^全部 \d+$/);
  });

  test('the open case is there again after a reload; the Me page leads to the desk', async () => {
    const { number } = await filed('continued');
    const visit = await open('staff-youyang', SCREEN, '/#/pages/me/index');
    await visit.tap(/^工作台/);
    await openCase(visit, number, SCREEN);
    await visit.page.reload();
    await visit.sees('这次查看已记录，申请人能看到。');
    expect(await visit.page.locator('.desk-title__number').innerText()).toContain(number);
  });
});

describe('who works here', () => {
  onDesks('the administrator gives a role and ends it', async (phone) => {
    const visit = await open('admin-youyang', phone, '/#/packages/desk/staff/index');
    const { width } = phone;
    const number = width > 1000 ? '13700000001' : '13700000002';
    const name = width > 1000 ? '样例新村官' : '样例新干事';
    await visit.sees('样例复核员', '您自己');
    await visit.looksRight();
    await visit.tap('给一个人权限');
    await visit.tap('给权限');
    await visit.sees('请填写手机号', '请写姓名', '请写单位', '请选角色', '请选到哪一天为止');
    await visit.looksRight();
    await visit.fills('手机号', number);
    await visit.fills('姓名', name);
    await visit.fills('身份证号（可以不填）', '50024219880412');
    await visit.fills('单位', '样例村委会');
    await visit.tap(/^村干部/);
    await visit.tap('给权限');
    await visit.sees('身份证号是18位，这里有14位，少了4位', '请写是哪个乡镇，和台账里的写法一样');
    // what was begun is there again
    await visit.tap('先不给');
    await visit.tap('给一个人权限');
    expect(await visit.page.getByLabel('手机号').inputValue()).toBe(number);
    await visit.fills('身份证号（可以不填）', '');
    await visit.page.getByLabel('乡镇', { exact: true }).selectOption('样例板溪镇');
    await visit.page.getByLabel('村（社区）').selectOption('样例村');
    await visit.fills('到哪一天为止', '2027-06-30');
    await visit.looksRight();
    await visit.tap('给权限');
    await visit.sees(`${name}的权限已经给了，他用这个手机号登录就能办`);
    await visit.looksRight();

    const { demo_code } = await portal.call('session.send_code', { phone: number });
    const theirs = await portal.call('session.phone', { phone: number, code: demo_code ?? '' });
    const { staff } = await portal.call('session.me', {}, theirs);
    expect(staff).toMatchObject({ role: 'village', village: '样例村', until: '2027-06-30' });

    await visit.tap(`收回权限：${name}`);
    await visit.sees(`收回${name}的权限？`);
    await visit.looksRight();
    await dialog(visit, '收回权限').tap();
    await visit.sees(`${name}的权限已经收回`, /^已经收回或到期的/);
    expect((await portal.call('session.me', {}, theirs)).staff).toBeNull();
  });

  test('nobody else gives roles', async () => {
    const visit = await open('staff-youyang', SCREEN, '/#/packages/desk/staff/index');
    await visit.sees('这里只给管理员用');
    expect(await visit.control('人员').count()).toBe(0);
    await visit.looksRight();
  });
});

describe('visits', () => {
  onDesks('written without a signal, sent when it is back', async (phone) => {
    const [person, other] = phone.width > 1000 ? ['样例周家长', '样例周奶奶'] : ['样例吴空白', '样例李已退'];
    const visit = await open('village-youyang', phone, '/#/packages/desk/residents/index');
    await visit.sees(/^还没见到 \d+ 人/, '本地的文件没有写每月哪天前走访，照当地的安排。');
    await visit.looksRight();
    await visit.tap(new RegExp(`^${person}`));
    await visit.sees(`走访 ${person}`);
    await visit.tap('记下这次走访');
    await visit.sees('请选怎么走访的');
    await visit.looksRight();
    await visit.tap('上门');
    await visit.tap('换了工作');
    await visit.page.getByText('想学技术').tap();
    await visit.cutNetwork();
    // half a visit is there again
    await visit.fills('还想记的（可以不填）', '想学电焊');
    await visit.page.goBack();
    await visit.sees('还没见到的');
    // the page that was left is still on its way out
    await visit.page.waitForFunction(() => document.querySelectorAll('.taro_page').length === 1);
    await visit.tap(new RegExp(`^${person}`));
    await visit.sees(`走访 ${person}`);
    expect(await visit.page.getByLabel('还想记的（可以不填）').inputValue()).toBe('想学电焊');
    await visit.tap('记下这次走访');
    await visit.sees('存好了，还没有送达');
    await visit.looksRight();
    await visit.tap('回到名单');
    await visit.sees('有 1 份走访在这台手机上', '未送达，等信号');
    await visit.looksRight();
    await visit.restoreNetwork();
    // by itself
    await visit.seesNot('有 1 份走访在这台手机上');
    const worker = await portal.signIn('village-youyang');
    const list = await portal.call('visits.residents', {}, worker);
    expect(list.residents.find(({ name }) => name === person)?.visited_on).toBe(TODAY);
    expect(list.residents.find(({ name }) => name === other)?.visited_on).toBeNull();
  });

  test('a code names nobody on this phone; a workshop; the township enters the village', async () => {
    const resident = await portal.signIn('pension');
    const { text } = await portal.call('code.issue', {}, resident);
    const visit = await open('village-youyang', PHONE, '/#/packages/desk/visit/index');
    await visit.sees('走访谁？');
    await visit.fills('帮扶码里的文字', 'https://example.com');
    await visit.tap('下一步');
    await visit.sees(/不是|认不出/);
    await visit.looksRight();
    await visit.fills('帮扶码里的文字', text);
    await visit.tap('下一步');
    await visit.sees('走访扫码的这位居民', /码上没有姓名/);
    await visit.tap('打电话');
    await visit.tap('没问到');
    await visit.page.getByText('没有要求').tap();
    await visit.tap('记下这次走访');
    await visit.sees('走访已经记下');
    await visit.looksRight();

    const workshop = await open('village-youyang', PHONE, '/#/packages/desk/visit/index?kind=workshop');
    await workshop.tap('记下这次走访');
    await workshop.sees('请写车间的名字');
    await workshop.fills('车间的名字', '样例制衣车间');
    await workshop.fills('现在有几个人在干活（可以不填）', '12');
    await workshop.tap('记下这次走访');
    await workshop.sees('走访已经记下');

    const town = await open('town-youyang', PHONE, '/#/packages/desk/residents/index');
    await town.sees('先选乡镇和村');
    await town.looksRight();
    await town.page.getByLabel('村（社区）').selectOption('样例村');
    await town.sees('样例刘低保', '样例制衣车间', '录入这个村的走访');
    await town.tap('录入');
    await town.sees(/^录入了 \d+ 份走访$/, '已录入');
    await town.looksRight();
  });
});

describe('numbers and notices', () => {
  test.each([SCREEN, ...PHONES].map((phone) => [phoneName(phone), phone] as const))(
    'every page of the desk fits (%s)',
    async (_, phone) => {
      const { id } = await filed('lifted-only');
      const pages: readonly [string, string, string][] = [
        ['staff-youyang', HOME, '办件'],
        ['staff-youyang', `/#/packages/desk/case/index?id=${id}`, '办理经过'],
        ['staff-youyang', '/#/packages/desk/numbers/index', '各乡镇'],
        ['admin-youyang', '/#/packages/desk/staff/index', '给一个人权限'],
        ['village-yongxiu', '/#/packages/desk/residents/index', '这份文件已经到期，现在照当地的安排。'],
        ['village-youyang', '/#/packages/desk/visit/index?kind=workshop', '车间的名字'],
      ];
      for (const [officer, address, words] of pages) {
        const visit = await open(officer, phone, address);
        await visit.sees(words);
        await visit.looksRight();
        await visit.close();
      }
    },
  );

  test('bars are told in a sentence and stand in a table', async () => {
    await filed();
    const visit = await open('staff-youyang', SCREEN, '/#/packages/desk/numbers/index');
    await visit.sees('近三个月', '收到', '现在逾期');
    const told = await visit.page.getByRole('img', { name: /^各事项：/ }).getAttribute('aria-label');
    expect(told).toMatch(/跨区域交通补助，按期作出决定 \d+ 件，超期作出决定 \d+ 件/);
    const row = visit.page.getByRole('table', { name: '各事项' }).getByRole('row', { name: /^跨区域/ });
    expect(await row.getByRole('cell').count()).toBe(4);
    await visit.tap('今年');
    await visit.sees('2026年1月1日到2026年11月21日');
    await visit.looksRight();
  });

  test('公示 needs nobody signed in, and shows nobody’s whole name', async () => {
    const town = await portal.signIn('town-youyang');
    const resident = await portal.signIn('continued');
    const { id } = await portal.call(
      'cases.file',
      { ...filing(), service: 'public-post', answers: POST },
      resident,
    );
    const act = async (action: object) => {
      const { case: at } = await portal.call('desk.show', { id }, town);
      const input = { id, version: at.version, event: randomUUID(), ...action };
      await portal.call('desk.act', input as InputOf<'desk.act'>, town);
    };
    await act({ action: 'accept' });
    await act({ action: 'approve', text: '同意上岗' });
    const visit = await portal.open(PHONE, {
      place: YOUYANG,
      address: '/#/packages/notices/posts/index',
    });
    await visit.sees('重庆 · 酉阳的公益性岗位', '样例**', '觉得不公平？可以反映');
    await visit.seesNot('样例陈继续');
    await visit.looksRight();
  });
});

const POST = { labour_capacity: true, employed: false, wish: ['upkeep'], has_relatives: false };
