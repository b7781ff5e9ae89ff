/** What an officer writes for one step, what is wrong with it, and what is sent. */

import type { InputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import type { Level } from '@/domain/cases/service';
import { checkCreditCode } from '@/domain/identity/credit-code';
import { fenOf } from '../money';

export const DESK_ACTIONS = [
  'accept',
  'ask_supplement',
  'approve',
  'refuse',
  'countersign',
  'send_back',
  'pay',
  'correct_payment',
  'see_done',
  'transfer',
  'assign',
  'recuse',
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** One step as far as it is written; its event is the same until it was sent, so that it happens once. */
export interface ActDraft {
  readonly event: string;
  readonly text: string;
  /** item of the document that a refusal names */
  readonly item: string;
  /** as typed, in yuan */
  readonly yuan: string;
  readonly day: string | null;
  readonly evidence: readonly string[];
  readonly level: Level | '';
  readonly county: string;
  /** the colleague */
  readonly to: string;
  /** of the licence that a step brought */
  readonly code: string;
}

export type ActProblems = Partial<Record<keyof ActDraft, string>>;

const TEXT: Partial<Record<DeskAction, string>> = {
  ask_supplement: '请写清楚要补什么、怎么补',
  transfer: '请写明为什么移送',
  recuse: '请写明为什么回避',
  approve: '请写上审查意见',
  refuse: '请写明理由，申请人会读到',
  send_back: '请写明哪里要重新审查',
  correct_payment: '请写明为什么更正',
};
const DATED: readonly DeskAction[] = ['ask_supplement', 'pay', 'correct_payment', 'see_done'];
const MONEY: readonly DeskAction[] = ['approve', 'pay', 'correct_payment'];

const DAYLESS: Partial<Record<DeskAction, string>> = {
  ask_supplement: '请选最晚哪一天补来',
  see_done: '请选哪一天办好的',
};

/**
 * @param today `YYYY-MM-DD`
 * @param licence what was done brings a licence, whose number the next steps need
 * @param cites a refusal rests on a passage; one of an employer on none
 */
export function actProblems(
  action: DeskAction,
  draft: ActDraft,
  today: string,
  licence = false,
  cites = true,
): ActProblems {
  const problems: { -readonly [K in keyof ActDraft]?: string } = {};
  const text = TEXT[action];
  if (text && draft.text.trim() === '') problems.text = text;
  if (action === 'refuse' && cites && draft.item === '') problems.item = '请选依据文件的哪一条';
  if (action === 'transfer' && draft.level === '') problems.level = '请选移送到哪一级';
  if (action === 'assign' && draft.to === '') problems.to = '请选一位同事';
  if (DATED.includes(action)) {
    if (draft.day === null) problems.day = DAYLESS[action] ?? '请选发放的日期';
    else if (action === 'ask_supplement' && draft.day <= today) problems.day = '要选今天以后的日子';
    else if (action !== 'ask_supplement' && draft.day > today) problems.day = '这一天还没到，过了再登记';
  }
  const code = licence && action === 'see_done' ? checkCreditCode(draft.code) : null;
  if (code && !code.ok) problems.code = code.problem.message;
  if (MONEY.includes(action) && draft.yuan.trim() !== '') {
    const fen = fenOf(draft.yuan);
    if (!fen.ok) problems.yuan = fen.message;
  }
  return problems;
}

type Act = InputOf<'desk.act'>;

/** What is sent; `assign` goes its own way. Checked before. */
export function actInput(action: Exclude<DeskAction, 'assign'>, view: DeskCase, draft: ActDraft): Act {
  const on = { id: view.case.id, version: view.case.version, event: draft.event };
  const text = draft.text.trim();
  const money = fenOf(draft.yuan);
  const fen = money.ok ? money.fen : null;
  const day = draft.day ?? '';
  switch (action) {
    case 'accept':
      return { ...on, action };
    case 'ask_supplement':
      return { ...on, action, text, evidence: [...draft.evidence], until: day };
    case 'transfer':
      return { ...on, action, text, level: draft.level || 'county', county: draft.county };
    case 'approve':
      return { ...on, action, text, ...(fen !== null && { fen }) };
    case 'refuse':
      return { ...on, action, text, ...(view.items.length > 0 && { item: draft.item }) };
    case 'countersign':
      return { ...on, action, ...(text && { text }) };
    case 'pay':
      return { ...on, action, fen, on: day, ...(text && { text }) };
    case 'correct_payment':
      return { ...on, action, fen, on: day, text };
    case 'see_done': {
      const code = draft.code.trim();
      return { ...on, action, on: day, ...(code && { credit_code: code }), ...(text && { text }) };
    }
    default:
      return { ...on, action, text };
  }
}

/** Whether an approval over this amount waits for a second officer. */
export function needsSecond({ four_eyes_above }: DeskCase, yuan: string): boolean {
  const money = fenOf(yuan);
  return four_eyes_above !== null && money.ok && money.fen !== null && money.fen > four_eyes_above;
}

const IS_FIELD: Readonly<Record<string, keyof ActDraft>> = {
  text: 'text',
  item: 'item',
  fen: 'yuan',
  credit_code: 'code',
  on: 'day',
  until: 'day',
  evidence: 'evidence',
  level: 'level',
  county: 'county',
  to: 'to',
};

/** What the server found wrong, at the field it belongs to. */
export function serverProblems(
  fields: readonly { readonly path: string; readonly message: string }[],
): ActProblems {
  const found = fields.flatMap(({ path, message }) => {
    const field = IS_FIELD[path.split('.')[0] ?? ''];
    return field ? [[field, message] as const] : [];
  });
  return Object.fromEntries(found);
}
