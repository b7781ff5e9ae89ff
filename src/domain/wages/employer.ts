/** The same employer under slightly different spellings, for telling an officer that cases may belong together. */

const FORMS = /(股份有限责任公司|股份有限公司|有限责任公司|有限公司|分公司|总公司|公司)$/u;
const NOISE = /[\s·•・‧.．,，。、（）()《》〈〉“”"'‘’【】[\]-]/gu;

/** 重庆样例建筑（集团）有限公司 · 重庆样例建筑集团有限责任公司; null where nothing is left to compare. */
export function employerKey(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const bare = name.normalize('NFKC').replace(NOISE, '').toLowerCase();
  const key = bare.replace(FORMS, '');
  return [...key].length < 2 ? null : key;
}

/** Stretches of months that meet; one that is not known meets any. */
export const monthsMeet = (
  a: { readonly from: string | null; readonly to: string | null },
  b: { readonly from: string | null; readonly to: string | null },
): boolean => (a.from ?? '0000') <= (b.to ?? '9999') && (b.from ?? '0000') <= (a.to ?? '9999');
