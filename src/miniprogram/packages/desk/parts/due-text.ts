import { dayWords } from '@/client/case-words';
import type { CaseLine } from '@/contract/cases';
import { dayNumber } from '@/domain/calendar/days';
import type { Tone } from '@/ui';
import { monthDayText } from '@/ui/date-text';

type Due = NonNullable<CaseLine['due']>;
type Dated = Pick<CaseLine, 'due' | 'late'>;

/** Days of the calendar from one day to another: the phone has no calendar of working days. */
const daysTo = (today: string, day: string): number => dayNumber(day) - dayNumber(today);

const WHAT: Record<Due['of'], string> = {
  accept: '决定是否受理',
  decide: '作出决定',
  pay: '发放',
  countersign: '复核',
  supplement: '等申请人补材料',
};

export interface DueText {
  readonly text: string;
  readonly tone: Tone;
}

/** In a line of the queue: 9月24日前 · 剩 2 天. @param today `YYYY-MM-DD` */
export function dueLine({ due, late }: Dated, today: string): DueText {
  if (due === null) return { text: '', tone: 'none' };
  if (due.on === null) return { text: undated(due), tone: 'none' };
  const left = daysTo(today, due.on);
  const by = monthDayText(due.on);
  if (due.of === 'supplement')
    return { text: left < 0 ? `补材料的日期 ${by}已过` : `${by}前补材料`, tone: 'none' };
  if (late || left < 0) return { text: `应在 ${by}前`, tone: 'no' };
  if (left === 0) return { text: `${by}，今天`, tone: 'ask' };
  return { text: `${by}前 · 剩 ${left} 天`, tone: left <= 2 ? 'doing' : 'none' };
}

const undated = ({ missing }: Due): string =>
  missing === undefined ? '没有规定期限' : `${missing}年放假安排还没公布`;

/** 逾期 n 天; null when it is not late. */
export const lateText = ({ due, late }: Dated, today: string): string | null =>
  late && due?.on ? `逾期 ${Math.max(1, -daysTo(today, due.on))} 天` : null;

export const isDueToday = ({ due }: Dated, today: string): boolean =>
  due !== null && due.on === today && due.of !== 'supplement';

/** Over a case: what has to be done by when. */
export function dueSentence({ due, late }: Dated, today: string): DueText | null {
  if (due === null) return null;
  const what = WHAT[due.of];
  if (due.on === null) return { text: `${what}：${undated(due)}`, tone: 'none' };
  const left = daysTo(today, due.on);
  const by = dayWords(due.on, today);
  if (due.of === 'supplement') {
    const rest = left < 0 ? '日期已过，补来了照样收' : left === 0 ? '就是今天' : `还有 ${left} 天`;
    return { text: `${what}，到${by}，${rest}`, tone: 'ask' };
  }
  if (late) return { text: `应当在${by}前${what}，已经逾期 ${Math.max(1, -left)} 天`, tone: 'no' };
  if (left === 0) return { text: `应当在今天（${monthDayText(due.on)}）${what}`, tone: 'ask' };
  return { text: `应当在${by}前${what}，还剩 ${left} 天`, tone: 'doing' };
}
