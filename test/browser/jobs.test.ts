/** Work near home: list and map, where one looks from, filters, a posting, saved without a network, stations. */
import { posting } from '@/cloud/store/schema';
import { type Over, samplePosting } from '../api/postings';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const page = (path: string, query = '') => `/#/packages/${path}/index${query}`;
const LIST = page('jobs/list');
/** refused or away on purpose */
const REFUSED = /status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
/** the middle of 酉阳 */
const MIDDLE = { lat: 28.89764, lng: 108.79867 };
const at = (north: number, east: number) => ({ lat: MIDDLE.lat + north, lng: MIDDLE.lng + east });

async function put(...rows: readonly Over[]): Promise<readonly string[]> {
  const made = rows.map(samplePosting);
  await portal.floor.services.store.db.insert(posting).values(made);
  return made.map(({ id }) => id);
}

const SEWING = '样例缝纫工';
const sewing: Over = {
  ...at(0.01, 0.005),
  kind: 'workshop',
  title: SEWING,
  employer: '样例帮扶车间',
  town: '样例板溪镇',
  payFrom: 300_000,
  payTo: 420_000,
  board: 'free',
  childcareHours: true,
  skills: ['sewing'],
  verifiedBy: '酉阳县人社局',
  verifiedOn: '2026-11-18',
  words: {
    paid: '每月15日发上个月的，打到银行卡',
    insurance: ['injury'],
    contract: 'labour',
    phone: '023-00000000',
  },
};
const carrying: Over = {
  ...at(-0.02, 0.01),
  kind: 'day_labour',
  title: '样例搬运工',
  employer: '样例仓库',
  payFrom: 16_000,
  payUnit: 'day',
  elders: true,
};
const cleaning: Over = {
  ...MIDDLE,
  title: '样例保洁员',
  employer: '样例物业',
  exact: 'county',
  payFrom: null,
  payUnit: null,
  light: true,
};
const electronics: Over = {
  ...{ lat: 36.65, lng: 117.12, county: '370100', offeredTo: '500242' },
  kind: 'cooperation',
  title: '样例电子厂普工',
  employer: '样例电子有限公司',
  words: { cooperation: 'lu_yu', destination: '山东济南', bus: '12月1日早上8点，样例汽车站' },
};

let ids: readonly string[] = [];
beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  await pool.query('truncate rate_limit; truncate job_posting cascade');
  ids = await put(sewing, carrying, cleaning, electronics);
});

const kept = (visit: Visit, name: string) =>
  visit.page.evaluate((key) => localStorage.getItem(key), `bangfu:${name}:1`);

onEveryPhone('list, filters counted, map without tiles, a posting, saved', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: LIST });
  await visit.isOn('附近的活');
  await visit.sees('从酉阳中间找起', '3个活', SEWING, '每月3000到4200元', '核实过', '没有写工钱，打电话问清');
  await visit.sees(/看不出离您多远/, /近处不多，找到了/);
  // a day's work is no month's
  expect(await visit.text(/合每月约/).count()).toBe(0);
  await visit.looksRight();

  await visit.tap('更多条件');
  await visit.sees('看这3个');
  await visit.looksRight();
  await visit.tap('帮扶车间');
  await visit.sees('看这1个');
  await visit.tap('帮扶车间');
  await visit.page.getByLabel('工钱至少').selectOption('3000');
  await visit.sees('看这2个', '另有1个没写工钱，不在里面。');
  await visit.tap('看这2个');
  await visit.sees('2个活', '更多条件（选了1个）');
  await visit.tap('能接孩子');
  await visit.sees('1个活');

  await visit.tap('看地图');
  await visit.sees('这里没有底图，点的位置和远近不变。');
  await visit.page.getByRole('button', { name: SEWING, exact: true }).press('Enter');
  await visit.sees('点中的这个');
  await visit.looksRight();
  await visit.tap('只看列表');

  await visit.tap(new RegExp(`^${SEWING}`));
  await visit.isOn('这个活');
  await visit.sees(
    '每月15日发上个月的，打到银行卡',
    /^招人的没有写：.+。(打电话问一问|去之前问清楚)。$/,
    '劳动合同',
    '工伤保险',
    /酉阳县人社局/,
  );
  await visit.looksRight();
  await visit.tap(/^收藏$/);
  await visit.sees('存在这台手机上了，没有网也能看', '不收藏了');
  await visit.tap('收藏的活');
  await visit.sees('收藏了1个', SEWING);
  await visit.looksRight();
});

