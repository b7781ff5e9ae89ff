/** What the desk does with a case. Every step is an event; a mistake is corrected by another one. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import { type Action, type ActionData, canDo, type OnApproval } from '@/domain/cases';
import { bindUnit } from '../../cases/bind-unit';
import { matchIdentity } from '../../cases/match-identity';
import { append, type CaseRecord, happened, recordOf } from '../../cases/record';
import { groundOf } from '../../cases/rules';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse, refuseField } from '../../refuse';
import { recordLooksIn } from '../../store/audit';
import { serviceCase, staffRelation } from '../../store/schema';
import type { Queries } from '../../store/store';
import { colleaguesOf } from './colleagues';
import { deskSees, handOf } from './hand';
import { deskCase } from './show';

type Input = InputOf<'desk.act'>;

const actorOf = (context: Context) => {
  const { accountId, office } = staffOf(context);
  return { kind: 'staff', id: accountId, office } as const;
};

/** The case, held until the transaction ends, as this desk may see it. @throws NotFound */
async function held(context: Context, queries: Queries, id: string): Promise<CaseRecord> {
  await queries.select({ id: serviceCase.id }).from(serviceCase).where(eq(serviceCase.id, id)).for('update');
  const record = await recordOf(context, id, queries);
  if (!deskSees(staffOf(context), record.row)) throw refuse('NotFound');
  return record;
}

/** @throws ActionNotAllowed with what can be done instead */
async function mayNow(context: Context, { row, at, ground }: CaseRecord, action: Action): Promise<void> {
  const hand = await handOf(context, row, at);
  const may = canDo(action, at, hand, ground.service.workflow, ground.rules, context.today);
  if (!may.ok) throw refuse('ActionNotAllowed', { fields: [{ path: 'action', message: may.why }] });
}

