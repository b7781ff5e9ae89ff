import { and, desc, eq, isNull, or } from 'drizzle-orm';
import type { Look } from '@/contract/resident';
import { askerOf, type Context, servicesOf } from '../../context';
import { personById } from '../../store/people';
import { accessLog } from '../../store/schema';

export type LookRow = typeof accessLog.$inferSelect;

/** The page shows the newest; the export has all. */
const NEWEST = 500;

export const lookView = ({ at, actorKind, office, purpose }: LookRow): Look => ({
  at: at.toISOString(),
  who: actorKind as Look['who'],
  office,
  purpose,
});

/** Every look at the person: by name, by account, or at everybody, of the county or of all. */
export async function looksAt(context: Context, limit: number | null = NEWEST): Promise<LookRow[]> {
  const { account } = askerOf(context);
  const { db } = servicesOf(context).store;
  const person = account.personId === null ? null : await personById(db, account.personId);
  const everybody =
    person &&
    and(
      or(eq(accessLog.county, person.county), isNull(accessLog.county)),
      isNull(accessLog.personId),
      isNull(accessLog.accountId),
    );
  const found = db
    .select()
    .from(accessLog)
    .where(
      or(
        eq(accessLog.accountId, account.id),
        ...(person ? [eq(accessLog.personId, person.id)] : []),
        ...(everybody ? [everybody] : []),
      ),
    )
    .orderBy(desc(accessLog.seq));
  return limit === null ? found : found.limit(limit);
}

export const looks = async (context: Context): Promise<Look[]> => (await looksAt(context)).map(lookView);
