/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { randomUUID } from 'node:crypto';
import { creditCode, postingInput } from '../api/employers';
import { phoneOf, withPeople } from './people';
import { closeAll, openApp } from './phone';
import { dataOf } from './simulator';

const people = withPeople();
afterEach(closeAll);

/** By the clock of these phones. */
const UNTIL = '2026-12-20';

async function proposed(title: string): Promise<string> {
  const id = randomUUID();
  const employer = await people.signIn('employer-youyang');
  const posting = postingInput({ title, kind: 'enterprise', open_until: UNTIL });
  await people.call('postings.publish', { id, version: 0, posting }, employer);
  return id;
}

test('区县在手机上核实一个单位发布的岗位，单位收到消息', async () => {
  await proposed('样例缝纫工');
  const storage = phoneOf(await people.signIn('staff-youyang'));
  const app = await openApp({ network: people.network(), storage, url: '/packages/desk/postings/index' });
  await app.see('等核实 1', '样例缝纫工 · 样例板溪制衣厂');
  const line = await app.until(
    () => app.controls().find((one) => String(dataOf(one).ariaLabel).startsWith('样例缝纫工')),
    'the line of the posting',
  );
  await app.tap(String(dataOf(line).ariaLabel));
  await app.at('packages/desk/offer');
  await app.see('等区县核实', '92500242MA5U90022W');
  await app.tap('核实了，大家看得到');
  await app.see('办好了', '在招');
  const employer = await people.signIn('employer-youyang');
  const { messages } = await people.call('messages.list', {}, employer);
  expect(messages.map(({ title }) => title)).toContain('样例缝纫工');
});

test('单位没写完的岗位，关了再开还在；没填的说在那一格', async () => {
  const storage = phoneOf(await people.signIn('employer-youyang'));
  const network = people.network();
  const first = await openApp({ network, storage, url: '/packages/desk/posting/index' });
  await first.see('招什么人');
  await first.type('招什么工', '样例裁剪工');
  await first.tap('交上去');
  await first.see('请选招到哪天', '上面有没填对的，请看红字');
  first.close();
  const again = await openApp({ network, storage, url: '/packages/desk/posting/index' });
  await again.see('招什么人');
  await again.until(
    () => again.all('wx-input').some((one) => dataOf(one).value === '样例裁剪工'),
    'the draft',
  );
});

test('公布过欠薪的单位，岗位上写着；没有公布的投诉不写', async () => {
  const staff = await people.signIn('admin-youyang');
  const code = creditCode('0011');
  const id = randomUUID();
  const posting = postingInput({ title: '样例钢筋工', credit_code: code, open_until: UNTIL });
  await people.call('postings.publish', { id, version: 0, posting }, staff);
  const record = {
    ...{ id: randomUUID(), kind: 'dishonest' as const, credit_code: code, employer: '样例建筑公司' },
    ...{
      office: '样例人社局',
      about: null,
      number: '样例公字〔2026〕1号',
      link: null,
      published_on: '2026-10-01',
      until: null,
    },
  };
  await people.call('postings.add_record', record, staff);
  const storage = phoneOf(await people.signIn('continued'));
  const app = await openApp({
    network: people.network(),
    storage,
    url: `/packages/jobs/posting/index?id=${id}`,
  });
  await app.see('样例钢筋工', '被列入拖欠农民工工资的失信名单', '样例人社局');
  await app.see('样例公字〔2026〕1号', '公布时未写期限');
});

test.each([
  ['staff-youyang', '/packages/desk/postings/index', '发布一个岗位'],
  ['village-youyang', '/packages/desk/postings/index', '这里能看本村的岗位'],
  ['staff-youyang', '/packages/desk/posting/index', '给多少钱'],
  ['staff-youyang', '/packages/desk/openings/index', '按种类'],
  ['staff-youyang', '/packages/desk/records/index', '登记一条'],
  ['employer-youyang', '/packages/employer/home/index', '样例板溪制衣厂'],
])('%s %s：能按的都有名字，读屏念得出来', async (sample, url, words) => {
  const storage = phoneOf(await people.signIn(sample));
  const app = await openApp({ network: people.network(), storage, url });
  await app.see(words);
  const nameless = app.controls().filter((one) => !dataOf(one).ariaLabel);
  expect(nameless.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
});
