/** @jest-environment-options {"customExportConditions": ["node"]} */
import './node-globals';
import { posting } from '@/cloud/store/schema';
import { type Over, samplePosting } from '../api/postings';
import { withPeople } from './people';
import { closeAll, IN_YOUYANG, keep, keptBy, openApp } from './phone';
import { dataOf } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

const people = withPeople();
afterEach(closeAll);

const LIST = '/packages/jobs/list/index';
const MIDDLE = { lat: 28.89764, lng: 108.79867 };
const SEWING = '样例缝纫工';

async function put(...rows: readonly Over[]): Promise<void> {
  await people.floor.services.store.db.insert(posting).values(rows.map(samplePosting));
}
beforeEach(async () => {
  await people.floor.services.store.pool.query('truncate job_posting cascade');
  await put(
    {
      ...MIDDLE,
      lat: 28.905,
      title: SEWING,
      kind: 'workshop',
      childcareHours: true,
      verifiedOn: '2026-11-18',
    },
    { ...MIDDLE, title: '样例保洁员', payFrom: null, payUnit: null },
  );
});

function phone(): Map<string, string> {
  const storage = new Map<string, string>();
  keep(storage, 'place', IN_YOUYANG);
  return storage;
}

test('首页“岗位”到附近的活，看一个，收藏，没有网也在，转给别人', async () => {
  const storage = phone();
  const network = people.network();
  const app = await openApp({
    network,
    storage,
    handlers: { openLocation: (options) => answer('openLocation', options as WxOptions, true) },
  });
  await app.tap('岗位');
  await app.at('packages/jobs/list');
  await app.see('从酉阳中间找起', '2个活', SEWING, '没有写工钱，打电话问清', '没有核实过');
  await app.tap(SEWING);
  await app.at('packages/jobs/posting');
  await app.see(
    '每月3000元',
    '能接送孩子吗能',
    '招人的没有写：哪天发工钱、',
    '要会什么、年纪大的要不要、活轻不轻',
  );
  expect(app.tell('onShareAppMessage')).toMatchObject({
    title: `${SEWING}，每月3000元`,
    path: expect.stringContaining('/packages/jobs/posting/index?id='),
  });
  await app.tap('收藏');
  await app.see('存在这台手机上了，没有网也能看');
  await app.tap('地图里看路线：样例服装厂');
  expect(app.callsOf('openLocation')).toEqual([[expect.objectContaining({ latitude: 28.905 })]]);
  network.up = false;
  const later = await openApp({ network, storage, url: '/packages/jobs/saved/index' });
  await later.see('收藏了1个', SEWING);
  await later.tap(SEWING);
  await later.see('收藏时的样子');
});

test('位置只在按了才问，只要大概的；不同意就选地方，不存在手机上', async () => {
  let allowed = false;
  const storage = new Map<string, string>();
  const app = await openApp({
    network: people.network(),
    storage,
    url: LIST,
    handlers: {
      getFuzzyLocation: (options) =>
        answer('getFuzzyLocation', options as WxOptions, allowed, {
          ...(allowed ? { latitude: 28.9, longitude: 108.8 } : { errMsg: 'getFuzzyLocation:fail auth deny' }),
        }),
    },
  });
  await app.see('还不知道从哪里找起');
  expect(app.callsOf('getFuzzyLocation')).toHaveLength(0);
  await app.tap('选一个地方');
  await app.tap('用手机的位置');
  await app.see('没有用位置，没关系。选一下地方，一样能找。');
  allowed = true;
  await app.tap('用手机的位置');
  await app.see('从您现在的地方找起', SEWING, '骑车约');
  expect(app.callsOf('getFuzzyLocation').map(([options]) => (options as { type: string }).type)).toEqual([
    'gcj02',
    'gcj02',
  ]);
  expect([...storage.values()].join()).not.toContain('"here"');
  expect(keptBy(storage, 'jobs-from')).toBeNull();
});

test('地图用微信自己的，点一下看这个活', async () => {
  const clustered = jest.fn();
  const app = await openApp({
    network: people.network(),
    storage: phone(),
    url: LIST,
    handlers: { createMapContext: () => ({ initMarkerCluster: clustered }) },
  });
  await app.tap('看地图');
  const map = await app.until(() => app.all('wx-map')[0], 'the map');
  const markers = dataOf(map).markers as { ariaLabel: string; latitude: number; joinCluster: boolean }[];
  expect(markers.map(({ ariaLabel }) => ariaLabel).sort()).toEqual(['样例保洁员', SEWING]);
  expect(markers.every(({ joinCluster }) => joinCluster)).toBe(true);
  expect(clustered).toHaveBeenCalledTimes(1);
  // the list stays under it
  await app.see('2个活', '样例保洁员');
  expect(keptBy(app.storage, 'jobs-view')).toBe('map');
});

test('一千个活，树上最多六十行', async () => {
  await put(
    ...Array.from({ length: 198 }, (_, n) => ({ ...MIDDLE, lat: 28.91 + n / 20_000, title: `样例第${n}个` })),
  );
  type Seen = (result: { intersectionRatio: number; boundingClientRect: { height: number } }) => void;
  const parts = new Map<string, Seen>();
  const app = await openApp({
    network: people.network(),
    storage: phone(),
    url: LIST,
    handlers: {
      createIntersectionObserver: () => ({
        relativeToViewport() {
          return this;
        },
        observe: (selector: string, seen: Seen) => void parts.set(selector.replace(/^.*-/, ''), seen),
        disconnect: () => undefined,
      }),
    },
  });
  await app.see(SEWING);
  for (let part = 0; part < 10; part++) {
    const seen = await app.until(() => parts.get(`${part}`), `part ${part}`);
    seen({ intersectionRatio: 1, boundingClientRect: { height: 2600 } });
    expect(app.all('.jobs-card').length).toBeLessThanOrEqual(60);
  }
  await app.see('样例第197个');
  await app.unsee(SEWING);
  expect(app.all('.jobs-card').length).toBeLessThanOrEqual(60);
});
