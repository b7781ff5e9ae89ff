import type { CaseLine } from '@/contract/cases';
import type { StatusName } from '@/ui';

type State = CaseLine['state'];

/** How a case stands, in the words of the desk; the resident reads others (domain/cases STATES). */
const TAGS: Record<State, { status: StatusName; word: string }> = {
  filed: { status: 'none', word: '新收到' },
  accepted: { status: 'doing', word: '审查中' },
  supplement: { status: 'needs_info', word: '等补材料' },
  bundle: { status: 'doing', word: '各步在办' },
  waiting: { status: 'none', word: '等前一步' },
  self: { status: 'needs_info', word: '等本人去办' },
  countersign: { status: 'doing', word: '待复核' },
  approved: { status: 'in_scope', word: '待发放' },
  review: { status: 'doing', word: '重新审查' },
  paid: { status: 'eligible', word: '已发放' },
  done: { status: 'eligible', word: '已办结' },
  refused: { status: 'none', word: '不予办理' },
  withdrawn: { status: 'none', word: '已撤回' },
};

/** @param word how the service calls it, where not as everywhere */
export const stateTag = (state: State, word?: string): { status: StatusName; word: string } =>
  word === undefined ? TAGS[state] : { ...TAGS[state], word };
