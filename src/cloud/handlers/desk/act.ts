/** What the desk does with a case. Every step is an event; a mistake is corrected by another one. */
import { eq } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import { type Action, canDo, type Hand, type OnApproval } from '@/domain/cases';
import { bindUnit } from '../../cases/bind-unit';
import { followOn, holdCase } from '../../cases/bundle';
import { matchIdentity } from '../../cases/match-identity';
import { countyName } from '../../cases/names';
import { append, type CaseRecord, happened, recordOf } from '../../cases/record';
import { levelWord } from '../../cases/words';
import { placeOf } from '../../cases/write-filing';
import { type Context, servicesOf, staffOf } from '../../context';
import { deskSees, handOf } from '../../desk/hand';
import { refuse } from '../../refuse';
import { recordLooksIn } from '../../store/audit';
import { memberById } from '../../store/people';
import { serviceCase, staffRelation } from '../../store/schema';
import type { Queries } from '../../store/store';
import { deskLook } from './look';
import { deskCase } from './show';
import { dataOf } from './step-data';

type Input = InputOf<'desk.act'>;

export const actorOf = (context: Context) => {
  const { accountId, office } = staffOf(context);
  return { kind: 'staff', id: accountId, office } as const;
};

/** The case, held until the transaction ends, as this desk may see it. @throws NotFound */
export async function held(context: Context, queries: Queries, id: string): Promise<CaseRecord> {
  await holdCase(queries, id);
  const record = await recordOf(context, id, queries);
  if (!deskSees(staffOf(context), record.row)) throw refuse('NotFound');
  return record;
}

/** @throws ActionNotAllowed with what can be done instead */
export async function mayNow(
  context: Context,
  queries: Queries,
  record: CaseRecord,
  action: Action,
): Promise<Hand> {
  const { at, ground } = record;
  const hand = await handOf(context, record, queries);
  const may = canDo(action, at, hand, ground.service.workflow, ground.rules, context.today);
  if (!may.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'action', message: may.why }] });
  return hand;
}

export async function act(context: Context, input: Input): Promise<DeskCase> {
  const { store } = servicesOf(context);
  const record = await store.db.transaction(async (queries) => {
    const found = await held(context, queries, input.id);
    const anew = { id: input.event, actor: actorOf(context), action: input.action };
    if (happened(found, anew)) return found;
    if (found.at.version !== input.version) throw refuse('CaseChanged');
    const hand = await mayNow(context, queries, found, input.action);
    const data = dataOf(context, found, input, hand);
    const appended = await append(context, queries, found, { ...anew, data });
    const away = appended.at.county !== found.at.county;
    const next = away ? await movedTo(context, queries, appended) : appended;
    if (input.action === 'recuse') await declareRelative(context, queries, found);
    const approved = next.at.state !== found.at.state && ['done', 'approved'].includes(next.at.state);
    const then = found.ground.service.workflow.on_approval;
    if (approved && then !== undefined) await ON_APPROVAL[then](context, queries, next);
    await followOn(context, queries, found.at, next);
    await told(context, queries, next, input);
    return next;
  });
  return deskCase(context, record);
}

const ON_APPROVAL: Readonly<Record<OnApproval, typeof bindUnit>> = {
  bind_unit: bindUnit,
  match_identity: matchIdentity,
};

const WORDS: Partial<Record<Input['action'], string>> = {
  accept: '受理了',
  ask_supplement: '通知您补材料：',
  approve: '审批了',
  refuse: '决定不予办理：',
  countersign: '复核了',
  pay: '登记发放了',
  see_done: '登记了已经办好：',
};

/** Also what is done without opening it is seen by the resident; of a transfer, who has it now (个人信息保护法 23). */
async function told(context: Context, queries: Queries, { row, at, ground }: CaseRecord, input: Input) {
  const { action } = input;
  const to = at.level === 'county' ? countyName(context.book, at.county) : levelWord(at.level);
  const word =
    input.action === 'record'
      ? `登记了“${ground.service.workflow.milestones?.find(({ id }) => id === input.milestone)?.title ?? '进展'}”：`
      : action === 'transfer'
        ? `移送给${to}：`
        : WORDS[action];
  if (word === undefined) return;
  const look = deskLook(context, row, `${word}“${ground.service.title}”`);
  await recordLooksIn(queries, servicesOf(context).store.keys.audit, [look], context.now);
}

async function declareRelative(context: Context, queries: Queries, { row }: CaseRecord): Promise<void> {
  if (row.householdId === null) return;
  await queries
    .insert(staffRelation)
    .values({
      staffId: staffOf(context).accountId,
      householdId: row.householdId,
      declaredAt: context.now,
    })
    .onConflictDoNothing();
}

/** Townships are a county's own: with another county it lies in none of the old one, and back at home in its own again. */
async function movedTo(context: Context, queries: Queries, record: CaseRecord): Promise<CaseRecord> {
  const { row } = record;
  const { cipher } = servicesOf(context).store;
  const member = row.personId === null ? null : await memberById({ db: queries, cipher }, row.personId);
  const where = { member, unitId: row.unitId, county: row.county };
  const place = { town: placeOf(where, 'town'), village: placeOf(where, 'village') };
  await queries.update(serviceCase).set(place).where(eq(serviceCase.id, row.id));
  return { ...record, row: { ...row, ...place } };
}
