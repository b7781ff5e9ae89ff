import { placed } from './placed';

test('北在上、东在右，都在框里；没有位置的不画', () => {
  const [north, south, east] = placed([
    { name: '北', point: { lat: 29.1, lng: 108.7 } },
    { name: '南', point: { lat: 28.5, lng: 108.7 } },
    { name: '东', point: { lat: 28.8, lng: 108.9 } },
    { name: '不知道', point: null },
  ]);
  expect(north?.y).toBeLessThan(south?.y as number);
  expect(east?.x).toBeGreaterThan(north?.x as number);
  for (const spot of [north, south, east])
    for (const part of [spot?.x, spot?.y]) {
      expect(part).toBeGreaterThanOrEqual(12);
      expect(part).toBeLessThanOrEqual(88);
    }
  expect(placed([{ point: null }])).toEqual([]);
  expect(placed([{ point: { lat: 28.8, lng: 108.7 } }])).toMatchObject([{ x: 50, y: 50 }]);
});
