import type { DeskCase } from '@/contract/desk';
import { fenOf } from '../money';
import { type ActDraft, actInput, actProblems, type DeskAction, needsSecond, serverProblems } from './act';

const view = {
  case: { id: 'c', version: 3, county: '500242' },
  four_eyes_above: 500_000,
  items: [{ key: '（五）', title: '样例' }],
} as unknown as DeskCase;
const draft: ActDraft = {
  event: 'e',
  text: ' 写了 ',
  item: '（五）',
  yuan: '1,500.5元',
  day: '2026-11-20',
  evidence: ['work_proof'],
  level: 'county',
  county: '500242',
  to: 'someone',
  code: '',
};
const TODAY = '2026-11-21';

test.each([
  ['accept', {}],
  ['ask_supplement', { text: expect.any(String), day: expect.any(String) }],
  ['transfer', { text: expect.any(String), level: expect.any(String) }],
  ['recuse', { text: expect.any(String) }],
  ['approve', { text: expect.any(String) }],
  ['refuse', { text: expect.any(String), item: expect.any(String) }],
  ['countersign', {}],
  ['send_back', { text: expect.any(String) }],
  ['pay', { day: expect.any(String) }],
  ['correct_payment', { text: expect.any(String), day: expect.any(String) }],
  ['assign', { to: expect.any(String) }],
] as const)('什么都没写就办“%s”，每一处都说缺什么', (action, missing) => {
  const empty = { ...draft, text: ' ', item: '', yuan: '', day: null, level: '', to: '' } as const;
  expect(actProblems(action, empty, TODAY)).toEqual(missing);
});

test('补材料的日期在后头，发放的日期不在后头', () => {
  expect(actProblems('ask_supplement', { ...draft, day: TODAY }, TODAY).day).toMatch('今天以后');
  expect(actProblems('ask_supplement', { ...draft, day: '2026-11-22' }, TODAY)).toEqual({});
  expect(actProblems('pay', { ...draft, day: '2026-11-22' }, TODAY).day).toMatch('还没到');
  expect(actProblems('pay', { ...draft, day: TODAY }, TODAY)).toEqual({});
});

test.each([
  ['accept', { action: 'accept' }],
  ['ask_supplement', { text: '写了', evidence: ['work_proof'], until: '2026-11-20' }],
  ['transfer', { text: '写了', level: 'county', county: '500242' }],
  ['approve', { text: '写了', fen: 150_050 }],
  ['refuse', { text: '写了', item: '（五）' }],
  ['countersign', { text: '写了' }],
  ['pay', { fen: 150_050, on: '2026-11-20', text: '写了' }],
  ['recuse', { text: '写了' }],
] as const)('%s 送出去的', (action: Exclude<DeskAction, 'assign'>, sent) => {
  expect(actInput(action, view, draft)).toEqual({ id: 'c', version: 3, event: 'e', action, ...sent });
});

test('没填钱就不说钱：批准时不提，登记发放时是空的', () => {
  const none = { ...draft, yuan: '', text: '' };
  expect(actInput('approve', view, none)).not.toHaveProperty('fen');
  expect(actInput('pay', view, none)).toMatchObject({ fen: null });
  expect(actInput('pay', view, none)).not.toHaveProperty('text');
});

test.each([
  ['500', 50_000],
  ['０.５', 50],
  ['1，500.05 元', 150_005],
  ['', null],
])('%s 元', (typed, fen) => expect(fenOf(typed)).toEqual({ ok: true, fen }));

test.each(['五百', '-5', '1.234', '1e3', '1000001'])('%s 不是钱数', (typed) =>
  expect(fenOf(typed).ok).toBe(false),
);

test('超过上限的才要第二个人', () => {
  expect([needsSecond(view, '5000'), needsSecond(view, '5000.01'), needsSecond(view, '')]).toEqual([
    false,
    true,
    false,
  ]);
  expect(needsSecond({ ...view, four_eyes_above: null }, '9999')).toBe(false);
});

test('服务器说的问题落在自己的格子里', () => {
  expect(
    serverProblems([
      { path: 'until', message: '甲' },
      { path: 'evidence.0', message: '乙' },
      { path: 'x', message: '丙' },
    ]),
  ).toEqual({
    day: '甲',
    evidence: '乙',
  });
});
