/** The command line as another program would use it. */
import { spawnSync } from 'node:child_process';
import { lineEvaluator } from '../src/cli/evaluate-line';
import { book } from './book';

const evaluate = lineEvaluator(book.rules);
const line = (id: unknown, as_of: unknown, facts: unknown) => JSON.stringify({ id, as_of, facts });
const run = (input: string) =>
  spawnSync('npm', ['run', '-s', 'evaluate', '--', '-'], { input, encoding: 'utf8' });

interface Answer {
  id: unknown;
  results: { benefit: string; [key: string]: unknown }[];
  next_question: string | null;
}
const results = (as_of: string, facts: unknown) => {
  const answer = JSON.parse(evaluate(line('x', as_of, facts)).text) as Answer;
  return (id: string) => answer.results.find(({ benefit }) => benefit === id);
};

test('一行进、一行出，字段和样子都照约定', () => {
  const facts = {
    home_county: '360425',
    poverty_alleviated: true,
    monitored_active: false,
    work_region: 'other_province',
    stable_since: '2023-01-10',
    transport_paid_this_year: false,
  };
  const { status, stdout } = run(`${line('a1', '2023-04-20', facts)}\n`);
  expect(status).toBe(0);
  const answer = JSON.parse(stdout) as Answer;
  expect(Object.keys(answer)).toEqual(['id', 'results', 'next_question']);
  expect(answer.id).toBe('a1');
  expect(answer.results).toHaveLength(75);
  const transport = answer.results.find(({ benefit }) => benefit === 'yx-transport-500');
  expect(JSON.stringify(transport)).toBe(
    '{"benefit":"yx-transport-500","status":"eligible","reason":null,"amount":{"fen":50000,"percent":null,"at_least":false},' +
      '"missing":[],"failed":[],"paid_to":"resident","cites":[{"document":"永人社字〔2021〕75号","item":"（三）"}],"notes":[]}',
  );
});

test('坏的一行有自己的错误，别的行照算，最后退出码是 2', () => {
  const lines = [
    'nonsense',
    line('b', '2023-02-30', {}),
    line('c', '2023-04-20', { nonsense: true }),
    line('d', '2023-04-20', { fpzp: 'yes' }),
    line('e', '2023-04-20', { stable_since: '2023-02-30' }),
    line('f', '2023-04-20', {}),
  ];
  const { status, stdout } = run(lines.join('\n'));
  expect(status).toBe(2);
  const answers = stdout
    .trim()
    .split('\n')
    .map(
      (text) =>
        JSON.parse(text) as { id: unknown; error?: { name: string; message: string; fact: string | null } },
    );
  expect(answers.map(({ id, error }) => [id, error?.name ?? null, error?.fact ?? null])).toEqual([
    [null, 'BadJson', null],
    ['b', 'ImpossibleDate', null],
    ['c', 'UnknownFact', 'nonsense'],
    ['d', 'WrongType', 'fpzp'],
    ['e', 'ImpossibleDate', 'stable_since'],
    ['f', null, null],
  ]);
});

test('没有这个文件：一句话说清，退出码 1', () => {
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'evaluate', '--', 'no-such-file.jsonl'], {
    encoding: 'utf8',
  });
  expect([status, stderr.includes('no-such-file.jsonl')]).toEqual([1, true]);
});

test('台账区县不知道：每一项都先问它', () => {
  const of = results('2026-11-21', { fpzp: true, arrears: true });
  for (const { id } of book.rules.benefits) {
    expect(of(id)).toMatchObject({ status: 'needs_info', missing: ['home_county'] });
  }
});

test('地方、生效、到期：先看门槛，再看条件', () => {
  expect(results('2026-11-21', { home_county: '330106' })('cq-village-service-point')).toMatchObject({
    reason: 'jurisdiction',
  });
  expect(results('2026-04-26', { home_county: '500242' })('cq-village-service-point')).toMatchObject({
    reason: 'not_yet_in_force',
  });
  expect(results('2026-04-27', { home_county: '500242' })('cq-village-service-point')).toMatchObject({
    status: 'eligible',
  });
  expect(
    results('2026-01-01', { home_county: '360425', poverty_alleviated: true })('yx-monthly-visit'),
  ).toMatchObject({ reason: 'expired' });
});

test('特困又低保：全额那一条取代 70% 那一条', () => {
  const of = results('2026-11-21', {
    home_county: '500242',
    tekun: true,
    dibao: true,
    resident_pension_payer: true,
  });
  expect(of('cq-pension-full')).toMatchObject({
    status: 'eligible',
    amount: { fen: null, percent: 100, at_least: false },
  });
  expect(of('cq-pension-dibao')).toMatchObject({
    status: 'not_eligible',
    reason: 'superseded',
    amount: null,
  });
});
