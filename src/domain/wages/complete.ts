/** Is everything said that an application or a complaint has to say: 调仲法 28, 规则 29; 投诉书 by 若干规定. */
import type { AnswerExpr, Answers, WageFiling } from '../cases/service';
import { type Truth, truthOf } from '../cases/when';

interface Ask {
  readonly block: string;
  readonly label: string;
  /** any of these answers says it; `paper:` a paper that was handed in */
  readonly by: readonly string[];
  /** has to be there; everything else helps */
  readonly need: boolean;
  readonly when?: AnswerExpr;
  readonly only?: WageFiling;
}

const SITE: AnswerExpr = { answer: 'work_kind', in: ['site'] };
const DISPATCH: AnswerExpr = { answer: 'work_kind', in: ['dispatch'] };

const ASKS: readonly Ask[] = [
  { block: '申请人', label: '姓名', by: ['name'], need: true },
  {
    block: '申请人',
    label: '身份证号（性别、出生日期照号写）',
    by: ['id_number'],
    need: true,
    only: 'arbitration',
  },
  { block: '申请人', label: '身份证号', by: ['id_number'], need: false, only: 'complaint' },
  { block: '申请人', label: '住址', by: ['address'], need: true },
  { block: '申请人', label: '联系电话', by: ['phone'], need: true },
  { block: '对方', label: '名称', by: ['employer_name', 'employer_hint'], need: true },
  { block: '对方', label: '地址', by: ['employer_address'], need: true },
  { block: '对方', label: '电话', by: ['employer_phone'], need: false },
  { block: '对方', label: '法定代表人或负责人、职务', by: ['employer_rep'], need: true },
  { block: '对方', label: '总包单位', by: ['contractor_name'], need: false, when: SITE },
  { block: '对方', label: '建设单位', by: ['developer_name'], need: false, when: SITE },
  { block: '对方', label: '用工单位（派遣的，两家都列）', by: ['user_name'], need: true, when: DISPATCH },
  {
    block: '请求',
    label: '每一项和数目',
    by: ['claim_wages', 'claim_overtime', 'claim_double', 'claim_severance'],
    need: true,
    only: 'arbitration',
  },
  { block: '请求', label: '每一项的时间', by: ['claim_period'], need: true, only: 'arbitration' },
  { block: '请求', label: '欠多少', by: ['owed_total'], need: true, only: 'complaint' },
  { block: '事实', label: '从哪天开始干', by: ['started_on'], need: true },
  { block: '事实', label: '工钱怎么算、多少', by: ['pay_rate'], need: true },
  { block: '事实', label: '欠哪几个月', by: ['owed_from', 'owed_to'], need: true },
  {
    block: '事实',
    label: '离开的日子',
    by: ['left_on'],
    need: false,
    when: { answer: 'still_working', is: false },
  },
  { block: '事实', label: '经过', by: ['story'], need: false },
  { block: '证据', label: '证据和来源', by: ['evidence_note', 'paper:'], need: true, only: 'arbitration' },
  { block: '证据', label: '证据材料', by: ['paper:'], need: false, only: 'complaint' },
  { block: '证据', label: '证人姓名、住址', by: ['witnesses'], need: false, only: 'arbitration' },
  { block: '签名', label: '申请人签名', by: ['paper:signature'], need: true },
];

export interface Completeness {
  readonly block: string;
  readonly label: string;
  readonly state: 'there' | 'missing' | 'unsure';
  readonly need: boolean;
}

/** @param papers evidence ids that something was handed in for */
export function completeOf(filing: WageFiling, answers: Answers, papers: readonly string[]): Completeness[] {
  return ASKS.flatMap(({ block, label, by, need, when, only }) => {
    if (only !== undefined && only !== filing) return [];
    const asked: Truth = when === undefined ? true : truthOf(when, { answers, facts: {} });
    if (asked === false) return [];
    const states = by.map((id) => stateOf(id, answers, papers));
    const state = states.includes('there') ? 'there' : states.includes('unsure') ? 'unsure' : 'missing';
    return [{ block, label, state, need }] as const;
  });
}

function stateOf(id: string, answers: Answers, papers: readonly string[]): Completeness['state'] {
  if (id === 'paper:') return papers.some((paper) => paper !== 'signature') ? 'there' : 'missing';
  if (id.startsWith('paper:')) return papers.includes(id.slice('paper:'.length)) ? 'there' : 'missing';
  const answer = answers[id];
  if (answer === null) return 'unsure';
  return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)
    ? 'missing'
    : 'there';
}
