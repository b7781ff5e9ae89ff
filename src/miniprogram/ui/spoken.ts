const DIGITS = '零一二三四五六七八九';
const SMALL = ['', '十', '百', '千'] as const;
const BIG = ['', '万', '亿'] as const;

/** 500 → 五百, 10500 → 一万零五百, 1.5 → 一点五. Whole numbers below 10¹². */
export function chineseNumber(text: string): string {
  const [whole = '0', fraction] = text.split('.');
  const tail = fraction ? `点${[...fraction].map((d) => DIGITS[Number(d)]).join('')}` : '';
  return integer(whole.replace(/^0+(?=\d)/, '')) + tail;
}

function integer(digits: string): string {
  if (digits === '0') return '零';
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let said = '';
  groups.forEach((group, i) => {
    const words = fourDigits(group);
    if (words === '') return;
    if (said !== '' && group.startsWith('0')) said += '零';
    said += words + (BIG[groups.length - 1 - i] ?? '');
  });
  return said.replace(/^一十/, '十');
}

function fourDigits(group: string): string {
  let said = '';
  let gap = false;
  [...group].forEach((digit, i) => {
    if (digit === '0') {
      gap = said !== '';
      return;
    }
    said += (gap ? '零' : '') + DIGITS[Number(digit)] + (SMALL[group.length - 1 - i] ?? '');
    gap = false;
  });
  return said;
}

/** A text as it should be read out: 500元 → 五百元, 70% → 百分之七十, 500元/人 → 每人五百元. */
export function spoken(text: string): string {
  return text
    .replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, y: string, m: string, d: string) => `${y}年${+m}月${+d}日`)
    .replace(
      /(\d+)年(\d+)月(\d+)日/g,
      (_, y: string, m: string, d: string) => `${digits(y)}年${chineseNumber(m)}月${chineseNumber(d)}日`,
    )
    .replace(/(\d+(?:\.\d+)?)\s*[%％]/g, (_, n: string) => `百分之${chineseNumber(n)}`)
    .replace(/(\d+(?:\.\d+)?)\s*元\s*\/\s*人/g, (_, n: string) => `每人${chineseNumber(n)}元`)
    .replace(/(\d+(?:\.\d+)?)\s*(元|万元)/g, (_, n: string, unit: string) => chineseNumber(n) + unit)
    .replace(/[〔〕（）“”·]/g, ' ')
    .replace(/123(33|48|45)/g, (all) => digits(all));
}

const digits = (text: string): string => [...text].map((d) => DIGITS[Number(d)]).join('');
