/** What was written down on the way of a case: the later word counts, the earlier one stays to be seen. */
import { dayNumber } from '../calendar/days';
import type { Case, CaseEvent } from './case';
import type { Milestone, MilestoneField, Service } from './service';

export interface Recorded {
  readonly event: CaseEvent<'record'>;
  readonly milestone: Milestone;
}

type Noted = CaseEvent<'record'> | CaseEvent<'tell'>;
const isNoted = (event: CaseEvent): event is Noted => event.action === 'record' || event.action === 'tell';

/** Ids of events that a later one took the place of. */
export const correctedIn = (events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set(events.filter(isNoted).flatMap(({ data }) => data.corrects ?? []));

/** Milestones that stand, in the order they were written down. Such as the file no longer has are left out. */
export function recordedIn(
  events: readonly CaseEvent[],
  { milestones = [] }: Pick<Service['workflow'], 'milestones'>,
): Recorded[] {
  const corrected = correctedIn(events);
  return events.flatMap((event) => {
    if (event.action !== 'record' || corrected.has(event.id)) return [];
    const milestone = milestones.find(({ id }) => id === event.data.milestone);
    return milestone ? [{ event, milestone }] : [];
  });
}

/** The hearing that is set: the last one written down. */
export const hearingIn = (
  events: readonly CaseEvent[],
  workflow: Pick<Service['workflow'], 'milestones'>,
): Recorded | null =>
  recordedIn(events, workflow)
    .filter(({ milestone }) => milestone.hearing !== undefined)
    .at(-1) ?? null;

/** What the milestones do to the limit that runs. */
export interface LimitShift {
  readonly extended: boolean;
  readonly suspended: boolean;
  /** days it stood still */
  readonly paused: number;
  /** the days from which accepting and deciding count, where they were written down */
  readonly filed: string | null;
  readonly accepted: string | null;
}

export function shiftOf(
  events: readonly CaseEvent[],
  workflow: Pick<Service['workflow'], 'milestones'>,
): LimitShift {
  let extended = false;
  let filed: string | null = null;
  let accepted: string | null = null;
  let stopped: string | null = null;
  let paused = 0;
  const byDay = recordedIn(events, workflow).sort((a, b) =>
    a.event.data.on === b.event.data.on
      ? a.event.seq - b.event.seq
      : a.event.data.on < b.event.data.on
        ? -1
        : 1,
  );
  for (const { event, milestone } of byDay) {
    const { on } = event.data;
    if (milestone.clock === 'extend') extended = true;
    if (milestone.clock === 'restart_filed') filed = on;
    if (milestone.clock === 'restart') accepted = on;
    if (milestone.clock === 'suspend') stopped ??= on;
    if (milestone.clock === 'resume' && stopped !== null) {
      paused += dayNumber(on) - dayNumber(stopped);
      stopped = null;
    }
  }
  return { extended, suspended: stopped !== null, paused, filed, accepted };
}

export interface NoteProblem {
  readonly path: string;
  readonly message: string;
}

type RecordData = CaseEvent<'record'>['data'];

const FIELD_WORDS: Readonly<Record<MilestoneField, string>> = {
  text: '请写几句说明',
  fen: '请填多少钱',
  time: '请填几点',
  place: '请填在哪里',
  until: '请选到哪一天',
  who: '请填是谁',
  asked_on: '请选哪天提出的',
  items: '请一项一项写清楚',
};

/** What keeps a milestone from being written down; null when it can be. @param today `YYYY-MM-DD` in China */
export function recordProblem(
  at: Case,
  events: readonly CaseEvent[],
  workflow: Pick<Service['workflow'], 'milestones'>,
  data: RecordData,
  today: string,
): NoteProblem | null {
  const milestone = workflow.milestones?.find(({ id }) => id === data.milestone);
  if (!milestone) return { path: 'milestone', message: '这一项没有这一步，请重新选' };
  if (!milestone.from.includes(at.state))
    return { path: 'milestone', message: `现在还不能登记“${milestone.title}”` };
  const wrong = correctionProblem(events, 'record', data);
  if (wrong) return wrong;
  const again = recordedIn(events, workflow).some(
    ({ event, milestone: { id } }) => id === milestone.id && event.id !== data.corrects,
  );
  if (milestone.once && again)
    return {
      path: 'milestone',
      message: `“${milestone.title}”只能有一次，已经登记过。写错了的，请更正那一条`,
    };
  if (!milestone.ahead && data.on > today) return { path: 'on', message: '这一天还没到，发生以后再登记' };
  return fieldProblem(milestone, data, today);
}

function fieldProblem(
  { fields = {}, title }: Milestone,
  data: RecordData,
  today: string,
): NoteProblem | null {
  for (const name of Object.keys(FIELD_WORDS) as MilestoneField[]) {
    const given = data[name] !== undefined;
    if (fields[name] === 'must' && !given) return { path: name, message: FIELD_WORDS[name] };
    // a correction says why, whatever it corrects
    if (fields[name] === undefined && given && !(name === 'text' && data.corrects !== undefined))
      return { path: name, message: `“${title}”不用填这一项` };
  }
  if (data.corrects !== undefined && data.text === undefined)
    return { path: 'text', message: '请写为什么更正，申请人也看得到' };
  if (data.until !== undefined && data.until < data.on)
    return { path: 'until', message: '不能早于这一步的日期' };
  if (data.asked_on !== undefined && data.asked_on > today)
    return { path: 'asked_on', message: '这一天还没到' };
  return null;
}

/** A correction takes the place of one event of this case, of the same kind, that nobody has corrected yet. */
export function correctionProblem(
  events: readonly CaseEvent[],
  action: 'record' | 'tell',
  { corrects, ...data }: { readonly corrects?: string; readonly milestone?: string; readonly what?: string },
): NoteProblem | null {
  if (corrects === undefined) return null;
  const target = events.find(({ id }) => id === corrects);
  const kind = (event: Noted) => (event.action === 'record' ? event.data.milestone : event.data.what);
  if (
    !target ||
    target.action !== action ||
    !isNoted(target) ||
    kind(target) !== (data.milestone ?? data.what)
  )
    return { path: 'corrects', message: '没有找到要更正的那一条，请重新打开再试' };
  return correctedIn(events).has(corrects)
    ? { path: 'corrects', message: '那一条已经更正过了，请更正后来的那一条' }
    : null;
}
