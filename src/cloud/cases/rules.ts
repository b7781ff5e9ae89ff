/** What the service files, the region and the calendar say of a case. */
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { addWorkDays } from '@/domain/calendar/work-days';
import {
  type CaseRules,
  type CaseState,
  type Due,
  dueIn,
  type LastDay,
  type Limit,
  type LimitShift,
  type Service,
  type ServiceRegion,
} from '@/domain/cases';
import type { Benefit, Office, PolicyDocument } from '@/domain/eligibility';
import { deadlineOf } from '@/domain/wages/deadline';
import { filingOf } from '@/domain/wages/moments';
import type { Context } from '../context';
import { type RegionBook, regionOf } from '../policy-book/book';
import { isFormal } from '../policy-book/services';
import { refuse } from '../refuse';

type Knowing = Pick<Context, 'book' | 'today'>;

/** @throws NotFound */
export function serviceOf({ book }: Pick<Context, 'book'>, id: string): Service {
  const found = book.services.find((service) => service.id === id);
  if (!found) throw refuse('NotFound');
  return found;
}

/** The region whose documents a county lives under. @throws RegionWithoutPack */
export function regionFor({ book }: Pick<Context, 'book'>, county: string): RegionBook {
  const id = regionOf(book, county);
  const found = book.regions.find(({ region }) => region.id === id);
  if (!found) throw refuse('RegionWithoutPack');
  return found;
}

export interface Ground {
  /** region id */
  readonly region: string | null;
  readonly service: Service;
  /** what the service rests on here */
  readonly here: Pick<ServiceRegion, 'items' | 'filing' | 'green'>;
  readonly document: Pick<PolicyDocument, 'id' | 'number' | 'effective' | 'items'>;
  /** what it claims; none for a service that is always open */
  readonly benefits: readonly Benefit[];
  readonly office: Office;
  readonly rules: CaseRules;
  /** what is sent here counts as filed, and is no pre-application */
  readonly formal?: boolean;
  /** the book no longer holds the service, or not for this place: the case can be read, and nothing is decided */
  readonly gone?: true;
}

/** A service as it is in one county. @throws NotFound where the county's region does not offer it */
export function groundOf(context: Pick<Context, 'book'>, service: Service, county: string): Ground {
  const { region, benefits } = regionFor(context, county);
  const here = service.regions[region.id];
  const document = context.book.documents.find(({ id }) => id === here?.document);
  const office = region.offices.find(({ id }) => id === here?.office);
  if (!here || !document || !office) throw refuse('NotFound');
  return {
    region: region.id,
    service,
    here,
    document,
    office,
    benefits: benefits.filter(({ id }) => here.benefits?.includes(id)),
    formal: isFormal(context.book, service, region.id),
    rules: {
      pays: service.workflow.pays,
      milestones: service.workflow.milestones !== undefined,
      moments: filingOf(service) !== null,
      handover: service.handover !== undefined,
      employer: service.about !== undefined,
      bundle: service.bundle !== undefined,
      four_eyes_above: region.desk?.four_eyes_above ?? null,
    },
  };
}

export const GONE = '不再收录的事项';

export const titleOf = ({ book }: Pick<Context, 'book'>, service: string): string =>
  book.services.find(({ id }) => id === service)?.title ?? GONE;

/** A case outlives its service file: without it everything else must go on, for everybody. */
export function groundOfCase(
  context: Pick<Context, 'book'>,
  { service: id, county }: { readonly service: string; readonly county: string },
): Ground {
  const service = context.book.services.find((one) => one.id === id) ?? goneService(id);
  const region = regionOf(context.book, county);
  if (region !== null && region in service.regions) return groundOf(context, service, county);
  return {
    region,
    service,
    here: { items: [] },
    document: { id: '', number: '依据的文件没有收录', effective: { from: '', to: null }, items: [] },
    benefits: [],
    office: { id: '', name: '经办机构', short_name: '经办机构', phone: null },
    rules: {
      pays: service.workflow.pays,
      milestones: service.workflow.milestones !== undefined,
      moments: filingOf(service) !== null,
      handover: service.handover !== undefined,
      employer: service.about !== undefined,
      bundle: service.bundle !== undefined,
      four_eyes_above: 0,
    },
    gone: true,
  };
}

/** Sent ahead of the filing itself: no period of the law runs until the office has taken it as its own. */
export const isSentAhead = ({ service, formal }: Ground, state: string): boolean =>
  state === 'filed' && filingOf(service) !== null && formal !== true;

const goneService = (id: string): Service => ({
  id,
  version: 0,
  regions: {},
  title: GONE,
  plain: '',
  for: '',
  area: 'register',
  words: [],
  applicant: 'signed_in',
  minutes: 0,
  effect: { kind: 'report', text: '' },
  questions: [],
  evidence: [],
  steps: [],
  declaration: '',
  workflow: { level: 'county', pays: false, limits: {}, review_days: 0, reopen_days: 0 },
  last_verified_on: '',
});

/** Why it cannot be filed on a day, in words; null when it can. A service that claims no benefit is always open. */
export function closedWhy({ document, benefits }: Ground, today: string): string | null {
  if (benefits.length === 0) return null;
  const { from, to, to_quote: quote } = document.effective;
  const said = quote ? `原文：“${quote}”。` : '';
  if (to !== null && today > to)
    return `依据的文件到${to}已经到期，不能再申请。${said}没有收录新文件，可以打12333问。`;
  if (today < from) return `依据的文件${from}才开始执行。`;
  const closed = benefits.map((benefit) => windowWhy(benefit, today));
  return closed.every((why) => why !== null) ? (closed[0] ?? null) : null;
}

function windowWhy({ window }: Benefit, today: string): string | null {
  if (window?.to !== undefined && today > window.to)
    return `这一项只执行到${window.to}，不能再申请。原文：“${window.quote}”。`;
  if (window?.from !== undefined && today < window.from)
    return `这一项${window.from}才开始。原文：“${window.quote}”。`;
  return null;
}

/** What the milestones of a case say of the limit that runs. */
export interface Stretch {
  readonly since?: string | undefined;
  readonly shift?: LimitShift | undefined;
}

/** What is due in a state that began on a day. While the law has it stand still, nothing is. */
export function dueFrom(
  { book, today }: Knowing,
  { workflow }: Service,
  state: CaseState,
  { since = today, shift }: Stretch = {},
): Due | null {
  const from = (state === 'filed' ? shift?.filed : state === 'accepted' ? shift?.accepted : null) ?? since;
  const due = dueIn(state, from, workflow.limits, (limit, day) => lastDayOf(book, limit, day, shift));
  return due?.of === 'decide' && shift?.suspended ? { of: due.of, on: null } : due;
}

/** Days of the file, or of the law's row: there the rolled day, and the plain one where its calendar is not out. */
function lastDayOf(
  { calendars, law }: Knowing['book'],
  limit: Limit,
  from: string,
  shift?: LimitShift,
): ReturnType<LastDay> {
  if (limit.rule === undefined) return addWorkDays(calendars, from, limit.work_days ?? 0);
  const row = law.deadlines.find(({ id }) => id === limit.rule);
  const began = isoOf(dayNumber(from) + (shift?.paused ?? 0));
  const found = row && deadlineOf(row, began, calendars, { extended: shift?.extended === true });
  if (!found) return null;
  if (found.ok) return { ok: true, day: found.statutory ?? found.advised };
  return found.error.name === 'CalendarMissing' ? { ok: false, missing: found.error.year } : null;
}
