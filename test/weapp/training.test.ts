/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { sampleSession } from '../api/training';
import { phoneOf, withPeople } from './people';
import { closeAll, openApp } from './phone';
import { dataOf } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

async function published(over: Parameters<typeof sampleSession>[0]): Promise<string> {
  const id = randomUUID();
  const staff = await people.signIn('staff-youyang');
  await people.call('training.publish', { id, version: 0, session: sampleSession(over) }, staff);
  return id;
}

test('看班、报名，在我的培训里看得到', async () => {
  await published({
    title: '样例月嫂班',
    childcare: true,
    starts_on: '2026-12-01',
    ends_on: '2026-12-03',
    enrol_on: '2026-11-30',
  });
  const storage = phoneOf(await people.signIn('continued'));
  const app = await openApp({ network: people.network(), storage, url: '/packages/training/list/index' });
  await app.see('1个班可以看', '样例月嫂班', '文件怎么说', '技能培训优先');
  const card = await app.until(
    () => app.controls().find((one) => String(dataOf(one).ariaLabel).startsWith('样例月嫂班')),
    'the card of the session',
  );
  await app.tap(String(dataOf(card).ariaLabel));
  await app.at('packages/training/session');
  await app.see('还有30个名额', '满了以后，谁排在前面', '优先保障防止返贫致贫对象和继续帮扶对象培训需求');
  await app.tap('我要报名');
  await app.see('已报上');
  await app.tap('看我的培训');
  await app.at('packages/training/mine');
  await app.see('样例月嫂班', '取消报名');
});

test('老师扫码签到', async () => {
  // a course of today is enrolled in before it begins
  const id = await published({
    title: '样例晚班',
    starts_on: '2026-11-21',
    ends_on: '2026-11-21',
    from: '20:00',
    to: '21:30',
    enrol_on: '2026-11-21',
    enrol_at: '19:30',
  });
  const resident = await people.signIn('cross-region');
  await people.call('training.enrol', { id: randomUUID(), session: id }, resident);
  const { token } = await people.call('code.issue', {}, resident);
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(await people.signIn('staff-youyang')),
    url: `/packages/training/attend/index?id=${id}`,
    handlers: { scanCode: (options) => answer('scanCode', options as WxOptions, true, { result: token }) },
  });
  await app.see('样例张跨区', '今天来了0人，一共1人');
  await app.tap('扫帮扶码签到');
  await app.see('样例张跨区，签到了', '今天来了1人，一共1人');
  await app.tap('扫帮扶码签到');
  await app.see('这个码刚扫过了');
  const staff = await people.signIn('staff-youyang');
  expect((await people.call('training.roster', { id }, staff)).people[0]?.days).toEqual(['2026-11-21']);
});
