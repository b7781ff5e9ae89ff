/** The wage agreed on both phones: corrected by either until both have said "just so"; after that it stays as it is. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { type AgreedTerms, otherSide, type Side, standingOf, termsProblems } from '@/domain/hands';
import { maskName } from '@/domain/identity';
import { askerOf, type Context, servicesOf } from '../../context';
import { isOrganiser } from '../../hands/organiser';
import { addRow, closeRecord, isWhole, type KeptRow, proposalOf, rowsOf } from '../../hands/record';
import type { GatheringRow, HandRow } from '../../hands/seats';
import { tellHands } from '../../hands/tell';
import { mayCall } from '../../hands/view';
import { refuse } from '../../refuse';
import { gathering, hand } from '../../store/schema';
import type { Queries } from '../../store/store';

type View = OutputOf<'hands.agreement'>;

interface Party {
  readonly side: Side;
  readonly accountId: string;
  readonly row: HandRow;
  readonly of: GatheringRow;
}

/** Both sides of it, on their own phones alone: nobody taps for somebody else. @throws NotFound for everybody else */
async function partyOf(context: Context, memberId: string): Promise<Party> {
  const { account, mandate, subject } = askerOf(context);
  const { db } = servicesOf(context).store;
  const [found] = await db
    .select({ row: hand, of: gathering })
    .from(hand)
    .innerJoin(gathering, eq(gathering.id, hand.gatheringId))
    .where(eq(hand.id, memberId));
  if (!found || mandate) throw refuse('NotFound');
  if (found.row.whoId === (subject.personId ?? subject.id))
    return { side: 'worker', accountId: account.id, ...found };
  if (await isOrganiser(context, found.of, account.id))
    return { side: 'organiser', accountId: account.id, ...found };
  throw refuse('NotFound');
}

function viewOf(context: Context, { side, row, of }: Party, rows: readonly KeptRow[]): View {
  const { last, taps } = standingOf(rows);
  return {
    ...{ id: row.id, gathering: of.id, side, county: of.county, as: of.kind },
    about: last?.seq ?? 0,
    terms: last?.terms ?? proposalOf(context, of, row),
    // what was only published was written by nobody's hand
    written_by: last && last.seq > 1 ? last.side : null,
    organiser_at: taps.organiser,
    worker_at: taps.worker,
    agreed_at: row.agreedAt?.toISOString() ?? null,
    number: row.agreement,
    hash: row.agreement === null ? null : (rows.at(-1)?.hash ?? null),
    now: context.now.toISOString(),
  };
}

export async function agreement(context: Context, { id }: InputOf<'hands.agreement'>): Promise<View> {
  const party = await partyOf(context, id);
  const rows = await rowsOf(context, servicesOf(context).store.db, id);
  const view = viewOf(context, party, rows);
  // agreed, it is the organiser's proof too; until then the number is shown as on the list
  if (party.side === 'worker' || view.number !== null || (await mayCall(context, party.of))) return view;
  return { ...view, terms: { ...view.terms, worker_phone: null } };
}

interface Open {
  readonly queries: Queries;
  readonly row: HandRow;
  readonly rows: readonly KeptRow[];
}

/** The record held by its member's row. @throws ActionNotAllowed once both have tapped */
async function withRecord(
  context: Context,
  party: Party,
  known: string,
  work: (open: Open) => Promise<void>,
): Promise<View> {
  await servicesOf(context).limits.take('record_account', party.accountId);
  await servicesOf(context).store.db.transaction(async (queries) => {
    const [row] = await queries.select().from(hand).where(eq(hand.id, party.row.id)).for('update');
    if (!row) throw refuse('NotFound');
    const rows = await rowsOf(context, queries, row.id);
    // sent twice
    if (rows.some(({ id }) => id === known)) return;
    const no = cannotWrite(party.of, row);
    if (no) throw refuse('ActionNotAllowed', { fields: [{ path: 'record', message: no }] });
    await work({ queries, row, rows });
  });
  return agreement(context, { id: party.row.id });
}

function cannotWrite(of: GatheringRow, row: HandRow): string | null {
  if (row.agreement !== null) return '两边都点过“就是这样”了，不能再改。不对的话，两边当面另写一张';
  if (row.state === 'waiting') return '还在排队，轮到了再记工钱';
  if (row.state === 'left') return '已经退出了，不用记工钱';
  // whoever came has worked, whatever became of the gathering
  return of.state === 'cancelled' && row.state !== 'came' ? '这个活已经取消了，不用记工钱' : null;
}

