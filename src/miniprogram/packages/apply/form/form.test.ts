/** The pure parts of the form: which screens, where to go on, money, semesters. */
import type { Service, ServiceQuestion } from '@/domain/cases';
import { fenOf, typedOf } from './money';
import { type FormScreen, leftOpen, problemOn, screenAfter, screensOf, shownOn } from './screens';
import { semesterChoices } from './semesters';
import { type Filling, firstOpen, stepProblem, stepsOf } from './steps';

const question = (id: string, more: Partial<ServiceQuestion> = {}): ServiceQuestion => ({
  id,
  title: id,
  label: id,
  kind: 'yes_no',
  ...more,
});
const service = {
  questions: [
    question('works'),
    question('where', { kind: 'text', when: { answer: 'works', is: true } }),
    question('phone', { kind: 'phone', optional: true }),
  ],
  evidence: [
    { id: 'card', title: '卡', min: 1, max: 2 },
    { id: 'proof', title: '证明', min: 0, max: 5 },
  ],
} as unknown as Service;
const TODAY = '2026-11-21';

function filling(answers: Filling['known']['answers'], more: Partial<Filling> = {}): Filling {
  return { known: { answers, facts: {} }, files: {}, here: [], also: [], ...more };
}
const ids = (given: Filling) => stepsOf(service, given).map(({ id }) => id);

test('问到的才有一屏；已经有的材料不再要，想另交的还能交', () => {
  expect(ids(filling({ works: false }))).toEqual(['works', 'phone', 'card', 'proof']);
  expect(ids(filling({ works: true }))).toEqual(['works', 'where', 'phone', 'card', 'proof']);
  expect(ids(filling({ works: false }, { here: ['card'] }))).toEqual(['works', 'phone', 'proof']);
  expect(ids(filling({ works: false }, { here: ['card'], also: ['card'] }))).toContain('card');
});

test('接着填：停在第一个没弄好的；可以不填的，看过才算过了', () => {
  const open = (answers: Filling['known']['answers'], more: Partial<Filling> = {}) => {
    const given = filling(answers, more);
    return firstOpen(stepsOf(service, given), answers, given, TODAY)?.id ?? null;
  };
  expect(open({})).toBe('works');
  expect(open({ works: false })).toBe('phone');
  expect(open({ works: false, phone: null })).toBe('card');
  expect(open({ works: false, phone: '123' })).toBe('phone');
  expect(open({ works: false, phone: null }, { files: { card: 1 } })).toBeNull();
  expect(open({ works: false, phone: null }, { here: ['card'] })).toBeNull();
});

test('材料多了少了都说差几份', () => {
  const given = filling({ works: false });
  const card = stepsOf(service, given).find(({ id }) => id === 'card');
  if (!card) throw new Error('no card');
  expect(stepProblem(card, {}, { files: {}, here: [] }, TODAY)).toBe('还差 1 份，拍照或选好再往下');
  expect(stepProblem(card, {}, { files: { card: 3 }, here: [] }, TODAY)).toBe('最多 2 份，请删掉 1 份');
  expect(stepProblem(card, {}, { files: { card: 2 }, here: [] }, TODAY)).toBeNull();
});

test.each([
  ['1200', 120_000],
  ['1,200.5', 120_050],
  ['１２．５０', 1250],
  ['12。5', 1250],
  ['0.07', 7],
  [' 500元 ', 50_000],
  ['12.', 1200],
])('%s 元是 %d 分', (typed, fen) => expect(fenOf(typed)).toBe(fen));

test.each(['', '一百', '1.234', '-5', '1e3', '1234567890'])('“%s”不是钱数', (typed) =>
  expect(fenOf(typed)).toBeNull(),
);

test('钱写出去再读回来是一样的', () => {
  for (const fen of [0, 7, 10, 1250, 50_000, 99_999_999]) expect(fenOf(typedOf(fen))).toBe(fen);
});

test('学期从新到旧，到现在或快要开始的一个为止', () => {
  const values = (...given: Parameters<typeof semesterChoices>) =>
    semesterChoices(...given).map(({ value }) => value);
  expect(values('2026-11-21', '2025S', undefined)).toEqual(['2026A', '2026S', '2025A', '2025S']);
  expect(values('2026-03-01', '2026S', undefined)).toEqual(['2026S']);
  expect(values('2026-11-21', '2022A', '2023S')).toEqual(['2023S', '2022A']);
  expect(semesterChoices('2026-11-21', '2026A', undefined)[0]?.label).toBe('2026年秋季学期');
});

describe('几题、几份材料在一屏', () => {
  const form = {
    papers_together: true,
    questions: [
      question('who', { kind: 'text', unsure: true }),
      question('where', { kind: 'text', unsure: true, beside: 'who' }),
      question('left', { when: { answer: 'who', in: ['x'] }, beside: 'who' }),
      question('why', { unsure: true }),
    ],
    evidence: [
      { id: 'one', title: 'one', min: 0, max: 2 },
      { id: 'two', title: 'two', min: 1, max: 2 },
    ],
  } as unknown as Service;
  const given = (answers: Filling['known']['answers']): Filling => ({
    known: { answers, facts: {} },
    files: {},
    here: [],
    also: [],
  });
  const screens = (answers: Filling['known']['answers']) => screensOf(form, stepsOf(form, given(answers)));

  test('挨着的题和全部材料各在一屏', () => {
    expect(screens({}).map(({ steps }) => steps.map(({ id }) => id))).toEqual([
      ['who', 'where', 'left'],
      ['why'],
      ['one', 'two'],
    ]);
  });

  test('看前一题才问的，前一题答了才出来', () => {
    const first = screens({})[0] as FormScreen;
    expect(shownOn(first, {}).map(({ id }) => id)).toEqual(['who', 'where']);
    expect(shownOn(first, { who: null }).map(({ id }) => id)).toEqual(['who', 'where', 'left']);
  });

  test('挨着的题空着算不清楚，打头的题不能空着', () => {
    const [who, where] = (screens({})[0] as FormScreen).steps;
    if (!who || !where) throw new Error('two steps');
    expect(problemOn(who, {}, given({}), TODAY)).not.toBeNull();
    expect(problemOn(where, { where: '' }, given({}), TODAY)).toBeNull();
    expect(leftOpen([who, where], { who: '样例', where: '' })).toEqual(['where']);
  });

  test('开头就知道的整屏跳过，有一样没答的不跳', () => {
    const answers = { who: '样例', where: null, left: null, why: true };
    const next = (names: readonly string[]) =>
      screenAfter(screens(answers), 0, { answers, given: names }, given(answers), TODAY)?.id;
    expect(next(['why'])).toBe('one');
    expect(next([])).toBe('why');
  });
});
