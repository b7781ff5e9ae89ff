/** 我上班了 · 我不干了: kept as it was said, for a day to be taken back; the answers it means go back to the phone. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { SpellView } from '@/contract/work';
import { dayNumber } from '@/domain/calendar/days';
import {
  firstLook,
  keptBefore,
  mayUndo,
  type Said,
  saidByLeaving,
  saidByStart,
  UNDO_MS,
} from '@/domain/jobs/spells';
import { askerOf, type Context, servicesOf } from '../../context';
import { holdAccount } from '../../hold-account';
import { refuse, refuseField } from '../../refuse';
import { takeBackCorrections } from '../../requests/take-back';
import { posting, workSpell } from '../../store/schema';
import type { Queries } from '../../store/store';
import { noteStart } from '../../work/counted';
import { promisedFor, type SpellContent, type SpellRow, sealSpell, spellIn } from '../../work/spells';

const NEWEST = 50;
/** Longer ago nobody says it as news; a slip of the year is caught. */
const LONG_AGO_DAYS = 3650;

/** Inside a transaction it asks through that alone. */
async function viewsOf(context: Context, rows: readonly SpellRow[], queries?: Queries): Promise<SpellView[]> {
  const promised = await promisedFor(context, rows, queries);
  return rows.map((row) => ({ ...plainOf(context, row), promised: promised(row) }));
}

async function viewOf(context: Context, row: SpellRow, queries?: Queries): Promise<SpellView> {
  const [view] = await viewsOf(context, [row], queries);
  return view as SpellView;
}

function plainOf(context: Context, row: SpellRow): Omit<SpellView, 'promised'> {
  const { employer, form, where, paid } = spellIn(context, row);
  const said = row.endedAt ?? row.startedAt;
  const open = mayUndo(said.getTime(), context.now.getTime());
  return {
    id: row.id,
    employer,
    posting: row.postingId,
    form,
    where,
    started_on: row.startedOn,
    ended_on: row.endedOn,
    paid,
    said_at: said.toISOString(),
    undo_until: open ? new Date(said.getTime() + UNDO_MS).toISOString() : null,
  };
}

export async function spells(context: Context): Promise<SpellView[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(workSpell)
    .where(eq(workSpell.accountId, askerOf(context).account.id))
    .orderBy(desc(workSpell.startedAt), desc(workSpell.id))
    .limit(NEWEST);
  return viewsOf(context, rows);
}

function dayFits({ today }: Context, on: string): void {
  if (on > today) throw refuseField('on', '这一天还没到，到了那天再点');
  if (dayNumber(today) - dayNumber(on) > LONG_AGO_DAYS) throw refuseField('on', '日子太早了，请看看年份');
}

/**
 * Sent twice it is there once.
 * @throws SpellOpen while another job is not said to be over
 * @throws AlreadyFiled the id is that of a job that is over: this is another, and the phone makes a new id
 */
export async function start(context: Context, input: InputOf<'work.start'>): Promise<OutputOf<'work.start'>> {
  dayFits(context, input.on);
  const accountId = askerOf(context).account.id;
  await servicesOf(context).limits.take('act_account', accountId);
  const before = keptBefore(input.known);
  const row = await holdAccount(context, accountId, async (queries) => {
    const [there] = await queries.select().from(workSpell).where(eq(workSpell.id, input.id));
    if (there && there.accountId !== accountId) throw refuse('AlreadyFiled');
    if (there) return sameAs(context, there, input);
    if (input.posting !== undefined) await mustExist(queries, input.posting);
    const content: SpellContent = {
      employer: input.employer,
      form: input.form,
      where: input.where,
      paid: null,
      before,
    };
    const [written] = await queries
      .insert(workSpell)
      .values({
        id: input.id,
        accountId,
        postingId: input.posting ?? null,
        startedOn: input.on,
        startedAt: context.now,
        lookOn: firstLook(context.today),
        contentEnc: sealSpell(context, input.id, content),
      })
      .onConflictDoNothing()
      .returning();
    if (!written) throw refuse('SpellOpen');
    if (written.postingId !== null) await noteStart(queries, accountId, written.postingId);
    return written;
  });
  return { spell: await viewOf(context, row), facts: plain(saidByStart(input, input.known)) };
}

