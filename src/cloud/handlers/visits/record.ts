import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { dayInChina } from '@/domain/calendar/china';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import { decodeBase64url } from '@/domain/code';
import { VISIT_DAYS } from '@/domain/visits';
import { everyKey } from '../../code/keys';
import { verify } from '../../code/signer';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { recordLooksIn } from '../../store/audit';
import { memberById } from '../../store/people';
import { placeOf } from '../../store/places';
import { codeRef, visit } from '../../store/schema';
import type { Queries } from '../../store/store';
import { reachOf, type Visited, visitedBy } from '../../visits/scope';
import { sealWritten } from './content';

type Input = InputOf<'visits.record'>;
type Row = typeof visit.$inferInsert;

/** Made in a village without a signal, sent later, perhaps twice: kept once. */
export async function record(context: Context, input: Input): Promise<OutputOf<'visits.record'>> {
  const { accountId } = staffOf(context);
  const { store } = servicesOf(context);
  // what is kept already is not judged again: the days go on while a phone waits for a signal
  if (await isKept(context, store.db, input.id)) return { id: input.id, again: true };
  checkDay(context, input.visited_on);
  const { row, personId } =
    input.kind === 'resident'
      ? await residentRow(context, input)
      : { row: workshopRow(context, input), personId: null };
  const again = await store.db.transaction(async (queries) => {
    const [anew] = await queries.insert(visit).values(row).onConflictDoNothing().returning({ id: visit.id });
    if (!anew) return isKept(context, queries, input.id);
    if (personId === null) return false;
    const { office } = staffOf(context);
    const purpose = `${input.visited_on}走访，写了记录`;
    const look = { actorKind: 'staff', actorId: accountId, office, purpose, personId } as const;
    await recordLooksIn(queries, store.keys.audit, [look], context.now);
    return false;
  });
  return { id: input.id, again };
}

/** @throws NotFound when the id is somebody else's visit */
async function isKept(context: Context, queries: Queries, id: string): Promise<boolean> {
  const [found] = await queries.select({ staffId: visit.staffId }).from(visit).where(eq(visit.id, id));
  if (found && found.staffId !== staffOf(context).accountId) throw refuse('NotFound');
  return found !== undefined;
}

function checkDay({ today }: Context, visitedOn: string): void {
  if (visitedOn > today) throw refuseField('visited_on', '走访的日期还没有到，请改成真正去的那一天');
  if (visitedOn < isoOf(dayNumber(today) - VISIT_DAYS))
    throw refuseField('visited_on', `超过${VISIT_DAYS}天的走访不能再补记，请告诉乡镇的工作人员`);
}

const common = (context: Context, { id, visited_on }: Input) => ({
  id,
  county: staffOf(context).county,
  staffId: staffOf(context).accountId,
  visitedOn: visited_on,
  month: visited_on.slice(0, 7),
  recordedAt: context.now,
});

async function residentRow(
  context: Context,
  input: Extract<Input, { kind: 'resident' }>,
): Promise<{ row: Row; personId: string }> {
  const visited = await personOf(context, input);
  const member = await memberById(servicesOf(context).store, visited.id);
  if (!member) throw refuse('NotFound');
  const { town, village } = placeOf(member.row);
  const { office } = staffOf(context);
  const { kind, content } = input;
  const row = {
    ...common(context, input),
    kind,
    personId: visited.id,
    householdId: visited.householdId,
    town: town || null,
    village: village || null,
    met: content.how !== 'not_met',
    contentEnc: sealWritten(context, input.id, { kind, office, content }),
  };
  return { row, personId: visited.id };
}

function workshopRow(context: Context, input: Extract<Input, { kind: 'workshop' }>): Row {
  const { kind, name, workers = null, note = null } = input;
  const { office } = staffOf(context);
  return {
    ...common(context, input),
    ...reachOf(context),
    kind,
    contentEnc: sealWritten(context, input.id, { kind, office, name, workers, note }),
  };
}

/** @throws NotFound, InvalidInput */
async function personOf(
  context: Context,
  { person, code, visited_on }: Extract<Input, { kind: 'resident' }>,
): Promise<Visited> {
  if ((person === undefined) === (code === undefined))
    throw refuseField('person', '请从名单里选一个人，或者扫对方的帮扶码，两样选一样');
  if (person !== undefined) {
    const found = await visitedBy(context, person);
    if (!found) throw refuse('NotFound');
    return found;
  }
  const found = await visitedBy(context, await holderOf(context, code ?? '', visited_on));
  if (!found) throw refuseField('code', '这个人不在您负责的地方，请告诉对方村里的工作人员');
  return found;
}

/**
 * Whose code was scanned that day. A code whose day is over is no proof at a desk; here it only says who was met, and
 * its signature that it was not made up. One that was stopped later was good when it was shown.
 * @throws InvalidInput in words
 */
async function holderOf(context: Context, code: string, visitedOn: string): Promise<string> {
  const read = await verify(code, await everyKey(context));
  if (!read.ok) throw refuseField('code', `${read.problem.message}；也可以从名单里选人`);
  const { r, i } = read.payload;
  const day = dayInChina(new Date(i * 1000));
  if (day !== visitedOn)
    throw refuseField('code', `这个码是${day}的，和走访的日期不一样，请改日期或从名单里选人`);
  const ref = decodeBase64url(r);
  const [found] = ref
    ? await servicesOf(context)
        .store.db.select({ personId: codeRef.personId })
        .from(codeRef)
        .where(eq(codeRef.ref, Buffer.from(ref)))
    : [];
  if (!found) throw refuseField('code', '认不出这个码是谁的，请从名单里选人');
  return found.personId;
}
