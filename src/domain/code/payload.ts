/**
 * What stands in a personal code (就业帮扶码). One letter a field, because every byte makes the picture finer and harder
 * to scan. Never a name, a number, or anything that says who it is without asking the server.
 */
export interface CodePayload {
  /** random reference, 16 bytes in base64url: the server alone knows whose */
  readonly r: string;
  /** belongs to the target group of the assistance: 1 yes, 0 no */
  readonly t: 0 | 1;
  /** county of the ledger, 6 digits (GB/T 2260) */
  readonly c: string;
  /** issued at, seconds since 1970 */
  readonly i: number;
  /** the first second at which it is no longer valid: the midnight in China that ends its day, seconds since 1970 */
  readonly e: number;
}

const REFERENCE = /^[\w-]{22}$/;
const COUNTY = /^[1-9]\d{5}$/;
const DAY = 86_400;
/** China is eight hours ahead of UTC all year. */
const CHINA = 8 * 3600;

/** The midnight in China that ends the day in which `seconds` lies. */
export const endOfDayInChina = (seconds: number): number =>
  (Math.floor((seconds + CHINA) / DAY) + 1) * DAY - CHINA;

export interface CodeContent {
  /** 16 random bytes, base64url */
  readonly reference: string;
  readonly targetGroup: boolean;
  readonly county: string;
  /** seconds since 1970; fractions are dropped */
  readonly now: number;
}

/** @throws RangeError for a reference or county of the wrong shape */
export function payloadOf({ reference, targetGroup, county, now }: CodeContent): CodePayload {
  const issued = Math.floor(now);
  const payload: CodePayload = {
    r: reference,
    t: targetGroup ? 1 : 0,
    c: county,
    i: issued,
    e: endOfDayInChina(issued),
  };
  if (!isCodePayload(payload)) throw new RangeError('not a reference of 16 bytes, a county code or a time');
  return payload;
}

/** Exactly these five fields, and valid for no longer than the day it was made on. */
export function isCodePayload(value: unknown): value is CodePayload {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 5) return false;
  const { r, t, c, i, e } = value as Record<keyof CodePayload, unknown>;
  return (
    typeof r === 'string' &&
    REFERENCE.test(r) &&
    (t === 0 || t === 1) &&
    typeof c === 'string' &&
    COUNTY.test(c) &&
    Number.isSafeInteger(i) &&
    (i as number) > 0 &&
    e === endOfDayInChina(i as number)
  );
}
