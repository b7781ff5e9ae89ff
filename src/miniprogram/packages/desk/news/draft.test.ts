import type { PolicyItem } from '@/domain/eligibility/types';
import { EMPTY, inputOf, problemsOf, serverProblems } from './draft';

const ITEMS: readonly PolicyItem[] = [
  { key: '（三）', label: '（三）', title: null, chapter: null, text: '补助标准为500元/人' },
];

test('空的、没选条文的、钱数不对的，都说在那一格', () => {
  expect(Object.keys(problemsOf(EMPTY, ITEMS)).sort()).toEqual(['items', 'text', 'title']);
  const good = { ...EMPTY, title: '样例', text: '可以领500元。', document: 'd', items: ['（三）'] };
  expect(problemsOf(good, ITEMS)).toEqual({});
  expect(problemsOf({ ...good, text: '可以领600元。' }, ITEMS).text).toContain('600元');
  expect(Object.keys(problemsOf({ ...good, file: 'f' }, ITEMS))).toEqual(['says']);
});

test('发出去的和服务器说的', () => {
  expect(inputOf({ ...EMPTY, title: ' 样例 ', file: 'f', says: ' 图 ' })).toMatchObject({
    title: '样例',
    service: null,
    picture: { file: 'f', says: '图' },
  });
  expect(
    serverProblems([
      { path: 'news.title', message: '一' },
      { path: 'news.picture', message: '二' },
    ]),
  ).toEqual({ title: '一', file: '二' });
});
