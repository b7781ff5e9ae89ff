import { compile, explain, type Facts } from '@/domain/eligibility';
import { book } from '../../../../../test/book';
import { firstSemester, semesterGrid } from './grid';

const program = compile(book.rules, '2023-05-20');
const family: Facts = { home_county: '360425', household_monitored_ever: true, vocational_student: true };
const picture = (facts: Facts) =>
  semesterGrid(program, facts, 'yx-yulu-monitored', 2020, 2023).map(({ cells }) =>
    cells.map(({ state }) => state).join(' '),
  );

test('2021年春季开始；春季消除的，当学期还在，秋季停', () => {
  expect(picture({ ...family, elimination_semester: '2023S' })).toEqual([
    'before before',
    'in in',
    'in in',
    'in stopped',
  ]);
});

test('没有消除的一直在', () => {
  expect(picture({ ...family, elimination_semester: 'none' })).toEqual([
    'before before',
    'in in',
    'in in',
    'in in',
  ]);
});

test('不知道消除没有：消除前后都不能说', () => {
  expect(picture(family)[1]).toBe('ask ask');
  expect(picture(family)[0]).toBe('before before');
});

test('不是监测户，不在范围', () => {
  expect(picture({ ...family, household_monitored_ever: false, elimination_semester: 'none' })[2]).toBe(
    'no no',
  );
});

test('起始学期从条件里来', () => {
  const decision = explain(program, family).find(({ benefit }) => benefit === 'yx-yulu-monitored');
  expect(decision && firstSemester(decision)).toBe('2021S');
});
