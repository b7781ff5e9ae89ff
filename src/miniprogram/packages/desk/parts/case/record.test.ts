import type { DeskCase } from '@/contract/desk';
import {
  type Milestone,
  type RecordDraft,
  recordInput,
  recordProblems,
  serverRecordProblems,
} from './record';

const view = { case: { id: 'c', version: 3 } } as unknown as DeskCase;
const TODAY = '2026-11-22';
const step = (over: Partial<Milestone>): Milestone => ({
  id: 'hearing',
  title: '开庭',
  plain: '',
  fields: {},
  ahead: false,
  why: null,
  ...over,
});
const draft: RecordDraft = {
  event: 'e',
  milestone: 'hearing',
  on: '2026-11-20',
  text: ' 样例 ',
  yuan: '1,500.5元',
  place: '样例庭',
  time: '9点30分',
  until: null,
  who: '',
  asked_on: null,
  items: [],
  confirmed: '',
  corrects: null,
};

test('要填的没填，每一处都说缺什么；没有到的日子不登记，开庭可以', () => {
  const hearing = step({ fields: { time: 'must', place: 'must', text: 'may' }, ahead: true });
  expect(recordProblems(undefined, draft, TODAY)).toEqual({ milestone: expect.any(String) });
  expect(recordProblems(hearing, { ...draft, on: null, time: '', place: ' ' }, TODAY)).toEqual({
    on: expect.any(String),
    time: expect.any(String),
    place: expect.any(String),
  });
  expect(recordProblems(hearing, { ...draft, on: '2026-12-08' }, TODAY)).toEqual({});
  expect(recordProblems({ ...hearing, ahead: false }, { ...draft, on: '2026-12-08' }, TODAY).on).toMatch(
    '还没到',
  );
  expect(recordProblems(hearing, { ...draft, time: '25点' }, TODAY).time).toMatch('09:30');
});

test('更正要写为什么；钱和每一项要填全', () => {
  const plain = step({});
  expect(recordProblems(plain, { ...draft, text: '', corrects: 'x' }, TODAY).text).toMatch('为什么更正');
  const money = step({ fields: { fen: 'must' } });
  expect(recordProblems(money, { ...draft, yuan: '' }, TODAY).yuan).toMatch('多少钱');
  expect(recordProblems(money, { ...draft, yuan: '一百' }, TODAY).yuan).toMatch('请填钱数');
  const award = step({ fields: { items: 'must' } });
  expect(recordProblems(award, draft, TODAY).items).toMatch('至少一项');
  const half = { ...draft, items: [{ title: '工钱', yuan: '', final: true }] };
  expect(recordProblems(award, half, TODAY).items).toMatch('名称和金额');
});

test('只送这一步要的', () => {
  const hearing = step({ fields: { time: 'must', place: 'must' } });
  expect(recordInput(view, hearing, draft)).toEqual({
    id: 'c',
    version: 3,
    event: 'e',
    action: 'record',
    milestone: 'hearing',
    on: '2026-11-20',
    time: '09:30',
    place: '样例庭',
  });
  const award = step({ id: 'award', fields: { items: 'must' } });
  const items = [{ title: ' 工钱 ', yuan: '12000', final: true }];
  expect(recordInput(view, award, { ...draft, items, corrects: 'x' })).toMatchObject({
    text: '样例',
    corrects: 'x',
    items: [{ title: '工钱', fen: 1_200_000, final: true }],
  });
});

test('服务器说哪里不对，就标在哪里', () => {
  expect(serverRecordProblems([{ path: 'confirmed', message: '要写理由' }])).toEqual({
    confirmed: '要写理由',
  });
  expect(
    serverRecordProblems([
      { path: 'fen', message: '不对' },
      { path: 'x', message: '？' },
    ]),
  ).toEqual({
    yuan: '不对',
  });
});
