/** By when villages visit is data: the passage stands in the document, and where none says so there is no rule. */
import { checkFiles } from '../src/cli/policy-check/files';
import { book } from './book';
import { temporaryPolicy } from './temporary-policy';

const ruleOf = (id: string) => book.regions.find(({ region }) => region.id === id)?.visits;

test('永修：村里15日前，乡镇25日前，车间每季度', () => {
  expect(ruleOf('360425')).toMatchObject({ item: '（十八）', village_by_day: 15, town_by_day: 25 });
  expect(ruleOf('360425')?.quote).toMatch(/^村级组织每月15日前.+乡镇每月25日前/);
  expect(ruleOf('360425')?.workshops_quote).toContain('每季度');
});

test('重庆的文件没有写，就没有', () => {
  expect(ruleOf('500000')).toBeNull();
});

const FILE = 'regions/360425-yongxiu/visits.yaml';

describe('写错了不收，并说在第几行', () => {
  const policy = temporaryPolicy();
  test.each([
    ['引文改了一个字', '每月15日前', '每月16日前', `${FILE}:6: not in （十八）`],
    ['没有这一条', 'item: （十八）', 'item: （九十）', `${FILE}:3: yongxiu-2021-75 has no item`],
    ['别处的文件', 'document: yongxiu-2021-75', 'document: chongqing-2026-6', `${FILE}:2: chongqing`],
    ['没有这一天', 'village_by_day: 15', 'village_by_day: 31', `${FILE}:4: village_by_day`],
  ])('%s', (_, from, to, problem) => {
    policy.change(FILE, from, to);
    expect(policy.problem()).toContain(problem);
    policy.change(FILE, to, from);
    expect(policy.problem()).toBeNull();
  });

  test('检查命令也查它', () => {
    policy.change(FILE, 'town_by_day: 25', 'town_by_day: soon');
    expect(checkFiles(policy.root)).toEqual([expect.objectContaining({ file: `${FILE}:5` })]);
  });
});
