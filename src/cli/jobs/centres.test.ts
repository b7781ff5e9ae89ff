import { readFileSync } from 'node:fs';
import path from 'node:path';
import { elsewhere, pointOf } from '@/cloud/policy-book/points';
import { boxOf, middleOf } from '@/domain/geo/polygon';
import { book, POLICY_ROOT } from '../../../test/book';
import { boundaries, convert, countyAt, isIn } from './boundaries';
import { centresFile, countyCodes } from './centres';
import { outlinesFile } from './outlines';

test('centres.yaml 就是从边界算出来的，两个地区的每个区县都有', () => {
  const { text, unknown } = centresFile(book);
  expect(readFileSync(path.join(POLICY_ROOT, 'centres.yaml'), 'utf8')).toBe(text);
  expect(unknown).toEqual([]);
  expect(countyCodes(book)).toHaveLength(39);
});

test('outlines.yaml 就是从边界算出来的，每个区县都有', () => {
  const { text, unknown } = outlinesFile(book);
  expect(readFileSync(path.join(POLICY_ROOT, 'outlines.yaml'), 'utf8')).toBe(text);
  expect(unknown).toEqual([]);
  expect(Object.keys(book.outlines).sort()).toEqual(countyCodes(book));
  for (const [code, centre] of Object.entries(book.centres)) {
    expect(elsewhere(book, code, centre)).toBeNull();
    expect(elsewhere(book, code === '500242' ? '500114' : '500242', centre)).toBe(code);
  }
});

test('边外两公里以内还算；再远说在哪个区县，都不在的也不算；没有边界的区县，只知道不在我们的区县里', () => {
  const { west } = boxOf(book.outlines['360425'] ?? []);
  const [, lat = 0] = book.outlines['360425']?.flat(2).find(([lng]) => lng === west) ?? [];
  const beside = (metres: number) => ({
    lat,
    lng: west - metres / (111_320 * Math.cos((lat * Math.PI) / 180)),
  });
  expect(elsewhere(book, '360425', beside(1_900))).toBeNull();
  expect(elsewhere(book, '360425', beside(2_300))).toBe('');
  const qianjiang = { lat: 29.5332, lng: 108.7666 };
  expect(elsewhere(book, '500242', qianjiang)).toBe('500114');
  expect(elsewhere(book, '110101', qianjiang)).toBe('500114');
  expect(elsewhere(book, '110101', { lat: 39.92, lng: 116.41 })).toBeNull();
});

test.each(Object.entries(book.centres))('%s 的中间在区县里面，换算过坐标系', (code, centre) => {
  const wgs = convert(centre, 'gcj02', 'wgs84');
  expect(countyAt(wgs)?.code).toBe(code);
  const offset = convert(wgs, 'wgs84', 'gcj02');
  expect(Math.hypot(offset.lat - wgs.lat, offset.lng - wgs.lng)).toBeGreaterThan(0.002);
});

test('重心落在外面的，取里面离边最远的点', () => {
  const horseshoe = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0.9, 1],
      [0.9, 0.1],
      [0.1, 0.1],
      [0.1, 1],
      [0, 1],
      [0, 0],
    ],
  ];
  const { lat, lng } = middleOf([horseshoe]);
  expect(lat < 0.1 || lng < 0.1 || lng > 0.9).toBe(true);
});

test('边上几百米还算在里面，别的区县不算', () => {
  const youyang = boundaries().get('500242');
  const yongxiu = book.centres['360425'];
  if (!youyang || !yongxiu) throw new Error('no boundary');
  const { box, area } = youyang;
  const east = area.flat(2).find(([lng]) => lng === box.east) as number[];
  const beside = { lat: east[1] as number, lng: box.east + 0.003 };
  expect([isIn(youyang, beside), isIn(youyang, beside, 1_000)]).toEqual([false, true]);
  expect(isIn(youyang, yongxiu, 1_000)).toBe(false);
});

test('乡镇的点只有区县给了才有；没有包的区县没有点', () => {
  expect(pointOf(book, '360425', '涂埠镇')).toMatchObject({ exact: 'county' });
  const [yongxiu, chongqing] = book.regions as [(typeof book.regions)[0], (typeof book.regions)[0]];
  const point = { lat: 29.04, lng: 115.83 };
  const places = yongxiu.region.places?.map((one) => (one.name === '涂埠镇' ? { ...one, point } : one));
  const supplied = { ...book, regions: [{ ...yongxiu, region: { ...yongxiu.region, places } }, chongqing] };
  expect(pointOf(supplied, '360425', ' 涂埠 镇')).toEqual({ ...point, exact: 'town' });
  expect(pointOf(supplied, '360425', '吴城镇')).toMatchObject({ exact: 'county' });
  expect(pointOf(supplied, '500242', '涂埠镇')).toMatchObject({ exact: 'county' });
  expect(pointOf(book, '110101', null)).toBeNull();
});
