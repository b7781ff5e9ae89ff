/** The calendar files against two packages that keep the same notices, day by day; and what the loader refuses. */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
// the package's data: its functions are off by a day west of Greenwich
import chineseDays from 'chinese-days/dist/chinese-days.json';
import { isWorkday } from 'chinese-workday';
import { PolicyError } from '@/cloud/policy-book/book';
import { loadCalendars } from '@/cloud/policy-book/calendars';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import {
  addWorkDays,
  backWorkDays,
  isWeekend,
  isWorkDay,
  type WorkCalendar,
} from '@/domain/calendar/work-days';
import { checkFiles } from '../src/cli/policy-check/files';
import { book } from './book';
import { temporaryPolicy } from './temporary-policy';

const FROM = dayNumber('2021-01-01');
const TO = dayNumber('2026-12-31');
const days = Array.from({ length: TO - FROM + 1 }, (_, n) => FROM + n);

const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = chineseDays;

const differences = (theirs: (iso: string) => boolean) =>
  days.map(isoOf).filter((iso) => theirs(iso) !== isWorkDay(book.calendars, iso));

describe('2021-01-01 到 2026-12-31 每一天', () => {
  test('和 chinese-days 一致', () => {
    expect(days).toHaveLength(2191);
    const theirs = (iso: string) => iso in workdays || !(iso in holidays || isWeekend(dayNumber(iso)));
    expect(differences(theirs)).toEqual([]);
  });

  test('和 chinese-workday 一致，只有一天不同', () => {
    // 2023-01-03, a Tuesday: that package calls it 元旦; the notice ends the holiday on 2023-01-02
    // (元旦：2022年12月31日至2023年1月2日放假调休，共3天), and chinese-days agrees with the notice.
    expect(differences(isWorkday)).toEqual(['2023-01-03']);
  });

  test('2027 年还没有公布，不数', () => {
    expect(book.calendars.years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(addWorkDays(book.calendars, '2026-12-31', 1)).toEqual({ ok: false, missing: 2027 });
  });
});

test('开庭五日前：2026-11-10 开庭，最晚 11-03', () => {
  const shipped = JSON.parse(JSON.stringify(book.calendars)) as WorkCalendar;
  expect(backWorkDays(shipped, '2026-11-10', 5)).toEqual({ ok: true, day: '2026-11-03' });
});

test('放假天数和通知写的“共几天”一致', () => {
  const lengths = book.calendars.years.map(({ holidays }) =>
    holidays.map(({ from, to }) => dayNumber(to) - dayNumber(from) + 1),
  );
  expect(lengths).toEqual([
    [3, 7, 3, 5, 3, 3, 7],
    [3, 7, 3, 5, 3, 3, 7],
    [3, 7, 1, 5, 3, 8],
    [1, 8, 3, 5, 1, 3, 7],
    [1, 8, 3, 5, 3, 8],
    [3, 9, 3, 5, 3, 3, 7],
  ]);
});

describe('写错的放假安排，说出文件、行和原因', () => {
  const policy = temporaryPolicy();
  const FILE = 'calendars/2026.yaml';
  const loading = (file: string, from: string, to: string) => {
    const original = readFileSync(path.join(policy.root, file), 'utf8');
    policy.change(file, from, to);
    try {
      loadCalendars(policy.root);
      return 'no error';
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      return error.message;
    } finally {
      policy.write(file, original);
    }
  };

  test.each([
    [
      '假期不在这一年',
      FILE,
      '"2026-06-19", to: "2026-06-21"',
      '"2025-06-19", to: "2025-06-21"',
      ':11: .*2025-06-19 is not in 2026',
    ],
    ['上班日不在这一年', FILE, '"2026-05-09"', '"2027-05-09"', ':18: .*2027-05-09 is not in 2026'],
    [
      '结束在开始之前',
      FILE,
      'to: "2026-10-07"',
      'to: "2026-09-07"',
      ':13: .*2026-09-07 lies before 2026-10-01',
    ],
    ['调休上班日不在周末', FILE, '"2026-05-09"', '"2026-05-08"', ':18: .*2026-05-08 is neither a Saturday'],
    ['调休上班日在假期里', FILE, '"2026-05-09"', '"2026-05-03"', ':18: .*2026-05-03 stands twice'],
    ['同一个上班日写了两次', FILE, '"2026-05-09"', '"2026-02-28"', ':18: .*2026-02-28 stands twice'],
    ['两个假期重叠', FILE, '"2026-09-27"', '"2026-10-01"', ':13: .*2026-10-01 stands twice'],
    ['日历上没有的一天', FILE, '"2026-02-28"', '"2026-02-29"', ':17: work_days.2: '],
    ['漏了一个节', FILE, 'name: 端午节', 'name: 中秋节', ':7: .*端午节 must stand here once'],
    ['多写了一个键', FILE, 'year: 2026\n', 'year: 2026\ncolour: red\n', '.*colour'],
    ['文号写错', FILE, '国办发明电〔2025〕7号', '国办发明电2025年7号', ':3: notice.number: '],
    ['通知是别的年份的', FILE, '关于2026年', '关于2025年', ':4: .*is not the notice for 2026'],
    ['通知在那一年之后才发', FILE, '"2025-11-04"', '"2027-11-04"', ':5: .*is after the year'],
    ['年份和文件名不符', 'calendars/2024.yaml', 'year: 2024', 'year: 2023', 'notice for 2023'],
    [
      '两年的通知说到同一天',
      'calendars/2022.yaml',
      '"2022-10-07" }',
      '"2022-10-07" }\n  - { name: 样例假, from: "2022-12-31", to: "2022-12-31" }',
      'calendars/2023.yaml:7: 2022-12-31 stands in calendars/2022.yaml as well',
    ],
  ])('%s', (_title, file, from, to, expected) => {
    expect(loading(file, from, to)).toMatch(new RegExp(expected));
  });

  test('policy check 也读这些文件', () => {
    policy.change(FILE, '"2026-05-09"', '"2026-05-08"');
    expect(checkFiles(policy.root)).toEqual([
      { file: `${FILE}:18`, why: expect.stringContaining('neither a Saturday') },
    ]);
    policy.change(FILE, '"2026-05-08"', '"2026-05-09"');
  });
});

const renamed = temporaryPolicy();

test('文件名要和年份一致', () => {
  copyFileSync(
    path.join(renamed.root, 'calendars/2026.yaml'),
    path.join(renamed.root, 'calendars/2027.yaml'),
  );
  expect(() => loadCalendars(renamed.root)).toThrow(
    "calendars/2027.yaml:1: year 2026 is not the file's name",
  );
});
