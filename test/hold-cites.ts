/** Citations of the hold rules as the law data writes them. */
import { HOLD_RULES } from '@/domain/jobs/hold-rules';
import { HOURS_WAY } from '@/domain/jobs/pay';
import { NO_DEMANDS } from '@/domain/jobs/standing';

const DIGITS = '零一二三四五六七八九';

/** 二十六 */
function numberOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words];
  return (tens === '' ? 1 : DIGITS.indexOf(tens as string)) * 10 + Math.max(0, DIGITS.indexOf(ones || '零'));
}

/** 就业促进法 26: what is no citation is left out. */
export const citesIn = (law: string): string[] => {
  let short = '';
  return [...law.matchAll(/([\u4e00-\u9fa5]*?(?:法|规定))?第([一二三四五六七八九十]+)条/g)].map(
    ([, named, article]) => {
      if (named) short = named;
      return `${short} ${numberOf(article as string)}`;
    },
  );
};

export const HELD_BY: readonly string[] = [
  ...HOLD_RULES.flatMap(({ law }) => citesIn(law)),
  ...citesIn(NO_DEMANDS.slice(NO_DEMANDS.indexOf('（'))),
  ...citesIn(HOURS_WAY.slice(HOURS_WAY.indexOf('（'))),
];
