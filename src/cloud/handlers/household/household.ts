import { eq } from 'drizzle-orm';
import { maskName } from '@/domain/identity';
import { columnSpec } from '@/domain/register';
import { type Context, servicesOf, subjectOf } from '../../context';
import { detailsOf, familyOf, isMinor } from '../../facts/reading';
import { person } from '../../store/schema';

const relationLabel = (code: string): string =>
  columnSpec('relation').choices?.find((choice) => choice.code === code)?.label ?? '家人';

/** The members, the person first. */
export async function mine(context: Context) {
  const family = await familyOf(context);
  const { self, members } = family;
  return [self, ...members.filter(({ id }) => id !== self.id)].map((member) => ({
    id: member.id,
    // a helper is told nobody's whole name
    name: family.outsider ? maskName(member.row.name) : member.row.name,
    relation: relationLabel(member.row.relation),
    self: member.id === self.id,
    minor: isMinor(family, member, context.today),
    details: detailsOf(family, member, context.today),
  }));
}

export async function hide(context: Context, { hidden }: { hidden: boolean }): Promise<{ done: true }> {
  const { personId } = subjectOf(context);
  await servicesOf(context)
    .store.db.update(person)
    .set({ hidesDetails: hidden })
    .where(eq(person.id, personId));
  return { done: true };
}
