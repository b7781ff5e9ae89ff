/** The agreed wage as one page with who came, and whether a printed one is genuine. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { knownIn, recordName, standingOf } from '@/domain/hands';
import { maskName } from '@/domain/identity';
import { linkTo } from '@/domain/links';
import { type Context, servicesOf } from '../../context';
import { agreementOf, partyOf } from '../../hands/party';
import { attendanceOf, isWhole, rowsOf } from '../../hands/record';
import type { HandRow } from '../../hands/seats';
import { refuse } from '../../refuse';
import { gathering, hand } from '../../store/schema';

const PROOF_BYTES = 10;
type Cipher = { readonly cipher: { blind(purpose: string, value: string): Buffer } };

/** Keyed, over number, record and hash: nobody can print one that was never agreed. */
const proofOf = ({ cipher }: Cipher, { agreement: number, id }: HandRow, hash: string): string =>
  cipher.blind('hands_record', `${number} ${id} ${hash}`).subarray(0, PROOF_BYTES).toString('hex');

export async function paper(
  context: Context,
  { id }: InputOf<'hands.paper'>,
): Promise<OutputOf<'hands.paper'>> {
  const party = await partyOf(context, id);
  const { store, publicUrl } = servicesOf(context);
  const rows = await rowsOf(context, store.db, id);
  const view = agreementOf(context, party, rows);
  if (view.number === null || view.agreed_at === null || view.hash === null)
    throw refuse('ActionNotAllowed', {
      fields: [{ path: 'id', message: '两边都点了“就是这样”，才有这张纸' }],
    });
  const proof = proofOf(store, party.row, view.hash);
  const address = publicUrl
    ? linkTo(publicUrl, 'wage_record', { n: view.number, p: proof })
    : `${view.number} ${proof}`;
  // three megabytes of code and fonts: read when somebody wants one
  const { wageRecordPdf } = await import('../../adapters/documents/wage-record');
  const pdf = await wageRecordPdf({
    ...{ terms: view.terms, number: view.number, hash: view.hash, proof, address },
    ...{ attendance: view.attendance, printedAt: view.now },
    organiserAt: view.organiser_at ?? view.agreed_at,
    workerAt: view.worker_at ?? view.agreed_at,
  });
  return {
    name: `${recordName(view.attendance)}-${view.number}.pdf`,
    type: 'application/pdf',
    base64: pdf.toString('base64'),
  };
}

/** In even time, whatever is typed; and only while the rows are the ones that were written. */
export async function verify(
  context: Context,
  input: InputOf<'hands.verify'>,
): Promise<OutputOf<'hands.verify'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('verify_caller', context.credentials.caller);
  const [found] = await store.db
    .select({ row: hand, of: gathering })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(eq(hand.agreement, input.number.toUpperCase()));
  const rows = found ? await rowsOf(context, store.db, found.row.id) : [];
  const { last, agreed_at } = standingOf(rows);
  const hash = rows.at(-1)?.hash;
  if (!found || !last?.terms || agreed_at === null || hash === undefined)
    return { genuine: false, record: null };
  const hashed = (text: string) => store.cipher.blind('hands_record_typed', text);
  const same = hashed(input.proof.toLowerCase()).equals(hashed(proofOf(store, found.row, hash)));
  if (!same || !isWhole(found.row.id, rows)) return { genuine: false, record: null };
  const { employer, worker, place, day, work, pay_fen, pay_unit, paid } = last.terms;
  const known = knownIn(last.terms);
  return {
    genuine: true,
    record: {
      ...{ place, day, work, pay_fen, pay_unit, paid, agreed_at, hash },
      employer: found.of.kind === 'person' ? maskName(employer) : employer,
      worker: maskName(worker),
      known: { employer: known.employer, worker: known.worker },
      attendance: attendanceOf(context, found.of, found.row),
    },
  };
}
