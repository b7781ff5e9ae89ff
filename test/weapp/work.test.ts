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
  // what is sent to the employer, and below it what is not
  expect(card.text).toMatch(/我会的.*什么时候能上班.*我想找的.*这些只用来帮您找活，不发给单位。/);
  expect(card.text).not.toMatch(/不发给单位。.*什么时候能上班/);
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

test('没选过区县的，先选，选好了接着应聘；招满了，看同一类的活', async () => {
  const posting = await newPosting(people.floor, POSTED);
  const closed = await newPosting(people.floor, { ...POSTED, state: 'closed' });
  const storage = phoneOf(await people.signIn('continued'));
  storage.delete('bangfu:place:1');
  const url = `/packages/work/apply/index?posting=${posting}`;
  const app = await openApp({ network: people.network(), storage, url });
  await app.see('先选一下您家在哪个区县');
  expect(app.text).not.toContain('不能在网上应聘');
  await app.tap('选地方');
  await app.at('packages/places/choose');
  await app.tap('酉阳土家族苗族自治县');
  await app.at('packages/work/apply');
  await app.see('同意发给单位，提交');
  await app.visit(`/packages/work/apply/index?posting=${closed}`);
  await app.see('这个岗位不能应聘了');
  await app.tap('看看附近同样的活');
  await app.at('packages/jobs/list');
  await app.see('更多条件（选了1个）');
});

test('没有信号：填的留在手机上，关了再开还在，送到了就不留', async () => {
  const me = await people.signIn('continued');
  const storage = phoneOf(me);
  const network = people.network();
  const url = '/packages/work/job/index';
  const app = await openApp({ network, storage, url });
  await app.type('在哪个单位、跟谁干', '样例砖厂');
  await app.tap('在单位、工厂上班');
  await app.tap('外省');
  await app.pickDay('2026-11-10');
  network.up = false;
  await app.tap('记下来');
  await app.see('连不上网', '没有信号。您填的留在这台手机上，有信号时点“记下来”就行。');
  network.up = true;
  const other = phoneOf(await people.signIn('exited'));
  for (const [key, value] of storage) if (!other.has(key)) other.set(key, value);
  const somebody = await openApp({ network: people.network(), storage: other, url });
  await somebody.tap('记下来');
  await somebody.see('请写单位，或者跟谁干', '请选在哪里');
  const again = await openApp({ network: people.network(), storage, url });
  await again.see('2026');
  await again.tap('记下来');
  await again.see('一天之内说错了，回“我的活”可以撤回。');
  const [spell] = await people.call('work.spells', {}, me);
  expect(spell).toMatchObject({ employer: '样例砖厂', where: 'other_province', started_on: '2026-11-10' });
  const next = await openApp({ network: people.network(), storage, url });
  await next.tap('记下来');
  await next.see('请写单位，或者跟谁干');
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
