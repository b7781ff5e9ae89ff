/** The three points of a case: it was received, it is being handled, it has a result. */
import type { CaseView } from '@/contract/cases';
import { type CaseState, isOpen, STATES } from '@/domain/cases';
import { monthDayText } from '@/ui/date-text';
import type { StatusName } from '@/ui/status-tag';
import { copy } from './copy';

export interface Point {
  readonly word: string;
  readonly when: string;
  readonly status: StatusName;
}

/** Where in the middle it stands; at the ends the middle has its general name. */
const MIDDLE: Partial<Record<CaseState, string>> = {
  accepted: '审核中',
  supplement: '等您补材料',
  countersign: '复核中',
  review: '重新审查',
  bundle: '各步在办',
  waiting: '等前一步',
  self: '等您去办',
};
const GOOD: readonly CaseState[] = ['approved', 'paid', 'done'];

type Seen = Pick<CaseView, 'state' | 'state_word' | 'filed_on'> & {
  readonly timeline: readonly Pick<CaseView['timeline'][number], 'seq' | 'action' | 'day'>[];
};

export function wayOf({ state, state_word, filed_on, timeline }: Seen): readonly [Point, Point, Point] {
  const accepted = timeline.find(({ action }) => action === 'accept')?.day ?? null;
  const waits = state === 'filed';
  const first: Point = waits
    ? { word: STATES.filed.title, when: monthDayText(filed_on), status: 'doing' }
    : { word: accepted ? '已受理' : '已送达', when: monthDayText(accepted ?? filed_on), status: 'eligible' };
  const over = !isOpen(state);
  const decided = over || state === 'approved';
  const last = timeline.reduce((newest, one) => (one.seq > newest.seq ? one : newest), {
    seq: 0,
    day: filed_on,
  });
  const middle: Point = decided
    ? {
        word: '审核',
        when: state === 'withdrawn' ? '没有办完' : '已办完',
        status: state === 'withdrawn' ? 'none' : 'eligible',
      }
    : waits
      ? { word: '审核', when: copy.stepAhead, status: 'none' }
      : {
          word: state_word ?? MIDDLE[state] ?? '审核中',
          when: copy.stepNow,
          status: state === 'supplement' || state === 'self' ? 'warning' : 'doing',
        };
  const result: Point = decided
    ? {
        word: state_word ?? STATES[state].title,
        when: monthDayText(last.day),
        status: state === 'refused' ? 'not_eligible' : GOOD.includes(state) ? 'eligible' : 'none',
      }
    : { word: '结果', when: copy.stepAhead, status: 'none' };
  return [first, middle, result];
}
