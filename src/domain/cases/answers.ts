/** Is an answer possible: checked on the phone before the next question, and again where the case is filed. */

import { dayNumber, parseDay } from '../calendar/days';
import { type Facts, type FactValue, isFactId } from '../eligibility';
import { checkCreditCode, checkIdNumber, checkPhoneNumber } from '../identity';
import { shortYuan } from '../money/yuan';
import type { Answer, Answers, Service, ServiceQuestion } from './service';
import { askedEvidence, askedQuestions, isInRegister, type Known } from './when';

/** Nothing typed into one field is longer. */
const LONGEST = { text: 60, name: 40, long_text: 500, list: 10 } as const;

/**
 * @param today `YYYY-MM-DD` in China
 * @returns what is wrong, in words for the person; null when the answer can stand
 */
export function answerProblem(
  question: ServiceQuestion,
  answer: Answer | undefined,
  today: string,
): string | null {
  if (answer === undefined || answer === '') return question.optional ? null : '这一题还没有回答';
  if (answer === null) return question.unsure || question.optional ? null : '这一题要有回答，才能往下办';
  switch (question.kind) {
    case 'yes_no':
      return typeof answer === 'boolean' ? null : '请选“是”或者“不是”';
    case 'choice':
      return isOption(question, answer) ? null : '请在给出的里面选一个';
    case 'many':
      return Array.isArray(answer) && answer.length > 0 && answer.every((one) => isOption(question, one))
        ? null
        : '请在给出的里面选，可以选几个';
    case 'number':
    case 'money':
      return numberProblem(question, answer);
    case 'date':
    case 'month':
      return dateProblem(question, answer, today);
    case 'semester':
      return semesterProblem(question, answer);
    case 'list':
      return listProblem(question, answer);
    default:
      return typeof answer === 'string' ? textProblem(question, answer, today) : '请用文字填写';
  }
}

const isOption = ({ options = [] }: ServiceQuestion, answer: unknown) =>
  options.some(({ value }) => value === answer);

function numberProblem({ kind, min = 0, max, unit = '' }: ServiceQuestion, answer: Answer): string | null {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) {
    return kind === 'money' ? '请填钱数，最多两位小数' : '请填整数';
  }
  const shown = (value: number | string) =>
    kind === 'money' ? `${shortYuan(Number(value))} 元` : `${value}${unit}`;
  if (answer < Number(min)) return `不能少于${shown(min)}`;
  const top = max ?? (kind === 'money' ? 100_000_000 : 1_000_000);
  return answer > Number(top) ? `不能多于${shown(top)}` : null;
}

function dateProblem({ kind, min, max }: ServiceQuestion, answer: Answer, today: string): string | null {
  const whole = kind === 'month' ? `${String(answer)}-01` : String(answer);
  if (typeof answer !== 'string' || parseDay(whole) === null) return '没有这一天，请重新选';
  if (dayNumber(whole) < dayNumber('1900-01-01')) return '年份不对，请重新选';
  const limit = (value: number | string) =>
    (value === 'today' ? today : String(value)).slice(0, answer.length);
  if (min !== undefined && answer < limit(min)) return `不能早于${limit(min)}`;
  if (max === undefined || answer <= limit(max)) return null;
  return max === 'today' ? '这一天还没到，请重新选' : `不能晚于${limit(max)}`;
}

/** Spring comes before autumn, which the letters would not tell. */
const semesterRank = (semester: string) =>
  Number(semester.slice(0, 4)) * 2 + (semester.endsWith('A') ? 1 : 0);

function semesterProblem({ min, max }: ServiceQuestion, answer: Answer): string | null {
  if (typeof answer !== 'string' || !/^(19|20)\d{2}[SA]$/.test(answer)) return '请选一个学期';
  const at = semesterRank(answer);
  const words = (semester: string) =>
    `${semester.slice(0, 4)}年${semester.endsWith('A') ? '秋季' : '春季'}学期`;
  if (min !== undefined && at < semesterRank(String(min))) return `不能早于${words(String(min))}`;
  return max !== undefined && at > semesterRank(String(max)) ? `不能晚于${words(String(max))}` : null;
}

function listProblem(question: ServiceQuestion, answer: Answer): string | null {
  if (!Array.isArray(answer)) return '请一行写一个';
  if (answer.length === 0) return question.optional ? null : '请至少写一个';
  if (answer.length > LONGEST.list) return `最多写${LONGEST.list}个`;
  const bad = answer.some((line) => typeof line !== 'string' || !line.trim() || line.length > LONGEST.text);
  return bad ? `每个不能空着，也不能超过${LONGEST.text}个字` : null;
}

/** Control characters other than line breaks: kept as text, which cannot hold them. */
const UNPRINTABLE = /[^\P{Cc}\n\r\t]/u;

