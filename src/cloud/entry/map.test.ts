import { originOf, tilesFromEnvironment } from './map';

const ENV = {
  MAP_TILES: 'https://{s}.tiles.example.cn/wmts/{z}/{x}/{y}.png?tk=1',
  MAP_ATTRIBUTION: '样例地图',
  MAP_DATUM: 'gcj02',
};

test('没有配底图就没有；配了要配全，差什么说什么', () => {
  expect(tilesFromEnvironment({})).toBeNull();
  expect(tilesFromEnvironment(ENV)).toEqual({
    url: ENV.MAP_TILES,
    attribution: '样例地图',
    datum: 'gcj02',
    maxZoom: 17,
  });
  const without = (over: object) => () => tilesFromEnvironment({ ...ENV, ...over });
  expect(without({ MAP_TILES: 'https://tiles.example.cn/{z}/{x}' })).toThrow('{y}');
  expect(without({ MAP_ATTRIBUTION: '' })).toThrow('MAP_ATTRIBUTION');
  expect(without({ MAP_DATUM: 'bd09' })).toThrow('MAP_DATUM');
  expect(without({ MAP_MAX_ZOOM: '99' })).toThrow('MAP_MAX_ZOOM');
});

test('图片只许从底图的地址来', () => {
  expect(originOf({ url: ENV.MAP_TILES, attribution: '', datum: 'gcj02', maxZoom: 17 })).toBe(
    'https://*.tiles.example.cn',
  );
});
