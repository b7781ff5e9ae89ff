/** The wage agreed on both phones: corrected by either until both have said "just so"; after that it stays as it is. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import { type AgreedTerms, otherSide, standingOf, termsProblems } from '@/domain/hands';
import { type Context, servicesOf } from '../../context';
import { agreementOf, type Party, partyOf, tellOther, type AgreementShown as View } from '../../hands/party';
import { addRow, closeRecord, type KeptRow, proposalOf, rowsOf } from '../../hands/record';
import type { GatheringRow, HandRow } from '../../hands/seats';
import { mayCall } from '../../hands/view';
import { refuse } from '../../refuse';
import { hand } from '../../store/schema';
import type { Queries } from '../../store/store';

export async function agreement(context: Context, { id }: InputOf<'hands.agreement'>): Promise<View> {
  const party = await partyOf(context, id);
  const rows = await rowsOf(context, servicesOf(context).store.db, id);
  const view = agreementOf(context, party, rows);
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
    const { employer, employer_phone, worker, worker_phone, known } =
      last?.terms ?? proposalOf(context, party.of, row);
    const terms: AgreedTerms = {
      ...{ ...input.terms, employer, employer_phone, worker, worker_phone },
      ...(known && { known }),
    };
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
    await tellOther(context, queries, party, 'agreed', '工钱说好了，两边都点过了。可以存下来，打印出来。');
  });
}
