/** What of a case starts or ends a time limit of the law. */
import { dayNumber } from '../calendar/days';
import type { CaseEvent } from '../cases/case';
import { correctedIn, hearingIn, recordedIn } from '../cases/milestones';
import type { Answers, Service, WageFiling } from '../cases/service';
import type { Moment, MomentKind } from './law';

/** What a resident can say has happened; the day of `performance_due` may lie ahead. */
export const TELLABLE = [
  'paid',
  'demanded',
  'promised',
  'employment_ended',
  'award_received',
  'hearing',
  'mediation_applied',
  'mediation_agreed',
  'complaint_filed',
  'arbitration_filed',
  'suit_filed',
  'payment_order_filed',
  'performance_due',
  'aid_applied',
  'aid_granted',
] as const satisfies readonly MomentKind[];
export type Tellable = (typeof TELLABLE)[number];

const FILED: Readonly<Record<WageFiling, MomentKind>> = {
  complaint: 'complaint_filed',
  arbitration: 'arbitration_filed',
};
const ACCEPTED: Readonly<Record<WageFiling, MomentKind>> = {
  complaint: 'complaint_accepted',
  arbitration: 'arbitration_accepted',
};

/** Which of the two a service is; null for every other service. */
export const filingOf = ({ regions }: Pick<Service, 'regions'>): WageFiling | null =>
  Object.values(regions).find(({ filing }) => filing !== undefined)?.filing ?? null;

/**
 * The moments of a case, the earliest first. A pre-application is filed on no day of its own: that day is the one on
 * which the office took it as its own, so that nobody relies on a limitation that was not interrupted.
 */
export function momentsOf(
  events: readonly CaseEvent[],
  service: Pick<Service, 'regions' | 'workflow'>,
): Moment[] {
  const filing = filingOf(service);
  if (filing === null) return [];
  const noted = notedIn(events, service.workflow);
  const has = (kind: MomentKind) => noted.some((one) => one.kind === kind);
  const first = events.find((event) => event.action === 'file');
  const accepted = events.filter(({ action }) => action === 'accept').at(-1);
  const found = [...answered(first?.data.answers ?? {}, first?.id), ...noted];
  const formal = first?.action === 'file' && first.data.formal === true ? first : accepted;
  if (formal && !has(FILED[filing])) found.push({ kind: FILED[filing], on: formal.day, from: formal.id });
  const completed = completedIn(events);
  if (filing === 'arbitration' && completed && !has('arbitration_completed'))
    found.push({ kind: 'arbitration_completed', on: completed.day, from: completed.id });
  if (accepted && !has(ACCEPTED[filing]))
    found.push({ kind: ACCEPTED[filing], on: accepted.day, from: accepted.id });
  return found.sort((a, b) => dayNumber(a.on) - dayNumber(b.on));
}

/** Milestones and what the resident told, as far as nothing took their place; of hearings the last one set. */
function notedIn(events: readonly CaseEvent[], workflow: Service['workflow']): Moment[] {
  const corrected = correctedIn(events);
  const hearing = hearingIn(events, workflow)?.event.id;
  const recorded = recordedIn(events, workflow).flatMap(({ event, milestone }): Moment[] =>
    milestone.moment === undefined || (milestone.hearing !== undefined && event.id !== hearing)
      ? []
      : [{ kind: milestone.moment, on: event.data.on, from: event.id }],
  );
  const told = events.flatMap((event): Moment[] =>
    event.action !== 'tell' || corrected.has(event.id)
      ? []
      : [{ kind: event.data.what, on: event.data.on, from: event.id }],
  );
  return [...recorded, ...told];
}

/** The supplement that was brought before it was accepted. */
const completedIn = (events: readonly CaseEvent[]) =>
  events
    .filter(
      ({ action, to }, index) =>
        action === 'supplement' && to === 'filed' && events[index - 1]?.to === 'supplement',
    )
    .at(-1);

/** What the form itself says. */
function answered({ still_working: still, left_on: left }: Answers, from: string | undefined): Moment[] {
  if (still !== false || typeof left !== 'string') return [];
  return [{ kind: 'employment_ended', on: left, ...(from !== undefined && { from }) }];
}
