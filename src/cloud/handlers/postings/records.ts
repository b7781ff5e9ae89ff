/** What offices have published of employers, written down at the desk with its source. */
import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { checkCreditCode } from '@/domain/identity';
import { recordProblems } from '@/domain/jobs/reports';
import { type Context, servicesOf, staffOf } from '../../context';
import { recordView } from '../../jobs/record';
import { type Poster, posterOf } from '../../postings/poster';
import { refuse, refuseField } from '../../refuse';
import { employerRecord } from '../../store/schema';

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
  const from = cursor === undefined ? null : /^(\d{1,13}) ([0-9a-f-]{36})$/.exec(cursor);
  if (cursor !== undefined && !from) throw refuseField('cursor', '请从第一页重新看');
  const at = new Date(Number(from?.[1] ?? 0));
  const rows = await servicesOf(context)
    .store.db.select()
    .from(employerRecord)
    .where(
      and(
        eq(employerRecord.county, county),
        credit_code ? eq(employerRecord.creditCode, codeOf(credit_code)) : undefined,
        from ? or(lt(enteredAt, at), and(eq(enteredAt, at), lt(id, from[2] as string))) : undefined,
      ),
    )
    .orderBy(desc(enteredAt), desc(id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    records: shown.map(viewOf),
    next: rows.length > PAGE && last ? `${last.enteredAt.getTime()} ${last.id}` : null,
  };
}

/** Sent twice, it is there once. */
export async function addRecord(context: Context, input: InputOf<'postings.add_record'>): Promise<View> {
  const writer = await writerOf(context);
  const { store, limits } = servicesOf(context);
  const creditCode = codeOf(input.credit_code);
  const [number, link, about] = [input.number || null, input.link || null, input.about || null];
  const problems = recordProblems({ ...input, number, link, about }, context.today);
  if (problems.length > 0)
    throw refuse('InvalidInput', { fields: problems.map(({ at, message }) => ({ path: at, message })) });
  await limits.take('publish_account', writer.accountId);
  await store.db
    .insert(employerRecord)
    .values({
      ...{ id: input.id, creditCode, employer: input.employer, kind: input.kind, office: input.office },
      ...{ about, number, link, publishedOn: input.published_on, until: input.until },
      ...{ county: writer.county, enteredBy: writer.accountId, enteredAt: context.now },
    })
    .onConflictDoNothing();
  return viewOf(await ownOr404(context, writer, input.id));
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
