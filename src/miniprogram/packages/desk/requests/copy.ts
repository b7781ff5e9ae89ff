import { momentText } from '@/client/clock';
import type { RequestView } from '@/contract/helping';
import type { StatusName } from '@/ui';

export const copy = {
  title: '居民提的事',
  why: '村里和乡镇的工作人员用来答复居民。',
  open: (count: number) => `等答复的 ${count} 件`,
  answered: (count: number) => `答复过的 ${count} 件`,
  none: '没有等答复的',
  noneLine: '本区县居民提出核实、更正和投诉，会到这里。',
  kinds: { verification: '核实身份', correction: '更正登记', complaint: '投诉平台' },
  since: (iso: string) => `${momentText(Date.parse(iso))} 提出`,
  at: (iso: string) => `${momentText(Date.parse(iso))} 答复`,
  answer: '答复',
  answerLabel: (kind: string, since: string) => `答复这一件：${kind}，${since}`,
  close: '先不答',
  words: '答复的话',
  wordsHint: '对方看得到。写清楚结果和下一步。',
  wordsEmpty: '请写上答复的话',
  outcome: '结果',
  done: {
    verification: '核实无误，让账号和台账对上',
    correction: '已经更正，或已报上级更正',
    complaint: '已经处理',
  },
  declined: { verification: '核实不了', correction: '不更正', complaint: '不处理' },
  pick: '请选一个结果',
  send: '送出答复',
  sent: '答复已经送出',
};

/** How an answered one stands. */
export const outcomeTag = (outcome: RequestView['outcome']): { status: StatusName; word: string } =>
  outcome === 'done'
    ? { status: 'eligible', word: '办好了' }
    : outcome === 'declined'
      ? { status: 'none', word: '没有办' }
      : { status: 'doing', word: '等答复' };
