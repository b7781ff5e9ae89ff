import { isOpen, STATE_NAMES } from '@/domain/cases';
import { wayOf } from './way';

const filed = { seq: 1, action: 'file' as const, day: '2026-11-16' };
const accepted = { seq: 2, action: 'accept' as const, day: '2026-11-17' };
const refused = { seq: 3, action: 'refuse' as const, day: '2026-11-20' };

test.each(STATE_NAMES)('%s：三个点都有话；没有办完的，结果还没到', (state) => {
  const points = wayOf({ state, filed_on: '2026-11-16', timeline: [filed, accepted] });
  expect(points).toHaveLength(3);
  for (const { word, when } of points) expect(word && when).toBeTruthy();
  const decided = !isOpen(state) || state === 'approved';
  expect(points[2].when === '还没到').toBe(!decided);
});

test('受理的日子、现在在哪、结果的日子', () => {
  const line = { filed_on: '2026-11-16', timeline: [refused, accepted, filed] };
  expect(wayOf({ ...line, state: 'accepted' }).map(({ word, when }) => `${word} ${when}`)).toEqual([
    '收下了 11月17日',
    '在看材料 现在',
    '结果 还没到',
  ]);
  expect(wayOf({ ...line, state: 'refused' })[2]).toEqual({
    word: '不予办理',
    when: '11月20日',
    status: 'not_eligible',
  });
  expect(wayOf({ state: 'filed', filed_on: '2026-11-16', timeline: [filed] })[0]).toEqual({
    word: '已送达',
    when: '11月16日',
    status: 'doing',
  });
});

const said = (view: Parameters<typeof wayOf>[0]) => wayOf(view).map(({ word, when }) => `${word} ${when}`);

test('应聘：发给了单位，单位在看，单位答复', () => {
  const points = {
    sent: '发给单位了',
    middle: '单位答复',
    answered: '答复了',
    unanswered: '没有等到',
    result: '结果',
  };
  const of = { filed_on: '2026-11-16', words: { points } };
  expect(said({ ...of, state: 'filed', state_word: '等单位看', timeline: [filed] })).toEqual([
    '发给单位了 11月16日',
    '等单位看 现在',
    '结果 还没到',
  ]);
  // the day on which it was sent, and not the one on which it was looked at
  expect(said({ ...of, state: 'accepted', state_word: '单位看过了', timeline: [filed, accepted] })).toEqual([
    '发给单位了 11月16日',
    '单位看过了 现在',
    '结果 还没到',
  ]);
  expect(said({ ...of, state: 'refused', state_word: '这次没成', timeline: [filed, refused] })).toEqual([
    '发给单位了 11月16日',
    '单位答复 答复了',
    '这次没成 11月20日',
  ]);
  const taken = { ...refused, action: 'withdraw' as const };
  expect(said({ ...of, state: 'withdrawn', timeline: [filed, taken] })[1]).toBe('单位答复 没有等到');
});

test('讨薪：受理是法律的话，照样说；没有受理的不说', () => {
  const of = { filed_on: '2026-11-16', words: { points: { taken: '已受理', middle: '调查' } } };
  expect(said({ ...of, state: 'filed', timeline: [filed] })).toEqual([
    '已送达 11月16日',
    '调查 还没到',
    '结果 还没到',
  ]);
  expect(said({ ...of, state: 'accepted', state_word: '调查中', timeline: [filed, accepted] })).toEqual([
    '已受理 11月17日',
    '调查中 现在',
    '结果 还没到',
  ]);
});

test('事项有自己的叫法，还没收下的也照它的说', () => {
  const own = { state: 'filed', state_word: '等人看', filed_on: '2026-11-16', timeline: [filed] } as const;
  expect(wayOf(own)[0].word).toBe('等人看');
});
