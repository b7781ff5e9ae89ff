/** What stands in the places of a paper: answers in words, and what follows from them. Null: not known. */

import type { Answer, Answers, ServiceQuestion } from '../cases';
import { ageOn, checkIdNumber } from '../identity';
import { groupedYuan } from '../money/yuan';
import { PAY_KINDS, payText } from './diary';
import type { EachOf } from './paper-template';

/** A line to fill in by hand. */
export const BLANK = '＿＿＿＿＿＿';

/** One thing that is claimed. */
export interface PaperClaim {
  readonly title: string;
  readonly fen: number | null;
  readonly period: string | null;
  /** the arithmetic */
  readonly how: string | null;
}

/** One piece of evidence. */
export interface PaperProof {
  readonly title: string;
  readonly source: string | null;
  readonly proves: string | null;
}

/** What is not an answer. */
export interface PaperExtra {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly questions: readonly ServiceQuestion[];
  /** name of the county where the work was */
  readonly place: string | null;
  readonly number?: string;
  readonly filed_on?: string;
  readonly office?: string;
  /** null or left out: wages owed, as answered */
  readonly claims?: readonly PaperClaim[] | null;
  readonly evidence?: readonly PaperProof[];
  /** block id → what the person wrote instead */
  readonly edits?: Readonly<Record<string, string>>;
  readonly signature?: { readonly png: string; readonly on: string } | null;
}

type Row = { readonly key: string } & Readonly<Record<string, string | null>>;
export type Values = { readonly rows?: Readonly<Record<EachOf, readonly Row[]>> } & {
  readonly [name: string]: string | null | undefined | Readonly<Record<EachOf, readonly Row[]>>;
};

export function valuesOf(answers: Answers, extra: PaperExtra): Values {
  const asked = Object.fromEntries(
    extra.questions.map((question) => [question.id, textOf(question, answers[question.id])]),
  );
  const respondents = respondentsOf(answers);
  return {
    ...asked,
    county: extra.place,
    ...personOf(answers, extra),
    number: extra.number ?? null,
    filed_on: extra.filed_on ? dayText(extra.filed_on) : null,
    office: extra.office ?? null,
    today: dayText(extra.today),
    place: extra.place,
    pay: payOf(answers),
    period: periodOf(answers),
    copies: String(respondents.length),
    rows: {
      respondents,
      claims: claimsOf(answers, extra).map(({ title, fen, period, how }, index) => ({
        key: String(index),
        title,
        amount: fen === null ? null : `${groupedYuan(fen)}元`,
        period,
        how,
      })),
      evidence: (extra.evidence ?? []).map(({ title, source, proves }, index) => ({
        key: String(index),
        title,
        source,
        proves,
      })),
    },
  };
}

/** `2026-03-01` → 2026年3月1日, `2026-03` → 2026年3月 */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date === undefined ? '' : `${date}日`}`;
}

function textOf({ kind, options = [] }: ServiceQuestion, answer: Answer | undefined): string | null {
  if (answer === undefined || answer === null || answer === '') return null;
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (typeof answer === 'number') return kind === 'money' ? `${groupedYuan(answer)}元` : String(answer);
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  if (typeof answer === 'object') return answer.length === 0 ? null : answer.map(label).join('、');
  if (kind === 'date' || kind === 'month')
    return /^\d{4}-\d{2}(-\d{2})?$/.test(answer) ? dayText(answer) : answer;
  return kind === 'choice' ? label(answer) : answer;
}

/** What the number of the identity document says of its holder. */
function personOf(answers: Answers, { today, filed_on }: PaperExtra) {
  const number = typeof answers.id_number === 'string' ? answers.id_number : '';
  const checked = checkIdNumber(number, today);
  if (!checked.ok) return { sex: null, birth: null, age: null };
  return {
    sex: Number(checked.number[16]) % 2 === 1 ? '男' : '女',
    birth: dayText(checked.birthDate),
    age: `${ageOn(checked.birthDate, filed_on ?? today)}岁`,
  };
}

const said = (answer: Answer | undefined): string | null =>
  typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null;
const includes = (answer: Answer | undefined, value: string): boolean =>
  answer === value || (Array.isArray(answer) && answer.includes(value));

function payOf({ pay_kind, pay_rate }: Answers): string | null {
  const kind = PAY_KINDS.find((one) => one === pay_kind) ?? null;
  if (kind === null || typeof pay_rate !== 'number') return null;
  return payText({ pay_kind: kind, pay_rate });
}

function periodOf({ owed_from, owed_to }: Answers): string | null {
  const [from, to] = [said(owed_from), said(owed_to)];
  if (from === null || to === null) return null;
  return from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`;
}

function claimsOf(answers: Answers, { claims }: PaperExtra): readonly PaperClaim[] {
  if (claims && claims.length > 0) return claims;
  const amount = (id: string) => (typeof answers[id] === 'number' ? (answers[id] as number) : null);
  const wages = { title: '拖欠的工资', period: periodOf(answers), how: null };
  // each stands alone: whether an award is final is told item by item
  const others = OTHER_CLAIMS.filter(([id]) => amount(id) !== null).map(([id, title]) => ({
    title,
    fen: amount(id),
    period: null,
    how: null,
  }));
  return [{ ...wages, fen: amount('claim_wages') ?? amount('owed_total') }, ...others];
}

const OTHER_CLAIMS = [
  ['claim_overtime', '加班费'],
  ['claim_double', '没有签书面劳动合同的双倍工资差额'],
  ['claim_severance', '经济补偿'],
] as const;

/**
 * Against whom: the employer always; on a site the contractor and the developer that are known, with a dispatch both units
 * (调解仲裁法 22); without a licence whoever put up the money (办案规则 6); through an individual whoever gave the work out (办案规则 7).
 */
export function respondentsOf(answers: Answers): readonly Row[] {
  const [site, dispatch] = ['site', 'dispatch'].map((kind) => answers.work_kind === kind);
  const contractor = site ? said(answers.contractor_name) : null;
  const developer = site ? said(answers.developer_name) : null;
  const other = (key: string, role: string, name: string | null): Row => ({
    key,
    role,
    name,
    address: null,
    phone: null,
    rep: null,
  });
  return [
    {
      key: 'employer',
      role: '被申请人',
      name: said(answers.employer_name),
      address: said(answers.employer_address),
      phone: said(answers.employer_phone),
      rep: said(answers.employer_rep),
    },
    ...(dispatch ? [other('user', '共同被申请人（用工单位）', said(answers.user_name))] : []),
    ...(contractor ? [other('contractor', '共同被申请人（施工总承包单位）', contractor)] : []),
    ...(developer ? [other('developer', '共同被申请人（建设单位）', developer)] : []),
    ...(includes(answers.chain, 'individual') && site && !contractor
      ? [other('hirer', '共同被申请人（发包的组织）', null)]
      : []),
    ...(includes(answers.employer_state, 'no_licence')
      ? [other('backer', '共同被申请人（出资人、开办单位或者主管部门）', null)]
      : []),
  ];
}
