import { checkFact } from './check-facts';
import { FACT_IDS, type FactId } from './facts';
import { chosenOption, withAnswer } from './interview';
import { ASKED, groupFor, NOT_ASKED, type Question, questionFor } from './questions';

const options = (question: Question | null) =>
  question?.input.kind === 'choice' ? question.input.options : [];

describe('每一题', () => {
  test.each(ASKED)('%s 有题目、有为什么问', (fact) => {
    const question = questionFor(fact);
    expect(question?.title).toMatch(/[？?]$/);
    expect(question?.why).toMatch(/[。”]$/);
    expect(question?.facts).toContain(fact);
  });

  test('不问的事实确实没有题', () => {
    for (const id of NOT_ASKED) expect([id, questionFor(id)]).toEqual([id, null]);
    expect([...ASKED, ...NOT_ASKED].sort()).toEqual([...FACT_IDS].sort());
  });

  test.each(ASKED)('%s 的每个答案都是合法的值，而且真的回答了它', (fact) => {
    for (const option of options(questionFor(fact))) {
      for (const [id, value] of Object.entries(option.sets)) {
        expect([option.id, id, checkFact(id as FactId, value)]).toEqual([option.id, id, null]);
      }
      expect(Object.keys(option.sets)).toContain(fact);
    }
  });
});

describe('一组一起问', () => {
  const all = new Set<FactId>(['tekun', 'severe_disabled', 'dibao']);
  const first = groupFor('tekun', all, () => false) as Question;

  test('选了一样，只说明这一样；没说的还是不清楚', () => {
    const dibao = options(first).find(({ id }) => id === 'dibao') ?? null;
    expect(withAnswer({}, first, dibao)).toEqual({ dibao: true });
  });

  test('“都没有”才是都没有', () => {
    const none = options(first).find(({ id }) => id === 'none') ?? null;
    expect(withAnswer({}, first, none)).toEqual({ tekun: false, severe_disabled: false, dibao: false });
  });

  test('再问剩下的，说“还有吗”；只剩一样就单独问', () => {
    const rest = groupFor('tekun', new Set<FactId>(['tekun', 'severe_disabled']), (id) => id === 'dibao');
    expect(rest?.title).toBe('还有下面的情况吗？');
    expect(groupFor('tekun', new Set<FactId>(['tekun']), () => true)?.id).toBe('tekun');
  });

  test('改答案，先收回这一题以前说的', () => {
    const [tekun] = options(first);
    const none = options(first).find(({ id }) => id === 'none') ?? null;
    const facts = withAnswer(withAnswer({ fpzp: true }, first, none), first, tekun ?? null);
    expect(facts).toEqual({ fpzp: true, tekun: true });
    expect(chosenOption(first, facts)?.id).toBe('tekun');
    expect(withAnswer(facts, first, null)).toEqual({ fpzp: true });
  });
});
