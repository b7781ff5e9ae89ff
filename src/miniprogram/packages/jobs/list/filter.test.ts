import { EVERYTHING, filterOf, hidden, isEverything, kindsOf, sortIn, toggled } from './filter';

const asked = (over = {}, scope: 'near' | 'away' = 'near') =>
  filterOf({ ...EVERYTHING, ...over }, scope, '2026-11-22');

test('挑的条件照原样去问，没挑的一个也不说', () => {
  expect(asked()).toEqual({});
  expect(asked({ within: 3000, pay: 3000, board: true, childcare: true })).toEqual({
    within: 3000,
    pay_from: 300_000,
    board: true,
    childcare_hours: true,
  });
  expect(asked({ start: 'week', kinds: ['workshop'], skills: ['sewing'] }, 'away')).toEqual({
    kinds: ['workshop'],
    skills: ['sewing'],
    starts_by: '2026-11-29',
  });
});

test('看不见的条件要数出来；远近不算挑', () => {
  expect(hidden(EVERYTHING)).toBe(0);
  expect(hidden({ ...EVERYTHING, board: true, lodging: true, kinds: ['expert', 'brand'], pay: 3000 })).toBe(
    4,
  );
  expect(isEverything({ ...EVERYTHING, within: 3000 })).toBe(true);
  expect(isEverything({ ...EVERYTHING, light: true })).toBe(false);
});

test('地址里的种类认得才要；外出的活没有远近', () => {
  expect(kindsOf('workshop,none,brand')).toEqual(['workshop', 'brand']);
  expect(kindsOf(undefined)).toEqual([]);
  expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
  expect(sortIn('away', 'near')).toBe('new');
  expect(sortIn('near', 'near')).toBe('near');
});
