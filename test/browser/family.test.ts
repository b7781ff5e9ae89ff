/** The register's facts, what is wrong with them, and the household: on every phone, looked at with axe. */
import type { SignedIn } from '@/contract/session';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });

const ME = '/#/pages/me/index';
const FACTS = '/#/packages/family/facts/index';
const HOUSEHOLD = '/#/packages/family/household/index';
const CHECK = '/#/packages/benefits/check/index';
const DETAIL = '/#/packages/benefits/detail/index?id=cq-yulu-plus';
const REFUSED = /status of 4\d\d/;

beforeEach(() => portal.floor.services.store.pool.query('delete from rate_limit'));

/** Signed in, with a correction that nobody answered yet taken back first: each phone begins alike. */
async function signedIn(sample: string): Promise<SignedIn> {
  await portal.floor.services.store.pool.query('delete from request');
  return portal.signIn(sample);
}

onEveryPhone('each fact with its office and day; 这不对 keeps both values', async (phone) => {
  const session = await signedIn('parent');
  const visit = await portal.open(phone, { place: YOUYANG, address: ME, session });
  await visit.sees('已实名', /\d+ 条 · 样例农业农村部门 2026-10-31/);
  await visit.looksRight();
  await visit.tap(/^台账里的情况/);
  await visit.isOn('台账里的情况');
  await visit.sees('1983年12月1日', '样例农业农村部门 2026-10-31');
  await visit.looksRight();
  await visit.tap('这不对：有就业意愿');
  await visit.sees('这一条不对？', /台账写的是“想”/);
  await visit.looksRight();
  await visit.page.getByRole('dialog').getByText('不想').tap();
  await visit.fills('想说明的（可以不填）', '在照顾孩子');
  await visit.tap('请更正');
  await visit.sees('您自己说的', /台账写的是：想（样例农业农村部门 2026-10-31）/, /^已请更正 · 2026年11月/);
  await visit.looksRight();
  await visit.page.goto(`${portal.url}/#/packages/privacy/requests/index`);
  await visit.sees('请更正登记', '等答复', '说明：在照顾孩子');
  await visit.looksRight();
});

onEveryPhone('a benefit says whose register it rests on, and what a missing consent hides', async (phone) => {
  const session = await signedIn('parent');
  const visit = await portal.open(phone, { place: YOUYANG, address: DETAIL, session });
  await visit.sees('你在范围内', '样例农业农村部门 2026-10-31');
  await visit.tap(/^台账写得对不对/);
  await visit.sees('家中有人在职业院校就读');
  await visit.looksRight();

  const poor = await portal.signIn('pension');
  await portal.call('consent.withdraw', { kind: 'health' }, poor);
  const other = await portal.open(phone, { place: YOUYANG, address: FACTS, session: poor });
  await other.sees('没有读取和健康有关的登记');
  await other.looksRight();
  await other.tap('看说明：读取和健康有关的登记');
  await other.isOn('我同意了什么');
  await other.sees('是不是重度残疾，是不是因病或照顾家人在家。', '说明第 1 版');
  await other.looksRight();
  expect(await other.page.getByRole('checkbox', { name: '我看明白了，同意' }).isChecked()).toBe(false);
  await other.page.getByText('我看明白了，同意').tap();
  await other.page.getByRole('button', { name: '同意', exact: true }).tap();
  await other.sees('已经同意');
});

onEveryPhone('the household; a child’s benefits through the guardian', async (phone) => {
  const session = await signedIn('parent');
  const visit = await portal.open(phone, { place: YOUYANG, address: HOUSEHOLD, session });
  await visit.sees('样例周学生', '未成年');
  await visit.looksRight();
  await visit.tap(/^样例周学生/);
  await visit.sees('样例周学生能享受什么', /^现在符合 \d+ 项$/);
  await visit.looksRight();
  await visit.tap(/^雨露计划/);
  await visit.isOn('雨露计划+');
  await visit.sees(/这是样例周学生的，照台账算的/, '你在范围内');
  await visit.looksRight();
});

test('why a member’s details are not shown, and the switch of one’s own', async () => {
  const hidden = await portal.signIn('hidden');
  await portal.call('household.hide', { hidden: true }, hidden);
  const session = await portal.signIn('cross-region');
  const visit = await portal.open(PHONE, { place: YOUYANG, address: HOUSEHOLD, session, expected: REFUSED });
  await visit.tap(/^样例郑不公开/);
  await visit.sees('这位家人没有公开自己的情况');
  await visit.looksRight();
  await visit.back();
  await visit.page.getByText('对家人隐藏我的情况').tap();
  await visit.until(
    async () => (await portal.call('session.me', {}, session)).hides_details,
    'the switch did not reach the server',
  );
});

test('questions the register answers are not asked; answering changes what is left', async () => {
  const stranger = await portal.open(PHONE, { place: YOUYANG, address: CHECK });
  await stranger.sees('你家的帮扶名单在哪里？');
  const total = async (visit: typeof stranger) =>
    Number(/约 (\d+) 题/.exec(await visit.text(/^第 1 题/).innerText())?.[1]);
  const before = await total(stranger);
  const session = await signedIn('parent');
  const visit = await portal.open(PHONE, { place: YOUYANG, address: CHECK, session });
  await visit.sees(/^第 1 题/);
  await visit.seesNot('你家的帮扶名单在哪里？');
  expect(await total(visit)).toBeLessThan(before);
});

test('without a network the answers still count, and it says that the register was not read', async () => {
  const session = await signedIn('parent');
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    address: '/#/packages/benefits/list/index',
    session,
    answers: { home_county: '500242' },
    worker: true,
  });
  await visit.sees(/^现在符合 \d+ 项$/);
  await visit.until(
    () =>
      visit.page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
      ),
    'the portal was not kept for offline use',
  );
  await visit.cutNetwork();
  await visit.page.reload();
  await visit.sees(/离线/, '待补信息', /台账没有读到/);
  // nothing of the register was kept on the phone
  const kept = await visit.page.evaluate(() =>
    JSON.stringify(Object.entries(localStorage).filter(([key]) => !/pack|document|regions/.test(key))),
  );
  expect(kept).not.toMatch(/vocational_student|1983-12/);
  await visit.restoreNetwork();
});
