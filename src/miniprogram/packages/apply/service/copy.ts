import type { Closed } from '@/client/service-window';
import type { EffectKind, Limit, LimitOf } from '@/domain/cases';
import { dateText } from '@/ui';

const EFFECTS: Readonly<Record<EffectKind, string>> = {
  claim: '正式申请',
  pre_application: '预申请',
  sign_up: '报名',
  report: '反映情况',
  correction: '申请更正',
  binding: '绑定单位',
};

export const copy = {
  title: '办事说明',
  read: '这一项怎么办',
  share: (title: string) => `${title}：看看怎么办`,
  minutes: (n: number, questions: number) => `大约 ${n} 分钟，最多 ${questions} 题`,
  closed: ({ kind, day }: Closed) =>
    kind === 'over' ? `文件执行到${dateText(day)}，已到期，只能看` : `${dateText(day)}才开始`,
  closedWhy: '现在不能办',
  canNow: '现在可以办',
  openCase: '您已经在办这一项',
  forWhom: '给谁办',
  papers: '要交什么',
  noPapers: '不用交材料',
  must: '要交',
  may: '有就交，没有也可以先提交',
  here: (text: string) => `已有，无需再交：${text}`,
  filled: '已经替您填好的',
  filledLine: '提交前都能看、能改。',
  steps: '交了以后',
  limits: '多久有结果',
  limitOf: { accept: '收到后受理', decide: '受理后办结', pay: '同意后发放' } satisfies Record<
    LimitOf,
    string
  >,
  limit: ({ span, work_days: days = 0 }: Limit) =>
    span === undefined ? `${days} 个工作日以内` : `${span}以内`,
  basis: {
    office: '文件没有写期限，这是经办机构定的',
    document: (quote: string) => `文件写的：“${quote}”`,
    law: (quote: string) => `法律规定：“${quote}”`,
    rule: (cite: string) => `法律规定的期限${cite === '' ? '' : `：${cite}`}`,
  },
  noLimit: '文件没有写期限，经办机构也没有定。可以打电话问。',
  effect: (kind: EffectKind) => `提交算什么：${EFFECTS[kind]}`,
  law: '依据的文件',
  whole: '看整条',
  notes: '先说清楚的',
  ask: '问谁',
  noPhone: '电话还没有收录，先打 12333',
  call: '问一问',
  start: '开始填',
  goOn: '接着填',
  before: {
    signed: '不登录也能先填，提交前再登录，填好的都在。',
    bound: '不登录也能先填，提交前再登录、核对身份，填好的都在。',
    unit: '这一项由单位来办。先把您的账号和单位对上，才能提交。',
    unitButton: '去绑定单位',
    anyone: '可以写名字，也可以匿名。匿名的给您一个编号和一把钥匙，凭它们看答复。',
  },
  consent: { line: '您还没有同意读取台账，已有的也要自己填。', button: '看说明' },
} as const;
