/**
 * What a loan costs a month, and what finance pays of its interest. Money in fen, rates in hundredths of a percent a
 * year (350 = 3.5%). Whole numbers only: the same on every machine.
 */

/** `equal`: the same sum every month · `interest_first`: interest every month, the loan itself at the end */
export type Repayment = 'equal' | 'interest_first';

export interface LoanAsked {
  readonly fen: number;
  readonly months: number;
  readonly rate_bp: number;
  readonly repayment: Repayment;
}

export interface Month {
  readonly number: number;
  readonly pay: number;
  readonly interest: number;
  readonly principal: number;
  /** still owed after it */
  readonly left: number;
}

export interface LoanCost {
  readonly months: readonly Month[];
  /** of a usual month; the last one may differ by what rounding left */
  readonly monthly: number;
  readonly interest: number;
  readonly total: number;
}

const A_YEAR = 12 * 10_000;
export const MOST_MONTHS = 120;
export const MOST_FEN = 600_000_000;
export const MOST_BP = 2_400;

export type LoanProblem = { readonly at: 'fen' | 'months' | 'rate'; readonly message: string };

export function loanProblem({ fen, months, rate_bp }: LoanAsked): LoanProblem | null {
  if (!Number.isSafeInteger(fen) || fen < 100) return { at: 'fen', message: '请填要贷多少钱' };
  if (fen > MOST_FEN) return { at: 'fen', message: '这里最多算到600万元' };
  if (!Number.isSafeInteger(months) || months < 1) return { at: 'months', message: '请填几个月还清' };
  if (months > MOST_MONTHS) return { at: 'months', message: `这里最多算${MOST_MONTHS}个月` };
  if (!Number.isSafeInteger(rate_bp) || rate_bp < 0)
    return { at: 'rate', message: '请填年利率，比如3.5；不知道问银行' };
  return rate_bp > MOST_BP ? { at: 'rate', message: '年利率高过24%，请再看一遍，不要碰高利贷' } : null;
}

/** The interest of one month, rounded to the fen. */
export const interestOf = (left: number, rate_bp: number): number => Math.round((left * rate_bp) / A_YEAR);

/** Month by month. @param asked checked by `loanProblem` */
export function loanCost({ fen, months, rate_bp, repayment }: LoanAsked): LoanCost {
  const monthly = repayment === 'equal' ? equalPay(fen, months, rate_bp) : interestOf(fen, rate_bp);
  const rows: Month[] = [];
  let left = fen;
  for (let number = 1; number <= months; number++) {
    const interest = interestOf(left, rate_bp);
    const last = number === months;
    const principal = last ? left : repayment === 'equal' ? Math.min(left, monthly - interest) : 0;
    left -= principal;
    rows.push({ number, pay: principal + interest, interest, principal, left });
  }
  const interest = rows.reduce((sum, row) => sum + row.interest, 0);
  return { months: rows, monthly, interest, total: fen + interest };
}

/** The least sum that, paid every month, leaves nothing after the last. */
function equalPay(fen: number, months: number, rate_bp: number): number {
  let low = Math.ceil(fen / months);
  let high = fen + interestOf(fen, rate_bp);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (owedAfter(fen, months, rate_bp, middle) <= 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function owedAfter(fen: number, months: number, rate_bp: number, pay: number): number {
  let left = fen;
  for (let number = 0; number < months && left > 0; number++) left += interestOf(left, rate_bp) - pay;
  return left;
}

/** The part of the interest that finance pays: never more than its share. */
export const subsidyOf = (interest: number, percent: number): number =>
  Math.floor((interest * percent) / 100);

/** What the rate comes to for the borrower, in hundredths of a percent; halves stay. */
export const netRate = (rate_bp: number, percent: number): number => (rate_bp * (100 - percent)) / 100;

/** 3.5 → 350; null when it is no rate. Full-width digits and a percent sign are understood. */
export function rateOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '').replace('。', '.');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(plain)) return null;
  const [whole = '0', part = ''] = plain.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** 350 → 3.5% */
export const rateText = (bp: number): string => `${Number((bp / 100).toFixed(3))}%`;
