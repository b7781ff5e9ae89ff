/** Stations: what the file may say, and what is shown of it to whom. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@/cloud/context';
import { near } from '@/cloud/handlers/stations/near';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import type { Services } from '@/cloud/services';
import type { InputOf } from '@/contract/api';
import { checkFiles } from '../src/cli/policy-check/files';
import { book } from './book';
import { temporaryPolicy } from './temporary-policy';

const demo = { demo: {} } as Services;
const ask = (
  input: InputOf<'stations.near'>,
  { services = demo, today = '2026-11-22' }: { services?: Services | null; today?: string } = {},
) => {
  const packs = new Map(book.regions.map(({ region }) => [region.id, { region }]));
  return near({ book, packs, services, today } as unknown as Context, input);
};

test('样例只在演示里有；别处只有文件写明要设的，和电话', () => {
  const { near: none, elsewhere, named, hotlines } = ask({ from: { county: '500242' } }, { services: null });
  expect([none, elsewhere]).toEqual([[], []]);
  expect(hotlines.map(({ number }) => number)).toContain('12333');
  expect(named.map(({ kind, supplied }) => [kind, supplied])).toEqual([
    ['service_point', false],
    ['terminal', false],
    ['training_point', false],
    ['market', false],
    ['outstation', false],
  ]);
  expect(named[0]).toMatchObject({ item: '（九）', number: '渝人社规〔2026〕6号', expired: false });
});

test('没有位置：先本乡镇，再本区县，再别的区县；外省的按省列', () => {
  const { near: found, elsewhere } = ask({ from: { county: '500242', town: '桃花源街道' } });
  expect(found.map(({ id }) => id)).toEqual([
    'sample-youyang-market',
    'sample-banxi',
    'sample-banxi-terminal',
    'sample-wuxi',
  ]);
  expect(found.every(({ metres, sample }) => metres === null && sample)).toBe(true);
  expect(elsewhere.map(({ province, stations }) => [province, stations.length])).toEqual([
    ['广东', 1],
    ['山东', 1],
  ]);
});

test('有位置：从近到远，区县是最近的那个；手机说的 WGS-84 先换算', () => {
  const at = { lat: 28.845, lng: 108.767 };
  const same = ask({ from: { ...at, datum: 'gcj02' } });
  expect(same.region).toBe('500000');
  expect(same.near[0]).toMatchObject({ id: 'sample-youyang-market', metres: 0 });
  const shifted = ask({ from: { ...at, datum: 'wgs84' } }).near[0];
  expect(shifted?.metres).toBeGreaterThan(200);
  expect(shifted?.metres).toBeLessThan(900);
});

test('没有收录的地方', () => {
  expect(() => ask({ from: { county: '110101' } })).toThrow('还没有收录');
});

test('永修的文件只写了一种', () => {
  const { named } = ask({ from: { county: '360425' } });
  expect(named.map(({ kind, item }) => [kind, item])).toEqual([['service_point', '（十三）']]);
});

const FILE = 'regions/500000-chongqing/stations.yaml';

describe('写错了不收，并说在第几行', () => {
  const policy = temporaryPolicy();
  test.each([
    ['引文改了一个字', '特色零工市场', '特色用工市场', 'not in （九）'],
    ['没有这一条', 'item: （五）', 'item: （九十）', 'has no item'],
    ['没有这个单位', 'office: outstation', 'office: made-up', 'the region has no office'],
    ['没有这个区县', 'unit: "500238"', 'unit: "999999"', 'the region has no unit'],
    ['样例不叫样例', 'name: 样例村便民服务站', 'name: 便民服务站', 'an invented one'],
    ['经纬度反了', 'lat: 31.398, lng: 109.57', 'lat: 109.57, lng: 31.398', 'point'],
    ['驻外的在本省', '{ province: 山东, city: 济南 }', '{ province: 重庆, city: 重庆 }', 'own province'],
    [
      '在村里的却在外省',
      'kind: outstation\n    far: { province: 山东',
      'kind: market\n    far: { province: 山东',
      'outstation',
    ],
    ['同一个编号两次', 'id: sample-jinan', 'id: sample-dongguan', 'is there twice'],
  ])('%s', (_, from, to, problem) => {
    policy.change(FILE, from, to);
    expect(policy.problem()).toMatch(new RegExp(`^${FILE}:\\d+: `));
    expect(policy.problem()).toContain(problem);
    policy.change(FILE, to, from);
  });

  test('没有这个文件，就没有站点', () => {
    expect(checkFiles(policy.root)).toEqual([]);
    rmSync(path.join(policy.root, FILE));
    expect(loadPolicyBook(policy.root).regions.map(({ stations }) => stations.stations.length)).toEqual([
      3, 0,
    ]);
  });
});
