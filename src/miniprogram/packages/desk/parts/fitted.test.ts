import { fitted } from './fitted';

test('存下来的照着现在的样子拿：多的不要，不对的不要，缺的补上', () => {
  const empty = { title: '', items: [] as string[], file: null as string | null, childcare: false };
  expect(fitted(empty, { title: '样例', items: ['（三）'], file: 'f', childcare: true })).toEqual({
    ...{ title: '样例', items: ['（三）'], file: 'f', childcare: true },
  });
  expect(fitted(empty, { title: 3, items: [1], file: 4, childcare: '是', old: 1 })).toEqual(empty);
  expect(fitted(empty, { title: '样例' })).toEqual({ ...empty, title: '样例' });
});
