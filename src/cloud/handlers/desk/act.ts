/** What the desk does with a case. Every step is an event; a mistake is corrected by another one. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import {
  type Action,
  type ActionData,
  canDo,
  type Hand,
  hearingIn,
  isOwn,
  LEVELS,
  type OnApproval,
  recordProblem,
} from '@/domain/cases';
import type { StaffRoleName } from '@/domain/staff';
import { hearingProblem } from '@/domain/wages/hearing';
import { bindUnit } from '../../cases/bind-unit';
import { followOn, holdCase } from '../../cases/bundle';
import { doneElsewhere } from '../../cases/done-elsewhere';
import { matchIdentity } from '../../cases/match-identity';
import { countyName } from '../../cases/names';
import { append, type CaseRecord, happened, recordOf } from '../../cases/record';
import { deadlineRow, lawItems } from '../../cases/wages';
import { levelWord, yuan } from '../../cases/words';
import { type Context, servicesOf, staffOf } from '../../context';
import { regionOf } from '../../policy-book/book';
import { refuse, refuseField } from '../../refuse';
import { recordLooksIn } from '../../store/audit';
import { memberById } from '../../store/people';
import { serviceCase, staffRelation } from '../../store/schema';
import type { Queries } from '../../store/store';
import { placeOf } from '../cases/file';
import { deskStaff } from './colleagues';
import { deskSees, deskTakes, handOf, levelOf } from './hand';
import { deskLook } from './look';
import { deskCase } from './show';

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

function dataOf(context: Context, record: CaseRecord, input: Input, hand: Hand): ActionData[Input['action']] {
  const { id: _id, version: _version, event: _event, action, ...data } = input;
  switch (action) {
    case 'ask_supplement':
      supplementFits(context, record, input as Extract<Input, { action: 'ask_supplement' }>);
      break;
    case 'transfer':
      transferFits(context, record, input as Extract<Input, { action: 'transfer' }>);
      break;
    case 'refuse':
      refusalFits(context, record, input as Extract<Input, { action: 'refuse' }>);
      break;
    case 'approve':
      if ('fen' in data && data.fen !== undefined && !record.ground.rules.pays)
        throw refuseField('fen', '这一项没有要发的钱，不用填金额');
      break;
    case 'see_done':
      return doneElsewhere(context, record, input as Extract<Input, { action: 'see_done' }>);
    case 'record':
      recordFits(context, record, input as Extract<Input, { action: 'record' }>);
      break;
    case 'pay':
    case 'correct_payment':
      paymentFits(context, record, input as Payment, hand);
      break;
  }
  return data as ActionData[Input['action']];
}

const LONGEST_SUPPLEMENT_MS = 180 * 86_400_000;

function supplementFits(
  { today, now }: Context,
  { at, events, ground }: CaseRecord,
  { until, evidence }: Extract<Input, { action: 'ask_supplement' }>,
): void {
  const asked = events.some(({ action }) => action === 'ask_supplement');
  if (ground.service.workflow.supplement_once && at.state === 'filed' && asked)
    throw refuseField('text', '要补的材料只能一次说清（办案规则第29条），已经通知过了。请受理，或者不予受理');
  if (until <= today) throw refuseField('until', '要给对方留时间，请选明天以后的一天');
  if (new Date(until).getTime() - now.getTime() > LONGEST_SUPPLEMENT_MS)
    throw refuseField('until', '最多半年以内');
  if (evidence.some((id) => !ground.service.evidence.some((one) => one.id === id)))
    throw refuseField('evidence', '这张表里没有这一项材料');
}

/** Another county of any region that offers the same service, or another desk of this one. */
function transferFits(
  context: Context,
  { row, at, ground: { service } }: CaseRecord,
  { level, county }: Extract<Input, { action: 'transfer' }>,
): void {
  const away = county !== row.county;
  const { level: first } = service.workflow;
  if (away && levelOf(staffOf(context)) !== 'county')
    throw refuseField('county', '移送外区县由区县来办，请先移送到区县');
  if (away && !((regionOf(context.book, county) ?? '') in service.regions))
    throw refuseField('county', '那边没有收录这一项，不能移送');
  if (!away && level === at.level) throw refuseField('level', '已经在这里了，请选别的地方');
  if (service.effect.kind === 'report' && LEVELS.indexOf(level) < LEVELS.indexOf(first))
    throw refuseField('level', `反映的事不往下转，最低在${levelWord(first)}办`);
  if (away && level !== 'county') throw refuseField('level', '移送外区县，先到区县一级');
  if (level !== 'county' && row.town === null) throw refuseField('level', '不知道是哪个乡镇，只能在区县办');
  if (level === 'village' && row.village === null) throw refuseField('level', '不知道是哪个村，只能在乡镇办');
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

/** An item of the region's document; of a wage matter also an article of the law. */
function refusalFits(
  { book }: Context,
  { ground }: CaseRecord,
  { item }: Extract<Input, { action: 'refuse' }>,
): void {
  // an employer who takes somebody else refuses nothing that a document promised
  if (ground.service.about !== undefined) {
    if (item !== undefined) throw refuseField('item', '应聘的事不用选依据哪一条');
    return;
  }
  const law = ground.rules.moments ? lawItems(book) : [];
  if (![...ground.document.items, ...law].some(({ key }) => key === item))
    throw refuseField('item', '请选依据的是文件的哪一条');
}

/** A milestone of the service file; of a hearing also whether its day is possible. */
function recordFits(
  { book, today }: Context,
  { at, events, ground }: CaseRecord,
  {
    id: _id,
    version: _version,
    event: _event,
    action: _action,
    ...data
  }: Extract<Input, { action: 'record' }>,
): void {
  const { workflow } = ground.service;
  const wrong = recordProblem(at, events, workflow, data, today);
  if (wrong) throw refuseField(wrong.path, wrong.message);
  const hearing = workflow.milestones?.find(({ id }) => id === data.milestone)?.hearing;
  if (hearing === undefined) return;
  const before = hearingIn(events, workflow)?.event.data.on;
  if (hearing === 'postpone' && before === undefined)
    throw refuseField('milestone', '还没有定过开庭的日子，请登记“开庭”');
  const found = hearingProblem({
    on: data.on,
    today,
    calendar: book.calendars,
    notice: deadlineRow(book, 'w-arb-notice'),
    postpone: deadlineRow(book, 'w-arb-postpone'),
    ...(hearing === 'postpone' && { before, asked_on: data.asked_on }),
    confirmed: data.confirmed,
  });
  if (found) throw refuseField(found.kind === 'confirm' ? 'confirmed' : found.path, found.message);
}

type Payment = Extract<Input, { action: 'pay' | 'correct_payment' }>;

function paymentFits(
  { today }: Context,
  { at, events, ground }: CaseRecord,
  { action, on, fen }: Payment,
  hand: Hand,
): void {
  if (on > today) throw refuseField('on', '这一天还没到，发放以后再登记');
  if (on < at.filed_on) throw refuseField('on', '不能早于提交申请的日期');
  if (fen === null) return;
  const approval = events.filter((event) => event.action === 'approve').at(-1);
  const approved = approval?.data.fen ?? null;
  // what was approved is what is paid; another figure needs another decision
  if (action === 'pay' && approved !== null && fen > approved) throw refuseField('fen', '不能多于批准的金额');
  const { four_eyes_above: limit } = ground.rules;
  if (limit === null || fen <= limit || (approved !== null && fen <= approved)) return;
  // nobody has approved this figure: whoever writes it down is the second one who has looked
  const looked = events.filter(
    ({ action: done, seq }) =>
      seq >= (approval?.seq ?? 0) && ['approve', 'pay', 'correct_payment'].includes(done),
  );
  if (looked.some(({ actor }) => isOwn(hand, actor.id)))
    throw refuseField('fen', `超过${yuan(limit)}、批准里没有写的金额，要由另一位工作人员登记`);
}

/** Several at once: each for itself, one that cannot be does not hold up the others. */
export async function assign(
  context: Context,
  input: { cases: string[]; to: string | null },
): Promise<OutputOf<'desk.assign'>> {
  const { store } = servicesOf(context);
  const { to } = input;
  const colleague = to === null ? null : (await deskStaff(context)).find(({ id }) => id === to);
  if (colleague === undefined) throw refuse('NotFound');
  const assigned: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const id of [...new Set(input.cases)].sort()) {
    try {
      await store.db.transaction(async (queries) => {
        const found = await held(context, queries, id);
        await mayNow(context, queries, found, 'assign');
        if (colleague && !deskTakes({ ...colleague, role: colleague.role as StaffRoleName }, found.row))
          throw refuse('ActionNotAllowed', { fields: [{ path: 'to', message: '这位工作人员不办这件事' }] });
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
