/** 代办 between two phones: allowing, accepting, acting, ending; nothing of the one person is there for the other. */
import type { SignedIn } from '@/contract/session';
import { PHONE, PHONES, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });

const HELPERS = '/#/packages/family/helpers/index';
const REFUSED = /status of 4\d\d/;
const HERS = /样例周|1983年|1983-12|母亲|in_training/;
const HIS = /样例陈|1972年|1972-07/;
const PAGES = [
  'packages/family/facts',
  'packages/family/household',
  'packages/benefits/list',
  'pages/me',
  'pages/home',
];

let holder: SignedIn;
let helper: SignedIn;
let mandate = '';

beforeEach(async () => {
  await portal.floor.services.store.pool.query('delete from rate_limit');
  holder = await portal.signIn('parent');
  helper = await portal.signIn('continued');
});
afterEach(async () => {
  for (const { id } of await portal.call('mandate.list', {}, holder))
    await portal.call('mandate.end', { id }, holder);
});

async function allowed(): Promise<void> {
  const { code } = await portal.call(
    'mandate.offer',
    { services: ['benefits', 'requests'], until: '2027-01-20', label: '大儿子' },
    holder,
  );
  ({ id: mandate } = await portal.call('mandate.accept', { code }, helper));
}

async function act(visit: Visit): Promise<void> {
  await visit.page.goto(`${portal.url}${HELPERS}`);
  await visit.tap('替 样例** 办理');
  await visit.isOn('就业帮扶码');
  await visit.sees('正在替 样例** 办理');
}

/** Everything in the document, shown or not, and everything kept. */
const everything = (visit: Visit) =>
  visit.page.evaluate(() => `${document.body.textContent}\n${JSON.stringify(localStorage)}`);

async function expectNothingOf(trace: RegExp, visit: Visit): Promise<void> {
  for (const page of PAGES) {
    await visit.page.goto(`${portal.url}/#/${page}/index`);
    await visit.page.waitForTimeout(500);
    expect(await everything(visit)).not.toMatch(trace);
  }
}

const saysYes = (visit: Visit) =>
  visit.page.getByRole('radio', { name: '是', exact: true }).filter({ visible: true }).isChecked();

/** The banner lies on top of everything, wherever one has scrolled to. */
async function bannerIsInSight(visit: Visit): Promise<void> {
  const seen = await visit.page.evaluate(() => {
    const pages = Array.from(document.querySelectorAll<HTMLElement>('.taro_page'));
    const page = pages.find((one) => one.offsetParent !== null && getComputedStyle(one).display !== 'none');
    page?.scrollTo(0, page.scrollHeight);
    window.scrollTo(0, document.body.scrollHeight);
    const banner = Array.from(document.querySelectorAll<HTMLElement>('.ui-acting')).find(
      (one) => one.offsetParent !== null,
    );
    if (!banner) return 'no banner';
    const { left, right, top, bottom } = banner.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) return `out of sight: ${top}–${bottom}`;
    for (const x of [left + 20, (left + right) / 2, right - 20]) {
      const on = document.elementFromPoint(x, (top + bottom) / 2);
      if (!on || !banner.contains(on)) return `covered by ${on?.className}`;
    }
    return 'in sight';
  });
  expect(seen).toBe('in sight');
}

