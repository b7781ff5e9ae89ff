import fc from 'fast-check';
import {
  interestOf,
  type LoanAsked,
  loanCost,
  loanProblem,
  netRate,
  rateOf,
  rateText,
  subsidyOf,
} from './loan';

const asked: fc.Arbitrary<LoanAsked> = fc.record({
  fen: fc.integer({ min: 100, max: 600_000_000 }),
  months: fc.integer({ min: 1, max: 120 }),
  rate_bp: fc.integer({ min: 0, max: 2400 }),
  repayment: fc.constantFrom('equal' as const, 'interest_first' as const),
});

test('每个月的本金加起来正好是借的钱，最后一个月还清', () => {
  fc.assert(
    fc.property(asked, (loan) => {
      const { months, interest, total } = loanCost(loan);
      expect(months).toHaveLength(loan.months);
      expect(months.at(-1)?.left).toBe(0);
      expect(months.reduce((sum, { principal }) => sum + principal, 0)).toBe(loan.fen);
      expect(months.reduce((sum, { pay }) => sum + pay, 0)).toBe(total);
      expect(total).toBe(loan.fen + interest);
      for (const { pay, principal, interest: of, left } of months) {
        expect([pay, principal, of, left].every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
      }
    }),
  );
});

test('等额的每月一样多，少还一分就还不清；利息按剩下的算', () => {
  fc.assert(
    fc.property(
      asked.filter(({ repayment, months }) => repayment === 'equal' && months > 1),
      (loan) => {
        const { months, monthly } = loanCost(loan);
        let left = loan.fen;
        for (const month of months) {
          expect(month.interest).toBe(interestOf(left, loan.rate_bp));
          left = month.left;
          expect(month.pay).toBeLessThanOrEqual(monthly);
        }
        // a fen less every month, and something is left at the end
        let owed = loan.fen;
        for (let n = 0; n < loan.months && owed > 0; n++)
          owed += interestOf(owed, loan.rate_bp) - (monthly - 1);
        expect(owed).toBeGreaterThan(0);
      },
    ),
  );
});

test('利率高一点，利息不会少；贴息不超过它的那一份', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 1, max: 100 }), (loan, percent) => {
      const { interest } = loanCost(loan);
      const dearer = loanCost({ ...loan, rate_bp: loan.rate_bp + 100 });
      // of a loan of a few yuan the rounding to whole fen, once a month, weighs more than one per cent
      expect(dearer.interest).toBeGreaterThanOrEqual(interest - loan.months);
      const paid = subsidyOf(interest, percent);
      expect(paid * 100).toBeLessThanOrEqual(interest * percent);
      expect((paid + 1) * 100).toBeGreaterThan(interest * percent);
    }),
  );
});

// by hand: 100 000 yuan over 3 years at 3.5%; the formula gives 2930.2080 a month
test('十万元三年，年利率3.5%', () => {
  const loan = { fen: 10_000_000, months: 36, rate_bp: 350, repayment: 'equal' as const };
  const { monthly, interest } = loanCost(loan);
  expect(monthly).toBe(293_021);
  expect(Math.abs(interest - 548_749)).toBeLessThan(40);
  const later = loanCost({ ...loan, repayment: 'interest_first' });
  // 10 000 000 × 350 ÷ 120 000 = 29 166.67, rounded each month
  expect(later.monthly).toBe(29_167);
  expect(later.interest).toBe(29_167 * 36);
  expect(later.months.at(-1)?.pay).toBe(10_000_000 + 29_167);
  expect(subsidyOf(later.interest, 50)).toBe(525_006);
});

test.each([
  ['3.5', 350],
  ['３．５％', 350],
  ['3.45%', 345],
  ['4', 400],
  ['', null],
  ['三点五', null],
  ['3.456', null],
  ['-1', null],
  ['350', null],
])('年利率写成 %s', (text, bp) => expect(rateOf(text)).toBe(bp));

test.each([
  [{ fen: 0 }, 'fen'],
  [{ fen: Number.NaN }, 'fen'],
  [{ fen: 600_000_001 }, 'fen'],
  [{ months: 0 }, 'months'],
  [{ months: 1.5 }, 'months'],
  [{ months: 121 }, 'months'],
  [{ rate_bp: -1 }, 'rate'],
  [{ rate_bp: 2401 }, 'rate'],
])('填得不对：%o', (wrong, at) => {
  const loan = { fen: 100_000, months: 12, rate_bp: 350, repayment: 'equal' as const, ...wrong };
  expect(loanProblem(loan)?.at).toBe(at);
  expect(loanProblem({ fen: 100_000, months: 12, rate_bp: 0, repayment: 'equal' })).toBeNull();
});

test('自己承担的利率', () => {
  expect(netRate(350, 50)).toBe(175);
  expect(rateText(netRate(345, 50))).toBe('1.725%');
});
