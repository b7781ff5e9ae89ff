/** How people are called and reached, and who says so: the register, else the phone signed in with, else they themselves. */
import { eq } from 'drizzle-orm';
import type { KnownBy } from '@/domain/hands';
import { checkPhoneNumber } from '@/domain/identity';
import { askerOf, type Context, servicesOf } from '../context';
import { refuseField } from '../refuse';
import { memberById } from '../store/people';
import { account, type gathering, type hand } from '../store/schema';

interface Contact {
  readonly name: string;
  readonly phone: string | null;
  /** not there: kept before that was written down */
  readonly known?: { readonly name: KnownBy; readonly phone: KnownBy };
}

export const contactKnown = ({ known }: Contact): NonNullable<Contact['known']> =>
  known ?? { name: 'typed', phone: 'typed' };

type Sealed<T extends { $inferSelect: unknown }> = T['$inferSelect'];

const read = (context: Context, place: string, row: { id: string; contentEnc: Buffer }): Contact =>
  JSON.parse(servicesOf(context).store.cipher.open(place, row.id, row.contentEnc)) as Contact;

export const organiserIn = (context: Context, row: Sealed<typeof gathering>): Contact =>
  read(context, 'hands_gathering.content', row);
export const handIn = (context: Context, row: Sealed<typeof hand>): Contact =>
  read(context, 'hands_member.content', row);

/** The number somebody signed in with and proved by SMS; null: none. */
export async function provenPhone(context: Context, accountId: string): Promise<string | null> {
  const { db, cipher } = servicesOf(context).store;
  const [own] = await db
    .select({ phoneEnc: account.phoneEnc })
    .from(account)
    .where(eq(account.id, accountId));
  return own?.phoneEnc ? cipher.open('account.phone', accountId, own.phoneEnc) : null;
}

interface Said {
  readonly name?: string;
  readonly phone?: string;
}

/**
 * @param path where in the input the name and telephone stand
 * @throws InvalidInput in words
 */
export async function contactOf(context: Context, said: Said, path: string, why: string): Promise<Contact> {
  const { subject } = askerOf(context);
  const member =
    subject.personId === null ? null : await memberById(servicesOf(context).store, subject.personId);
  const name = member?.row.name ?? said.name;
  if (name === undefined) throw refuseField(`${path}name`, why);
  const named: KnownBy = member ? 'register' : 'typed';
  const registered = typeof member?.row.phone === 'string' ? member.row.phone : null;
  const reached = (phone: string | null, by: KnownBy): Contact => ({
    ...{ name, phone, known: { name: named, phone: by } },
  });
  const proven = await provenPhone(context, subject.id);
  if (said.phone === undefined)
    return registered === null ? reached(proven, 'login') : reached(registered, 'register');
  const checked = checkPhoneNumber(said.phone);
  if (!checked.ok) throw refuseField(`${path}phone`, checked.problem.message);
  const by = checked.number === proven ? 'login' : checked.number === registered ? 'register' : 'typed';
  return reached(checked.number, by);
}
