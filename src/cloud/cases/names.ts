/** Names for codes and people, as the desk and the resident read them. */
import { PROVINCES } from '@/domain/geo/provinces';
import type { PolicyBook } from '../policy-book/book';

/** 酉阳土家族苗族自治县 · 广东省 for a county that has no pack here */
export function countyName(book: PolicyBook, code: string): string {
  for (const { region } of book.regions) {
    if (region.id === code) return region.name;
    const unit = region.units.find((one) => one.code === code || one.aliases?.includes(code));
    if (unit) return unit.name;
  }
  return PROVINCES.find((province) => province.code.slice(0, 2) === code.slice(0, 2))?.name ?? code;
}