onEveryPhone('the holder allows it, the helper types the digits, both can see and end it', async (phone) => {
  const mine = await portal.open(phone, { place: YOUYANG, address: HELPERS, session: holder });
  await mine.sees('现在没有人替您办。');
  await mine.looksRight();
  await mine.tap('让人帮我办');
  await mine.fills('怎么叫他', '大儿子');
  await mine.looksRight();
  await mine.tap('下一步');
  await mine.page.getByText('看能享受什么', { exact: true }).tap();
  await mine.looksRight();
  await mine.tap('下一步');
  await mine.sees(/^大儿子可以“看能享受什么”/);
  await mine.looksRight();
  await mine.tap('自己选一天');
  await mine.fills('最后一天', '2026-12-24');
  await mine.sees(/到2026年12月24日。$/);
  await mine.tap('同意，生成数字');
  await mine.sees('把这 8 位数字告诉大儿子');
  await mine.looksRight();
  const code = (await mine.page.locator('.helpers-code__digits').allInnerTexts()).join('');

  const theirs = await portal.open(phone, {
    place: YOUYANG,
    address: HELPERS,
    session: helper,
    expected: REFUSED,
  });
  await theirs.tap('我帮别人办');
  await theirs.looksRight();
  await theirs.tap(/^对方手机上有 8 位数字/);
  await theirs.fills('8 位数字', code === '12345678' ? '12345679' : '12345678');
  await theirs.tap('确定');
  await theirs.sees('验证码不对');
  await theirs.looksRight();
  await theirs.fills('8 位数字', code);
  await theirs.tap('确定');
  await theirs.sees('可以替 样例** 办理了');
  await theirs.looksRight();
  await mine.sees('大儿子可以替您办了');
  await mine.tap('好了');
  await mine.sees('正在代办');
  await mine.looksRight();

  await theirs.tap('现在就替 样例** 办理');
  await theirs.sees('正在替 样例** 办理');
  await mine.tap('看做了什么：大儿子');
  await mine.sees('看了您在台账里的情况');
  await mine.looksRight();
  await mine.tap('回到代办');
  await mine.tap('结束代办：大儿子');
  await mine.looksRight();
  await mine.tap('马上结束');
  await mine.sees('现在没有人替您办。');
  await theirs.tap('补贴');
  await theirs.tap('我的').catch(() => undefined);
  await theirs.page.goto(`${portal.url}/#/packages/family/household/index`);
  await theirs.sees('代办已经结束');
  await theirs.looksRight();
});

test.each(PHONES.map((phone) => [`${phone.width}@${phone.scale}`, phone] as const))(
  'while acting the banner is in sight on every page, over panels too (%s)',
  async (_, phone) => {
    await allowed();
    const visit = await portal.open(phone, { place: YOUYANG, session: helper, expected: REFUSED });
    await act(visit);
    for (const page of [
      ...PAGES,
      'packages/privacy/consents',
      'packages/code/show',
      'packages/benefits/check',
    ]) {
      await visit.page.goto(`${portal.url}/#/${page}/index`);
      await visit.sees('正在替 样例** 办理');
      await visit.page.waitForTimeout(300);
      await visit.looksRight();
      await bannerIsInSight(visit);
    }
    await visit.page.goto(`${portal.url}/#/packages/family/facts/index`);
    await visit.tap('这不对：有就业意愿');
    await visit.sees('这一条不对？');
    await bannerIsInSight(visit);
    await visit.looksRight();
  },
);

test('nothing carries over, in either direction: text, stores, what the phone keeps', async () => {
  await allowed();
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session: helper,
    answers: { returning: true },
    expected: REFUSED,
  });
  await visit.page.goto(`${portal.url}/#/packages/family/facts/index`);
  await visit.sees('1972年7月8日');
  await act(visit);
  await expectNothingOf(HIS, visit);
  await visit.page.goto(`${portal.url}/#/packages/family/facts/index`);
  await visit.sees('1983年12月1日');
  await visit.page.goto(`${portal.url}/#/packages/family/household/index`);
  await visit.sees(/母亲/);
  await visit.page.goto(`${portal.url}/#/packages/benefits/check/index?fact=in_training`);
  await visit.tap(/^是/);
  await visit.tap('结束代办，回到我自己');
  await visit.isOn('就业帮扶码');
  await visit.seesNot('正在替');
  expect(await everything(visit)).not.toMatch(HERS);
  await expectNothingOf(HERS, visit);
  expect(await everything(visit)).not.toContain(mandate);
  await visit.page.goto(`${portal.url}/#/packages/benefits/check/index?fact=in_training`);
  expect(await saysYes(visit)).toBe(false);
  await visit.page.goto(`${portal.url}/#/packages/benefits/check/index?fact=returning`);
  expect(await saysYes(visit)).toBe(true);
});

test('an answer of the other person that arrives late is thrown away', async () => {
  await allowed();
  const visit = await portal.open(PHONE, { place: YOUYANG, session: helper, expected: REFUSED });
  await act(visit);
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  await visit.page.route('**/api/call', async (route) => {
    const { path } = JSON.parse(route.request().postData() ?? '{}') as { path: string };
    if (!/^(facts|household)\./.test(path)) return route.continue();
    const response = await route.fetch();
    held++;
    await gate;
    await route.fulfill({ response }).catch(() => undefined);
  });
  await visit.page.goto(`${portal.url}/#/packages/family/household/index`);
  await visit.until(async () => held >= 1, 'nothing was asked');
  await visit.tap('结束代办，回到我自己');
  await visit.isOn('就业帮扶码');
  release();
  await visit.page.waitForTimeout(600);
  expect(await everything(visit)).not.toMatch(HERS);
  await expectNothingOf(HERS, visit);
});
