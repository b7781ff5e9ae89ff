import { book } from '../../../test/book';
import { compile } from './compile';
import { onlyDistance } from './distance';
import { explain } from './explain';

const document = book.rules.documents.find(({ id }) => id === 'yongxiu-2021-75');
const person = {
  home_county: '360425',
  poverty_alleviated: true,
  work_region: 'other_province',
  stable_since: '2023-01-10',
  transport_paid_this_year: false,
};

function distance(asOf: string, facts: object = {}) {
  const all = { ...person, ...facts };
  const decision = explain(compile(book.rules, asOf), all).find(
    ({ benefit }) => benefit === 'yx-transport-500',
  );
  if (!decision || !document) throw new Error('no decision');
  return onlyDistance(decision, all, asOf, document);
}

test('还差 23 天，2023年4月10日起', () => {
  expect(distance('2023-03-18')).toEqual({
    fact: 'stable_months',
    lacking: 1,
    on: '2023-04-10',
    days: 23,
    too_late: false,
  });
});

test('今年领过：明年一月一日起', () => {
  expect(distance('2023-11-18', { transport_paid_this_year: true })).toMatchObject({
    on: '2024-01-01',
    days: 44,
  });
});

test('够的那天文件已经到期：不能许诺', () => {
  expect(distance('2025-12-20', { stable_since: '2025-11-01' })).toMatchObject({
    on: '2026-02-01',
    too_late: true,
  });
});

test('两条都不够，就没有“只差这一样”', () => {
  expect(distance('2023-03-18', { work_region: 'same_county' })).toBeNull();
});

test('别的条件还不清楚：不能说到了那天就能领', () => {
  expect(distance('2023-03-18', { poverty_alleviated: null })).toBeNull();
});

test('够了就没有距离', () => {
  expect(distance('2023-04-10')).toBeNull();
});
