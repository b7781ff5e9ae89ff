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

const { way } = copy;
/** Where in the middle it stands; at the ends the middle has its general name. */
const MIDDLE: Partial<Record<CaseState, string>> = way.middles;
const GOOD: readonly CaseState[] = ['approved', 'paid', 'done'];

type Seen = Pick<CaseView, 'state' | 'state_word' | 'filed_on' | 'words'> & {
  readonly timeline: readonly Pick<CaseView['timeline'][number], 'seq' | 'action' | 'day'>[];
};

export function wayOf(seen: Seen): readonly [Point, Point, Point] {
  return [receivedIn(seen), handledIn(seen), resultOf(seen)];
}

const isDecided = ({ state }: Seen): boolean => !isOpen(state) || state === 'approved';

function receivedIn({ state, state_word, filed_on, timeline, words }: Seen): Point {
  const { sent, taken } = words?.points ?? {};
  if (sent !== undefined) return { word: sent, when: monthDayText(filed_on), status: 'eligible' };
  if (state === 'filed')
    return { word: state_word ?? STATES.filed.title, when: monthDayText(filed_on), status: 'doing' };
  const accepted = timeline.find(({ action }) => action === 'accept')?.day;
  return {
    word: accepted === undefined ? STATES.filed.title : (taken ?? way.taken),
    when: monthDayText(accepted ?? filed_on),
    status: 'eligible',
  };
}

function handledIn(seen: Seen): Point {
  const { state, state_word, words } = seen;
  const { sent, middle, answered, unanswered } = words?.points ?? {};
  const general = middle ?? way.middle;
  if (isDecided(seen))
    return state === 'withdrawn'
      ? { word: general, when: unanswered ?? way.unanswered, status: 'none' }
      : { word: general, when: answered ?? way.answered, status: 'eligible' };
  // what was sent to somebody is with them from the first
  if (state === 'filed' && sent === undefined) return { word: general, when: copy.stepAhead, status: 'none' };
  return {
    word: state_word ?? MIDDLE[state] ?? way.middles.accepted,
    when: copy.stepNow,
    status: state === 'supplement' || state === 'self' ? 'warning' : 'doing',
  };
}

function resultOf(seen: Seen): Point {
  const { state, state_word, filed_on, timeline, words } = seen;
  if (!isDecided(seen))
    return { word: words?.points?.result ?? way.result, when: copy.stepAhead, status: 'none' };
  const last = timeline.reduce((newest, one) => (one.seq > newest.seq ? one : newest), {
    seq: 0,
    day: filed_on,
  });
  return {
    word: state_word ?? STATES[state].title,
    when: monthDayText(last.day),
    status: state === 'refused' ? 'not_eligible' : GOOD.includes(state) ? 'eligible' : 'none',
  };
}
