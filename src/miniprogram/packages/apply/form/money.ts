/** What a person types for a sum of money, and the fen it means. */

/** `1,200.5` or `１２００．５` → 120050; null when it is no sum of at most two decimals */
export function fenOf(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s元]/g, '')
    .replace(/。/g, '.');
  const found = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!found) return null;
  const [, yuan = '', cents = ''] = found;
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

/** 120050 → 1200.50 */
export const typedOf = (fen: number): string => (fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2));
