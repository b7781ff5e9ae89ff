/** The command line of the law's time limits as another program would use it; the worked calendar of the sources. */
import { spawnSync } from 'node:child_process';
import { deadlineOfLine } from '../src/cli/deadlines-line';
import { book } from './book';

const { law } = book;
const answer = (rule: string, from: string, extended?: true) =>
  JSON.parse(deadlineOfLine(law, JSON.stringify({ id: 'x', rule, from, extended })).text) as {
    advised?: string;
    statutory?: string | null;
    calendar_missing?: number;
    error?: unknown;
  };
const run = (input: string) =>
  spawnSync('npm', ['run', '-s', 'deadlines', '--', '-'], { input, encoding: 'utf8' });

describe('算好的日历，一行一行对', () => {
  test.each([
    ['投诉 9月18日周五，收不收', 'w-insp-accept', '2026-09-18', '2026-09-24', '2026-09-24'],
    ['立案 9月24日，查完', 'w-insp-invest', '2026-09-24', '2026-12-24', '2026-12-24'],
    ['申请仲裁 9月28日，受理', 'w-arb-accept', '2026-09-28', '2026-10-10', '2026-10-10'],
    ['受理 10月10日，送副本', 'w-arb-serve', '2026-10-10', '2026-10-16', '2026-10-16'],
    ['受理 10月10日，组庭', 'w-arb-tribunal', '2026-10-10', '2026-10-16', '2026-10-16'],
    ['对方 10月16日收到，答辩', 'w-arb-defence', '2026-10-16', '2026-10-30', '2026-10-30'],
    ['10月30日收到答辩，送申请人', 'w-arb-defcopy', '2026-10-30', '2026-11-06', '2026-11-06'],
    ['11月10日开庭，通知', 'w-arb-notice', '2026-11-10', '2026-11-02', '2026-11-03'],
    ['11月10日开庭，申请延期', 'w-arb-postpone', '2026-11-10', '2026-11-04', '2026-11-05'],
    ['受理 10月10日，裁决', 'w-arb-award', '2026-10-10', '2026-11-24', '2026-11-24'],
    ['11月24日收到裁决，自己起诉', 'w-sue-worker', '2026-11-24', '2026-12-09', '2026-12-09'],
    ['11月24日收到裁决，单位申请撤销', 'w-annul', '2026-11-24', '2026-12-24', '2026-12-24'],
    ['9月20日周日收到裁决，15天落在国庆', 'w-sue-worker', '2026-09-20', '2026-10-05', '2026-10-08'],
    ['申请支付令 10月12日', 'w-po-accept', '2026-10-12', '2026-10-17', '2026-10-19'],
    ['受理支付令 10月16日', 'w-po-issue', '2026-10-16', '2026-10-31', '2026-11-02'],
    ['对方 10月30日收到支付令', 'w-po-object', '2026-10-30', '2026-11-14', '2026-11-16'],
    ['9月14日申请调解', 'w-med', '2026-09-14', '2026-09-29', '2026-09-29'],
  ])('%s', (_title, rule, from, advised, statutory) => {
    expect(answer(rule, from)).toMatchObject({ advised, statutory });
  });

  test('延长的，多算', () => {
    expect(answer('w-arb-award', '2026-10-10', true)).toMatchObject({ statutory: '2026-12-09' });
    expect(answer('w-insp-invest', '2026-09-24', true).error).toEqual({
      name: 'CalendarMissing',
      year: 2027,
    });
  });

  test('一年的时效落在2027年：建议的日子照给，顺延要等2027年的放假安排', () => {
    const missing = { statutory: null, calendar_missing: 2027 };
    expect(answer('w-lim', '2026-06-30')).toMatchObject({ advised: '2027-06-30', ...missing });
    expect(answer('w-lim', '2026-09-18')).toMatchObject({ advised: '2027-09-18', ...missing });
  });
});

test('一行进、一行出，字段和样子都照约定', () => {
  const { status, stdout } = run('{"id":"d1","rule":"w-insp-accept","from":"2026-09-18"}\n');
  expect(stdout).toBe(
    '{"id":"d1","rule":"w-insp-accept","from":"2026-09-18","advised":"2026-09-24","statutory":"2026-09-24","day_type":"WD","cite":["监察若干规定 18"]}\n',
  );
  expect(status).toBe(0);
});

test('坏的一行有自己的错误，别的行照算，最后退出码是 2', () => {
  const lines = [
    'nonsense',
    '[]',
    { id: 1, rule: 'w-nothing', from: '2026-09-18' },
    { id: 2, rule: 'w-final', from: '2026-09-18' },
    { id: 3, rule: 'w-arb-accept', from: '2026-12-29' },
    { id: 4, rule: 'w-arb-accept', from: '2026-02-30' },
    { id: 5, rule: 'w-arb-accept' },
    { id: 6, rule: 'w-arb-accept', from: '2026-09-28', extended: true },
    { id: 7, rule: 'w-arb-award', from: '2026-09-28', extended: 'yes' },
    { id: 8, from: '2026-09-28' },
    { id: {}, rule: 'w-med', from: '2026-09-14' },
    { id: 9, rule: 'w-med', from: '2026-09-14' },
  ];
  const { status, stdout } = run(
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const answers = stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as { id: unknown; error?: { name: string; message?: string } });
  expect(answers.map(({ id, error }) => [id, error?.name ?? null])).toEqual([
    [null, 'InvalidInput'],
    [null, 'InvalidInput'],
    [1, 'UnknownRule'],
    [2, 'NoPeriod'],
    [3, 'CalendarMissing'],
    [4, 'InvalidInput'],
    [5, 'InvalidInput'],
    [6, 'InvalidInput'],
    [7, 'InvalidInput'],
    [8, 'InvalidInput'],
    [null, 'InvalidInput'],
    [9, null],
  ]);
  expect(answers[4]?.error).toEqual({ name: 'CalendarMissing', year: 2027 });
  for (const { error } of answers) if (error?.name === 'InvalidInput') expect(error.message).not.toBe('');
  expect(status).toBe(2);
});

test('没有这个文件、没有说文件：一句话说清', () => {
  const ask = (...file: string[]) =>
    spawnSync('npm', ['run', '-s', 'deadlines', '--', ...file], { encoding: 'utf8' });
  const gone = ask('no-such-file.jsonl');
  expect([gone.status, gone.stderr.includes('no-such-file.jsonl')]).toEqual([1, true]);
  const none = ask();
  expect([none.status, none.stderr.includes('usage: npm run -s deadlines')]).toEqual([64, true]);
});
