import { saidProblem } from './said';

const of = { kind: 'enterprise', title: '样例缝纫工', skills: [] } as const;

test.each([
  ['带500元押金和身份证原件，入职代为保管', /写了“.*押金.*劳动合同法第九条/],
  ['先交服装费200元', /劳动合同法第九条/],
  ['只要男的', /劳动法第十三条/],
  ['身份证500242196606069993也发来', /身份证号/],
])('%s：不能发，说为什么', (text, why) => {
  expect(saidProblem(of, text)).toMatch(why);
});

test.each(['带上身份证，登记看一下就还给您', '不收押金，早点来', '样例路1号三楼', '样例宾馆305'])(
  '%s：可以发',
  (text) => {
    expect(saidProblem(of, text)).toBeNull();
  },
);

test('题目里区县看过的，不再算', () => {
  expect(saidProblem({ ...of, title: '样例女工' }, '明天来')).toBeNull();
});
