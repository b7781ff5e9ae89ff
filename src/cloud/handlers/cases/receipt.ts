/** What one can take away: the receipt with a proof anybody can check, and the dates for a calendar. */
import { eq } from 'drizzle-orm';
import ical from 'ical-generator';
import type { OutputOf } from '@/contract/api';
import { linkTo } from '@/domain/links';
import { mineOr404 } from '../../cases/access';
import { countyName } from '../../cases/names';
import { type CaseRow, recordOf } from '../../cases/record';
import { caseView } from '../../cases/view';
import { type Context, servicesOf } from '../../context';
import { serviceCase } from '../../store/schema';
import { residentHand } from './mine';

const PROOF_BYTES = 10;

/** Keyed, over the number and the case: nobody can print one for a case that is not there. */
const proofOf = ({ cipher }: { cipher: { blind(purpose: string, value: string): Buffer } }, row: CaseRow) =>
  cipher.blind('receipt', `${row.number} ${row.id}`).subarray(0, PROOF_BYTES).toString('hex');

/** In even time, whatever is typed. */
const isProof = (store: Parameters<typeof proofOf>[0], row: CaseRow, typed: string): boolean =>
  store.cipher.blind('receipt_typed', typed).equals(store.cipher.blind('receipt_typed', proofOf(store, row)));

export async function receipt(context: Context, input: { id: string }): Promise<OutputOf<'cases.receipt'>> {
  const row = await mineOr404(context, input.id);
  const { store, publicUrl } = servicesOf(context);
  const view = await caseView(context, await recordOf(context, input.id), residentHand(context));
  const proof = proofOf(store, row);
  const address = publicUrl
    ? linkTo(publicUrl, 'receipt', { n: row.number, p: proof })
    : `${row.number} ${proof}`;
  // three megabytes of code and fonts: read when somebody wants one
  const { receiptPdf } = await import('../../adapters/documents/receipt');
  const pdf = await receiptPdf({ view, county: countyName(context.book, row.county), proof, address });
  return { name: `回执-${row.number}.pdf`, type: 'application/pdf', base64: pdf.toString('base64') };
}

export async function verifyReceipt(
  context: Context,
  input: { number: string; proof: string },
): Promise<OutputOf<'cases.verify_receipt'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('verify_caller', context.credentials.caller);
  const [row] = await store.db.select().from(serviceCase).where(eq(serviceCase.number, input.number));
  if (!row || !isProof(store, row, input.proof.toLowerCase()))
    return { genuine: false, title: null, filed_on: null, state: null, county: null };
  const service = context.book.services.find(({ id }) => id === row.service);
  const state = row.state as OutputOf<'cases.verify_receipt'>['state'];
  const word = state === null ? undefined : service?.workflow.words?.states?.[state];
  return {
    ...{ genuine: true, title: service?.title ?? null, filed_on: row.filedOn, state, county: row.county },
    ...(word !== undefined && { state_word: word }),
  };
}

const DAY_MS = 86_400_000;
const wholeDay = (day: string) => ({
  start: new Date(`${day}T00:00:00Z`),
  end: new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS),
  allDay: true,
});

/** A calendar of whole days: what the office promised, and what the resident has to do. */
export async function calendar(context: Context, input: { id: string }): Promise<OutputOf<'cases.calendar'>> {
  await mineOr404(context, input.id);
  const view = await caseView(context, await recordOf(context, input.id), residentHand(context));
  const file = ical({ name: `就业帮扶码 ${view.title}`, prodId: '-//bangfu//cases//ZH', timezone: null });
  const about = `编号 ${view.number}。${view.employer?.name ?? view.office.name}`;
  file.createEvent({
    id: `${view.id}-filed`,
    stamp: context.now,
    summary: `已提交：${view.title}`,
    description: about,
    ...wholeDay(view.filed_on),
  });
  if (view.due?.on) {
    const mineToDo = view.due.of === 'supplement';
    file.createEvent({
      id: `${view.id}-due-${view.version}`,
      stamp: context.now,
      summary: mineToDo ? `请补材料：${view.title}` : `应办日期：${view.title}`,
      description: `${view.asked?.text ?? view.basis ?? ''} ${about}`.trim(),
      ...wholeDay(view.due.on),
      // the day before, in the morning
      ...(mineToDo && { alarms: [{ type: 'display' as never, trigger: 16 * 3600 }] }),
    });
  }
  return { name: `${view.number}.ics`, text: file.toString() };
}
