import { addMonths, dayNumber } from '@/domain/calendar/days';
import {
  type Amount,
  type Benefit,
  type ClauseOutcome,
  type Comparison,
  type Decision,
  type Distance,
  FACTS,
  type FactId,
  type Facts,
  onlyDistance,
  type PaidTo,
  type PolicyDocumentMeta,
  type Region,
} from '@/domain/eligibility';
import { yuanText } from '@/domain/money/yuan';
import { dateText, dateTextWithWeekday } from '@/ui/date-text';
import { noText } from './decision-status';
import { factText } from './fact-text';

/** Everything a page needs to speak about one benefit for one person on one day. */
export interface BenefitView {
  readonly region: Region;
  readonly benefit: Benefit;
  readonly decision: Decision;
  readonly document: PolicyDocumentMeta;
  readonly facts: Facts;
  readonly asOf: string;
}

/** 500 元 · 最低缴费档次标准的 100% · 不低于最低缴费档次标准的 70% */
export function amountText({ fen, percent, at_least }: Amount, basis = ''): string {
  const yuan = fen === null ? null : yuanText(fen);
  const share = percent === null ? null : `${basis ? `${basis}的 ` : ''}${percent}%`;
  return (at_least ? '不低于' : '') + (yuan ?? share ?? '');
}

export const paidToText = (to: PaidTo): string | null =>
  to === null
    ? null
    : { resident: '发给本人', employer: '发给用人单位，不发给你', provider: '发给机构，不发给你' }[to];

/** What is still lacking when one numeric condition alone has failed. */
export const distanceOfView = ({ decision, facts, asOf, document }: BenefitView): Distance | null =>
  onlyDistance(decision, facts, asOf, document);

/** One line under the title in a list. */
export function lineOf(view: BenefitView, titleOf: (id: string) => string): string {
  const { benefit, decision, document } = view;
  switch (decision.status) {
    case 'eligible':
    case 'in_scope':
      return benefit.plain;
    case 'needs_info':
      return missingText(decision.missing);
    case 'not_eligible':
      return whyNot(view, titleOf) ?? `${document.number}`;
  }
}

function missingText(missing: readonly FactId[]): string {
  const first = missing[0];
  if (first === undefined) return '';
  return missing.length === 1
    ? `还缺 1 项：${FACTS[first].label}`
    : `还缺 ${missing.length} 项：${FACTS[first].label}等`;
}

function whyNot(view: BenefitView, titleOf: (id: string) => string): string | null {
  const { benefit, decision, document } = view;
  switch (decision.reason) {
    case 'jurisdiction':
      return `这份文件只管${document.jurisdiction.text}`;
    case 'expired':
      return `已于${dateText(document.effective.to ?? '')}到期`;
    case 'not_yet_in_force':
      return `${dateText(document.effective.from)}才开始`;
    case 'window_closed':
      return benefit.window?.to ? `只执行到${dateText(benefit.window.to)}` : '现在不在执行期内';
    case 'superseded':
      return `你已符合“${titleOf(benefit.superseded_by ?? '')}”，不用再看这一项`;
    default: {
      const distance = distanceOfView(view);
      if (distance?.days != null && !distance.too_late) return `还差 ${distance.days} 天`;
      const failed = decision.clauses.find(({ state }) => state === 'failed');
      return noText(view.benefit, view.decision) ?? (failed ? `差在：${failed.text}` : null);
    }
  }
}

/** What a condition was compared with: 要满 3 个月，你 2 个月零 8 天. */
export function comparedText(outcome: ClauseOutcome, view: BenefitView): string {
  const [only] = outcome.compared;
  if (outcome.compared.length === 1 && only) return leafText(only, view);
  const known = outcome.compared.filter(({ value }) => value !== null);
  const speaking = outcome.state === 'met' ? known.filter(({ state }) => state === 'met') : known;
  if (outcome.state === 'unknown') {
    const open = outcome.compared
      .filter(({ state }) => state === 'unknown')
      .map(({ fact }) => FACTS[fact].label);
    return `还不知道：${[...new Set(open)].join('、')}`;
  }
  return [...new Set(speaking.map((leaf) => `${FACTS[leaf.fact].label}：${leafText(leaf, view, '')}`))].join(
    '；',
  );
}

