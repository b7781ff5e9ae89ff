import {
  answerProblem,
  answersToKeep,
  answerWarning,
  filingProblems,
  migrateAnswers,
  tidyAnswer,
} from './answers';
import type { Answer, QuestionKind, Service, ServiceQuestion } from './service';

const TODAY = '2026-11-22';
const ask = (kind: QuestionKind, over: Partial<ServiceQuestion> = {}): ServiceQuestion => ({
  id: 'q',
  title: '题',
  label: '题',
  kind,
  ...over,
});
const problem = (question: ServiceQuestion, answer: Answer | undefined) =>
  answerProblem(question, answer, TODAY);
const OPTIONS = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
];

test.each<[string, ServiceQuestion, Answer | undefined]>([
  ['是不是', ask('yes_no'), false],
  ['单选', ask('choice', { options: OPTIONS }), 'b'],
  ['多选', ask('many', { options: OPTIONS }), ['a', 'b']],
  ['不清楚', ask('date', { unsure: true }), null],
  ['可以不填', ask('phone', { optional: true }), undefined],
  ['数', ask('number', { min: 1, max: 12 }), 12],
  ['钱', ask('money'), 50_050],
  ['今天', ask('date', { max: 'today' }), TODAY],
  ['这个月', ask('month', { max: 'today' }), '2026-11'],
  ['卡号带空格', ask('bank_account'), '6217 0000 1000 1234 567'],
  ['手机号', ask('phone'), '138 0000 0000'],
  ['几行', ask('list'), ['样例李四，妻弟，在镇上工作']],
])('%s：可以', (_, question, answer) => {
  expect(problem(question, answer)).toBeNull();
});

test.each<[string, ServiceQuestion, Answer | undefined, string]>([
  ['没填', ask('text'), undefined, '还没有回答'],
  ['只有空格', ask('text'), '   ', '还没有回答'],
  ['不能说不清楚', ask('text'), null, '要有回答'],
  ['不在选项里', ask('choice', { options: OPTIONS }), 'c', '选一个'],
  ['多选一个没选', ask('many', { options: OPTIONS }), [], '可以选几个'],
  ['小数', ask('number'), 1.5, '整数'],
  ['太多', ask('number', { max: 12, unit: '个月' }), 13, '不能多于12个月'],
  ['负的钱', ask('money'), -1, '不能少于0 元'],
  ['没有的日子', ask('date'), '2026-02-30', '没有这一天'],
  ['明天', ask('date', { max: 'today' }), '2026-11-23', '还没到'],
  ['下个月', ask('month', { max: 'today' }), '2026-12', '还没到'],
  ['太早', ask('date', { min: '2021-07-27' }), '2021-07-26', '不能早于2021-07-27'],
  ['很久以前', ask('date'), '0001-01-01', '年份不对'],
  ['卡号太短', ask('bank_account'), '123', '16到19位'],
  ['座机', ask('phone'), '023-12345678', '座机'],
  ['太长', ask('text'), '字'.repeat(61), '现在有61个'],
  ['看不见的字符', ask('text'), '样例\u0000', '打不出来'],
  ['太多行', ask('list'), Array.from({ length: 11 }, () => '样例'), '最多写10个'],
  ['错的信用代码', ask('credit_code'), '91440300715267260X', '有一位不对'],
])('%s：不行，说怎么办', (_, question, answer, words) => {
  expect(problem(question, answer)).toContain(words);
});

test('卡号校验位不对只提醒，不拦人：存折没有校验位', () => {
  const card = ask('bank_account');
  expect(answerWarning(card, '6217000010001234567')).toContain('再看一遍');
  expect(problem(card, '6217000010001234567')).toBeNull();
  expect(answerWarning(card, '4111111111111111')).toBeNull();
});

test('存下来的没有多余的空格和全角数字', () => {
  expect(tidyAnswer(ask('bank_account'), '6217 0000-1000')).toBe('621700001000');
  expect(tidyAnswer(ask('phone'), ' １３８００００００００ ')).toBe('13800000000');
  expect(tidyAnswer(ask('list'), [' 样例 '])).toEqual(['样例']);
});

const service = {
  id: 's',
  version: 2,
  renamed: { old_name: 'name' },
  questions: [
    ask('yes_no', { id: 'works' }),
    ask('text', { id: 'name', when: { answer: 'works', is: true } }),
  ],
  evidence: [{ id: 'proof', title: '证明', min: 1, max: 2 }],
} as unknown as Service;

test('每一处问题都说到，按题目的顺序', () => {
  const all = filingProblems(service, { answers: { works: true }, facts: {} }, {}, TODAY);
  expect(all.map(({ at }) => at)).toEqual(['name', 'proof']);
  expect(filingProblems(service, { answers: { works: false }, facts: {} }, { proof: 1 }, TODAY)).toEqual([]);
  const many = filingProblems(service, { answers: { works: false }, facts: {} }, { proof: 3 }, TODAY);
  expect(many[0]?.message).toContain('最多2份');
});

test('不再问的题，答案不交上去', () => {
  expect(answersToKeep(service, { answers: { works: false, name: '样例' }, facts: {} })).toEqual({
    works: false,
  });
});

test('表改过：改名的题跟着走，没有了的题说出来', () => {
  expect(migrateAnswers(service, { works: true, old_name: '样例', gone_one: 1 })).toEqual({
    answers: { works: true, name: '样例' },
    gone: ['gone_one'],
  });
});
