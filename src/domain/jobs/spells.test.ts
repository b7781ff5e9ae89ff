import { asLongAs, saidByStart, wrongIn } from './spells';

test('台账里出去得更早：换了单位，时间接着算，不去更正', () => {
  const said = saidByStart({ form: 'unit', where: 'other_province', on: '2026-11-20' }, {});
  const register = (since: string, region: string) => [
    { fact: 'employed' as const, value: true },
    { fact: 'work_region' as const, value: region },
    { fact: 'stable_since' as const, value: since },
  ];
  const kept = asLongAs(said, register('2026-09-20', 'other_province'));
  expect(kept.stable_since).toBeNull();
  expect(wrongIn(kept, register('2026-09-20', 'other_province'), [])).toEqual([]);
  // later in the register, or of work at home: what is said now is otherwise
  expect(asLongAs(said, register('2026-11-21', 'other_province')).stable_since).toBe('2026-11-20');
  expect(asLongAs(said, register('2026-09-20', 'same_county')).stable_since).toBe('2026-11-20');
});
