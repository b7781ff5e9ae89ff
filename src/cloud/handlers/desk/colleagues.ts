import { and, eq, gte } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { type Context, servicesOf, staffOf } from '../../context';
import { staff } from '../../store/schema';

export const officerName = (
  context: Context,
  { id, nameEnc, office }: Pick<typeof staff.$inferSelect, 'id' | 'nameEnc' | 'office'>,
): string => (nameEnc ? servicesOf(context).store.cipher.open('staff.name', id, nameEnc) : office);

export const colleaguesOf = async (context: Context): Promise<DeskCase['colleagues']> =>
  (await deskStaff(context)).map((one) => ({ id: one.id, name: officerName(context, one) }));

/** Who works at the same desk today. */
export async function deskStaff(context: Context): Promise<(typeof staff.$inferSelect)[]> {
  const { county, role, town, village } = staffOf(context);
  const rows = await servicesOf(context)
    .store.db.select()
    .from(staff)
    .where(and(eq(staff.county, county), gte(staff.until, context.today)));
  return rows.filter(
    (one) => role === 'admin' || (one.role === role && one.town === town && one.village === village),
  );
}