export async function act(context: Context, input: Input): Promise<DeskCase> {
  const { store } = servicesOf(context);
  const record = await store.db.transaction(async (queries) => {
    const found = await held(context, queries, input.id);
    if (happened(found, input.event)) return found;
    if (found.at.version !== input.version) throw refuse('CaseChanged');
    await mayNow(context, found, input.action);
    const data = dataOf(context, found, input);
    const next = await append(context, queries, found, {
      id: input.event,
      actor: actorOf(context),
      action: input.action,
      data,
    });
    if (input.action === 'recuse') await declareRelative(context, queries, found);
    const approved = next.at.state !== found.at.state && ['done', 'approved'].includes(next.at.state);
    const then = found.ground.service.workflow.on_approval;
    if (approved && then !== undefined) await ON_APPROVAL[then](context, queries, next);
    await told(context, queries, next, input.action);
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
  transfer: '移送了',
  approve: '审批了',
  refuse: '决定不予办理：',
  countersign: '复核了',
  pay: '登记发放了',
};

/** Also what is done without opening it is seen by the resident. */
async function told(
  context: Context,
  queries: Queries,
  { row, ground }: CaseRecord,
  action: Input['action'],
) {
  const word = WORDS[action];
  if (word === undefined) return;
  const { accountId, office } = staffOf(context);
  const purpose = `${word}“${ground.service.title}”`;
  const entry = { actorKind: 'staff', actorId: accountId, office, purpose } as const;
  const whose = { personId: row.personId, accountId: row.accountId };
  await recordLooksIn(queries, servicesOf(context).store.keys.audit, [{ ...entry, ...whose }], context.now);
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

function dataOf(context: Context, record: CaseRecord, input: Input): ActionData[Input['action']] {
  const { id: _id, version: _version, event: _event, action, ...data } = input;
  switch (action) {
    case 'ask_supplement':
      supplementFits(context, record, input as Extract<Input, { action: 'ask_supplement' }>);
      break;
    case 'transfer':
      transferFits(context, record, input as Extract<Input, { action: 'transfer' }>);
      break;
    case 'refuse':
      refusalFits(record, input as Extract<Input, { action: 'refuse' }>);
      break;
    case 'approve':
      if ('fen' in data && data.fen !== undefined && !record.ground.rules.pays)
        throw refuseField('fen', '这一项没有要发的钱，不用填金额');
      break;
    case 'pay':
    case 'correct_payment':
      paymentFits(context, record, input as Extract<Input, { action: 'pay' }>);
      break;
  }
  return data as ActionData[Input['action']];
}

const LONGEST_SUPPLEMENT_MS = 180 * 86_400_000;

function supplementFits(
  { today, now }: Context,
  { ground }: CaseRecord,
  { until, evidence }: Extract<Input, { action: 'ask_supplement' }>,
): void {
  if (until <= today) throw refuseField('until', '要给对方留时间，请选明天以后的一天');
  if (new Date(until).getTime() - now.getTime() > LONGEST_SUPPLEMENT_MS)
    throw refuseField('until', '最多半年以内');
  if (evidence.some((id) => !ground.service.evidence.some((one) => one.id === id)))
    throw refuseField('evidence', '这张表里没有这一项材料');
}

/** Another county of any region that offers the same service, or another desk of this one. */
function transferFits(
  context: Context,
  { row, at, ground }: CaseRecord,
  { level, county }: Extract<Input, { action: 'transfer' }>,
): void {
  if (county !== row.county) groundOf(context, ground.service, county);
  if (county === row.county && level === at.level) throw refuseField('level', '已经在这里了，请选别的地方');
  if (level !== 'county' && ground.service.effect.kind === 'report')
    throw refuseField('level', '举报直接在区县办，不转给乡镇和村');
  if (county !== row.county && level !== 'county') throw refuseField('level', '移送外区县，先到区县一级');
  if (level !== 'county' && row.town === null) throw refuseField('level', '不知道是哪个乡镇，只能在区县办');
  if (level === 'village' && row.village === null) throw refuseField('level', '不知道是哪个村，只能在乡镇办');
}

function refusalFits({ ground }: CaseRecord, { item }: Extract<Input, { action: 'refuse' }>): void {
  if (!ground.document.items.some(({ key }) => key === item))
    throw refuseField('item', '请选依据的是文件的哪一条');
}

function paymentFits(
  { today }: Context,
  { at }: CaseRecord,
  { on, fen }: Extract<Input, { action: 'pay' }>,
): void {
  if (on > today) throw refuseField('on', '这一天还没到，发放以后再登记');
  if (on < at.filed_on) throw refuseField('on', '不能早于提交申请的日期');
  // what was approved is what is paid; another figure needs another decision
  if (at.fen !== null && fen !== null && fen > at.fen && at.paid_on === null)
    throw refuseField('fen', '不能多于批准的金额');
}

/** Several at once: each for itself, one that cannot be does not hold up the others. */
export async function assign(
  context: Context,
  input: { cases: string[]; to: string | null },
): Promise<OutputOf<'desk.assign'>> {
  const { store } = servicesOf(context);
  const { to } = input;
  if (to !== null && !(await colleaguesOf(context)).some(({ id }) => id === to)) throw refuse('NotFound');
  const assigned: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const id of [...new Set(input.cases)].sort()) {
    try {
      await store.db.transaction(async (queries) => {
        const found = await held(context, queries, id);
        await mayNow(context, found, 'assign');
        const actor = actorOf(context);
        await append(context, queries, found, { id: randomUUID(), actor, action: 'assign', data: { to } });
      });
      assigned.push(id);
    } catch (thrown) {
      const { code, data } = thrown as { code?: string; data?: { fields?: readonly { message: string }[] } };
      if (code !== 'NotFound' && code !== 'ActionNotAllowed' && code !== 'CaseChanged') throw thrown;
      refused.push({ id, why: data?.fields?.[0]?.message ?? '没有找到，或者刚有了新进展' });
    }
  }
  return { assigned, refused };
}
