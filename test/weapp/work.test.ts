/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { newPosting } from '../api/postings';
import { phoneOf, withPeople } from './people';
import { closeAll, openApp } from './phone';

const people = withPeople();
afterEach(closeAll);

const POSTED = { postedAt: new Date('2026-11-20T01:00:00Z'), openUntil: '2026-12-31' };

test('写名片、两下应聘、在我的活里看得到', async () => {
  const posting = await newPosting(people.floor, POSTED);
  const me = await people.signIn('continued');
  const storage = phoneOf(me);
  const card = await openApp({ network: people.network(), storage, url: '/packages/work/card/index' });
  await card.see('您会什么，想干什么');
  await card.tap('缝纫');
  await card.see('存好了');
  expect((await people.call('work.card', {}, me)).card?.skills).toEqual(['sewing']);
  const app = await openApp({
    network: people.network(),
    storage,
    url: `/packages/work/apply/index?posting=${posting}`,
  });
  await app.see('样例缝纫工', '会的：缝纫', '单位看不到');
  await app.type('电话', '13800001111');
  await app.tap('同意发给单位，提交');
  await app.at('packages/apply/filed');
  const [filed] = await people.call('work.applications', {}, me);
  expect(filed).toMatchObject({ state: 'sent', posting: { id: posting } });
  const mine = await openApp({ network: people.network(), storage, url: '/packages/work/mine/index' });
  await mine.see('等单位看', '样例缝纫工', '还没有记着您在哪里上班');
});

test('没有信号也写得了名片，写的都还在；有信号就存上', async () => {
  const me = await people.signIn('exited');
  const network = people.network();
  const app = await openApp({ network, storage: phoneOf(me), url: '/packages/work/card/index' });
  await app.see('您会什么，想干什么');
  network.up = false;
  await app.tap('做饭');
  await app.see('存在这台手机上了，连上网会再存');
  network.up = true;
  await app.tap('带娃');
  await app.see('存好了');
  expect((await people.call('work.card', {}, me)).card?.skills).toEqual(['cooking', 'childcare']);
});

test('我上班了、撤回', async () => {
  const me = await people.signIn('cross-region');
  const begun = { form: 'unit', where: 'same_county', on: '2026-11-01', known: {} } as const;
  await people.call('work.start', { id: randomUUID(), employer: '样例电子厂', ...begun }, me);
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(me),
    url: '/packages/work/mine/index',
  });
  await app.see('样例电子厂', '我不干了');
  await app.tap('刚才说错了，撤回');
  await app.see('撤回了，和原来一样');
  expect(await people.call('work.spells', {}, me)).toEqual([]);
});
