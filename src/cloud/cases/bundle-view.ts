/** A bundle as its page and the desk read it: every step with where it stands, who has it and what it waits for. */
import type { BundleView } from '@/contract/cases';
import {
  isLate,
  isThere,
  type PlannedStep,
  roadOf,
  type Service,
  stepServiceId,
  sureIn,
} from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { childrenOf, standingsOf } from './bundle';
import { type CaseRecord, type CaseRow, recordOf } from './record';
import { dueOfRow } from './row-due';

/** Null for what is no bundle and no step of one; also where the bundle's file is gone. */
export async function bundleView(context: Context, record: CaseRecord): Promise<BundleView | null> {
  const { row, at } = record;
  if (at.steps === null && row.parentId === null) return null;
  const parent = row.parentId === null ? record : await recordOf(context, row.parentId);
  const { service, region } = parent.ground;
  const { steps, answers } = parent.at;
  if (!service.bundle || steps === null || region === null) return null;
  const rows = await childrenOf(servicesOf(context).store.db, parent.row.id);
  // what was filed belongs to the road, whatever the answers say since
  const road = roadOf(service.bundle, region, answers, standingsOf(steps, rows)).filter(
    ({ step }) => step.id in steps,
  );
  const { list } = service.bundle;
  return {
    id: parent.row.id,
    number: parent.row.number,
    title: service.title,
    state: parent.at.state,
    done: road.filter(({ standing }) => isThere(standing)).length,
    total: road.length,
    list: {
      source: list.source,
      verified: list.verified_for.includes(parent.row.county),
      say: list.say[region] ?? null,
    },
    steps: road.map((planned) => stepView(context, { service, region, steps, rows, road }, planned)),
  };
}

interface Around {
  readonly service: Service;
  readonly region: string;
  readonly steps: Readonly<Record<string, string | null>>;
  readonly rows: readonly CaseRow[];
  readonly road: readonly PlannedStep[];
}

function stepView(
  { book, today }: Context,
  { service, region, rows, road }: Around,
  { step, standing, stage, waits_for }: PlannedStep,
): BundleView['steps'][number] {
  const row = rows.find((one) => one.service === stepServiceId(service.id, step.id));
  const due = row ? dueOfRow(row) : null;
  const offices = book.regions.find((one) => one.region.id === region)?.region.offices ?? [];
  const title = (id: string) => road.find((one) => one.step.id === id)?.step.title ?? id;
  return {
    step: step.id,
    title: step.title,
    plain: step.plain,
    case: row?.id ?? null,
    number: row?.number ?? null,
    standing,
    stage,
    due,
    late: isLate({ due }, today),
    office: offices.find(({ id }) => id === step.regions[region]?.office)?.name ?? '经办机构',
    waits_for: standing === 'waiting' ? waits_for.map(title) : [],
    handover: step.handover === true,
    sure: sureIn(step, region),
  };
}
