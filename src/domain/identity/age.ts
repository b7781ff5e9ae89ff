import { dayNumber, wholeMonths } from '../calendar/days';

/** Consent of a guardian is needed below this age (个人信息保护法 31). */
const GUARDIAN_AGE = 14;
/** 民法典 17: eighteen and over is of full age. */
const FULL_AGE = 18;

/**
 * Whole years (周岁) on a day, both `YYYY-MM-DD`: one more on the birthday, 29 February's on the 28th of other years.
 * 0 before the birth. @throws RangeError for an impossible date
 */
export const ageOn = (birthDate: string, day: string): number =>
  Math.floor(wholeMonths(dayNumber(birthDate), dayNumber(day)) / 12);

export const under14 = (birthDate: string, day: string): boolean => ageOn(birthDate, day) < GUARDIAN_AGE;

export const minor = (birthDate: string, day: string): boolean => ageOn(birthDate, day) < FULL_AGE;
