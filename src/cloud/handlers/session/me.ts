import { eq } from 'drizzle-orm';
import type { MeView } from '@/contract/session';
import { maskName, maskPhone } from '@/domain/identity';
import { askerOf, type Context, type StaffRole, servicesOf } from '../../context';
import { memberById } from '../../store/people';
import { account } from '../../store/schema';
import { mandateById } from '../mandate/views';

const staffView = ({ county, office, until, role, town, village, name }: StaffRole): MeView['staff'] => ({
  county,
  office,
  until,
  role,
  town,
  village,
  name,
});

/** Who is signed in; while a helper acts, the holder. */
export async function me(context: Context): Promise<MeView> {
  const asker = askerOf(context);
  const { store } = servicesOf(context);
  const { subject, staff, mandate } = asker;
  const [row] = await store.db.select().from(account).where(eq(account.id, subject.id));
  const person = subject.personId === null ? null : await memberById(store, subject.personId);
  const phone =
    row?.phoneEnc && mandate === null ? store.cipher.open('account.phone', subject.id, row.phoneEnc) : null;
  return {
    account: asker.account.id,
    phone: phone === null ? null : maskPhone(phone),
    name: person ? maskName(person.row.name) : null,
    bound: person !== null,
    county: person?.county ?? null,
    staff: staff && staffView(staff),
    hides_details: person?.hidesDetails ?? false,
    shows_name: row?.showsName ?? false,
    acting: mandate ? await mandateById(context, mandate.id, asker.account.id) : null,
  };
}
