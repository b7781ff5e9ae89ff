/** Corrections that a spell of work asked for go with it: left standing, they would have the office strike what is true. */
import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import { type Context, servicesOf } from '../context';
import { request } from '../store/schema';
import type { Queries } from '../store/store';
import type { Payloads } from './put';

/** @param since when that was said which is taken back; what the office has answered stays answered */
export async function takeBackCorrections(
  context: Context,
  queries: Queries,
  { accountId, spell, since }: { readonly accountId: string; readonly spell: string; readonly since: Date },
): Promise<{ withdrawn: number; answered: number }> {
  const { cipher } = servicesOf(context).store;
  const rows = await queries
    .select()
    .from(request)
    .where(
      and(eq(request.accountId, accountId), eq(request.kind, 'correction'), gte(request.createdAt, since)),
    );
  const its = rows.filter(({ id, payloadEnc }) => {
    const payload = JSON.parse(cipher.open('request.payload', id, payloadEnc)) as Payloads['correction'];
    return payload.spell === spell;
  });
  if (its.length === 0) return { withdrawn: 0, answered: 0 };
  const ids = its.map(({ id }) => id);
  // somebody may answer in the same moment: that one stays
  const gone = await queries
    .delete(request)
    .where(and(inArray(request.id, ids), isNull(request.answeredAt)))
    .returning({ id: request.id });
  return { withdrawn: gone.length, answered: its.length - gone.length };
}
