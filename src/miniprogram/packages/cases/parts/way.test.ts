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
    '已受理 11月17日',
    '审核中 现在',
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
