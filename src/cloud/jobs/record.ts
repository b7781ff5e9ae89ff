/** What offices have published of an employer. What is only complained about is never read here. */
import { and, desc, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { EmployerRecord } from '@/contract/jobs';
import { type Context, servicesOf } from '../context';
import { employerRecord } from '../store/schema';

type Row = typeof employerRecord.$inferSelect;

export const recordView = ({
  kind,
  office,
  about,
  number,
  link,
  publishedOn,
  until,
}: Row): EmployerRecord => ({
  ...{ kind, office, about, number, link, until },
  published_on: publishedOn,
});

/** What everybody reads: it can be looked up, and the office has not said that its time is over. */
export const isShown = (today: string) =>
  and(
    isNull(employerRecord.withdrawnAt),
    or(isNotNull(employerRecord.number), isNotNull(employerRecord.link)),
    or(isNull(employerRecord.until), gte(employerRecord.until, today)),
  );

const MOST = 10;

/** Matched by the credit code alone, for names are alike; as long as the office says it stands. The newest first. */
export async function recordsOf(
  context: Context,
  creditCodes: readonly (string | null)[],
): Promise<(creditCode: string | null) => EmployerRecord[]> {
  const codes = [...new Set(creditCodes.flatMap((code) => code ?? []))];
  if (codes.length === 0) return () => [];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(employerRecord)
    .where(and(inArray(employerRecord.creditCode, codes), isShown(context.today)))
    .orderBy(desc(employerRecord.publishedOn), employerRecord.id);
  return (code) =>
    rows
      .filter(({ creditCode }) => creditCode === code)
      .slice(0, MOST)
      .map(recordView);
}
