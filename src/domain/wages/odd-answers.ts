/** What contradicts itself in the answers of a wage form: asked back under the question, never refused. */
import { addMonths, isoOf, parseDay } from '../calendar/days';
import type { Answer, Answers } from '../cases';
import { ageOn, checkIdNumber } from '../identity';
import { PAY_KINDS, type PayKind } from './diary';
import { payLooksOdd } from './odd';

const text = (answer: Answer | undefined): string | null =>
  typeof answer === 'string' && answer !== '' ? answer : null;
const day = (answer: Answer | undefined): string | null => {
  const said = text(answer);
  return said !== null && parseDay(said) !== null ? said : null;
};
const monthOf = (iso: string): string => iso.slice(0, 7);

/** 不满16岁 */
const WORKING_AGE = 16;

type Ask = (answers: Answers, today: string) => string | null;

/** By the question under which it is asked back. */
const ASKS: Readonly<Record<string, Ask>> = {
  pay_rate: ({ pay_kind, pay_rate }) =>
    payLooksOdd({
      pay_kind: PAY_KINDS.includes(pay_kind as PayKind) ? (pay_kind as PayKind) : null,
      pay_rate: typeof pay_rate === 'number' ? pay_rate : null,
    }),
  left_on: ({ left_on }, today) => {
    const left = day(left_on);
    if (left === null) return null;
    const last = isoOf(addMonths(parseDay(left) ?? 0, 12));
    return last < today
      ? '离开已经满一年了。照样可以投诉、申请仲裁，不会因为过了就不收；但对方可能提出时效抗辩。这一年里要过钱、投诉过、对方答应过给的，从那天重新算，把凭据找出来。'
      : null;
  },
  started_on: ({ started_on, left_on, owed_from }) => {
    const [started, left, from] = [day(started_on), day(left_on), text(owed_from)];
    if (started !== null && left !== null && left < started)
      return `离开的日子（${left}）比开始的日子早，是不是写反了？`;
    if (started !== null && from !== null && from < monthOf(started))
      return `前面写的从${from}开始欠，比开始干活的日子还早，是不是哪一个写错了？`;
    return null;
  },
  owed_to: ({ owed_from, owed_to, left_on, still_working }) => {
    const [from, to, left] = [text(owed_from), text(owed_to), day(left_on)];
    if (from !== null && to !== null && to < from) return `比开始欠的月份（${from}）早，是不是写反了？`;
    if (still_working === false && to !== null && left !== null && to > monthOf(left))
      return `走了以后（${left}）的月份也写进去了，是不是写错了？`;
    return null;
  },
  id_number: ({ id_number }, today) => {
    const checked = checkIdNumber(text(id_number) ?? '', today);
    if (!checked.ok || ageOn(checked.birthDate, today) >= WORKING_AGE) return null;
    return '照这个号码，还不满16岁。不满16岁的不准招用，归劳动监察管，打12333，会保密。';
  },
};

/** The question to ask back under a question; null when nothing looks odd. @param today `YYYY-MM-DD` in China */
export const oddAnswer = (question: string, answers: Answers, today: string): string | null =>
  ASKS[question]?.(answers, today) ?? null;