export async function propose(context: Context, input: InputOf<'hands.propose'>): Promise<View> {
  const party = await partyOf(context, input.record);
  const problems = termsProblems(input.terms);
  if (problems.length > 0)
    throw refuse('InvalidInput', {
      fields: problems.map(({ at, message }) => ({ path: `terms.${at}`, message })),
    });
  return withRecord(context, party, input.id, async ({ queries, row, rows }) => {
    const { last } = standingOf(rows);
    if ((last?.seq ?? 0) !== input.about) throw refuse('CaseChanged');
    const { employer, employer_phone, worker, worker_phone } =
      last?.terms ?? proposalOf(context, party.of, row);
    const terms: AgreedTerms = { ...input.terms, employer, employer_phone, worker, worker_phone };
    // the published proposal stays the first row, so that one sees what was changed
    const first = last === null ? [await published(context, queries, row, party.of)] : rows;
    const next = {
      id: input.id,
      kind: 'terms',
      side: party.side,
      about: 0,
      accountId: party.accountId,
      terms,
    } as const;
    await addRow(context, queries, row.id, first, next);
    await tellOther(
      context,
      queries,
      party,
      `corrected ${first.length + 1}`,
      '对方改了工钱的记录，请看看对不对。',
    );
  });
}

/** The first row of every record, taken over from what was published: by whom and when it was, not by who tapped first. */
const published = (context: Context, queries: Queries, row: HandRow, of: GatheringRow): Promise<KeptRow> =>
  addRow(context, queries, row.id, [], {
    ...{ id: randomUUID(), kind: 'terms', side: 'organiser', about: 0 },
    ...{ accountId: of.accountId, at: of.createdAt, terms: proposalOf(context, of, row) },
  });

export async function tap(context: Context, input: InputOf<'hands.tap'>): Promise<View> {
  const party = await partyOf(context, input.record);
  return withRecord(context, party, input.id, async ({ queries, row, rows }) => {
    const { last } = standingOf(rows);
    // two who tap at once what was published tap the same
    if ((last?.seq ?? 0) !== input.about && !(input.about === 0 && last?.seq === 1))
      throw refuse('CaseChanged');
    const all = last === null ? [await published(context, queries, row, party.of)] : [...rows];
    const standing = standingOf(all);
    if (standing.taps[party.side] !== null) return;
    const about = standing.last?.seq ?? 1;
    const next = {
      id: input.id,
      kind: 'tap',
      side: party.side,
      about,
      accountId: party.accountId,
      terms: null,
    } as const;
    await addRow(context, queries, row.id, all, next);
    if (standing.taps[otherSide(party.side)] === null) {
      await tellOther(
        context,
        queries,
        party,
        `tapped ${about}`,
        '对方点了“就是这样”，请看看工钱对不对，也点一下。',
      );
      return;
    }
    await closeRecord(context, queries, row.id);
    await tellOther(context, queries, party, 'agreed', '工钱记好了，两边都点过了。可以存下来，打印出来。');
  });
}

const tellOther = (
  context: Context,
  queries: Queries,
  { side, row, of }: Party,
  what: string,
  text: string,
) =>
  tellHands(
    context,
    queries,
    of,
    [{ id: row.id, accountId: side === 'worker' ? of.accountId : row.accountId }],
    { what: `${what} ${side}`, text, urgent: false },
  );

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
  const view = viewOf(context, party, rows);
  if (view.number === null || view.agreed_at === null || view.hash === null)
    throw refuse('ActionNotAllowed', {
      fields: [{ path: 'id', message: '两边都点了“就是这样”，才有这张纸' }],
    });
  const proof = proofOf(store, party.row, view.hash);
  const address = publicUrl
    ? `${publicUrl}/#/packages/hands/record/index?n=${view.number}&p=${proof}`
    : `${view.number} ${proof}`;
  // three megabytes of code and fonts: read when somebody wants one
  const { wageRecordPdf } = await import('../../adapters/documents/wage-record');
  const pdf = await wageRecordPdf({
    ...{ terms: view.terms, number: view.number, hash: view.hash, proof, address },
    organiserAt: view.organiser_at ?? view.agreed_at,
    workerAt: view.worker_at ?? view.agreed_at,
  });
  return { name: `工钱记录-${view.number}.pdf`, type: 'application/pdf', base64: pdf.toString('base64') };
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
  return {
    genuine: true,
    record: {
      ...{ place, day, work, pay_fen, pay_unit, paid, agreed_at, hash },
      employer: found.of.kind === 'person' ? maskName(employer) : employer,
      worker: maskName(worker),
    },
  };
}
