/** What the township enters, and what was written of one resident before. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { placeHashes } from '../../store/places';
import { person, visit } from '../../store/schema';
import { chosenIn, reachOf, visitedBy } from '../../visits/scope';
import { openWritten } from './content';

export { record } from './record';
export { residents } from './residents';

const NEWEST = 100;

/** Of a village, by the clerk of its town. @returns how many visits were entered now */
export async function enter(
  context: Context,
  input: InputOf<'visits.enter'>,
): Promise<OutputOf<'visits.enter'>> {
  const { county, role } = staffOf(context);
  if (role !== 'town') throw refuse('NotAllowed');
  const { db, cipher } = servicesOf(context).store;
  const { town, village } = chosenIn(reachOf(context), input);
  const { villageHash } = placeHashes(cipher, county, { town: town ?? '', village: village ?? '' });
  const living = db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.county, county), eq(person.villageHash, villageHash)));
  const entered = await db
    .update(visit)
    .set({ enteredAt: context.now })
    .where(
      and(
        inArray(visit.personId, living),
        eq(visit.month, input.month),
        eq(visit.met, true),
        isNull(visit.enteredAt),
      ),
    )
    .returning({ id: visit.id });
  return { entered: entered.length };
}

/** The newest first; the resident sees that somebody read them. */
export async function of(context: Context, input: InputOf<'visits.of'>): Promise<OutputOf<'visits.of'>> {
  const { accountId, office } = staffOf(context);
  const { store } = servicesOf(context);
  const found = await visitedBy(context, input.person);
  if (!found) throw refuse('NotFound');
  const rows = await store.db
    .select()
    .from(visit)
    .where(eq(visit.personId, found.id))
    .orderBy(desc(visit.visitedOn), desc(visit.recordedAt))
    .limit(NEWEST);
  const purpose = '看了以前的走访记录';
  const look = { actorKind: 'staff', actorId: accountId, office, purpose, personId: found.id } as const;
  await recordLooks(store, [look], context.now);
  return rows.flatMap((row) => {
    const written = openWritten(context, row);
    if (written.kind !== 'resident') return [];
    return {
      id: row.id,
      visited_on: row.visitedOn,
      office: written.office,
      content: { ...written.content, wants: [...written.content.wants] },
      recorded_at: row.recordedAt.toISOString(),
    };
  });
}
