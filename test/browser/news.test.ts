/** Policy news: written and looked at by the desk, read on the phone, also without a signal, taken back. */
import { randomUUID } from 'node:crypto';
import { photo } from '../sample-files';
import { PHONE, PHONES, type Phone, phoneName, YOUYANG } from './phone';
import { openPortal } from './portal';

const portal = openPortal({ people: true });
const LIST = '/#/packages/news/list/index';
const SCREEN: Phone = { width: 1280, height: 800, scale: 1 };
const REFUSED = /status of 4\d\d/;

const NEWS = {
  kind: 'opportunity' as const,
  title: '样例：雨露计划毕业生，先来登记找活',
  text: '专门的岗位名单还没有开。\n现在可以先登记，不收钱。',
  document: 'chongqing-2026-6',
  items: ['（十一）'],
  service: 'find-work',
  picture: null,
};

test.each(PHONES.map((phone) => [phoneName(phone), phone] as const))(
  '看动态、没有信号也看得到（%s）',
  async (_, phone) => {
    const desk = await portal.signIn('admin-youyang');
    const id = randomUUID();
    const title = `${NEWS.title} ${phoneName(phone)}`.slice(0, 40);
    await portal.call('news.publish', { id, news: { ...NEWS, title } }, desk);
    const visit = await portal.open(phone, { place: YOUYANG, address: LIST, expected: REFUSED });
    await visit.isOn('政策动态');
    await visit.sees(title, '新的、快到期的、到期的文件', '新文件', /谁用得上：/);
    await visit.looksRight();
    await visit.tap(new RegExp(title));
    await visit.sees('现在可以先登记，不收钱。', '谁用得上', '雨露计划毕业生找工作', '原文怎么写');
    await visit.sees(/帮助“雨露计划”毕业生实现技能就业/);
    await visit.looksRight();
    await visit.control('去办：找活干').waitFor();

    await visit.cutNetwork();
    await visit.tap('看全部动态');
    await visit.sees(/^没有连上，这是 .*看到的/, title);
    await visit.looksRight();
    await visit.tap(new RegExp(title));
    await visit.sees('现在可以先登记，不收钱。', /帮助“雨露计划”毕业生实现技能就业/);

    await portal.call('news.withdraw', { id }, desk);
    const shared = await portal.open(phone, {
      place: YOUYANG,
      address: `/#/packages/news/item/index?id=${id}`,
    });
    await shared.sees('这一条已经撤下');
    await shared.looksRight();
  },
);

test.each([SCREEN, PHONE].map((phone) => [phoneName(phone), phone] as const))(
  '工作台：写、条文里没有的钱数不让发、预览、发布、撤下（%s）',
  async (_, phone) => {
    const visit = await portal.open(phone, {
      place: YOUYANG,
      address: '/#/packages/desk/news/index',
      session: await portal.signIn('admin-youyang'),
      expected: REFUSED,
    });
    const title = `样例：工作台写的 ${phoneName(phone)}`;
    await visit.tap('写一条');
    await visit.tap('看看手机上的样子');
    await visit.sees('请写标题', '请写正文', '请选引用的条文');
    await visit.looksRight();
    await visit.page.getByLabel('引用哪一条').selectOption('（十一）');
    await visit.fills('标题', title);
    await visit.fills('正文', '每人补800元。');
    await visit.sees(/引用的条文里没有写“800元”/);
    await visit.fills('正文', '有人帮着找活。');
    const picking = visit.page.waitForEvent('filechooser');
    await visit.tap('配一张图，从相册选');
    await (await picking).setFiles({
      name: '样例.jpg',
      mimeType: 'image/jpeg',
      buffer: photo({ size: [64, 48] }),
    });
    await visit.fills('图上是什么', '样例：有人在登记');
    await visit.sees('已传好');
    // the app is closed and opened again
    await visit.page.reload();
    await visit.tap('接着写没写完的');
    expect(await visit.page.getByLabel('标题').filter({ visible: true }).inputValue()).toBe(title);
    expect(await visit.page.getByLabel('图上是什么').filter({ visible: true }).inputValue()).toBe(
      '样例：有人在登记',
    );
    await visit.sees('已传好');
    await visit.tap('看看手机上的样子');
    await visit.sees('手机上就是下面这样，还没有发布。', '图：样例：有人在登记', '谁用得上');
    await visit.looksRight();
    await visit.tap('发布');
    await visit.sees('发布了，本区县的人都看得到', title, '正在显示');
    await visit.looksRight();
    const read = await portal.open(PHONE, { place: YOUYANG, address: LIST });
    await read.tap(new RegExp(title));
    await read.sees('有人帮着找活。', '图：样例：有人在登记');
    await read.page.locator('.news-picture__image').waitFor();
    await visit.tap(`撤下，${title}`);
    await visit.sees('撤下这一条？');
    await visit.looksRight();
    await visit.page.getByRole('dialog').getByRole('button', { name: '撤下', exact: true }).tap();
    await visit.sees('撤下了', '已撤下');
  },
);
