/** Labour brands: what the file may say, and what is shown of it to whom. */
import type { Context } from '@/cloud/context';
import { list } from '@/cloud/handlers/brands/list';
import { loadPolicyBook, PolicyError } from '@/cloud/policy-book/book';
import type { Services } from '@/cloud/services';
import { book } from './book';
import { temporaryPolicy } from './temporary-policy';

const demo = { demo: {} } as Services;
const ask = (county: string, services: Services | null = demo, today = '2026-11-22') =>
  list({ book, services, today } as unknown as Context, { county });

test('样例只在演示里有；别处只有文件说要做成品牌的，三片地方、各自的行当', () => {
  const { brands, focus } = ask('500242', null);
  expect(brands).toEqual([]);
  expect(focus.map(({ area, item, expired }) => [area, item, expired])).toEqual([
    ['主城都市区', '（四）', false],
    ['渝东北三峡库区', '（四）', false],
    ['渝东南武陵山区', '（四）', false],
  ]);
});

test('自己区县的品牌排在前面；没有提供的是空，不是没有', () => {
  expect(ask('500238').brands.map(({ id }) => id)).toEqual(['sample-care', 'sample-embroidery']);
  expect(ask('500242').brands.map(({ id }) => id)).toEqual(['sample-embroidery', 'sample-care']);
  expect(ask('500242').brands[0]?.phone).toBeNull();
});

test('永修的文件没有写劳务品牌：什么都不说；没收录的地方说没收录', () => {
  expect(ask('360425')).toEqual({ brands: [], focus: [] });
  expect(() => ask('110000')).toThrow(expect.objectContaining({ code: 'RegionWithoutPack' }));
});

describe('文件写错了，不能启动，说出哪里', () => {
  const policy = temporaryPolicy();
  const file = 'regions/500000-chongqing/brands.yaml';

  test.each([
    ['样例不叫样例', 'name: 样例绣娘', 'name: 绣娘', 'an invented one is called 样例'],
    ['没有这个区县', 'unit: "500242"', 'unit: "110000"', 'no unit 110000'],
    ['同一个编号两次', 'id: sample-care', 'id: sample-embroidery', 'is there twice'],
    ['引文改了一个字', 'quote: 主城都市区重点围绕', 'quote: 主城都市区主要围绕', 'not in （四）'],
    ['引文没有说的行当', 'trades: [电子信息,', 'trades: [种茶,', 'does not name 种茶'],
  ])('%s', (_, from, to, why) => {
    policy.change(file, from, to);
    expect(() => loadPolicyBook(policy.root)).toThrow(PolicyError);
    expect(() => loadPolicyBook(policy.root)).toThrow(why);
    policy.change(file, to, from);
  });
});
