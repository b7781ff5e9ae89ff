/** 回避: nobody vouches for the own unit, whoever's hand its posting is written in. */
import { eq } from 'drizzle-orm';
import { checkCreditCode } from '@/domain/identity';
import { type Context, servicesOf } from '../../context';
import { isInUnit, personsOf } from '../../desk/conflict';
import type { Poster } from '../../postings/poster';
import { refuse } from '../../refuse';
import { unit } from '../../store/schema';
import type { Queries } from '../../store/store';

/** @param of the desk writes down only the credit code @throws ActionNotAllowed for staff of the unit itself */
export async function requireOther(
  context: Context,
  queries: Queries,
  { as, accountId }: Poster,
  of: { readonly unitId: string | null; readonly creditCode: string | null },
): Promise<void> {
  if (as === 'unit') return;
  const units = [of.unitId, await unitOfCode(context, queries, of.creditCode)];
  const persons = personsOf(context);
  for (const id of new Set(units))
    if (id !== null && (await isInUnit(queries, id, [accountId], persons)))
      throw refuse('ActionNotAllowed', {
        fields: [{ path: 'id', message: '您是这个单位的经办人，要回避，请别的工作人员办' }],
      });
}

async function unitOfCode(context: Context, queries: Queries, creditCode: string | null) {
  const checked = creditCode === null ? null : checkCreditCode(creditCode);
  if (!checked?.ok) return null;
  const { cipher } = servicesOf(context).store;
  const [found] = await queries
    .select({ id: unit.id })
    .from(unit)
    .where(eq(unit.codeHash, cipher.blind('credit_code', checked.code)));
  return found?.id ?? null;
}
