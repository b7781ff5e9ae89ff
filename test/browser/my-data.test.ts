/** Consents, looks, all of it to take along, deleting, complaining: on every phone, looked at with axe. */
import { readFile } from 'node:fs/promises';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const REFUSED = /status of 4\d\d/;
const page = (name: string) => `/#/packages/privacy/${name}/index`;

beforeEach(() => portal.floor.services.store.pool.query('delete from rate_limit'));

onEveryPhone('who looked at my data: by day, and nobody yet', async (phone) => {
  const nobody = await portal.signIn('yongxiu-marginal');
  const empty = await portal.open(phone, { place: YOUYANG, address: page('looks'), session: nobody });
  await empty.sees('还没有人看过');
  await empty.looksRight();

  const hidden = await portal.signIn('hidden');
  await portal.call('household.hide', { hidden: false }, hidden);
  const other = await portal.signIn('cross-region');
  const member = (await portal.call('household.mine', {}, other)).find(({ self }) => !self);
  await portal.call('facts.mine', { member: member?.id }, other);
  const visit = await portal.open(phone, { place: YOUYANG, address: page('looks'), session: hidden });
  await visit.sees(/^2026年11月/, '看了您能享受什么', '家人');
  await visit.looksRight();
});

onEveryPhone('everything the portal keeps: to read, and as a file', async (phone) => {
  const session = await portal.signIn('parent');
  const visit = await portal.open(phone, { place: YOUYANG, address: page('data'), session });
  await visit.sees('平台存了我什么', /法律要求留下的/);
  await visit.looksRight();
  await visit.tap('列出来看');
  await visit.tap(/^帮扶台账里的登记/);
  await visit.sees('居民身份证', '样例周家长');
  await visit.tap(/^同意过的事项/);
  await visit.looksRight();
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.tap('存成文件（JSON）')]);
  expect(file.suggestedFilename()).toMatch(/^我的信息-2026-11-\d\d\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text).sections.map(({ title }: { title: string }) => title)).toContain(
    '帮扶台账里的登记',
  );
  await visit.sees('已经存成文件');
});

onEveryPhone('a complaint, signed out, with a number', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: page('complain') });
  await visit.sees('这个平台哪里不好？', '酉阳土家族苗族自治县');
  await visit.tap('送出投诉');
  await visit.sees('请写一写是什么事');
  await visit.looksRight();
  await visit.fills('请说清楚', '字太小');
  await visit.tap('送出投诉');
  await visit.sees('已经收到', /^编号 [0-9A-F]{8}$/);
  await visit.looksRight();
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.tap('复制编号');
  await visit.sees('已经复制');
});

test('answers kept on the server come back on another phone, and another account never sees them', async () => {
  const session = await portal.signIn('blank');
  const me = '/#/pages/me/index';
  const first = await portal.open(PHONE, {
    place: YOUYANG,
    address: me,
    session,
    answers: { in_training: true },
  });
  await first.sees('没有开，只存在这台手机上');
  await first.page.getByText('存到服务器（换手机也在）').tap();
  await first.sees('换手机以后不用再答一遍。');
  await first.looksRight();
  await first.tap('同意，存上');
  await first.sees('同意的话，请先打勾。不同意就点“不用了”。');
  await first.page.getByRole('dialog').getByText('我看明白了，同意').tap();
  await first.tap('同意，存上');
  await first.sees('已经存好，换手机登录就回来');

  const second = await portal.open(PHONE, { place: YOUYANG, address: me, session });
  await second.sees('你正在参加技能培训吗？');
  await second.tap('退出登录');
  await second.page.getByRole('dialog').getByRole('button', { name: '退出登录' }).tap();
  await second.sees('登录后有您的帮扶码，也不用一题一题答。不登录，政策照样全部能看。');
  await second.tap('登录');
  await second.tap(/^样例李已退/);
  await second.isOn('我的');
  await second.sees('已实名', '还没有答过题。');
  expect(await second.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('in_training');
});

test('deleting the account: what goes, what stays by law, once more, and then nothing is left here', async () => {
  const session = await portal.signIn('yongxiu-post');
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    address: page('data'),
    session,
    answers: { in_training: true },
    expected: REFUSED,
  });
  await visit.tap('我要注销');
  await visit.sees('真的要注销？');
  await visit.looksRight();
  await visit.tap('注销，全部删掉');
  await visit.sees('账号已经注销', /法律要求留存备查/);
  await visit.looksRight();
  const kept = await visit.page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/in_training|bangfu:session/);
});
