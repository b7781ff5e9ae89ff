import type { PolicyDocumentMeta, RuleSet } from '../eligibility/types';
import { amountsIn, amountsNotIn } from './amounts';
import { newsProblems } from './problems';
import { changesOf, standingOf, touchedBy } from './touches';

const PASSAGE = '稳定就业三个月的，每年可享受一次，补助标准为500元/人。不低于最低缴费档次标准的70%。';

test.each([
  ['补500元', ['y500']],
  ['补五百元，再给五百块', ['y500', 'y500']],
  ['补５００元，一共1,500元', ['y500', 'y1500']],
  ['最多15万元，就是十五万元', ['y150000', 'y150000']],
  ['两千五百元', ['y2500']],
  ['￥500', ['y500']],
  ['300到500元', ['y300', 'y500']],
  ['1至2万元', ['y10000', 'y20000']],
  ['70%，百分之七十，７０％', ['p70', 'p70', 'p70']],
  ['补贴500，快来', ['y500']],
  ['打12333问，3个月以后来，2027元旦不办', []],
  ['一块儿去三角乡，第一、第二', []],
])('认出金额：%s', (text, keys) => {
  expect(amountsIn(text).map(({ key }) => key)).toEqual(keys);
});

test.each(['几百元', '上千元', '500多元', '一百来块'])('说不准的钱数谁也没写过：%s', (text) => {
  expect(amountsNotIn(text, [PASSAGE])).not.toEqual([]);
});

test('只有条文里写了的数才能说', () => {
  expect(amountsNotIn('一年一次，五百元', [PASSAGE])).toEqual([]);
  expect(amountsNotIn('一年一次，600元', [PASSAGE])).toEqual(['600元']);
  expect(amountsNotIn('500元', ['按规定给予补贴'])).toEqual(['500元']);
});

test('写错的一处一处说', () => {
  const cited = [{ text: PASSAGE }];
  const at = (title: string, text: string) => newsProblems({ title, text }, cited).map((one) => one.at);
  expect(at('样例标题', '打工满三个月。可以领500元。')).toEqual([]);
  expect(at('', '')).toEqual(['title', 'text']);
  expect(at('可领800元', '说明。')).toEqual(['title']);
  expect(at('样例标题', `${'长'.repeat(61)}。`)).toEqual(['text']);
  expect(at('样例标题', '短句。'.repeat(201))).toEqual(['text']);
  expect(at('样'.repeat(41), '说明。')).toEqual(['title']);
  expect(at('样例标题', '请找样例张，110101199003070011。')).toEqual(['text']);
});

test('新的、快到期的、到期的', () => {
  expect(standingOf({ from: '2026-04-27', to: null }, '2026-11-22')).toBe('new');
  expect(standingOf({ from: '2024-04-27', to: null }, '2026-11-22')).toBe('in_force');
  expect(standingOf({ from: '2021-07-27', to: '2025-12-31' }, '2025-12-31')).toBe('ending');
  expect(standingOf({ from: '2021-07-27', to: '2025-12-31' }, '2026-01-01')).toBe('ended');
  expect(standingOf({ from: '2027-01-01' }, '2026-11-22')).toBe('not_yet');
});

describe('谁用得上', () => {
  const benefit = (id: string, items: string[], text: string, window?: { to: string; quote: string }) =>
    ({
      ...{ id, document: 'd', items, title: `样例${id}`, ...(window && { window }) },
      clauses: [{ text, quote: text, when: { fact: 'employed', is: true } }],
    }) as unknown as RuleSet['benefits'][number];
  const rules = {
    terms: {},
    benefits: [
      benefit('a', ['（一）'], '脱贫人口'),
      benefit('b', ['（二）', '（三）'], '脱贫人口'),
      benefit('c', ['（三）'], '监测对象', { to: '2026-12-31', quote: '' }),
    ],
    documents: [
      {
        id: 'd',
        number: '样例1号',
        title: '样例文件',
        effective: { from: '2026-04-27', to: null, assumed: true },
      },
    ] as unknown as PolicyDocumentMeta[],
  };

  test('引用的条文管到的每一项，用条件的原话说', () => {
    expect(touchedBy(rules, 'd', ['（三）'])).toEqual([
      { benefit: 'b', title: '样例b', who: ['脱贫人口'] },
      { benefit: 'c', title: '样例c', who: ['监测对象'] },
    ]);
    expect(touchedBy(rules, 'e', ['（三）'])).toEqual([]);
  });

  test('新文件，和里面快停的一项', () => {
    const changes = changesOf(rules, '2026-11-22');
    expect(changes.map(({ what, id, standing, on }) => [what, id, standing, on])).toEqual([
      ['document', 'd', 'new', '2026-04-27'],
      ['benefit', 'c', 'ending', '2026-12-31'],
    ]);
    expect(changes[0]).toMatchObject({
      assumed: true,
      groups: [
        { text: '脱贫人口', benefits: 2 },
        { text: '监测对象', benefits: 1 },
      ],
    });
  });
});
