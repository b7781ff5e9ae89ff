/** A decided case as one line of the exported file: docs/operations.md describes it for the other side. */
import { asc, inArray } from 'drizzle-orm';
import { type CaseEvent, rebuild } from '@/domain/cases';
import { eventOf } from '../../cases/record';
import { membersByIds } from '../people';
import { caseEvent, type serviceCase, unit } from '../schema';
import type { Store } from '../store';

export const FORMAT = 'bangfu-cases/1';

type Row = typeof serviceCase.$inferSelect;

export interface Decided {
  readonly row: Row;
  /** of the event that decided it, or corrected the payment */
  readonly seq: number;
  /** 1 for the first time this case is exported */
  readonly revision: number;
}

export interface ExportLine {
  readonly format: typeof FORMAT;
  readonly number: string;
  readonly revision: number;
  readonly county: string;
  readonly service: string;
  readonly service_title: string;
  readonly applicant: 'person' | 'unit';
  readonly name: string;
  /** ID number of a person, credit code of a unit */
  readonly id_number: string;
  readonly decision: 'approved' | 'refused';
  /** fen; null when nothing was paid, or the amount was not written down */
  readonly amount_fen: number | null;
  readonly filed_on: string;
  readonly decided_on: string;
  readonly paid_on: string | null;
}

interface Whose {
  readonly applicant: ExportLine['applicant'];
  readonly name: string;
  readonly id_number: string;
}

/** @returns in the order of the cases; `line` null for one whose applicant the register does not know */
export async function linesOf(
  store: Store,
  titles: ReadonlyMap<string, string>,
  decided: readonly Decided[],
): Promise<{ readonly decided: Decided; readonly line: ExportLine | null }[]> {
  const [events, whose] = await Promise.all([eventsOf(store, decided), applicantsOf(store, decided)]);
  return decided.map((one) => {
    const who = whose(one.row);
    const line = who && lineOf(one, who, events.get(one.row.id) ?? [], titles);
    return { decided: one, line };
  });
}

function lineOf(
  { row, revision }: Decided,
  who: Whose,
  events: readonly CaseEvent[],
  titles: ReadonlyMap<string, string>,
): ExportLine {
  const at = rebuild(events);
  const last = events.filter(({ action, to }) => DECIDES.includes(action) && to !== 'countersign').at(-1);
  return {
    format: FORMAT,
    number: row.number,
    revision,
    county: row.county,
    service: row.service,
    service_title: titles.get(row.service) ?? row.service,
    ...who,
    decision: at.state === 'refused' ? 'refused' : 'approved',
    amount_fen: at.state === 'refused' ? null : at.fen,
    filed_on: at.filed_on,
    decided_on: last?.day ?? row.closedOn ?? at.filed_on,
    paid_on: at.paid_on,
  };
}

const DECIDES: readonly string[] = ['approve', 'refuse', 'countersign'];

async function eventsOf(
  { db, cipher }: Store,
  decided: readonly Decided[],
): Promise<Map<string, CaseEvent[]>> {
  const rows = await db
    .select()
    .from(caseEvent)
    .where(
      inArray(
        caseEvent.caseId,
        decided.map(({ row }) => row.id),
      ),
    )
    .orderBy(asc(caseEvent.caseId), asc(caseEvent.seq));
  const events = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const own = events.get(row.caseId) ?? [];
    own.push(eventOf(cipher, row));
    events.set(row.caseId, own);
  }
  return events;
}

/** Who filed: the unit, or the person as the register has them now. */
async function applicantsOf(store: Store, decided: readonly Decided[]): Promise<(row: Row) => Whose | null> {
  const ids = (key: 'personId' | 'unitId') => [...new Set(decided.flatMap(({ row }) => row[key] ?? []))];
  const people = new Map((await membersByIds(store, ids('personId'))).map((one) => [one.id, one.row]));
  const unitIds = ids('unitId');
  const units =
    unitIds.length === 0 ? [] : await store.db.select().from(unit).where(inArray(unit.id, unitIds));
  const companies = new Map(units.map((one) => [one.id, one]));
  return (row) => {
    const company = row.unitId === null ? undefined : companies.get(row.unitId);
    if (company) {
      const content = JSON.parse(store.cipher.open('unit.content', company.id, company.contentEnc)) as {
        name: string;
        credit_code: string;
      };
      return { applicant: 'unit', name: content.name, id_number: content.credit_code };
    }
    const person = row.personId === null ? undefined : people.get(row.personId);
    return person ? { applicant: 'person', name: person.name, id_number: person.id_number } : null;
  };
}
