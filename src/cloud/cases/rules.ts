/** What the service files, the region and the calendar say of a case. */
import { addWorkDays } from '@/domain/calendar/work-days';
import {
  type CaseRules,
  type CaseState,
  type Due,
  dueIn,
  type Service,
  type ServiceRegion,
} from '@/domain/cases';
import type { Benefit, Office, PolicyDocument } from '@/domain/eligibility';
import type { Context } from '../context';
import { type RegionBook, regionOf } from '../policy-book/book';
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
  readonly region: RegionBook['region'];
  readonly service: Service;
  /** what the service rests on here */
  readonly here: ServiceRegion;
  readonly document: PolicyDocument;
  /** what it claims; none for a service that is always open */
  readonly benefits: readonly Benefit[];
  readonly office: Office;
  readonly rules: CaseRules;
}

/** A service as it is in one county. @throws NotFound where the county's region does not offer it */
export function groundOf(context: Pick<Context, 'book'>, service: Service, county: string): Ground {
  const { region, benefits } = regionFor(context, county);
  const here = service.regions[region.id];
  const document = context.book.documents.find(({ id }) => id === here?.document);
  const office = region.offices.find(({ id }) => id === here?.office);
  if (!here || !document || !office) throw refuse('NotFound');
  return {
    region,
    service,
    here,
    document,
    office,
    benefits: benefits.filter(({ id }) => here.benefits?.includes(id)),
    rules: { pays: service.workflow.pays, four_eyes_above: region.desk?.four_eyes_above ?? null },
  };
}

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

/** What is due in a state that began on a day. */
export const dueFrom = (
  { book, today }: Knowing,
  { workflow }: Service,
  state: CaseState,
  since: string = today,
): Due | null =>
  dueIn(state, since, workflow.limits, (from, days) => addWorkDays(book.calendars, from, days));
