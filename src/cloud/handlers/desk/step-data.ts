/** What is said with a step has to fit the case: the border of `desk.act`. */

import type { InputOf } from '@/contract/api';
import { type ActionData, type Hand, hearingIn, isOwn, LEVELS, recordProblem } from '@/domain/cases';
import { yuanText } from '@/domain/money/yuan';
import { hearingProblem } from '@/domain/wages/hearing';
import { doneElsewhere } from '../../cases/done-elsewhere';
import type { CaseRecord } from '../../cases/record';
import { deadlineRow, lawItems } from '../../cases/wages';
import { levelWord } from '../../cases/words';
import { type Context, staffOf } from '../../context';
import { levelOf } from '../../desk/hand';
import { regionOf } from '../../policy-book/book';
import { refuseField } from '../../refuse';

type Input = InputOf<'desk.act'>;

/** @throws InvalidInput with the field and what to do */
export function dataOf(
  context: Context,
  record: CaseRecord,
  input: Input,
  hand: Hand,
): ActionData[Input['action']] {
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
    throw refuseField('fen', `超过${yuanText(limit)}、批准里没有写的金额，要由另一位工作人员登记`);
}
