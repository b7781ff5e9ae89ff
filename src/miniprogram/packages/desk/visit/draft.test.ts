import { draftAgain, draftOf, sentOf, type VisitDraft, visitProblems, wantsWith } from './draft';

const TODAY = '2026-11-21';
const draft: VisitDraft = {
  id: 'v',
  visited_on: TODAY,
  how: 'home',
  work: 'same',
  wants: ['job', 'training'],
  note: ' 想去县城 ',
  name: '',
  workers: '',
};
const resident = { kind: 'resident', person: 'p' } as const;
const workshop = { kind: 'workshop' } as const;

test('没选的一样一样说；没见到人的，不问活计和要求', () => {
  const empty = { ...draft, how: null, work: null, wants: [] };
  expect(Object.keys(visitProblems(resident, empty, TODAY))).toEqual(['how']);
  expect(Object.keys(visitProblems(resident, { ...empty, how: 'home' }, TODAY))).toEqual(['work', 'wants']);
  const unmet = { ...empty, how: 'not_met' } as const;
  expect(visitProblems(resident, unmet, TODAY)).toEqual({});
  expect(sentOf(resident, { ...draft, how: 'not_met' })).toMatchObject({
    content: { how: 'not_met', work: 'unknown', wants: [] },
  });
});

test('日期不在后头，也不太久以前', () => {
  expect(visitProblems(resident, { ...draft, visited_on: '2026-11-22' }, TODAY).visited_on).toMatch(
    '还没有到',
  );
  expect(visitProblems(resident, { ...draft, visited_on: '2026-09-20' }, TODAY)).toEqual({});
  expect(visitProblems(resident, { ...draft, visited_on: '2026-09-19' }, TODAY).visited_on).toMatch('62');
});

test('送出去的：名单里的人，或者扫的码，两样里的一样', () => {
  const content = { how: 'home', work: 'same', wants: ['job', 'training'], note: '想去县城' };
  expect(sentOf(resident, draft)).toEqual({
    id: 'v',
    kind: 'resident',
    person: 'p',
    visited_on: TODAY,
    content,
  });
  expect(sentOf({ kind: 'resident', code: 'eyJ' }, draft)).toEqual({
    id: 'v',
    kind: 'resident',
    code: 'eyJ',
    visited_on: TODAY,
    content,
  });
});

test('车间：名字要写，人数是整数，不填也行', () => {
  expect(Object.keys(visitProblems(workshop, { ...draft, workers: '十' }, TODAY))).toEqual([
    'name',
    'workers',
  ]);
  const named = { ...draft, name: ' 样例车间 ', note: '', workers: '１２' };
  expect(sentOf(workshop, named)).toEqual({
    id: 'v',
    kind: 'workshop',
    name: '样例车间',
    visited_on: TODAY,
    workers: 12,
  });
  expect(sentOf(workshop, { ...named, workers: '' })).not.toHaveProperty('workers');
});

test('“没有要求”和别的要求不能一起选', () => {
  expect(wantsWith(['job'], 'nothing', true)).toEqual(['nothing']);
  expect(wantsWith(['nothing'], 'job', true)).toEqual(['job']);
  expect(wantsWith(['job', 'health'], 'job', false)).toEqual(['health']);
});

test('手机上存的、没有收的，打开还是原来的样子；认不出的不信', () => {
  expect(draftAgain(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(draftOf(sentOf(resident, draft))).toEqual({ ...draft, note: '想去县城' });
  expect(draftAgain({ ...draft, how: 'flew', wants: ['moon', 'job'] })).toMatchObject({
    how: null,
    wants: ['job'],
  });
  expect([draftAgain(null), draftAgain({ id: 'v' }), draftAgain('x')]).toEqual([null, null, null]);
});
