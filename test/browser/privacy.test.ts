/** What is answered stays on the phone: nothing of it is sent, to nobody. */
import type { Request } from 'playwright-core';
import { FACT_IDS } from '@/domain/eligibility/facts';
import { MIGRANT, PHONE, YONGXIU } from './phone';
import { openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();

/** All the app asks its server for: what everybody in the place gets, whoever they are. */
const PUBLIC = [
  'policy.scene',
  'policy.pack',
  'policy.services',
  'policy.document',
  'policy.documents',
  'policy.regions',
];
const INPUTS = ['scene', 'region', 'hash', 'id'];
const STATIC = /^\/((js|css|static)\/[^?]*)?$/;

async function isLoaded(visit: Visit): Promise<void> {
  const documents = () =>
    visit.page.evaluate(
      () => Object.keys(localStorage).filter((key) => key.startsWith('bangfu:document:')).length,
    );
  await visit.until(async () => (await documents()) === 2, 'the documents are not on the phone');
}

/** Nothing a person said is in it: neither in the address nor in the body. */
function expectsNothingPersonal(request: Request): void {
  const { pathname, search } = new URL(request.url());
  const body = request.postData();
  for (const fact of FACT_IDS) expect(`${request.url()} ${body}`).not.toContain(fact);
  if (body === null) {
    expect(request.method()).toBe('GET');
    expect(pathname).toMatch(STATIC);
    expect(search).toMatch(/^(\?scene=\w+)?$/);
    return;
  }
  expect(pathname).toBe('/api/call');
  const { path, input, ...rest } = JSON.parse(body);
  expect(PUBLIC).toContain(path);
  expect(INPUTS).toEqual(expect.arrayContaining(Object.keys(input)));
  expect(rest).toEqual({});
}

test('answering sends nothing at all', async () => {
  const visit = await portal.open(PHONE, { address: '/?scene=cq9Xw4Rt' });
  await isLoaded(visit);
  await visit.tap(/^开始/);
  await visit.tap('就在酉阳土家族苗族自治县');
  const before = visit.requests.length;
  for (let at = 2; at <= 6; at++) {
    await visit.tap('下一题');
    await visit.sees(new RegExp(`^第 ${at} 题`));
    await visit.page.locator('label.ui-choice').filter({ visible: true }).first().tap();
  }
  await visit.tap('上一题');
  await visit.sees('第 5 题');
  expect(visit.requests.slice(before).map((request) => request.url())).toEqual([]);
});

test('a whole visit asks only for what everybody gets, and leaves no cookie', async () => {
  const visit = await portal.open(PHONE, { address: '/?scene=yx7Kq2mP', answers: MIGRANT });
  await isLoaded(visit);
  await visit.tap(/^补贴/);
  await visit.fills('看哪一天', '2023-04-20');
  await visit.fills('搜一搜', '路费');
  await visit.tap(/^外出务工交通补助/);
  await visit.tap('看整条');
  await visit.isOn('文件原文');
  await visit.page.reload();
  await visit.isOn('文件原文');
  await visit.page.goto(`${portal.url}/#/pages/me/index`);
  await visit.tap('全部删掉');
  await visit.page.getByRole('dialog').getByRole('button', { name: '删掉', exact: true }).tap();
  await visit.sees('已经全部删掉了');
  expect(visit.requests.length).toBeGreaterThan(5);
  for (const request of visit.requests) expectsNothingPersonal(request);
  expect(await visit.context.cookies()).toEqual([]);
});

test('the address of a page, as it may be shared, says nothing of the person', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, answers: MIGRANT });
  await visit.tap(/^补贴/);
  await visit.fills('看哪一天', '2023-04-20');
  await visit.tap(/^外出务工交通补助/);
  await visit.isOn('外出务工交通补助');
  const { hash } = new URL(visit.page.url());
  expect(hash).toBe('#/packages/benefits/detail/index?id=yx-transport-500');
});

test('the page cannot be framed, and runs no script but its own', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, expected: /Content Security Policy/ });
  await visit.isOn('就业帮扶码');
  const response = await visit.page.request.get(portal.url);
  expect(response.headers()['x-frame-options']).toBe('SAMEORIGIN');
  const ran = await visit.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.head.append(script);
    return 'intruder' in globalThis;
  });
  expect(ran).toBe(false);
});
