import { EVERYTHING, filterOf, hidden } from './filter';

const place = { unit: '500242', region: '500000' };
const asked = (over = {}) => filterOf({ ...EVERYTHING, ...over }, place, '2026-11-22');

test('挑的条件照原样去问', () => {
  expect(asked()).toEqual({ place: '500242' });
  expect(asked({ wide: true, town: '样例镇' })).toEqual({ place: '500000' });
  expect(asked({ town: '样例镇', kind: 'internship', trade: 'care', free: true })).toEqual({
    place: '500242',
    town: '样例镇',
    kinds: ['internship'],
    trade: 'care',
    free: true,
  });
  expect(asked({ when: 'month' })).toEqual({ place: '500242', to: '2026-12-23' });
});

test('看不见的条件要数出来', () => {
  expect(hidden(EVERYTHING)).toBe(0);
  expect(hidden({ ...EVERYTHING, free: true, trade: 'care', wide: true })).toBe(2);
});
