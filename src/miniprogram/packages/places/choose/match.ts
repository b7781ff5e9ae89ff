import type { UnitChoice } from '@/domain/eligibility/pack';

/** How well a place fits what was typed; 0 = best, null = not at all. */
export function rank(unit: UnitChoice, typed: string): number | null {
  const text = typed.replace(/\s/g, '').toLowerCase();
  if (text === '') return 0;
  const { name, short_name, pinyin, initials, code, note, province } = unit;
  if (name === text || short_name === text || initials === text || code === text) return 0;
  if (name.startsWith(text) || pinyin.startsWith(text)) return 1;
  if (initials.startsWith(text) || name.includes(text)) return 2;
  if (pinyin.includes(text) && text.length > 1) return 3;
  return note?.includes(text) || (province.startsWith(text) && text.length > 1) ? 4 : null;
}

/** The places that fit, the best first, by province in the order given. */
export function groups(
  units: readonly UnitChoice[],
  typed: string,
): readonly { province: string; units: readonly UnitChoice[] }[] {
  const fitting = units
    .map((unit, order) => ({ unit, order, rank: rank(unit, typed) }))
    .filter((row) => row.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.order - b.order)
    .map(({ unit }) => unit);
  const provinces = [...new Set(fitting.map(({ province }) => province))];
  return provinces.map((province) => ({
    province,
    units: fitting.filter((unit) => unit.province === province),
  }));
}
