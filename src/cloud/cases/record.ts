/** A case as it is stored: events in, events out. The row is written with the event, in one transaction. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import {
  type Action,
  type ActionData,
  type Actor,
  after,
  type Case,
  type CaseEvent,
  type CaseState,
  type Due,
  hearingIn,
  isOpen,
  rebuild,
  type Service,
  shiftOf,
  stateAfter,
  stepOf,
} from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { tellOfCase } from '../messages/tell-case';
import { refuse } from '../refuse';
import type { FieldCipher } from '../store/field-cipher';
import { caseEvent, serviceCase } from '../store/schema';
import type { Queries } from '../store/store';
import { followApplication } from '../work/applying';
import { dueFrom, type Ground, groundOfCase } from './rules';
import { wageColumns } from './wage-filing';

export type CaseRow = typeof serviceCase.$inferSelect;
type EventRow = typeof caseEvent.$inferSelect;

export interface CaseRecord {
  readonly row: CaseRow;
  readonly events: readonly CaseEvent[];
  readonly at: Case;
  readonly ground: Ground;
}

const PLACE = 'case_event.data';
export const NEVER = '9999-12-31';

export function eventOf(cipher: FieldCipher, row: EventRow): CaseEvent {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at.toISOString(),
    day: row.day,
    actor: {
      kind: row.actorKind as Actor['kind'],
      id: row.actorId,
      ...(row.office !== null && { office: row.office }),
    },
    action: row.action as Action,
    data: JSON.parse(cipher.open(PLACE, row.id, row.dataEnc)) as unknown,
    to: row.state as CaseState,
    due: row.due as Due | null,
  } as CaseEvent;
}

/** Cases with their events, in the order of the rows. @throws ImpossibleEvent when the store holds what cannot be */
export async function recordsOf(
  context: Context,
  rows: readonly CaseRow[],
  queries: Queries = servicesOf(context).store.db,
): Promise<CaseRecord[]> {
  if (rows.length === 0) return [];
  const { cipher } = servicesOf(context).store;
  const ids = rows.map(({ id }) => id);
  const stored = await queries
    .select()
    .from(caseEvent)
    .where(inArray(caseEvent.caseId, ids))
    .orderBy(asc(caseEvent.caseId), asc(caseEvent.seq));
  return rows.map((row) => {
    const ground = groundOfCase(context, row);
    const events = stored.filter(({ caseId }) => caseId === row.id).map((one) => eventOf(cipher, one));
    return { row, events, at: rebuild(events), ground };
  });
}

/** @throws NotFound */
export async function recordOf(context: Context, id: string, queries?: Queries): Promise<CaseRecord> {
  const [row] = await (queries ?? servicesOf(context).store.db)
    .select()
    .from(serviceCase)
    .where(eq(serviceCase.id, id));
  const [record] = row ? await recordsOf(context, [row], queries) : [];
  if (!record) throw refuse('NotFound');
  return record;
}

type Columns = Pick<
  CaseRow,
  | 'level'
  | 'county'
  | 'state'
  | 'version'
  | 'assigneeId'
  | 'dueOn'
  | 'sortOn'
  | 'dueOf'
  | 'dueMissing'
  | 'escalated'
  | 'escalatedOn'
  | 'closedOn'
  | 'inTime'
  | 'stars'
  | 'rank'
  | 'groupId'
  | 'parentId'
>;

/** The searchable copy of a case. */
export const columnsOf = (at: Case): Columns => ({
  level: at.level,
  county: at.county,
  state: at.state,
  version: at.version,
  assigneeId: at.assignee,
  dueOn: at.due?.on ?? null,
  sortOn: at.due?.on ?? NEVER,
  dueOf: at.due?.of ?? null,
  dueMissing: at.due?.missing ?? null,
  escalated: at.escalated,
  escalatedOn: at.escalated_on,
  closedOn: at.closed_on,
  inTime: at.in_time,
  stars: at.stars,
  rank: at.green === true ? 0 : 1,
  groupId: at.group,
  parentId: at.parent,
});

export interface NewEvent<A extends Action = Action> {
  readonly id: string;
  readonly actor: Actor;
  readonly action: A;
  readonly data: ActionData[A];
}

/** Where it leads. @throws ActionNotAllowed when the life cycle has no such step */
function leadsTo({ at, ground }: CaseRecord, { action, data }: NewEvent): CaseState {
  const fen = action === 'approve' ? ((data as ActionData['approve']).fen ?? null) : at.fen;
  const step = stepOf(action, at, ground.rules, fen);
  if (!step) throw refuse('ActionNotAllowed');
  return stateAfter(step, at);
}

