import { book } from '../../test/book';
import { findPoint, NoSuchPoint } from './poster-point';

const name = (region: string, wanted: string | null) => findPoint(book, region, wanted).point.name;

describe('找点位', () => {
  test.each([
    ['500242', '板溪镇便民服务站', '板溪镇便民服务站'],
    ['500000', '板溪镇便民服务站', '板溪镇便民服务站'],
    ['500238', '巫溪', '样例村便民服务站'],
    ['500238', '巫溪县', '样例村便民服务站'],
    ['500238', null, '样例村便民服务站'],
    ['360425', '永修县', '样例村便民服务站'],
  ])('%s 的 %s', (region, wanted, found) => {
    expect(name(region, wanted)).toBe(found);
  });

  test('连同它的区县和地区', () => {
    const { region, unit } = findPoint(book, '500242', '板溪镇便民服务站');
    expect([region.id, unit.short_name]).toEqual(['500000', '酉阳']);
  });

  test.each([
    ['500242', '没有的站', ['没有点位“没有的站”', '板溪镇便民服务站（酉阳土家族苗族自治县）']],
    ['500242', '酉阳', ['有好几个点位', '样例镇便民服务站', '板溪镇便民服务站']],
    ['500242', null, ['要说明是哪个点位', '样例镇便民服务站']],
    ['500238', '板溪镇便民服务站', ['没有点位', '样例村便民服务站']],
    ['500101', null, ['500101 还没有点位', 'points']],
    ['110000', null, ['没有收录 110000', '500000 重庆市']],
  ])('%s 的 %s 找不到，说有哪些', (region, wanted, words) => {
    const attempt = () => findPoint(book, region, wanted);
    expect(attempt).toThrow(NoSuchPoint);
    for (const word of words) expect(attempt).toThrow(word);
  });

  test('别处的点位不列', () => {
    expect(() => findPoint(book, '500238', '没有的站')).not.toThrow('板溪镇');
  });
});
