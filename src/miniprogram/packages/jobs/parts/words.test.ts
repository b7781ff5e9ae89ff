import { farText, payText, rideMinutes, sameAsText } from './words';

const month = { from_fen: 450_000, to_fen: 600_000, unit: 'month', pieces_per_day: null } as const;

test('工钱照原样说，没有写的不写成零', () => {
  expect(payText(month)).toBe('每月4500到6000元');
  expect(payText({ ...month, to_fen: null })).toBe('每月4500元');
  expect(payText({ ...month, to_fen: 450_000 })).toBe('每月4500元');
  expect(payText({ from_fen: 350, to_fen: null, unit: 'piece', pieces_per_day: 40 })).toBe('每件3.5元');
  expect(payText(null)).toBe('没有写工钱，打电话问清');
});

test('折成每月的才说“合每月约”', () => {
  const way = '一个月按21.75天算';
  expect(sameAsText({ fen: 261_000, way }, 'enterprise')).toBe('合每月约2610元');
  expect(sameAsText({ fen: 450_000, way: null }, 'enterprise')).toBeNull();
  expect(sameAsText(null, 'enterprise')).toBeNull();
  // a day's work is no month's
  expect(sameAsText({ fen: 261_000, way }, 'day_labour')).toBeNull();
});

test('距离和骑车的时间：每小时12公里，路长三成', () => {
  expect([100, 2100, 9000, 30_000].map(rideMinutes)).toEqual([5, 15, 60, null]);
});

test('从哪里量的、准不准，都说出来', () => {
  const here = { kind: 'here', lat: 28.8, lng: 108.7, datum: 'gcj02' } as const;
  const town = { kind: 'place', county: '500242', name: '酉阳', town: '样例镇' } as const;
  expect(farText({ metres: 2100, exact: 'exact' }, here)).toBe('离您2.1公里，骑车约15分钟');
  expect(farText({ metres: 2100, exact: 'town' }, here)).toBe('离您约2.1公里，骑车约15分钟');
  expect(farText({ metres: 2100, exact: 'exact' }, town)).toBe('离样例镇约2.1公里，骑车约15分钟');
  expect(farText({ metres: 700, exact: 'county' }, here)).toBeNull();
  expect(farText({ metres: null, exact: 'exact' }, { ...town, town: null })).toBeNull();
});
