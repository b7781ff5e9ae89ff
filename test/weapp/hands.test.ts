/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { sampleGathering } from '../api/hands';
import { phoneOf, withPeople } from './people';
import { closeAll, NOW, openApp } from './phone';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

async function published(over: Parameters<typeof sampleGathering>[0]): Promise<string> {
  const id = randomUUID();
  const staff = await people.signIn('staff-youyang');
  await people.call(
    'hands.publish',
    { id, gathering: sampleGathering({ name: '样例干部', ...over }) },
    staff,
  );
  return id;
}

test('报零工、点“就是这样”', async () => {
  const id = await published({ day: '2026-11-24' });
  const storage = phoneOf(await people.signIn('continued'));
  const app = await openApp({
    network: people.network(),
    storage,
    url: `/packages/hands/gathering/index?id=${id}`,
  });
  await app.see('还要3人', '当天干完给现金');
  await app.tap('信息不实？告诉工作人员');
  await app.at('packages/jobs/posting');
  await app.see('哪里不对？');
  await app.back();
  await app.tap('我要报名');
  await app.see('报上了');
  await app.tap('看工钱记录');
  await app.at('packages/hands/agreement');
  await app.see('每天150元', '谁请人干活');
  await app.tap('就是这样');
  await app.see('您点过了，等对方点');
});

/** So many minutes from now: one checks in from an hour before the work begins. */
const chinaTime = (minutes: number) =>
  new Date(Date.parse(NOW) + (minutes + 8 * 60) * 60_000).toISOString().slice(11, 16);

test('组织的人扫码签到', async () => {
  const id = await published({ day: '2026-11-21', from: chinaTime(30), to: chinaTime(120) });
  const resident = await people.signIn('cross-region');
  await people.call('hands.join', { id: randomUUID(), gathering: id }, resident);
  const { token } = await people.call('code.issue', {}, resident);
  const app = await openApp({
    network: people.network(),
    storage: phoneOf(await people.signIn('staff-youyang')),
    url: `/packages/hands/gathering/index?id=${id}`,
    handlers: { scanCode: (options) => answer('scanCode', options as WxOptions, true, { result: token }) },
  });
  await app.see('样例张跨区', '来了0人，一共1人');
  await app.tap('扫帮扶码签到');
  await app.see('样例张跨区，签到了', '来了1人，一共1人');
});
