import { paper } from '@/contract/papers';
import { answeredOf, LONGEST_ANSWER, PLAN_QUESTIONS, type PlanWords, planPaper } from './plan';

const words: PlanWords = {
  ...{
    name: '开店计划',
    title: '开店计划',
    empty: '还没想好',
    signature: '签名',
    foot: '脚注',
    warning: '提醒',
  },
  labels: Object.fromEntries(PLAN_QUESTIONS.map((id) => [id, `题${id}`])) as PlanWords['labels'],
};

test('十题都在，没写的说没想好，能交给打印的', () => {
  const made = planPaper({ what: ' 样例面馆 ', risks: '' }, words, '2026年11月22日');
  const fields = made.blocks.filter(({ kind }) => kind === 'field') as { label: string; text: string }[];
  expect(fields).toHaveLength(10);
  expect(fields[0]?.text).toBe('样例面馆');
  expect(fields[9]?.text).toBe('还没想好');
  expect(paper.safeParse(made).success).toBe(true);
  const full = Object.fromEntries(PLAN_QUESTIONS.map((id) => [id, '长'.repeat(LONGEST_ANSWER)]));
  expect(paper.safeParse(planPaper(full, words, '')).success).toBe(true);
});

test('数写了几题', () => {
  expect(answeredOf({})).toBe(0);
  expect(answeredOf({ what: '面馆', where: '  ', costs: '一万' })).toBe(2);
});
