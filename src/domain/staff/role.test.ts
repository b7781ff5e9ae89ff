import { roleProblem } from '.';

const TODAY = '2026-11-22';
const SERVICES = ['public-post', 'general-request'];
const fieldOf = (asked: Parameters<typeof roleProblem>[0]) =>
  roleProblem(asked, TODAY, SERVICES)?.field ?? null;

test.each([
  [{ role: 'village', town: '样例镇', village: '样例村' }, null],
  [{ role: 'village', town: '样例镇', village: '' }, 'village'],
  [{ role: 'village', village: '样例村' }, 'town'],
  [{ role: 'town', town: '样例镇' }, null],
  [{ role: 'town' }, 'town'],
  [{ role: 'town', town: '样例镇', village: '样例村' }, 'village'],
  [{ role: 'county', town: '样例镇' }, 'town'],
  [{ role: 'county', services: ['public-post'] }, null],
  [{ role: 'county', services: [] }, 'services'],
  [{ role: 'county', services: ['public-post', 'made-up'] }, 'services'],
  [{ role: 'admin', services: ['public-post'] }, 'services'],
  [{ role: 'admin' }, null],
] as const)('%j：%s', (asked, field) => {
  expect(fieldOf({ ...asked, until: TODAY })).toBe(field);
});

test.each([
  ['2026-11-21', 'until'],
  ['2026-11-22', null],
  ['2027-11-22', null],
  ['2027-11-23', 'until'],
])('到%s：%s', (until, field) => {
  expect(fieldOf({ role: 'admin', until })).toBe(field);
});

test('2月29日给的，一年到下一年的2月底', () => {
  const until = (day: string) => roleProblem({ role: 'admin', until: day }, '2028-02-29', [])?.field ?? null;
  expect([until('2029-02-28'), until('2029-03-01')]).toEqual([null, 'until']);
});