function textProblem({ kind }: ServiceQuestion, answer: string, today: string): string | null {
  if (answer.trim() === '') return '这一题还没有回答';
  if (UNPRINTABLE.test(answer)) return '里面有打不出来的字符，请重新填';
  switch (kind) {
    case 'phone':
      return problemOf(checkPhoneNumber(answer));
    case 'id_number':
      return problemOf(checkIdNumber(answer, today));
    case 'credit_code':
      return problemOf(checkCreditCode(answer));
    case 'bank_account':
      return bankProblem(answer);
    case 'county':
      return /^\d{6}$/.test(answer) ? null : '请在列表里选一个区县';
    case 'name':
      return answer.length > LONGEST.name ? `不能超过${LONGEST.name}个字` : null;
    default: {
      const longest = kind === 'long_text' ? LONGEST.long_text : LONGEST.text;
      return answer.length > longest ? `不能超过${longest}个字，现在有${answer.length}个` : null;
    }
  }
}

type Check = { readonly ok: true } | { readonly ok: false; readonly problem: { readonly message: string } };
const problemOf = (check: Check): string | null => (check.ok ? null : check.problem.message);

/** Cards have 16–19 digits, passbooks sometimes fewer. */
const bankProblem = (answer: string): string | null =>
  /^\d{12,19}$/.test(answer.replace(/[\s-]/g, '')) ? null : '卡号一般是16到19位数字，请照着卡再看一遍';

/**
 * Something that may be a slip and does not hold anybody up: a card number whose check digit (Luhn) is off. Passbook
 * accounts have none, so it is no error.
 */
export function answerWarning({ kind }: ServiceQuestion, answer: Answer | undefined): string | null {
  if (kind !== 'bank_account' || typeof answer !== 'string' || bankProblem(answer) !== null) return null;
  const digits = [...answer.replace(/[\s-]/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const value = index % 2 === 1 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 ? null : '卡号好像有一位不对。照着卡再看一遍，没错就继续。';
}

/** The answer as it is kept: without the spaces people type. */
export function tidyAnswer(question: ServiceQuestion, answer: Answer): Answer {
  if (Array.isArray(answer)) return answer.map((line: string) => line.trim());
  if (typeof answer !== 'string') return answer;
  if (question.kind === 'bank_account') return answer.replace(/[\s-]/g, '');
  return answer
    .trim()
    .normalize(question.kind === 'credit_code' || question.kind === 'phone' ? 'NFKC' : 'NFC');
}

export interface FilingProblem {
  /** question or evidence id */
  readonly at: string;
  readonly message: string;
}

/**
 * Everything that keeps a filing from being sent, in the order of the questions.
 * @param files how many files there are for each paper
 */
export function filingProblems(
  service: Service,
  known: Known,
  files: Readonly<Record<string, number>>,
  today: string,
): FilingProblem[] {
  const problems: FilingProblem[] = [];
  for (const question of askedQuestions(service, known)) {
    const message = answerProblem(question, known.answers[question.id], today);
    if (message !== null) problems.push({ at: question.id, message });
  }
  for (const one of askedEvidence(service, known)) {
    const count = files[one.id] ?? 0;
    if (count > one.max) problems.push({ at: one.id, message: `“${one.title}”最多${one.max}份` });
    else if (count < one.min && !isInRegister(one, known.facts))
      problems.push({ at: one.id, message: `“${one.title}”还差${one.min - count}份` });
  }
  return problems;
}

/** Only what is asked is kept, tidied; an answer to a question that no longer shows says nothing. */
export function answersToKeep(service: Service, known: Known): Answers {
  const kept = askedQuestions(service, known).flatMap((question) => {
    const answer = known.answers[question.id];
    return answer === undefined || answer === ''
      ? []
      : [[question.id, tidyAnswer(question, answer)] as const];
  });
  return Object.fromEntries(kept);
}

/** What the answers say in the words of the engine; register facts stand behind them. */
export function factsSaid(service: Service, answers: Answers): Facts {
  const said = service.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (!question.fact || answer === undefined || answer === null || Array.isArray(answer)) return [];
    const value = question.fact_values?.[String(answer)] ?? (answer as boolean | number | string);
    return isFactId(question.fact) ? [[question.fact, value] as const] : [];
  });
  return { ...service.says, ...Object.fromEntries(said) };
}

/** The answer that a fact of the register stands for; none where several could be meant, or none is. */
export function answerOfFact(
  { kind, options = [], fact_values = {} }: ServiceQuestion,
  value: FactValue,
): Answer | undefined {
  const possible =
    kind === 'yes_no' ? [true, false] : kind === 'choice' ? options.map((option) => option.value) : [value];
  const meant = possible.filter((answer) => (fact_values[String(answer)] ?? answer) === value);
  return meant.length === 1 ? meant[0] : undefined;
}

/** Answers of an older version of the file, under today's names; those that are gone fall away and are named. */
export function migrateAnswers(service: Service, answers: Answers): { answers: Answers; gone: string[] } {
  const known = new Set(service.questions.map(({ id }) => id));
  const entries: [string, Answer][] = [];
  const gone: string[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const now = known.has(id) ? id : service.renamed?.[id];
    if (now !== undefined && known.has(now)) entries.push([now, answer]);
    else gone.push(id);
  }
  return { answers: Object.fromEntries(entries), gone };
}