/** Its answer was lost on the way: but what was written since is another job, and not to be taken for this one. */
function sameAs(context: Context, there: SpellRow, input: InputOf<'work.start'>): SpellRow {
  if (there.endedOn !== null) throw refuse('AlreadyFiled');
  const { employer, form, where } = spellIn(context, there);
  const same =
    employer === input.employer &&
    form === input.form &&
    where === input.where &&
    there.startedOn === input.on &&
    there.postingId === (input.posting ?? null);
  if (!same) throw refuse('SpellOpen');
  return there;
}

async function mustExist(queries: Queries, id: string): Promise<void> {
  const [found] = await queries.select({ id: posting.id }).from(posting).where(eq(posting.id, id));
  if (!found) throw refuse('NotFound');
}

const plain = (said: Said) => said as OutputOf<'work.start'>['facts'];

async function own(context: Context, queries: Queries, id: string): Promise<SpellRow> {
  const [row] = await queries
    .select()
    .from(workSpell)
    .where(and(eq(workSpell.id, id), eq(workSpell.accountId, askerOf(context).account.id)));
  if (!row) throw refuse('NotFound');
  return row;
}

export async function leave(context: Context, input: InputOf<'work.leave'>): Promise<OutputOf<'work.leave'>> {
  dayFits(context, input.on);
  const accountId = askerOf(context).account.id;
  await servicesOf(context).limits.take('act_account', accountId);
  const row = await holdAccount(context, accountId, async (queries) => {
    const there = await own(context, queries, input.id);
    if (there.endedOn !== null) return there;
    if (input.on < there.startedOn) throw refuseField('on', `不能早于上班那天（${there.startedOn}）`);
    const content = { ...spellIn(context, there), paid: input.paid, beforeLeaving: keptBefore(input.known) };
    const [written] = await queries
      .update(workSpell)
      .set({
        endedOn: input.on,
        endedAt: context.now,
        contentEnc: sealSpell(context, input.id, content),
      })
      .where(and(eq(workSpell.id, input.id), isNull(workSpell.endedOn)))
      .returning();
    return written ?? there;
  });
  return { spell: await viewOf(context, row), facts: plain(saidByLeaving()) };
}

/** The leaving first, then the start: what was said last. @throws UndoOver after a day */
export async function undo(context: Context, input: InputOf<'work.undo'>): Promise<OutputOf<'work.undo'>> {
  const accountId = askerOf(context).account.id;
  return holdAccount(context, accountId, async (queries) => {
    const row = await own(context, queries, input.id);
    const said = row.endedAt ?? row.startedAt;
    if (!mayUndo(said.getTime(), context.now.getTime())) throw refuse('UndoOver');
    const content = spellIn(context, row);
    const asked = { accountId, spell: row.id, since: said };
    if (row.endedOn === null) {
      await queries.delete(workSpell).where(eq(workSpell.id, row.id));
      if (row.postingId !== null) await noteStart(queries, accountId, row.postingId);
      const corrections = await takeBackCorrections(context, queries, asked);
      return { spell: null, facts: plain(content.before), corrections };
    }
    const { beforeLeaving = {}, ...rest } = content;
    // another job was begun meanwhile: two at once are not kept
    const [open] = await queries
      .select({ id: workSpell.id })
      .from(workSpell)
      .where(and(eq(workSpell.accountId, accountId), isNull(workSpell.endedOn)));
    if (open) throw refuse('UndoOver');
    const [back] = await queries
      .update(workSpell)
      .set({ endedOn: null, endedAt: null, contentEnc: sealSpell(context, row.id, { ...rest, paid: null }) })
      .where(eq(workSpell.id, row.id))
      .returning();
    const corrections = await takeBackCorrections(context, queries, asked);
    return {
      spell: back ? await viewOf(context, back, queries) : null,
      facts: plain(beforeLeaving),
      corrections,
    };
  });
}
