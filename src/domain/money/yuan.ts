/** Money is kept in fen and read in yuan: three ways of writing it, each where people know it so. */

/** 500 · 500.50 */
export const yuan = (fen: number): string => (fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2));

/** 500 元 · 500.50 元 */
export const yuanText = (fen: number): string => `${yuan(fen)} 元`;

/** 4500, 3.5, 0.05: never with noughts behind the point */
export const shortYuan = (fen: number): string => `${Math.round(fen) / 100}`;

/** 330000 → 3,300 · 165517 → 1,655.17 */
export function groupedYuan(fen: number): string {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = Math.abs(fen) % 100;
  return `${fen < 0 ? '-' : ''}${whole}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}
