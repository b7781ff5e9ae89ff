/** The certificate: a page to keep, and whether a printed one is genuine. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { maskName } from '@/domain/identity';
import { linkTo } from '@/domain/links';
import { countyName } from '../../cases/names';
import { type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { trainingEnrolment, trainingMark, trainingSession } from '../../store/schema';
import type { EnrolmentRow } from '../../training/seats';
import { mineOr404 } from './own';
import { contactIn } from './roster';

const PROOF_BYTES = 10;

type Cipher = { readonly cipher: { blind(purpose: string, value: string): Buffer } };

/** Keyed, over the number and the enrolment: nobody can print one that was never issued. */
const proofOf = ({ cipher }: Cipher, row: EnrolmentRow): string =>
  cipher
    .blind('training_certificate', `${row.certificate} ${row.id}`)
    .subarray(0, PROOF_BYTES)
    .toString('hex');

/** In even time, whatever is typed. */
const isProof = (store: Cipher, row: EnrolmentRow, typed: string): boolean => {
  const hashed = (text: string) => store.cipher.blind('training_certificate_typed', text);
  return hashed(typed).equals(hashed(proofOf(store, row)));
};

const sessionOf = async (context: Context, id: string) => {
  const [found] = await servicesOf(context)
    .store.db.select()
    .from(trainingSession)
    .where(eq(trainingSession.id, id));
  return found ?? null;
};

export async function certificate(
  context: Context,
  input: InputOf<'training.certificate'>,
): Promise<OutputOf<'training.certificate'>> {
  const row = await mineOr404(context, input.id);
  const session = await sessionOf(context, row.sessionId);
  if (row.certificate === null || row.certifiedOn === null || !session) throw refuse('NotFound');
  const { store, publicUrl } = servicesOf(context);
  const proof = proofOf(store, row);
  const address = publicUrl
    ? linkTo(publicUrl, 'certificate', { n: row.certificate, p: proof })
    : `${row.certificate} ${proof}`;
  const days = await store.db
    .select({ day: trainingMark.day })
    .from(trainingMark)
    .where(eq(trainingMark.enrolmentId, row.id));
  // three megabytes of code and fonts: read when somebody wants one
  const { certificatePdf } = await import('../../adapters/documents/certificate');
  const pdf = await certificatePdf({
    name: contactIn(context, row).name,
    title: session.title,
    provider: session.provider,
    place: `${countyName(context.book, session.county)} ${[session.town, session.address].filter(Boolean).join(' ')}`,
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    days: days.length,
    number: row.certificate,
    certifiedOn: row.certifiedOn,
    proof,
    address,
  });
  return { name: `结业凭证-${row.certificate}.pdf`, type: 'application/pdf', base64: pdf.toString('base64') };
}

const NOT_GENUINE = {
  genuine: false,
  name: null,
  title: null,
  provider: null,
  starts_on: null,
  ends_on: null,
  certified_on: null,
} as const;

export async function verify(
  context: Context,
  input: InputOf<'training.verify'>,
): Promise<OutputOf<'training.verify'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('verify_caller', context.credentials.caller);
  const [row] = await store.db
    .select()
    .from(trainingEnrolment)
    .where(eq(trainingEnrolment.certificate, input.number.toUpperCase()));
  if (!row || !isProof(store, row, input.proof.toLowerCase())) return NOT_GENUINE;
  const session = await sessionOf(context, row.sessionId);
  if (!session) return NOT_GENUINE;
  return {
    genuine: true,
    name: maskName(contactIn(context, row).name),
    title: session.title,
    provider: session.provider,
    starts_on: session.startsOn,
    ends_on: session.endsOn,
    certified_on: row.certifiedOn,
  };
}