/** The day on which the present stretch began: the limit counts from there. */
const sinceOf = (events: readonly CaseEvent[], state: CaseState): string => {
  const began = events.filter(
    (event, index) => event.to === state && (events[index - 1]?.to !== state || event.action === 'transfer'),
  );
  return (began.at(-1) ?? (events[0] as CaseEvent)).day;
};

/** What is due once this event has happened: a move starts a new limit, anything else leaves it. */
function dueWith(
  context: Context,
  { at, ground, events }: CaseRecord,
  anew: NewEvent,
  to: CaseState,
): Due | null {
  const { action, data } = anew;
  if (action === 'ask_supplement')
    return { of: 'supplement', on: (data as ActionData['ask_supplement']).until };
  if (!isOpen(to)) return null;
  const { workflow } = ground.service;
  const limit = (since?: string, with_: readonly CaseEvent[] = events) =>
    dueFrom(context, ground.service, to, { since, shift: shiftOf(with_, workflow) });
  // with another desk, and where the calendar was missing, it is counted anew though the state may stay
  if (to !== at.state || action === 'transfer') return limit();
  if (action === 'redate') return limit(sinceOf(events, to));
  if (action !== 'record' || at.state === 'supplement') return at.due;
  const after = [...events, { ...anew, seq: at.version + 1 } as unknown as CaseEvent];
  return turns(after, events, workflow) ? limit(sinceOf(events, to), after) : at.due;
}

/** Whether it says something else of the limit than was known before. */
const turns = (
  after: readonly CaseEvent[],
  before: readonly CaseEvent[],
  workflow: Service['workflow'],
): boolean => JSON.stringify(shiftOf(after, workflow)) !== JSON.stringify(shiftOf(before, workflow));

const hearingOf = (events: readonly CaseEvent[], { service }: Ground): string | null =>
  hearingIn(events, service.workflow)?.event.data.on ?? null;

export function sealedEvent(cipher: FieldCipher, caseId: string, event: CaseEvent): EventRow {
  return {
    caseId,
    seq: event.seq,
    id: event.id,
    at: new Date(event.at),
    day: event.day,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    office: event.actor.office ?? null,
    action: event.action,
    state: event.to,
    dataEnc: cipher.seal(PLACE, event.id, JSON.stringify(event.data)),
    due: event.due,
  };
}

/**
 * One event further, in the caller's transaction.
 * @throws CaseChanged when somebody else was faster
 */
export async function append<A extends Action>(
  context: Context,
  queries: Queries,
  record: CaseRecord,
  anew: NewEvent<A>,
): Promise<CaseRecord> {
  const { cipher } = servicesOf(context).store;
  const { at, row, ground } = record;
  const to = leadsTo(record, anew);
  const event = {
    ...anew,
    seq: at.version + 1,
    at: context.now.toISOString(),
    day: context.today,
    to,
    due: dueWith(context, record, anew, to),
  } as unknown as CaseEvent;
  const next = after(at, event);
  const columns = {
    ...columnsOf(next),
    ...(next.answers !== at.answers && {
      answersEnc: cipher.seal('service_case.answers', row.id, JSON.stringify(next.answers)),
      ...wageColumns(cipher, ground.service, next.answers),
    }),
    ...(anew.action === 'record' && { hearingOn: hearingOf([...record.events, event], ground) }),
  };
  // the version is the lock: of two who saw the same one only the first finds it
  const [moved] = await queries
    .update(serviceCase)
    .set(columns)
    .where(and(eq(serviceCase.id, row.id), eq(serviceCase.version, at.version)))
    .returning();
  if (!moved) throw refuse('CaseChanged');
  await queries.insert(caseEvent).values(sealedEvent(cipher, row.id, event));
  const moving = { row: moved, events: [...record.events, event], at: next, ground };
  await followApplication(context, queries, moving);
  await tellOfCase(context, queries, { ...ground, row: moved }, event);
  return moving;
}

/**
 * Whether this event was written before: the same id for the same action by the same hand.
 * @throws CaseChanged when the id belongs to something else
 */
export function happened({ events }: CaseRecord, { id, action, actor }: Omit<NewEvent, 'data'>): boolean {
  const found = events.find((one) => one.id === id);
  if (!found) return false;
  if (found.action !== action || found.actor.id !== actor.id) throw refuse('CaseChanged');
  return true;
}
