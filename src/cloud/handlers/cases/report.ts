/** Reports without a name: nobody is signed in, the key is said once, and only with it the answer can be read. */
import { and, eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { CaseView } from '@/contract/cases';
import { askedCounty } from '../../cases/applicant';
import { recordsOf } from '../../cases/record';
import { groundOf, groundOfCase, serviceOf } from '../../cases/rules';
import { caseView } from '../../cases/view';
import { firstEvent, type Who, write } from '../../cases/write-filing';
import { type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import type { Services } from '../../services';
import { draft, serviceCase } from '../../store/schema';
import { uuidOf } from '../../uuid';
import { checked, filedView } from './file';

/** Without the letters and digits that are read one for the other. */
const LETTERS = 'ABCDEFGHJKMNPQRTUVWXY346789';
const KEY_LENGTH = 10;

/** Made from the filing's own id, which only this phone knows: a lost answer can be asked for again. */
function keyOf({ cipher }: Services['store'], id: string): string {
  const bytes = cipher.blind('case_key', id);
  return Array.from(bytes.subarray(0, KEY_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** What it is kept under: whoever reads the case at the desk learns nothing that gives the key, or leads to a draft. */
const keptAs = ({ cipher }: Services['store'], id: string): string => uuidOf(cipher.blind('case_id', id));

const NOBODY = { kind: 'resident', id: null } as const;

/** Sent twice it is filed once, and the same key is told. */
export async function report(
  context: Context,
  input: InputOf<'cases.report'>,
): Promise<OutputOf<'cases.report'>> {
  const { store, limits } = servicesOf(context);
  const before = await reportedBefore(context, input.id);
  if (before) return before;
  const service = serviceOf(context, input.service);
  if (service.applicant !== 'anyone') throw refuse('NotFound');
  const county = askedCounty(service, input.answers) ?? input.county;
  const ground = groundOf(context, service, county);
  if (input.files.length > 0) throw refuseField('files', '不留姓名的举报现在不能带文件，请把情况写清楚');
  const answers = checked(context, ground, input, {});
  await limits.take('report_caller', context.credentials.caller);
  const key = keyOf(store, input.id);
  const who: Who = {
    accountId: null,
    personId: null,
    householdId: null,
    unitId: null,
    keyHash: store.cipher.blind('case_key_typed', key),
    town: null,
    village: null,
  };
  const kept = { id: keptAs(store, input.id), files: [] };
  const event = firstEvent(context, ground, { input: kept, answers, actor: NOBODY, county, who });
  const row = await store.db.transaction(async (queries) => {
    // what was kept of the form under an account would say whose report it is
    await queries.delete(draft).where(and(eq(draft.id, input.id), eq(draft.service, service.id)));
    return write(context, queries, event, who, service);
  });
  const filed = row
    ? { ...filedView(row, ground, false), id: input.id, key }
    : await reportedBefore(context, input.id);
  if (!filed) throw refuse('AlreadyFiled');
  return filed;
}

async function reportedBefore(context: Context, id: string): Promise<OutputOf<'cases.report'> | null> {
  const { store } = servicesOf(context);
  const [row] = await store.db
    .select()
    .from(serviceCase)
    .where(eq(serviceCase.id, keptAs(store, id)));
  return row ? { ...filedView(row, groundOfCase(context, row), true), id, key: keyOf(store, id) } : null;
}

export async function follow(context: Context, input: { number: string; key: string }): Promise<CaseView> {
  const { store, limits } = servicesOf(context);
  await limits.take('follow_caller', context.credentials.caller);
  const [row] = await store.db.select().from(serviceCase).where(eq(serviceCase.number, input.number));
  const typed = store.cipher.blind(
    'case_key_typed',
    input.key.normalize('NFKC').toUpperCase().replace(/\s/g, ''),
  );
  if (!row?.keyHash?.equals(typed)) throw refuse('NotFound');
  const [record] = await recordsOf(context, [row]);
  if (!record) throw refuse('NotFound');
  return caseView(context, record, null);
}
