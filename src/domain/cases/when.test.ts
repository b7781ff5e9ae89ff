import fc from 'fast-check';
import type { AnswerExpr, Answers, Service } from './service';
import { askedQuestions, isInRegister, truthOf } from './when';

const known = (answers: Answers, facts = {}) => ({ answers, facts });

test('不清楚就是不知道，不是“不”', () => {
  const expr: AnswerExpr = { answer: 'works', is: true };
  expect(truthOf(expr, known({ works: true }))).toBe(true);
  expect(truthOf(expr, known({ works: false }))).toBe(false);
  expect(truthOf(expr, known({ works: null }))).toBeNull();
  expect(truthOf(expr, known({}))).toBeNull();
  expect(truthOf({ not: expr }, known({ works: null }))).toBeNull();
});

test('一个“不”就定了；一个“是”也定了', () => {
  const no: AnswerExpr = { answer: 'a', is: true };
  const unknown: AnswerExpr = { answer: 'b', is: true };
  const yes: AnswerExpr = { answer: 'c', is: true };
  const said = known({ a: false, b: null, c: true });
  expect(truthOf({ all: [unknown, no] }, said)).toBe(false);
  expect(truthOf({ all: [unknown, yes] }, said)).toBeNull();
  expect(truthOf({ any: [unknown, yes] }, said)).toBe(true);
  expect(truthOf({ any: [unknown, no] }, said)).toBeNull();
});

test('多选里有一个就算；数和日期按大小比；种类不一样不算', () => {
  expect(truthOf({ answer: 'what', in: ['late'] }, known({ what: ['short', 'late'] }))).toBe(true);
  expect(truthOf({ answer: 'months', gte: 3 }, known({ months: 3 }))).toBe(true);
  expect(truthOf({ answer: 'since', lte: '2026-01' }, known({ since: '2026-02' }))).toBe(false);
  expect(truthOf({ answer: 'months', gte: 3 }, known({ months: '9' }))).toBe(false);
  expect(truthOf({ fact: 'employed', is: true }, known({}, { employed: true }))).toBe(true);
});

/** every answer says more or the same: a known outcome stays */
test('多知道一点，定了的不会翻', () => {
  const leaf = fc.constantFrom<AnswerExpr>({ answer: 'a', is: true }, { answer: 'b', is: false });
  const expr = fc.letrec<{ tree: AnswerExpr }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('tree').map((not) => ({ not })),
    ),
  })).tree;
  fc.assert(
    fc.property(expr, fc.boolean(), fc.boolean(), (tree, a, b) => {
      const half = truthOf(tree, known({ a, b: null }));
      return half === null || half === truthOf(tree, known({ a, b }));
    }),
  );
});

const question = (id: string, when?: AnswerExpr) => ({
  id,
  title: id,
  label: id,
  kind: 'yes_no' as const,
  ...(when && { when }),
});

test('上一题不问了，靠它的题也不问；上一题不清楚，就照样问', () => {
  const questions = [
    question('a'),
    question('b', { answer: 'a', is: true }),
    question('c', { answer: 'b', is: true }),
  ];
  const asked = (answers: Answers) =>
    askedQuestions({ questions } as unknown as Service, known(answers)).map(({ id }) => id);
  expect(asked({ a: true, b: true })).toEqual(['a', 'b', 'c']);
  expect(asked({ a: null })).toEqual(['a', 'b', 'c']);
  // b was answered once, and is not asked any more: its answer says nothing
  expect(asked({ a: false, b: false })).toEqual(['a', 'c']);
});

test('台账里写着“不是”，手里有材料的还是可以交', () => {
  const paper = {
    id: 'proof',
    title: '证明',
    min: 1,
    max: 1,
    from_register: { fact: 'hard_to_employ' as const, text: '台账里有' },
  };
  expect(isInRegister(paper, { hard_to_employ: true })).toBe(true);
  expect(isInRegister(paper, { hard_to_employ: false })).toBe(false);
  expect(isInRegister(paper, {})).toBe(false);
});
