import { momentText } from '@/client/clock';
import type { RequestView } from '@/contract/helping';
import type { StatusName } from '@/ui';

export const copy = {
  title: '我提的事',
  why: '登录以后，这里能看到您请办事部门核实、更正的事，和他们的答复。',
  kinds: { verification: '请核实身份', correction: '请更正登记', complaint: '投诉平台' },
  since: (iso: string) => `${momentText(Date.parse(iso))}提出`,
  at: (iso: string) => `${momentText(Date.parse(iso))}答复`,
  answer: '答复',
  none: '还没有提过',
  noneLine: '台账写得不对，在“台账里的情况”点“这不对”，就会到这里。',
  facts: '看台账里的情况',
  late: '一直没有答复？打电话问',
};

export const outcomeTag = (outcome: RequestView['outcome']): { status: StatusName; word: string } =>
  outcome === 'done'
    ? { status: 'eligible', word: '办好了' }
    : outcome === 'declined'
      ? { status: 'none', word: '没有办' }
      : { status: 'doing', word: '等答复' };