function leafText(leaf: Comparison, { facts, asOf, region }: BenefitView, you = '你'): string {
  const { fact, value, op, target } = leaf;
  if (value === null) return '还不知道';
  if (fact === 'stable_months' && typeof target === 'number') {
    return `要满 ${target} 个月，${you && `${you} `}${workedText(facts, asOf) ?? `${value} 个月`}`;
  }
  const own = `${you && (typeof value === 'number' ? `${you} ` : `${you}：`)}${factText(fact, value, region)}`;
  if (typeof target !== 'number') return own;
  const limit =
    { gte: '至少', gt: '多于', lte: '不超过', lt: '少于' }[op as 'gte' | 'gt' | 'lte' | 'lt'] ?? '';
  return `${limit} ${factText(fact, target, region)}，${own}`;
}

/** 2 个月零 8 天, counted from the day the work began. */
export function workedText(facts: Facts, asOf: string): string | null {
  const since = facts.stable_since;
  if (typeof since !== 'string' || since > asOf) return null;
  const [from, to] = [dayNumber(since), dayNumber(asOf)];
  let months = 0;
  while (addMonths(from, months + 1) <= to) months++;
  const days = to - addMonths(from, months);
  return days === 0 ? `${months} 个月` : `${months} 个月零 ${days} 天`;
}

/** The answer first: a headline and one line. */
export function headline(
  view: BenefitView,
  regionName: string,
  titleOf: (id: string) => string,
): { title: string; line: string } {
  const { benefit, decision, document } = view;
  const { plain, kind } = benefit;
  switch (decision.status) {
    case 'eligible':
      if (decision.amount) return { title: amountText(decision.amount, benefit.amount?.basis), line: plain };
      return { title: kind === 'duty' ? '这条规定适用于你' : '你符合这一项', line: plain };
    case 'in_scope':
      return {
        title:
          benefit.paid_to === 'resident' || benefit.paid_to === null ? '你在范围内' : '你这种情况在范围内',
        line: `${plain}先问清楚再去办。`,
      };
    case 'needs_info':
      return { title: `还缺 ${decision.missing.length} 个回答`, line: plain };
    case 'not_eligible':
      return noHeadline(view, regionName, document, titleOf);
  }
}

function noHeadline(
  view: BenefitView,
  regionName: string,
  document: PolicyDocumentMeta,
  titleOf: (id: string) => string,
): { title: string; line: string } {
  const { benefit, decision } = view;
  const { from, to } = document.effective;
  switch (decision.reason) {
    case 'jurisdiction':
      return {
        title: `你家的名单不在${regionName}`,
        line: `这份文件只管${document.jurisdiction.text}。可以问你家名单所在的区县，或打 12333。`,
      };
    case 'expired':
      return { title: `已于${dateText(to ?? '')}到期`, line: '可以看，不能再申领。没有收录新文件。' };
    case 'not_yet_in_force':
      return { title: '还没有开始', line: `${dateTextWithWeekday(from)}起才有这项规定。` };
    case 'window_closed':
      return {
        title: '这一项已经停了',
        line: benefit.window?.to ? `只执行到${dateText(benefit.window.to)}。` : '现在不在执行期内。',
      };
    case 'superseded':
      return {
        title: '不用再看这一项',
        line: `你已符合“${titleOf(benefit.superseded_by ?? '')}”，比这一项多，两项不加在一起。`,
      };
    default:
      return conditionHeadline(view);
  }
}

function conditionHeadline(view: BenefitView): { title: string; line: string } {
  const distance = distanceOfView(view);
  if (distance?.too_late) {
    return {
      title: '文件到期前满不了',
      line: `要到${dateText(distance.on ?? '')}才够，文件只执行到${dateText(view.document.effective.to ?? '')}。`,
    };
  }
  if (distance?.days != null && distance.on !== null) {
    const doing = distance.fact === 'stable_months' ? `再稳定就业 ${distance.days} 天，` : '';
    return {
      title: `还差 ${distance.days} 天`,
      line: `${doing}${dateTextWithWeekday(distance.on)}起就能申领。`,
    };
  }
  const warning = view.benefit.kind === 'duty' ? noText(view.benefit, view.decision) : null;
  if (warning !== null) return { title: '可能不合规定', line: warning };
  const count = view.decision.clauses.filter(({ state }) => state === 'failed').length;
  return {
    title: '暂不符合',
    line: noText(view.benefit, view.decision) ?? `差在下面 ${count} 条。情况变了，改一下回答就会重新算。`,
  };
}
