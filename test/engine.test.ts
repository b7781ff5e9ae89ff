/** Properties of the rules engine on the real policy: both documents, random residents. */
import fc from 'fast-check';
import {
  changeDays,
  compile,
  type Decision,
  derive,
  encode,
  explain,
  FACT_IDS,
  type Facts,
  nextAsk,
  nextQuestion,
  programsOf,
  questionsLeft,
  ROW_SIZE,
  verdicts,
  withAnswer,
} from '@/domain/eligibility';
import { personOf, TWIN, twinStatus } from './bench/twin';
import { book } from './book';
import { DAYS, dayArbitrary, randomResident, residentArbitrary, seeded } from './residents';

const programFor = programsOf(book.rules);
const decide = (facts: Facts, day: string) => explain(compileCached(day), facts);
const cache = new Map<string, ReturnType<typeof compile>>();
function compileCached(day: string) {
  const known = cache.get(day) ?? compile(book.rules, day);
  cache.set(day, known);
  return known;
}
const batches = new Map<string, ReturnType<typeof verdicts>>();
/** `verdicts` of all benefits for one row. */
function statuses(day: string, row: Int32Array, base: number): number[] {
  const batch = batches.get(day) ?? verdicts(compileCached(day));
  batches.set(day, batch);
  const out = new Uint8Array(book.rules.benefits.length);
  batch(row, base, out);
  return [...out];
}
const good = ({ status }: Decision) => status === 'eligible' || status === 'in_scope';

test('两份文件、75 项都在', () => {
  expect(book.rules.benefits.map(({ id }) => id).sort()).toEqual(Object.keys(TWIN).sort());
});

test('不清楚永远不会把“符合”和“不符合”翻过来', () => {
  fc.assert(
    fc.property(residentArbitrary, dayArbitrary, fc.constantFrom(...FACT_IDS), (facts, day, forgotten) => {
      // a value given directly wins, so a derived fact and its source are forgotten on derived facts
      const known = derive(facts, day);
      const without = { ...known, [forgotten]: null };
      // a direct value that its own source contradicts is not forgotten but replaced by the other one
      fc.pre([null, known[forgotten]].includes(derive(without, day)[forgotten] ?? null));
      const before = decide(known, day);
      const after = decide(without, day);
      const flipped = before.filter((decision, index) => {
        const other = after[index] as Decision;
        return (
          (good(decision) && other.status === 'not_eligible') ||
          (decision.status === 'not_eligible' && good(other))
        );
      });
      expect(flipped).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('事实的先后不影响结果', () => {
  fc.assert(
    fc.property(residentArbitrary, dayArbitrary, (facts, day) => {
      const reversed = Object.fromEntries(Object.entries(facts).reverse());
      expect(decide(reversed, day)).toEqual(decide(facts, day));
    }),
    { numRuns: 100 },
  );
});

test('verdict 和 explain 的结论一致', () => {
  const random = seeded(7);
  for (let n = 0; n < 1500; n++) {
    const day = DAYS[n % DAYS.length] as string;
    const facts = derive(randomResident(random, 0.3), day);
    const rows = encode(facts, new Int32Array(ROW_SIZE * 2), ROW_SIZE);
    const program = compileCached(day);
    const expected = explain(program, facts).map((decision) =>
      good(decision) ? 2 : decision.status === 'needs_info' ? 1 : 0,
    );
    expect(statuses(day, rows, ROW_SIZE)).toEqual(expected);
  }
});

test('和另一份手写的 75 条逐人一致', () => {
  const random = seeded(42);
  for (let n = 0; n < 3000; n++) {
    const day = DAYS[n % DAYS.length] as string;
    const facts = derive(randomResident(random, [0, 0.15, 0.5][n % 3] as number), day);
    const row = encode(facts);
    const person = personOf(facts);
    const found = statuses(day, row, 0);
    const mine = book.rules.benefits.map(({ id }, index) => `${id} ${found[index]}`);
    expect(mine).toEqual(book.rules.benefits.map(({ id }) => `${id} ${twinStatus(id, person, day)}`));
  }
});

test('任何结果里的数字只有三个：500 元、100%、不低于 70%', () => {
  const figures = new Set<string>();
  const random = seeded(3);
  for (let n = 0; n < 4000; n++) {
    for (const { amount, status } of decide(randomResident(random, 0.1), DAYS[n % DAYS.length] as string)) {
      if (!amount) continue;
      expect(status).toBe('eligible');
      figures.add(JSON.stringify(amount));
    }
  }
  expect([...figures].sort()).toEqual([
    '{"fen":50000,"percent":null,"at_least":false}',
    '{"fen":null,"percent":100,"at_least":false}',
    '{"fen":null,"percent":70,"at_least":true}',
  ]);
});

test('每个结论自己站得住：待补的列出缺什么，不符合的不再提问', () => {
  fc.assert(
    fc.property(residentArbitrary, dayArbitrary, (facts, day) => {
      const known = derive(facts, day);
      const wrong = decide(facts, day).filter((decision) => {
        const { status, reason, missing, failed, clauses } = decision;
        return (
          missing.length > 0 !== (status === 'needs_info') ||
          missing.some((id) => (known[id] ?? null) !== null) ||
          failed.some((id) => (known[id] ?? null) === null) ||
          (reason === null) !== (status !== 'not_eligible') ||
          (reason === 'condition' && !clauses.some(({ state }) => state === 'failed')) ||
          (good(decision) && !clauses.every(({ state }) => state === 'met'))
        );
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('两个变化日之间，一份编译结果管每一天', () => {
  const random = seeded(11);
  for (const day of ['2021-08-15', '2023-06-01', '2026-03-01', '2026-08-08']) {
    const facts = derive(randomResident(random, 0.2), day);
    expect(explain(programFor(day), facts)).toEqual(explain(compile(book.rules, day), facts));
  }
  expect(changeDays(book.rules)).toEqual(['2021-07-27', '2022-01-01', '2026-01-01', '2026-04-27']);
});

test('照着下一题一路答下去，一定答得完，而且答完就没有能问的了', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2023-04-20', '2026-11-21'),
      fc.array(fc.nat(20), { minLength: 60, maxLength: 60 }),
      (day, picks) => {
        const program = compileCached(day);
        let facts: Facts = { home_county: day === '2023-04-20' ? '360425' : '500242' };
        let skipped: readonly (typeof FACT_IDS)[number][] = [];
        for (const pick of picks) {
          const question = nextAsk(explain(program, facts), facts, skipped);
          if (!question) break;
          const options = question.input.kind === 'choice' ? question.input.options : [];
          const option = options[pick % (options.length + 1)];
          if (option) facts = withAnswer(facts, question, option);
          else skipped = [...skipped, ...question.facts];
        }
        expect(nextAsk(explain(program, facts), facts, skipped)).toBeNull();
        expect(questionsLeft(program, facts, skipped)).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('下一题是牵涉最多的那一题；官方才能定的不问', () => {
  const program = compileCached('2026-11-21');
  expect(nextQuestion(explain(program, {}))).toBe('home_county');
  expect(nextQuestion(explain(program, { home_county: '500242' }))).toBe('fpzp');
  expect(nextQuestion(explain(program, { home_county: '330106' }))).toBeNull();
});
