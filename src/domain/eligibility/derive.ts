import { addMonths, dayNumber, dayOf, isoOf, partsOf, wholeMonths } from '../calendar/days';
import type { FactId, Facts, FactValue } from './facts';
import type { IsoDate } from './types';

type Mutable = { -readonly [K in keyof Facts]: Facts[K] };

/** Codes that are places abroad or outside the two documents' idea of a province: 台湾, 香港, 澳门. */
const NOT_ADDRESSED = new Set(['71', '81', '82']);
/** A code ending in 00 names a province or a prefecture, not a county. */
const isCounty = (code: string) => !code.endsWith('00');

/**
 * Facts with everything that follows from them on that day. A value given directly always wins;
 * nothing is derived from an unknown.
 */
export function derive(facts: Facts, asOf: IsoDate): Facts {
  const out: Mutable = { ...facts };
  const known = (id: FactId): FactValue | null => out[id] ?? null;
  const set = (id: FactId, value: FactValue | null) => {
    if (known(id) === null && value !== null) out[id] = value;
  };
  const day = dayNumber(asOf);

  const since = known('stable_since');
  if (since !== null) set('stable_months', wholeMonths(dayNumber(String(since)), day));

  const paidOn = known('transport_last_paid_on');
  if (paidOn !== null) {
    const paid = dayNumber(String(paidOn));
    set('transport_paid_this_year', partsOf(paid)[0] === partsOf(day)[0]);
    set('transport_paid_within_12_months', paid <= day && day < addMonths(paid, 12));
  }

  const home = known('home_county');
  const work = known('work_county');
  if (home !== null && work !== null) set('work_region', workRegion(String(home), String(work)));

  const eliminated = known('eliminated_on');
  if (eliminated !== null) set('elimination_semester', semesterOf(dayNumber(String(eliminated))));

  const born = known('birth_date');
  if (born !== null) set('age', Math.floor(wholeMonths(dayNumber(String(born)), day) / 12));
  return out;
}

/** Same six digits, same first two digits, or another province; null where the codes do not tell. */
export function workRegion(home: string, work: string): string | null {
  if (NOT_ADDRESSED.has(work.slice(0, 2))) return null;
  if (home.slice(0, 2) !== work.slice(0, 2)) return 'other_province';
  if (!isCounty(home) || !isCounty(work)) return null;
  return home === work ? 'same_county' : 'other_county_same_province';
}

/**
 * February–July is the spring semester, September–January the autumn one (January belongs to the
 * autumn before). August belongs to no semester: null, the person is asked.
 */
export function semesterOf(day: number): string | null {
  const [year, month] = partsOf(day);
  if (month === 8) return null;
  if (month === 1) return `${year - 1}A`;
  return month < 8 ? `${year}S` : `${year}A`;
}

/**
 * The first day on which a derived number reaches `target`, if nothing else changes.
 * null when it does not follow from a date.
 */
export function reachedOn(fact: FactId, target: FactValue, facts: Facts, asOf: IsoDate): IsoDate | null {
  const since = facts.stable_since;
  if (fact === 'stable_months' && typeof target === 'number' && typeof since === 'string') {
    return isoOf(addMonths(dayNumber(since), target));
  }
  if (fact === 'transport_paid_this_year' && target === false) {
    return isoOf(dayOf(partsOf(dayNumber(asOf))[0] + 1, 1, 1));
  }
  return null;
}
