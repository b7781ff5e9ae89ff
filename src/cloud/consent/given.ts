import { and, eq, isNull } from 'drizzle-orm';
import { CONSENTS, type ConsentKind } from '@/domain/privacy/consents';
import { type Context, servicesOf } from '../context';
import { consent } from '../store/schema';
import type { Queries } from '../store/store';

/** Given in the words of today, and not withdrawn. */
export async function consentsOf(
  context: Context,
  accountId: string,
  queries: Queries = servicesOf(context).store.db,
): Promise<ReadonlySet<ConsentKind>> {
  const rows = await queries
    .select({ kind: consent.kind, version: consent.version })
    .from(consent)
    .where(and(eq(consent.accountId, accountId), isNull(consent.withdrawnAt)));
  const known = rows.filter(({ kind, version }) => CONSENTS[kind as ConsentKind]?.version === version);
  return new Set(known.map(({ kind }) => kind as ConsentKind));
}

export const hasConsent = async (context: Context, accountId: string, kind: ConsentKind): Promise<boolean> =>
  (await consentsOf(context, accountId)).has(kind);
