import { copy } from './copy';
import { grouped, totalOf } from './grouped';

const LINES = [
  { town: '样例甲镇', kind: 'workshop', postings: 1, people: 5, applications: 2, starts: 1, said: 0 },
  { town: null, kind: 'cooperation', postings: 3, people: 90, applications: 9, starts: 4, said: 2 },
  { town: '样例乙镇', kind: 'workshop', postings: 2, people: 8, applications: 0, starts: 0, said: 0 },
  { town: '样例甲镇', kind: 'enterprise', postings: 1, people: 4, applications: 1, starts: 0, said: 1 },
] as const;

test('按乡镇：招得多的在前，没有写乡镇的在最后；合计', () => {
  const groups = grouped(LINES, 'town');
  expect(groups.map(({ name, people }) => [name, people])).toEqual([
    ['样例甲镇', 9],
    ['样例乙镇', 8],
    [copy.noTown, 90],
  ]);
  expect(totalOf(groups)).toEqual({
    ...{ name: copy.total, postings: 7, people: 107, applications: 12, starts: 5, said: 3 },
  });
});

test('按种类', () => {
  expect(grouped(LINES, 'kind').map(({ name, starts }) => [name, starts])).toEqual([
    ['外出务工', 4],
    ['帮扶车间', 1],
    ['企业和园区', 0],
  ]);
});
