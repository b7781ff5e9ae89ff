import { keysOf, SHIFTS, SKILLS } from './kinds';
import { SWITCHES, shiftBits, skillBits, switchBits, TRAITS_SQL } from './traits';

test('每一样有自己的一位，够一个整数；列里写的和问的是同一位', () => {
  const bits = [
    ...SWITCHES.map((name) => switchBits([name])),
    ...keysOf(SHIFTS).map((name) => shiftBits([name])),
    ...keysOf(SKILLS).map((name) => skillBits([name])),
  ];
  expect(new Set(bits).size).toBe(bits.length);
  expect(Math.max(...bits)).toBeLessThan(2 ** 31);
  expect(switchBits(['board', 'board'])).toBe(1);
  for (const name of keysOf(SKILLS))
    expect(TRAITS_SQL).toContain(`'${name}' = any(skills) then ${skillBits([name])} `);
  for (const name of keysOf(SHIFTS))
    expect(TRAITS_SQL).toContain(`shift = '${name}' then ${shiftBits([name])} `);
});

// the column is in the database: another order there would find another thing
test('加了新的技能、班次，要跟着改库里的列', () => {
  expect(skillBits(['guard'])).toBe(16_777_216);
  expect([keysOf(SHIFTS).length, keysOf(SKILLS).length]).toEqual([4, 16]);
});
