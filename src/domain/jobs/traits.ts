/**
 * What a posting is asked for by yes or no, as bits of one number: so it stands in the index that near-by searches read.
 * The column is reckoned by the database (store/schema/jobs.ts) in the same order; what is new goes to the end.
 */
import { keysOf, SHIFTS, type Shift, SKILLS, type Skill } from './kinds';

export const SWITCHES = ['board', 'lodging', 'childcare_hours', 'elders', 'light'] as const;
export type Switch = (typeof SWITCHES)[number];

const SHIFT_NAMES = keysOf(SHIFTS);
const SKILL_NAMES = keysOf(SKILLS);
const bit = (place: number) => 2 ** place;
const sum = (bits: readonly number[]) => [...new Set(bits)].reduce((all, one) => all + one, 0);

export const switchBit = (name: Switch): number => bit(SWITCHES.indexOf(name));
const shiftBit = (shift: Shift) => bit(SWITCHES.length + SHIFT_NAMES.indexOf(shift));
const skillBit = (skill: Skill) => bit(SWITCHES.length + SHIFT_NAMES.length + SKILL_NAMES.indexOf(skill));

/** All of these. */
export const switchBits = (names: readonly Switch[]): number => sum(names.map(switchBit));
/** One of these; 0: none asked for. */
export const shiftBits = (shifts: readonly Shift[]): number => sum(shifts.map(shiftBit));
export const skillBits = (skills: readonly Skill[]): number => sum(skills.map(skillBit));

/** The column in SQL, over the columns of the row. */
export const TRAITS_SQL = [
  ...['board', 'lodging'].map((name, at) => `case when ${name} = 'free' then ${bit(at)} else 0 end`),
  ...['childcare_hours', 'elders', 'light'].map(
    (name, at) => `case when ${name} then ${bit(at + 2)} else 0 end`,
  ),
  ...SHIFT_NAMES.map((name) => `case when shift = '${name}' then ${shiftBit(name)} else 0 end`),
  ...SKILL_NAMES.map((name) => `case when '${name}' = any(skills) then ${skillBit(name)} else 0 end`),
].join(' + ');
