import { groupedYuan } from '@/domain/money/yuan';

/** 50万 */
const wan = (fen: number): string => (fen % 1_000_000 === 0 ? `${fen / 1_000_000}万` : groupedYuan(fen));

export const copy = {
  title: '贷款算一算',
  head: '每月还多少，贴息贴多少',
  line: '只是帮您算，不是批准。批不批、批多少、利率多少，由经办机构和银行定，以合同为准。',
  fen: '想贷多少（元）',
  fenHint: '比如 100000',
  months: '几个月还清',
  monthsHint: '多长由银行定，比如 36',
  rate: '年利率（%）',
  rateHint: '问银行，比如 3.5',
  how: '怎么还',
  equal: { title: '每月还一样多', line: '等额本息' },
  interest_first: { title: '每月先还利息', line: '到期一次还本' },
  wrong: { fen: '写数字，比如 100000', months: '写整数，比如 36', rate: '写数字，比如 3.5' },
  monthly: '每月还',
  last: (fen: number) => `最后一个月还 ${groupedYuan(fen)} 元`,
  interest: (fen: number) => `一共付利息 ${groupedYuan(fen)} 元`,
  total: (fen: number) => `本金和利息一共 ${groupedYuan(fen)} 元`,
  sum: (fen: number) => `${groupedYuan(fen)} 元`,
  subsidy: '财政贴息（估算）',
  subsidyLine: (percent: number, interest: number, part: number) =>
    `利息 ${groupedYuan(interest)} 元 × ${percent}% = ${groupedYuan(part)} 元`,
  net: (fen: number) => `自己承担的利息大约 ${groupedYuan(fen)} 元`,
  none: '没有查到这里的贴息规定，算不出来。请打12333问。',
  arithmetic: '怎么算的',
  first: (left: number, rate: string, interest: number) =>
    `第1个月利息：${groupedYuan(left)} × ${rate} ÷ 12 = ${groupedYuan(interest)} 元`,
  equalWhy: (monthly: number, interest: number, principal: number) =>
    `每月还 ${groupedYuan(monthly)} 元，第1个月里 ${groupedYuan(interest)} 元是利息，${groupedYuan(principal)} 元是本金；本金少了，下个月利息就少`,
  laterWhy: (fen: number) => `每月只付利息，最后一个月连本金 ${groupedYuan(fen)} 元一起还`,
  roundWhy: '每个月的利息四舍五入到分，最后一个月补齐零头',
  table: '一个月一个月看',
  row: (n: number, pay: number, interest: number, principal: number, left: number) =>
    `第${n}个月：还 ${groupedYuan(pay)} 元（利息 ${groupedYuan(interest)}，本金 ${groupedYuan(principal)}），还欠 ${groupedYuan(left)} 元`,
  rule: (as: string) => `${as}怎么写的`,
  source: (source: string) => `出处：${source}。不是本年这份文件写的，会变，以经办机构为准。`,
  limits: (person: number, partner: number, partners: number, firm: number) =>
    `最高：个人 ${wan(person)}元；合伙每人 ${wan(partner)}元，一共最高 ${wan(partners)}元；小微企业 ${wan(firm)}元`,
  rateRule: (over: string) => `利率：不超过LPR加${over}个百分点。LPR每月公布，问银行`,
  share: (percent: number, net: string) => `贴息：财政按实际利率的${percent}%贴，自己承担的不超过${net}`,
  aboveAll: '超过了这份规定写的最高数，请先问经办机构',
  abovePerson: '超过了个人的最高数；合伙、小微企业另有规定',
  aboveNet: (net: string, most: string) =>
    `按这个利率，自己承担${net}，比规定写的${most}高。请先问清这笔贷款是不是创业担保贷款`,
  cite: (number: string, item: string) => `原文提到这项贷款：${number}${item}`,
  citeLine: '只写了有，没有写最高多少、贴多少',
  ask: '问经办机构',
} as const;
