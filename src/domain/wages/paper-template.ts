/** Papers as data: a file of `policy/law/papers/` each, with places for what was answered. */
import type { AnswerExpr } from '../cases';
import type { Cite } from './law';

/** A passage that stands when its condition is known to hold, and everything in `known` was answered. */
export interface TemplatePiece {
  readonly text: string;
  readonly when?: AnswerExpr;
  readonly known?: readonly string[];
}

/** Pieces are put one behind the other. */
export type TemplateText = string | readonly TemplatePiece[];

/** What a block can be repeated for; its places are called `{{respondent.name}}`, `{{claim.amount}}`, `{{proof.title}}`. */
export const EACH = {
  respondents: { one: 'respondent', has: ['role', 'name', 'address', 'phone', 'rep'] },
  claims: { one: 'claim', has: ['title', 'amount', 'period', 'how'] },
  evidence: { one: 'proof', has: ['title', 'source', 'proves'] },
} as const;
export type EachOf = keyof typeof EACH;

/** Places that are no question: said by the case, or reckoned from answers. */
export const PAPER_EXTRAS = {
  number: '编号',
  filed_on: '提交的日子',
  office: '交给哪个机构',
  today: '今天',
  place: '干活的区县',
  sex: '性别，按身份证号',
  birth: '出生日期，按身份证号',
  age: '年龄，按身份证号和提交的日子',
  pay: '说好的工钱',
  period: '欠薪的月份',
  copies: '几个被申请人，就几份副本',
} as const;

interface Conditional {
  readonly when?: AnswerExpr;
}

/** `need`: the law wants it; what is missing is said before the paper is handed in. */
export type TemplateBlock = Conditional &
  (
    | { readonly kind: 'title' | 'heading' | 'warning'; readonly text: string }
    | { readonly kind: 'text'; readonly id: string; readonly text: TemplateText; readonly need?: string }
    | {
        readonly kind: 'field';
        readonly id: string;
        readonly label: string;
        readonly text: TemplateText;
        readonly need?: true;
      }
    | { readonly kind: 'list'; readonly id: string; readonly items: readonly TemplatePiece[] }
    | { readonly kind: 'each'; readonly of: EachOf; readonly blocks: readonly TemplateBlock[] }
    | {
        readonly kind: 'table';
        readonly of: EachOf;
        readonly head: readonly string[];
        readonly cells: readonly string[];
        readonly widths?: readonly number[];
        /** empty rows to write in by hand */
        readonly spare?: number;
      }
    /** `hand`: somebody else signs, with a pen */
    | { readonly kind: 'signature'; readonly label: string; readonly hand?: true }
    | { readonly kind: 'break' }
  );

export const PAPER_IDS = [
  'complaint',
  'arbitration',
  'evidence-list',
  'proxy',
  'advance',
  'payment-order',
] as const;
export type PaperId = (typeof PAPER_IDS)[number];

export interface PaperTemplate {
  readonly id: PaperId;
  /** 仲裁申请书 */
  readonly title: string;
  /** when one needs it, in one line */
  readonly use: string;
  /** what to do with it once it is printed */
  readonly hand_in: readonly string[];
  readonly cite: readonly Cite[];
  readonly blocks: readonly TemplateBlock[];
}
