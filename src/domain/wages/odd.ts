/** What looks odd is asked back; nothing is refused for it. */
import { groupedYuan } from '../money/yuan';
import { type Entry, hoursText, type Job, type Pay } from './diary';
import type { Owed } from './owed';
import { standing } from './sums';

/** A day's pay from here on, a month's up to there, an hour's from here on: fen at which one asks. */
const DAY_FROM = 200_000;
const MONTH_TO = 50_000;
const HOUR_FROM = 30_000;

/** The question to ask back, or null: a day's pay written down as a month's, or the other way round. */
export function payLooksOdd({ pay_kind, pay_rate }: Pay): string | null {
  if (pay_kind === null || pay_rate === null) return null;
  const rate = `${groupedYuan(pay_rate)}元`;
  if (pay_rate === 0) return '写的是0元，是没说好工钱吗？没说好就留空。';
  if (pay_kind === 'day' && pay_rate >= DAY_FROM) return `写的是一天${rate}。是一天的，还是一个月的？`;
  if (pay_kind === 'month' && pay_rate <= MONTH_TO) return `写的是一个月${rate}。是一个月的，还是一天的？`;
  if (pay_kind === 'hour' && pay_rate >= HOUR_FROM) return `写的是一小时${rate}。是一小时的，还是一天的？`;
  return null;
}

/** What contradicts itself about the job. */
export function jobLooksOdd(job: Job): readonly string[] {
  const { started_on, ended_on } = job;
  const pay = payLooksOdd(job);
  const turned =
    started_on !== null && ended_on !== null && ended_on < started_on
      ? `离开的日子（${ended_on}）比开始的日子（${started_on}）早，是不是写反了？`
      : null;
  return [pay, turned].filter((one) => one !== null);
}

const DAY = 24 * 60;

/** What contradicts itself about a new entry. @param others what stands on the same day */
export function entryLooksOdd(
  job: Job,
  entry: Entry,
  others: readonly Entry[],
  today: string,
): readonly string[] {
  const found: string[] = [];
  const { day, kind } = entry;
  if (kind === 'work' && job.started_on !== null && day < job.started_on)
    found.push(`这一天比开始干活的日子（${job.started_on}）还早，是不是日子选错了？`);
  if (kind === 'work' && job.ended_on !== null && day > job.ended_on)
    found.push(`这一天已经离开了（${job.ended_on}走的），是不是日子选错了？`);
  if (kind !== 'promise' && day > today) found.push('这一天还没到，是不是日子选错了？');
  const all = [...standing(others).filter(({ id }) => id !== entry.replaces), entry];
  const sum = (of: (one: Entry) => number | undefined) => all.reduce((n, one) => n + (of(one) ?? 0), 0);
  const minutes = sum((one) => (one.minutes ?? 0) + (one.overtime_minutes ?? 0));
  if (minutes > DAY) found.push(`这一天加起来有${hoursText(minutes)}小时，一天只有24小时，是不是多写了？`);
  const halves = sum((one) => one.halves);
  if (halves > 2) found.push(`这一天加起来记了${halves / 2}天的活，是不是记重了？`);
  return found;
}

export const owedLooksOdd = ({ over }: Owed): string | null =>
  over > 0
    ? `收到的比算出来该得的多 ${groupedYuan(over)}元。是工钱写少了，还是有的天没记，还是收到的里面有别的钱？`
    : null;
