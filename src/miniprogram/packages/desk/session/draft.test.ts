import { EMPTY, inputOf, problemsOf } from './draft';

const NOW = Date.parse('2026-11-22T02:00:00Z');
const good = {
  ...EMPTY,
  title: '样例班',
  provider: '样例学校',
  address: '样例路1号',
  starts_on: '2026-12-01',
  ends_on: '2026-12-02',
  enrol_on: '2026-11-30',
  capacity: '30',
};
const wrong = (over = {}) => Object.keys(problemsOf({ ...good, ...over }, '500242', NOW));

test('空着的、写错的，每一项都说', () => {
  expect(wrong()).toEqual([]);
  expect(Object.keys(problemsOf(EMPTY, '500242', NOW)).sort()).toEqual(
    ['address', 'ends_on', 'enrol_on', 'provider', 'starts_on', 'title'].sort(),
  );
  expect(wrong({ capacity: '0' })).toEqual(['capacity']);
  expect(wrong({ capacity: '三十' })).toEqual(['capacity']);
  expect(wrong({ capacity: '100000' })).toEqual(['capacity']);
  expect(wrong({ ends_on: '2026-11-01' })).toEqual(['ends_on']);
  expect(inputOf({ ...good, town: ' ' }, '500242')).toMatchObject({ town: null, capacity: 30 });
});
