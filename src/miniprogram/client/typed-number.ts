/** What a person types for a number with at most two decimals, in hundredths: yuan → fen. */

/** `1,200.5` or `１２００．５` → 120050; null when it is no such number */
export function hundredthsOf(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s元]/g, '')
    .replace(/。/g, '.');
  const found = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!found) return null;
  const [, whole = '', rest = ''] = found;
  return Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}

/** 120050 → 1200.50, 120000 → 1200 */
export const typedOf = (hundredths: number): string =>
  hundredths % 100 === 0 ? `${hundredths / 100}` : (hundredths / 100).toFixed(2);