test('what was chosen is remembered; nothing found has ways on; a county without documents too', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: LIST, expected: REFUSED });
  await visit.tap('活轻');
  await visit.sees('1个活', '样例保洁员');
  await visit.page.reload();
  await visit.sees('1个活', '样例保洁员');
  await visit.tap('包吃');
  await visit.sees('这样挑，附近没有活', '别的活也看看', '登记找活');
  await visit.looksRight();
  await visit.tap('别的活也看看');
  await visit.sees('3个活');
  const nowhere = { kind: 'place', county: '110101', name: '样例区', town: null };
  await visit.page.evaluate(
    (from) => localStorage.setItem('bangfu:jobs-from:1', JSON.stringify({ data: JSON.stringify(from) })),
    nowhere,
  );
  await visit.page.reload();
  await visit.sees('这个区县的活还没有收进来', '选一个地方', '12333');
  await visit.looksRight();
});

test('the phone’s place only on a button: given, it is not kept; refused, a place is chosen instead', async () => {
  const visit = await portal.open(PHONE, { address: LIST });
  await visit.sees('还不知道从哪里找起');
  await visit.looksRight();
  await visit.tap('选一个地方');
  await visit.tap('用手机的位置');
  await visit.sees('没有用位置，没关系。选一下地方，一样能找。');
  await visit.looksRight();
  await visit.context.grantPermissions(['geolocation']);
  await visit.context.setGeolocation({ latitude: 28.905, longitude: 108.8 });
  await visit.tap('用手机的位置');
  await visit.sees('从您现在的地方找起', /^离您.*骑车约\d+分钟/);
  const all = await visit.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(all.includes('28.905') || /metres[\\":]+\d/.test(all) || all.includes('离您')).toBe(false);

  await visit.tap(/^从您现在的地方找起/);
  await visit.page.getByLabel('哪个区县').selectOption('500242');
  await visit.tap('从这里找');
  await visit.sees('从酉阳中间找起');
  expect(await kept(visit, 'jobs-from')).toContain('500242');
});

test('work elsewhere: who organises it, the bus, what the documents give', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: page('jobs/list', '?scope=away') });
  await visit.sees('面向酉阳的', '样例电子厂普工');
  await visit.looksRight();
  await visit.tap(/^样例电子厂普工/);
  await visit.sees('鲁渝劳务协作', '山东济南', /12月1日早上8点/, '出去干活可以问什么');
  await visit.looksRight();
});

test('without a network: what was found last with its hour, and what was saved', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: LIST, expected: REFUSED });
  await visit.sees('3个活');
  await visit.tap(new RegExp(`^${SEWING}`));
  await visit.sees('每月15日发上个月的，打到银行卡');
  await visit.tap(/^收藏$/);
  await visit.sees('存在这台手机上了，没有网也能看');
  await visit.back();
  await visit.sees('3个活');
  await visit.page.route('**/api/call', (route) => route.abort());
  await visit.tap('包吃');
  await visit.sees(/没连上网。这是\d\d:\d\d查到的，那时挑的条件和现在不一样。/, SEWING);
  await visit.looksRight();
  await visit.tap(new RegExp(`^${SEWING}`));
  await visit.sees(/没连上网。这是\d\d:\d\d收藏时的样子/, '每月15日发上个月的，打到银行卡');
  await visit.looksRight();
});

test('a thousand of them: at most sixty lines in the tree, and all are reached', async () => {
  const many = Array.from({ length: 997 }, (_, n) => ({
    ...at(0.03 + n / 20_000, 0.02),
    title: `样例第${n}个`,
  }));
  await put(...many);
  const visit = await portal.open(PHONE, { place: YOUYANG, address: LIST });
  await visit.sees(SEWING);
  const lines = () => visit.page.locator('.jobs-card').count();
  let most = 0;
  const last = visit.page.getByText('样例第996个');
  // fifty askings, one after the other
  const reached = async () => {
    most = Math.max(most, await lines());
    await visit.page.locator('.jobs-chunks > :last-child').evaluate((part) => part.scrollIntoView(false));
    await visit.page.waitForTimeout(20);
    return (await last.count()) > 0;
  };
  for (const end = Date.now() + 60_000; !(await reached()); ) expect(Date.now()).toBeLessThan(end);
  expect(most).toBeGreaterThan(20);
  expect(most).toBeLessThanOrEqual(60);
  await visit.page
    .locator('.taro_page')
    .last()
    .evaluate((box) => box.scrollTo(0, 0));
  await visit.sees(SEWING);
  expect(await lines()).toBeLessThanOrEqual(60);
});

