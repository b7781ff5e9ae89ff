import { book } from '../../../../../test/book';
import { matches } from './search';

const found = (typed: string) =>
  book.rules.benefits.filter((benefit) => matches(benefit, typed)).map(({ id }) => id);

test.each([
  ['路费', 'yx-transport-500'],
  ['娃儿上学', 'cq-yulu-plus'],
  ['老板欠钱', 'cq-arrears-priority'],
  ['养老', 'cq-pension-full'],
])('用平常话“%s”找得到 %s', (typed, id) => {
  expect(found(typed)).toContain(id);
});

test('几个词都要有；没有的词什么也找不到', () => {
  expect(found('创业 贷款').length).toBeGreaterThan(0);
  expect(found('火星')).toEqual([]);
});
