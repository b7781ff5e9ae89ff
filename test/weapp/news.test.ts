/** @jest-environment-options {"customExportConditions": ["node"]} */
/** Policy news in the built package: read, shared, read again without a signal, taken back; and a draft of the desk's that stays. */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { phoneOf, withPeople } from './people';
import { closeAll, IN_YOUYANG, Network, openApp, phoneWith } from './phone';
import { dataOf, type Simulator } from './simulator';

const people = withPeople();
afterEach(closeAll);

const LIST = '/packages/news/list/index';
const DESK = '/packages/desk/news/index';
const SESSION = '/packages/desk/session/index';

async function published(title: string): Promise<string> {
  const id = randomUUID();
  const text = '专门的岗位名单还没有开。\n现在可以先登记，不收钱。';
  const about = { document: 'chongqing-2026-6', items: ['（十一）'], service: 'find-work', picture: null };
  const writer = await people.signIn('admin-youyang');
  await people.call('news.publish', { id, news: { kind: 'opportunity', title, text, ...about } }, writer);
  return id;
}

async function open(app: Simulator, title: string): Promise<void> {
  const row = await app.until(
    () => app.controls().find((one) => String(dataOf(one).ariaLabel).startsWith(title)),
    title,
  );
  await app.tap(String(dataOf(row).ariaLabel));
  await app.at('packages/news/item');
}

test('看动态、看原文、看谁用得上，转发的卡片打开就是这一条，从这里去办', async () => {
  const title = '样例：先来登记找活';
  const id = await published(title);
  const app = await openApp({ network: people.network(), storage: phoneWith({}, IN_YOUYANG), url: LIST });
  await app.see(title, '新的、快到期的、到期的文件', '新文件', '谁用得上：');
  await open(app, title);
  await app.see('现在可以先登记，不收钱。', '谁用得上', '雨露计划毕业生找工作', '原文怎么写');
  await app.see('帮助“雨露计划”毕业生实现技能就业', '渝人社规〔2026〕6号（十一）');
  const card = app.tell('onShareAppMessage') as { title: string; path: string };
  expect(card).toEqual({ title, path: `/packages/news/item/index?id=${id}` });
  await app.tap('去办：找活干');
  await app.at('apply/service');

  const friend = await openApp({ network: people.network(), url: card.path });
  await friend.see('现在可以先登记，不收钱。');
});

test('没有信号：列表和看过的那一条都还在，写明是什么时候的；撤下了，说撤下了', async () => {
  const title = '样例：要撤下的一条';
  const id = await published(title);
  const storage = phoneWith({}, IN_YOUYANG);
  const first = await openApp({ network: people.network(), storage, url: LIST });
  await open(first, title);
  await first.see('原文怎么写', '帮助“雨露计划”毕业生实现技能就业');
  await first.until(() => storage.has('bangfu:news-read:1'), 'the item kept');
  first.close();

  const network = new Network();
  network.up = false;
  const away = await openApp({ network, storage, url: LIST });
  await away.see('没有连上，这是', title);
  await open(away, title);
  await away.see('现在可以先登记，不收钱。', '帮助“雨露计划”毕业生实现技能就业');
  away.close();

  await people.call('news.withdraw', { id }, await people.signIn('admin-youyang'));
  const after = await openApp({
    network: people.network(),
    storage,
    url: `/packages/news/item/index?id=${id}`,
  });
  await after.see('这一条已经撤下', '看全部动态');
  await after.unsee('现在可以先登记，不收钱。');
});

const written = (app: Simulator) =>
  app.all('wx-input, wx-textarea').map((element) => String(dataOf(element).value ?? ''));

test('工作台没发出去的动态、没发布的培训班：关了再开还在，别的人看不到', async () => {
  const writer = await people.signIn('admin-youyang');
  const storage = phoneOf(writer);
  const app = await openApp({ network: people.network(), storage, url: DESK });
  await app.tap('写一条');
  await app.type('标题', '样例：写了一半');
  await app.type('正文', '还没有写完。');
  app.close();
  const later = await openApp({ network: people.network(), storage, url: DESK });
  await later.tap('接着写没写完的');
  await later.until(() => written(later).includes('样例：写了一半'), 'the title written before');
  expect(written(later)).toContain('还没有写完。');
  later.close();

  const trainer = await openApp({ network: people.network(), storage, url: SESSION });
  await trainer.type('这个班叫什么', '样例月嫂班');
  trainer.close();
  const again = await openApp({ network: people.network(), storage, url: SESSION });
  await again.until(() => written(again).includes('样例月嫂班'), 'the name written before');
  again.close();

  for (const [key, value] of phoneOf(await people.signIn('staff-youyang'))) storage.set(key, value);
  const other = await openApp({ network: people.network(), storage, url: DESK });
  await other.see('写一条');
  await other.visit(SESSION);
  await other.see('这个班叫什么');
  expect(written(other)).not.toContain('样例月嫂班');
});