test('tiles as they were configured, with whose they are', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: '/', expected: /status of 404/ });
  const asked: string[] = [];
  await visit.page.route('**/map.json', (route) =>
    route.fulfill({
      json: {
        tiles: {
          url: `${portal.url}/tiles/{z}/{x}/{y}.png`,
          attribution: '样例地图 <b>',
          datum: 'wgs84',
          maxZoom: 15,
        },
      },
    }),
  );
  await visit.page.route('**/tiles/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'image/gif', body: GIF });
  });
  await visit.page.goto(`${portal.url}${LIST}`);
  await visit.tap('看地图');
  await visit.sees('样例地图 <b>');
  expect(asked.length).toBeGreaterThan(0);
  await visit.seesNot('这里没有底图');
  // gathered before a finger would touch two of them
  const near = Array.from({ length: 12 }, (_, n) => at(0.001 * n, 0.0015 * (n % 5)));
  await put(...near.map((place, n) => ({ ...place, title: `样例近处${n}` })));
  await visit.page.reload();
  await visit.sees('样例近处1');
  const boxes = await visit.page
    .locator('.jobs-pin')
    .evaluateAll((pins) => pins.map((pin) => pin.getBoundingClientRect()).map(({ x, y }) => [x, y] as const));
  const apart = boxes.flatMap(([x, y], n) => boxes.slice(n + 1).map(([a, b]) => Math.hypot(x - a, y - b)));
  expect(Math.min(...apart)).toBeGreaterThan(36);
});
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

test('a distance that was asked for is kept: how many there are farther out is one tap', async () => {
  await put({ ...carrying, ...at(0.3, 0), title: '样例远处搬运' });
  const visit = await portal.open(PHONE, { place: YOUYANG, address: LIST });
  await visit.tap(/^更多条件/);
  await visit.page.getByLabel('多远以内').selectOption('3000');
  await visit.page.getByLabel('工钱至少').selectOption('3000');
  await visit.sees('看这2个');
  await visit.page.getByLabel('工钱至少').selectOption('5000');
  await visit.sees('这样没有，换个条件');
  await visit.page.getByLabel('工钱至少').selectOption('3000');
  await visit.tap('看这2个');
  await visit.sees('2个活', '3公里以内只有2个。', '放宽到60公里（3个）');
  await visit.looksRight();
  await visit.tap('放宽到60公里（3个）');
  await visit.sees('3个活', '样例远处搬运');
});

test('being looked into: nothing of it is told, but what else there is', async () => {
  const [held = ''] = await put({ ...sewing, title: '样例不给看', state: 'hidden' });
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    address: page('jobs/posting', `?id=${held}`),
    expected: REFUSED,
  });
  await visit.sees('这条正在核实，暂不显示', '您附近在招的', SEWING);
  await visit.looksRight();
  await visit.seesNot('样例不给看');
});

test('saved ones that ended say so, also later without a network', async () => {
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    address: page('jobs/posting', `?id=${ids[0]}`),
    expected: REFUSED,
  });
  await visit.tap(/^收藏$/);
  await visit.sees('存在这台手机上了，没有网也能看');
  await portal.floor.services.store.pool.query(`update job_posting set state = 'closed' where id = $1`, [
    ids[0],
  ]);
  await visit.tap('收藏的活');
  await visit.sees('已经结束：招人的已经停招了');
  await visit.looksRight();
  await visit.page.route('**/api/call', (route) => route.abort());
  await visit.page.reload();
  await visit.sees('没连上网，不知道现在还招不招。去之前打电话问清。', '已经结束：招人的已经停招了');
  await visit.tap(/^已经结束/);
  await visit.isOn('这个活');
  await visit.sees('这个活已经结束');
  await visit.seesNot('附近现在没有像它的');
  await visit.looksRight();
});

test('ended: why, and what is like it; unknown: where to look', async () => {
  const [gone = ''] = await put({ ...sewing, title: '样例已满', state: 'closed', reason: null });
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    address: page('jobs/posting', `?id=${gone}`),
    expected: REFUSED,
  });
  await visit.sees('这个活已经结束', '招人的已经停招了', '和它像的，离得近的');
  await visit.looksRight();
  const lost = await portal.open(PHONE, {
    place: YOUYANG,
    address: page('jobs/posting', '?id=00000000-0000-4000-8000-000000000000'),
    expected: REFUSED,
  });
  await lost.sees('这个活找不到了', '看附近的活');
  await lost.looksRight();
});

onEveryPhone('stations: what the documents name, telephones, near by', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, address: page('stations/list') });
  await visit.isOn('附近的服务点');
  await visit.sees('打电话问', '人社服务热线', '文件说要有的');
  await visit.looksRight();
});

test('it is not true: signed in, with what is wrong', async () => {
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session: await portal.signIn('continued'),
    address: page('jobs/posting', `?id=${ids[0]}`),
  });
  await visit.tap('信息不实');
  await visit.sees('哪里不对？');
  await visit.looksRight();
  await visit.tap('告诉工作人员');
  await visit.sees('请至少选一项');
  await visit.page.getByText('打电话去，说不招了').tap();
  await visit.tap('告诉工作人员');
  await visit.sees('收到了，工作人员会去核实。');
});
