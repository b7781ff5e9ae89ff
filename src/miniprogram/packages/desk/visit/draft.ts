/** A visit as it is written, kept on the phone until it was sent off. */

import type { InputOf } from '@/contract/api';
import { dayNumber } from '@/domain/calendar/days';
import { keysOf, VISIT_DAYS, VISIT_HOW, VISIT_WANTS, VISIT_WORK } from '@/domain/visits';

export type Sent = InputOf<'visits.record'>;
export type How = keyof typeof VISIT_HOW;
export type Work = keyof typeof VISIT_WORK;
export type Want = keyof typeof VISIT_WANTS;

export interface VisitDraft {
  readonly id: string;
  readonly visited_on: string;
  readonly how: How | null;
  readonly work: Work | null;
  readonly wants: readonly Want[];
  readonly note: string;
  /** of a workshop */
  readonly name: string;
  readonly workers: string;
}

export type About =
  | { readonly kind: 'resident'; readonly person?: string; readonly code?: string }
  | { readonly kind: 'workshop' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const oneOf = <K extends string>(value: unknown, keys: readonly K[]): K | null =>
  keys.find((key) => key === value) ?? null;

/** What was kept, as far as it can be trusted; null when it is none. */
export function draftAgain(kept: unknown): VisitDraft | null {
  if (!isRecord(kept) || text(kept.id) === '' || text(kept.visited_on) === '') return null;
  const wants = Array.isArray(kept.wants) ? kept.wants : [];
  return {
    id: text(kept.id),
    visited_on: text(kept.visited_on),
    how: oneOf(kept.how, keysOf(VISIT_HOW)),
    work: oneOf(kept.work, keysOf(VISIT_WORK)),
    wants: keysOf(VISIT_WANTS).filter((want) => wants.includes(want)),
    note: text(kept.note),
    name: text(kept.name),
    workers: text(kept.workers),
  };
}

/** A visit the server refused, to be mended. */
export function draftOf(sent: unknown): VisitDraft | null {
  if (!isRecord(sent)) return null;
  const content = isRecord(sent.content) ? sent.content : sent;
  const workers = typeof sent.workers === 'number' ? `${sent.workers}` : '';
  return draftAgain({ ...content, id: sent.id, visited_on: sent.visited_on, name: sent.name, workers });
}

export type VisitProblems = Partial<
  Record<'visited_on' | 'how' | 'work' | 'wants' | 'name' | 'workers', string>
>;

/** @param today `YYYY-MM-DD` by this phone */
export function visitProblems(about: About, draft: VisitDraft, today: string): VisitProblems {
  const problems: { -readonly [K in keyof VisitProblems]: string } = {};
  if (draft.visited_on > today) problems.visited_on = '这一天还没有到，请选真正去的那一天';
  else if (dayNumber(today) - dayNumber(draft.visited_on) > VISIT_DAYS)
    problems.visited_on = `超过${VISIT_DAYS}天的走访不能再补记，请告诉乡镇的工作人员`;
  if (about.kind === 'workshop') {
    if (draft.name.trim() === '') problems.name = '请写车间的名字';
    if (draft.workers.trim() !== '' && workersOf(draft) === null)
      problems.workers = '请填人数，0到10000的整数';
    return problems;
  }
  if (draft.how === null) problems.how = '请选怎么走访的';
  if (draft.how !== null && draft.how !== 'not_met') {
    if (draft.work === null) problems.work = '请选现在干不干活；没问到就选“没问到”';
    if (draft.wants.length === 0) problems.wants = '请选他有什么要求；没有就选“没有要求”';
  }
  return problems;
}

function workersOf({ workers }: VisitDraft): number | null {
  const typed = workers.normalize('NFKC').trim();
  return /^\d{1,5}$/.test(typed) && Number(typed) <= 10_000 ? Number(typed) : null;
}

/** What is sent; checked before. Whoever was not met was not asked either. */
export function sentOf(about: About, draft: VisitDraft): Sent {
  const { id, visited_on } = draft;
  const note = draft.note.trim();
  const said = note === '' ? {} : { note };
  if (about.kind === 'workshop') {
    const workers = workersOf(draft);
    const name = draft.name.trim();
    return { id, kind: 'workshop', name, visited_on, ...(workers !== null && { workers }), ...said };
  }
  const met = draft.how !== 'not_met';
  const content = {
    how: draft.how ?? 'home',
    work: met ? (draft.work ?? 'unknown') : 'unknown',
    wants: met ? [...draft.wants] : [],
    ...said,
  };
  const who = about.person !== undefined ? { person: about.person } : { code: about.code };
  return { id, kind: 'resident', ...who, visited_on, content };
}

/** Nothing wanted, and wanting something, exclude each other. */
export function wantsWith(wants: readonly Want[], want: Want, on: boolean): readonly Want[] {
  const others = wants.filter((one) => one !== want);
  if (!on) return others;
  return want === 'nothing' ? ['nothing'] : [...others.filter((one) => one !== 'nothing'), want];
}
