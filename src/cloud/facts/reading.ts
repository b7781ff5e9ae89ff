/** Whose facts may be read by whom: the person's own, and the household's within its limits. */
import { minor } from '@/domain/identity';
import type { ConsentKind } from '@/domain/privacy/consents';
import { consentsOf } from '../consent/given';
import { askerOf, type Context, servicesOf, subjectOf } from '../context';
import { refuse } from '../refuse';
import { recordLooks } from '../store/audit';
import { factsOf, householdOf, type Member, personById } from '../store/people';

export type Details = 'open' | 'hidden' | 'guardian_only' | 'consent_needed';

export interface Family {
  readonly self: Member;
  readonly members: readonly Member[];
  /** consents of whoever looks */
  readonly consents: ReadonlySet<ConsentKind>;
  /** a helper looks, for one of them: not somebody of the family */
  readonly outsider: boolean;
}

/** @throws NotBound; NotFound when the register no longer holds the person */
export async function familyOf(context: Context): Promise<Family> {
  const { accountId, personId } = subjectOf(context);
  const { store } = servicesOf(context);
  const me = await personById(store.db, personId);
  if (!me) throw refuse('NotFound');
  const members = await householdOf(store, me.householdId);
  const self = members.find(({ id }) => id === personId);
  if (!self) throw refuse('NotFound');
  const consents = await consentsOf(context, accountId);
  return { self, members, consents, outsider: askerOf(context).mandate !== null };
}

const bornOn = (member: Member, household: readonly Member[], today: string): string =>
  String(factsOf(member, household, today).birth_date?.value ?? today);

export const isMinor = ({ members }: Family, member: Member, today: string): boolean =>
  minor(bornOn(member, members, today), today);

/**
 * A child's details are for the guardian the register names; an adult's for the household unless hidden, and for no
 * helper of somebody else: nobody can allow what is another grown-up's.
 */
export function detailsOf(family: Family, member: Member, today: string): Details {
  const { self, consents, outsider } = family;
  if (member.id === self.id) return 'open';
  if (!isMinor(family, member, today)) return outsider || member.hidesDetails ? 'hidden' : 'open';
  if (member.row.guardian_id !== self.row.id_number) return 'guardian_only';
  return consents.has('minors') ? 'open' : 'consent_needed';
}

/**
 * The person asked about, when whoever asks may see the details.
 * @throws NotFound for anybody outside the household, NotAllowed, ConsentNeeded
 */
export function memberFor(family: Family, id: string | undefined, today: string): Member {
  if (id === undefined) return family.self;
  const member = family.members.find((one) => one.id === id);
  if (!member) throw refuse('NotFound');
  const details = detailsOf(family, member, today);
  if (details === 'consent_needed') throw refuse('ConsentNeeded');
  if (details !== 'open') throw refuse('NotAllowed');
  return member;
}

/** For the member to see: the family has looked, or the helper of one of them. */
export async function lookedAt(context: Context, member: Member, purpose: string): Promise<void> {
  const { accountId } = subjectOf(context);
  const { mandate } = askerOf(context);
  const who = mandate
    ? { actorKind: 'helper' as const, actorId: mandate.id, office: '代办人' }
    : { actorKind: 'household' as const, actorId: accountId, office: '家人' };
  await recordLooks(servicesOf(context).store, [{ ...who, purpose, personId: member.id }], context.now);
}
