/** What offices have published of employers, written down at the desk with its source. */

import { randomUUID } from 'node:crypto';
import { and, desc, eq, or } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { checkCreditCode } from '@/domain/identity';
import { recordKey } from '@/domain/jobs/record-file';
import { recordProblems } from '@/domain/jobs/reports';
import { type Context, servicesOf, staffOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { recordView } from '../../jobs/record';
import { type Poster, posterOf } from '../../postings/poster';
import { refuse, refuseField } from '../../refuse';
import { holdRecords, keyOf } from '../../store/jobs/records';
import { employerRecord } from '../../store/schema';
import type { Queries } from '../../store/store';

type View = OutputOf<'postings.add_record'>;
type Row = typeof employerRecord.$inferSelect;

const PAGE = 20;

/** It speaks of an employer to everybody. @throws NotAllowed for a village's and a township's desk */
async function writerOf(context: Context): Promise<Poster> {
  staffOf(context);
  const poster = await posterOf(context);
  if (!poster.decides) throw refuse('NotAllowed');
  return poster;
}

const viewOf = (row: Row): View => ({
  ...recordView(row),
  id: row.id,
  credit_code: row.creditCode,
  employer: row.employer,
  withdrawn: row.withdrawnAt !== null,
});

/** @throws InvalidInput */
function codeOf(text: string): string {
  const checked = checkCreditCode(text);
  if (!checked.ok) throw refuseField('credit_code', checked.problem.message);
  return checked.code;
}

/** Of this desk, the newest first. */
export async function records(
  context: Context,
  { credit_code, cursor }: InputOf<'postings.records'>,
): Promise<OutputOf<'postings.records'>> {
  const { county } = await writerOf(context);
  const { enteredAt, id } = employerRecord;
  const rows = await servicesOf(context)
    .store.db.select()
    .from(employerRecord)
    .where(
      and(
        eq(employerRecord.county, county),
        credit_code ? eq(employerRecord.creditCode, codeOf(credit_code)) : undefined,
        after(cursor, { at: enteredAt, id, order: 'desc' }),
      ),
    )
    .orderBy(desc(enteredAt), desc(id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    records: shown.map(viewOf),
    next: rows.length > PAGE && last ? cursorText(last.enteredAt, last.id) : null,
  };
}

/** Sent twice, it is there once; so is what another has written down, or a file has brought. */
export async function addRecord(context: Context, input: InputOf<'postings.add_record'>): Promise<View> {
  const writer = await writerOf(context);
  const { store, limits } = servicesOf(context);
  const creditCode = codeOf(input.credit_code);
  const [number, link, about] = [input.number || null, input.link || null, input.about || null];
  const problems = recordProblems({ ...input, number, link, about }, context.today);
  if (problems.length > 0)
    throw refuse('InvalidInput', { fields: problems.map(({ at, message }) => ({ path: at, message })) });
  await limits.take('publish_account', writer.accountId);
  const said = {
    ...{ creditCode, employer: input.employer, kind: input.kind, office: input.office },
    ...{ about, number, link, publishedOn: input.published_on, until: input.until },
  };
  return store.db.transaction(async (queries) => {
    await holdRecords(queries);
    const { row: known, taken } = await knownOf(queries, writer, input.id, said);
    if (known) return viewOf(known);
    const [row] = await queries
      .insert(employerRecord)
      .values({
        ...{ id: taken ? randomUUID() : input.id, ...said },
        ...{ county: writer.county, enteredBy: writer.accountId, enteredAt: context.now },
      })
      .returning();
    return viewOf(row as Row);
  });
}

type Said = Pick<
  Row,
  'creditCode' | 'employer' | 'kind' | 'office' | 'about' | 'number' | 'link' | 'publishedOn' | 'until'
>;

/**
 * What says the very same; null: it is new here, also where the desk has taken back what stood there.
 * @returns `taken`: something else was sent by this id before
 * @throws InvalidInput where it stands there in other words
 */
async function knownOf(
  queries: Queries,
  { county }: Poster,
  id: string,
  said: Said,
): Promise<{ readonly row: Row | null; readonly taken: boolean }> {
  const { creditCode, publishedOn, number } = said;
  const ofCode = and(eq(employerRecord.county, county), eq(employerRecord.creditCode, creditCode));
  const rows = await queries
    .select()
    .from(employerRecord)
    .where(or(eq(employerRecord.id, id), ofCode));
  const key = recordKey({ ...said, credit_code: creditCode, published_on: publishedOn });
  const ours = rows.filter((row) => row.county === county);
  const stands = ours.filter((row) => row.withdrawnAt === null && (row.id === id || keyOf(row) === key));
  const isSame = (row: Row) => Object.entries(said).every(([at, value]) => row[at as keyof Said] === value);
  // sent once more, it does not bring back what was taken back meanwhile
  const same = ours.find((row) => row.id === id && isSame(row)) ?? stands.find(isSame);
  if (same) return { row: same, taken: true };
  if (stands.length > 0)
    throw refuseField(
      number === null ? 'link' : 'number',
      '这一条已经登记过了，写的和这里不一样。要改，先撤回那一条，写明为什么，再登记',
    );
  return { row: null, taken: rows.some((row) => row.id === id) };
}

async function ownOr404(context: Context, { county }: Poster, id: string): Promise<Row> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(employerRecord)
    .where(and(eq(employerRecord.id, id), eq(employerRecord.county, county)));
  if (!row) throw refuse('NotFound');
  return row;
}

/** The row stays, with the reason; nobody sees it any more. */
export async function withdrawRecord(
  context: Context,
  { id, reason }: InputOf<'postings.withdraw_record'>,
): Promise<OutputOf<'postings.withdraw_record'>> {
  const writer = await writerOf(context);
  const row = await ownOr404(context, writer, id);
  if (row.withdrawnAt === null)
    await servicesOf(context)
      .store.db.update(employerRecord)
      .set({ withdrawnAt: context.now, withdrawnWhy: reason })
      .where(eq(employerRecord.id, id));
  return { done: true };
}
