import type { CaseView } from '@/contract/cases';
import { receiptFacts } from './receipt';

const VIEW = {
  number: '2026-1122-000001',
  title: '跨区域交通补助',
  state: 'accepted',
  filed_on: '2026-11-22',
  office: { name: '样例就业中心', phone: null },
  document: { id: 'x', number: '样例〔2026〕1号', items: ['（五）'] },
  papers: [],
  formal: null,
  due: null,
} as unknown as CaseView;

test('办事的回执：在哪里办、现在怎样、依据什么', () => {
  expect(Object.fromEntries(receiptFacts(VIEW, '酉阳'))).toMatchObject({
    在哪里办: '酉阳 样例就业中心',
    现在: '收下了，在办',
    依据: '样例〔2026〕1号（五）',
  });
});

test('应聘的回执：发给哪个单位，状态照应聘的说，不说依据', () => {
  const view = {
    ...VIEW,
    state_word: '单位看过了',
    employer: { name: '样例服装厂', phone: null },
    words: { receipt: { where: '发给', foot: '只说明名片发到了，不是录用。' } },
  };
  const facts = Object.fromEntries(receiptFacts(view, '酉阳'));
  expect(facts).toMatchObject({ 发给: '样例服装厂', 现在: '单位看过了' });
  expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['在哪里办']));
  expect(facts).not.toHaveProperty('依据');
});
