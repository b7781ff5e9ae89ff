/** Hands are wanted: published with its posting at once. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { GatheringInput } from '@/contract/hands';
import { gatheringProblems } from '@/domain/hands';
import { checkPhoneNumber, maskName } from '@/domain/identity';
import { type Context, packFor, servicesOf } from '../../context';
import { columnsOf, heldBack, isSame, postingOf } from '../../hands/announced';
import { contactOf } from '../../hands/contact';
import { type Organiser, organiserOf } from '../../hands/organiser';
import { requireFew, takeDay, vouchingFor } from '../../hands/unvouched';
import { gatheringViewOf } from '../../hands/view';
import { holdAccount } from '../../hold-account';
import { pointOf } from '../../policy-book/points';
import { recordEvent, tellUnit } from '../../postings/events';
import { refuse, refuseField } from '../../refuse';
import { gathering, posting } from '../../store/schema';
import type { Queries } from '../../store/store';

/** Sent twice, it is published once. @throws CaseChanged for an id under which something else stands */
export async function publish(
  context: Context,
  { id, gathering: draft }: InputOf<'hands.publish'>,
): Promise<OutputOf<'hands.publish'>> {
  const organiser = await organiserOf(context);
  const { store, limits } = servicesOf(context);
  const [known] = await store.db.select().from(gathering).where(eq(gathering.id, id));
  if (known) {
    if (known.accountId !== organiser.accountId) throw refuse('NotFound');
    if (!isSame(known, draft)) throw refuse('CaseChanged');
    return viewOr404(context, id);
  }
  await limits.take('gather_account', organiser.accountId);
  placed(context, organiser, draft);
  ownNumber(organiser, draft);
  const problems = gatheringProblems(draft, context.now.getTime());
  if (problems.length > 0)
    throw refuse('InvalidInput', {
      fields: problems.map(({ at, message }) => ({ path: `gathering.${at}`, message })),
    });
  const called = await contactOf(
    context,
    namedBy(organiser, draft),
    'gathering.',
    '请写您的名字，来干活的人要知道找谁',
  );
  // everybody reads the number of an office and of a unit: whoever typed none has not given the own one away
  const contact =
    organiser.as !== 'person' && draft.phone === undefined ? { ...called, phone: null } : called;
  const employer = organiser.name ?? `个人 ${maskName(contact.name)}`;
  // said at once, to whoever wrote it: there is no day to wait for the desk
  const held = heldBack(draft);
  if (held) throw refuseField('gathering.work', held);
  const point = pointOf(context.book, draft.county, draft.town || null);
  if (!point) throw refuse('RegionWithoutPack');
  const { unvouched, waits } = await vouchingFor(context, organiser, draft.county);
  if (unvouched) await takeDay(context, unvouched, organiser);
  await holdAccount(context, organiser.accountId, async (queries, { personId }) => {
    const [twin] = await queries.select().from(gathering).where(eq(gathering.id, id));
    if (twin) {
      if (twin.accountId === organiser.accountId && isSame(twin, draft)) return;
      throw refuse('CaseChanged');
    }
    if (unvouched) await requireFew(context, queries, unvouched, organiser, personId);
    const [made] = await queries
      .insert(gathering)
      .values({
        ...columnsOf(draft),
        ...{ id, employer, kind: organiser.as, accountId: organiser.accountId, unitId: organiser.unitId },
        ...{ state: 'open' as const, createdAt: context.now },
        contentEnc: store.cipher.seal('hands_gathering.content', id, JSON.stringify(contact)),
      })
      .onConflictDoNothing()
      .returning({ id: gathering.id });
    const phone = organiser.as === 'person' ? null : contact.phone;
    const [posted] = await queries
      .insert(posting)
      .values(postingOf(context, { id, draft, organiser, employer, phone, point, waits }))
      .onConflictDoNothing()
      .returning();
    // somebody else's id: both are undone
    if (!made || !posted) throw refuse('CaseChanged');
    if (waits) await tellWaits(context, queries, { ...organiser, name: employer }, posted);
  });
  return viewOr404(context, id);
}

async function tellWaits(
  context: Context,
  queries: Queries,
  { accountId, name }: Organiser & { readonly name: string },
  posted: typeof posting.$inferSelect,
): Promise<void> {
  const by = { as: 'unit', accountId, name, decides: false } as const;
  await recordEvent(context, queries, posted, { by, action: 'proposed', state: 'proposed' });
  await tellUnit(
    context,
    queries,
    posted,
    '区县先看过，大家才看得到、才能报。急的话，请打电话问区县人社部门。',
  );
}

/** Whom nobody vouches for is called at the number that was proven, and at no other. @throws InvalidInput */
function ownNumber({ as, phone }: Organiser, draft: GatheringInput): void {
  if (as !== 'person' || draft.phone === undefined) return;
  const checked = checkPhoneNumber(draft.phone);
  if (checked.ok && checked.number !== phone)
    throw refuseField('gathering.phone', '个人发布，电话只能写您登录的这个手机号；也可以不写');
}

/** An office and a unit are called by their name; whoever stands there may be written beside it. */
const namedBy = ({ as, name, phone }: Organiser, draft: GatheringInput) => ({
  ...(name === null ? draft.name !== undefined && { name: draft.name } : { name: draft.name ?? name }),
  ...(as === 'person' && phone !== null ? { phone } : draft.phone !== undefined && { phone: draft.phone }),
});

/** @throws RegionWithoutPack, InvalidInput for a place that is not the organiser's to publish in */
function placed(context: Context, organiser: Organiser, draft: GatheringInput): void {
  const region = packFor(context, draft.county)?.region;
  if (!region) throw refuse('RegionWithoutPack');
  if (!region.units.some(({ code }) => code === draft.county))
    throw refuseField('gathering.county', '请选到区县');
  if (organiser.county !== null && draft.county !== organiser.county)
    throw refuseField('gathering.county', '只能发布本区县的活');
  if (organiser.town !== null && draft.town !== organiser.town)
    throw refuseField('gathering.town', `只能发布${organiser.town}的活`);
}

async function viewOr404(context: Context, id: string): Promise<OutputOf<'hands.publish'>> {
  const view = await gatheringViewOf(context, id);
  if (!view) throw refuse('NotFound');
  return view;
}
