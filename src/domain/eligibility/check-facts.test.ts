import { checkFacts } from './check-facts';

const problem = (facts: unknown) => {
  const checked = checkFacts(facts);
  return checked.ok ? null : checked.problem;
};

describe('外面来的事实先检查', () => {
  test('对的都收下，null 是不清楚', () => {
    const facts = {
      home_county: '360425',
      fpzp: null,
      stable_months: 0,
      employment_form: 'self',
      elimination_semester: 'none',
      benefit_semester: '2023A',
      birth_date: '2000-02-29',
    };
    expect(checkFacts(facts)).toEqual({ ok: true, facts });
  });

  test.each([
    [{ home: '360425' }, 'UnknownFact', 'home'],
    [{ fpzp: 1 }, 'WrongType', 'fpzp'],
    [{ fpzp: 'true' }, 'WrongType', 'fpzp'],
    [{ home_county: 360425 }, 'WrongType', 'home_county'],
    [{ home_county: '36042' }, 'WrongType', 'home_county'],
    [{ stable_months: 2.5 }, 'WrongType', 'stable_months'],
    [{ stable_months: -1 }, 'WrongType', 'stable_months'],
    [{ employment_form: 'boss' }, 'WrongType', 'employment_form'],
    [{ benefit_semester: 'none' }, 'WrongType', 'benefit_semester'],
    [{ benefit_semester: '2023' }, 'WrongType', 'benefit_semester'],
    [{ birth_date: '2023-02-29' }, 'ImpossibleDate', 'birth_date'],
    [{ birth_date: '20230228' }, 'WrongType', 'birth_date'],
  ])('%j → %s', (facts, name, fact) => {
    expect(problem(facts)).toMatchObject({ name, fact });
  });

  test.each([[null], [[]], ['x'], [3]])('%j 不是一组事实', (facts) => {
    expect(problem(facts)?.name).toBe('BadFacts');
  });

  test('原型上的名字不是事实', () => {
    expect(problem(JSON.parse('{"__proto__":1}'))?.name).toBe('UnknownFact');
    expect(problem({ constructor: true })?.name).toBe('UnknownFact');
  });
});
